//! What is still to be found out, and who would know.

use crate::advise::analysis::Analysis;
use crate::advise::components::Forest;
use crate::advise::information::Use;
use crate::knowledge::KnowledgeBase;
use crate::model::alternative::Side;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::capability::Level;
use crate::model::question::Question;
use crate::model::text::Text;
use crate::model::verdict::{Gap, RequirementNumber, Verdict};
use crate::report::influence::Influence;
use crate::report::words::{name, wish};

/// The heading of the part.
pub(crate) const HEADING: &str = "Find this out";

/// Something that is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindOut {
    /// The question of the interview, or that behind the requirement.
    pub question: Key<Question>,
    /// The question as asked, or what nobody could confirm.
    pub ask: Text,
    /// Who would know.
    pub who: Option<Text>,
    /// Why it is not known.
    pub state: State,
    /// What knowing it can change, in a phrase: `can rule out both areas`.
    pub can: String,
}

/// Why something is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is a must, and nothing says whether an alternative meets it.
    Unconfirmed,
    /// Nothing says how well what is asked for is met, and nothing is advised.
    Unsaid,
    /// Somebody was asked, and did not know.
    NotSure,
    /// Nobody has answered it yet.
    NoAnswer,
}

impl State {
    /// The state in a few words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Unconfirmed => "a must that nothing confirms",
            Self::Unsaid => "nothing published says",
            Self::NotSure => "not sure",
            Self::NoAnswer => "no answer yet",
        }
    }
}

/// First the musts that nobody could confirm, for the advice rests on them, then the questions whose answer can change
/// something, the most useful first.
pub(in crate::report) fn all(
    forest: &Forest<'_>,
    answers: &Answers,
    verdict: &Verdict,
    analysis: &Analysis,
) -> Vec<FindOut> {
    let base = forest.facts.base;
    let influence = Influence::of(forest, answers);
    let line = |next: &Use| FindOut {
        question: next.question,
        ask: base.questions[next.question].ask.clone(),
        who: base.questions[next.question].who.clone(),
        state: if verdict.not_sure.contains(&next.question) { State::NotSure } else { State::NoAnswer },
        can: influence.of_open(next.question, next.reach),
    };
    unconfirmed(base, verdict).into_iter().chain(unsaid(base, verdict)).chain(analysis.useful().map(line)).collect()
}

/// Where nothing is advised, what is asked for and nothing says how well it is met: it is no gap to take on.
fn unsaid(base: &KnowledgeBase, verdict: &Verdict) -> Vec<FindOut> {
    let is_told = |number| Side::BOTH.into_iter().any(|side| verdict.standings[side].unconfirmed.contains(&number));
    let unsaid = verdict.gaps.iter().filter(|gap| gap.level == Level::Unknown && !is_told(gap.requirement));
    let line = |gap: &Gap| {
        let requirement = verdict.requirement(gap.requirement);
        FindOut {
            question: requirement.question,
            ask: format!("Whether {} can do \"{}\"", name(base, gap.side), wish(base, requirement)).into(),
            who: Some("somebody who tries it out".into()),
            state: State::Unsaid,
            can: "can move the fit".to_owned(),
        }
    };
    if verdict.recommendation.is_advice() { Vec::new() } else { unsaid.map(line).collect() }
}

/// The musts that nobody could confirm, of the alternatives that are still in the running.
fn unconfirmed(base: &KnowledgeBase, verdict: &Verdict) -> Vec<FindOut> {
    let line = |side: Side, number: &RequirementNumber| {
        let requirement = verdict.requirement(*number);
        FindOut {
            question: requirement.question,
            ask: format!("Whether {} can do \"{}\"", name(base, side), wish(base, requirement)).into(),
            who: Some("somebody who tries it out".into()),
            state: State::Unconfirmed,
            can: format!("can rule out {}", name(base, side)),
        }
    };
    let in_running =
        verdict.standings.iter().filter(|(_, standing)| standing.passes() && standing.availability.is_open());
    in_running.flat_map(|(side, standing)| standing.unconfirmed.iter().map(move |number| line(side, number))).collect()
}

/// That open questions are left out, because their answers can change nothing.
pub(in crate::report) fn left_out(verdict: &Verdict, analysis: &Analysis) -> Option<String> {
    match verdict.open.len() + verdict.not_sure.len() - analysis.useful().count() {
        0 => None,
        1 => Some("1 more question is open; on this day no answer to it changes anything.".to_owned()),
        several => Some(format!("{several} more questions are open; on this day no answer to them changes anything.")),
    }
}
