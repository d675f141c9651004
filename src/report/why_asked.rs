//! Why a question is asked: what it feeds, and whether it can still matter.

use crate::advise::bounds::swing;
use crate::advise::components::Forest;
use crate::diagnostic::suggest::enumerate;
use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::text::Text;
use crate::model::verdict::Verdict;

use super::words::{name, number};

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
pub(super) fn all(facts: &Facts<'_>, answers: &Answers, verdict: &Verdict) -> Vec<WhyAsked> {
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
pub fn sentences(forest: &Forest<'_, '_>, answers: &Answers, question: Key<Question>) -> Vec<String> {
    let base = forest.facts.base;
    let swing = swing(forest, answers, question);
    let towards =
        |points: i32, side| (points > 0).then(|| format!("{} points towards {}", number(points), name(base, side)));
    let ways: Vec<String> =
        [towards(swing.highest, Side::First), towards(-swing.lowest, Side::Second)].into_iter().flatten().collect();
    let reach = if ways.is_empty() {
        "On this day its answer cannot move the balance.".to_owned()
    } else {
        format!("Its answer can move the balance by up to {}.", enumerate(&ways, "or"))
    };
    vec![base.questions[question].why.to_string(), reach]
}
