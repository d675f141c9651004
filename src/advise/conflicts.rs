//! Conflicts: answers that contradict each other, and the advice under each way to resolve them.

use crate::knowledge::facts::Facts;
use crate::knowledge::visible::Visible;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::question::{ChoiceIndex, Kind, Question};
use crate::model::verdict::{Outcome, Recommendation, Verdict};

use super::{gaps, recommendation};
use crate::model::answers::Answer;

/// A contradiction in the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// Position of the conflict in the knowledge base.
    pub conflict: usize,
    /// The advice if one of the answers is given up, for each of them.
    pub resolutions: Vec<Resolution>,
}

/// One way to resolve a contradiction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resolution {
    /// The question.
    pub question: Key<Question>,
    /// The choice given up.
    pub without: ChoiceIndex,
    /// The advice then.
    pub then: Recommendation,
}

impl Contradiction {
    /// Whether the advice depends on how it is resolved.
    pub(crate) fn decides(&self) -> bool {
        self.resolutions.windows(2).any(|pair| matches!(pair, [left, right] if left.then != right.then))
    }
}

/// Whether the advice depends on how one of them is resolved.
pub(super) fn decide(contradictions: &[Contradiction]) -> bool {
    contradictions.iter().any(Contradiction::decides)
}

/// The verdict where answers contradict each other in a way that decides: there is no advice until that is settled, and the gaps
/// are those of a plan without advice.
pub(super) fn unsettled(verdict: Verdict, facts: &Facts<'_>, contradictions: &[Contradiction]) -> Verdict {
    if !decide(contradictions) {
        return verdict;
    }
    let mut verdict = Verdict { outcome: Outcome::Inconsistent, recommendation: Recommendation::Undecided, ..verdict };
    verdict.gaps = gaps::of(&verdict, facts);
    verdict
}

/// The contradictions among the answers that count.
pub(super) fn all(facts: &Facts<'_>, answers: &Answers, visible: &Visible) -> Vec<Contradiction> {
    let base = facts.base;
    let given = |(question, choice): &(Key<Question>, ChoiceIndex)| {
        visible.contains(*question) && answers.answer(*question).is_some_and(|answer| answer.has(*choice))
    };
    base.conflicts
        .iter()
        .enumerate()
        .filter(|(_, conflict)| conflict.between.iter().all(given))
        .map(|(position, conflict)| Contradiction {
            conflict: position,
            resolutions: conflict
                .between
                .iter()
                .map(|(question, choice)| Resolution {
                    question: *question,
                    without: *choice,
                    then: recommendation(facts, &without(answers, *question, *choice, base.questions[*question].kind)),
                })
                .collect(),
        })
        .collect()
}

/// The answers without one choice; a question that takes one answer is open then.
fn without(answers: &Answers, question: Key<Question>, choice: ChoiceIndex, kind: Kind) -> Answers {
    let mut answers = answers.clone();
    let mut response = answers.response(question).cloned().expect("the choice given up is one that was taken");
    match (&mut response.answer, kind) {
        (Some(Answer::Chosen(picks)), Kind::Many) => picks.retain(|pick| pick.choice != choice),
        (answer, _) => *answer = None,
    }
    answers.set(question, response);
    answers
}
