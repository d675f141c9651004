//! Why a question is asked: what it feeds, and whether it can still matter.

use crate::advise::bounds::{can_rule_out, can_rule_out_both, swing};
use crate::advise::components::Forest;
use crate::advise::outcome::is_gone;
use crate::diagnostic::suggest::enumerate;
use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::text::Text;
use crate::model::verdict::Verdict;
use crate::report::Report;
use crate::report::page::{Piece, Section, list};
use crate::report::words::{name, number};

/// Why one question was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyAsked {
    /// The question.
    pub question: Key<Question>,
    /// The question as asked.
    pub ask: Text,
    /// Why it was asked, in sentences.
    pub sentences: Vec<String>,
}

/// The questions behind the requirements, in the order of the interview.
pub(in crate::report) fn all(facts: &Facts<'_>, answers: &Answers, verdict: &Verdict) -> Vec<WhyAsked> {
    let forest = Forest::of(facts);
    let mut questions: Vec<Key<Question>> = verdict.requirements.iter().map(|one| one.question).collect();
    questions.dedup();
    let why = |question| WhyAsked {
        question,
        ask: facts.base.questions[question].ask.clone(),
        sentences: sentences(&forest, answers, question),
    };
    questions.into_iter().map(why).collect()
}

/// The sentences on one question.
pub fn sentences(forest: &Forest<'_>, answers: &Answers, question: Key<Question>) -> Vec<String> {
    let base = forest.facts.base;
    let swing = swing(forest, answers, question);
    let towards =
        |points: i32, side| (points > 0).then(|| format!("{} points towards {}", number(points), name(base, side)));
    let ways: Vec<String> =
        [towards(swing.highest, Side::First), towards(-swing.lowest, Side::Second)].into_iter().flatten().collect();
    let ruled_out = ruled_out(forest, answers, question);
    let reach = match (ways.is_empty(), ruled_out) {
        (true, None) => "On this day its answer cannot move the balance.".to_owned(),
        (true, Some(ruled_out)) => format!("Its answer can rule out {ruled_out}."),
        (false, None) => format!("Its answer can move the balance by up to {}.", enumerate(&ways, "or")),
        (false, Some(ruled_out)) => {
            format!("Its answer can move the balance by up to {}. It can rule out {ruled_out}.", enumerate(&ways, "or"))
        }
    };
    vec![base.questions[question].why.to_string(), reach]
}

/// What an answer can rule out of what can be had.
fn ruled_out(forest: &Forest<'_>, answers: &Answers, question: Key<Question>) -> Option<String> {
    let base = forest.facts.base;
    let can_be_had = |side: &Side| !is_gone(forest.facts.availability, *side);
    let rules_out = |side: &Side| can_be_had(side) && can_rule_out(forest, answers, question, *side);
    let sides: Vec<Side> = Side::BOTH.into_iter().filter(rules_out).collect();
    if sides.len() == 2 && can_rule_out_both(forest, answers, question) {
        return Some("both areas".to_owned());
    }
    let names: Vec<String> = sides.into_iter().map(|side| name(base, side).to_owned()).collect();
    (!names.is_empty()).then(|| enumerate(&names, "or"))
}

/// Why each question was asked.
pub(crate) fn section(report: &Report) -> Section {
    let lines = report.why_asked.iter().map(|why| {
        let mut line = vec![Piece::Strong(why.ask.to_string())];
        line.push(Piece::Text(format!(" {}", why.sentences.join(" "))));
        line
    });
    Section::new("why-asked", "Why each question was asked", vec![list(lines)])
}
