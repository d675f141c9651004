//! From answers to requirements: what each chosen choice needs, at its importance.

use crate::knowledge::facts::Facts;
use crate::knowledge::visible::Visible;
use crate::model::alternative::Pair;
use crate::model::answers::{Answer, Answers, Response};
use crate::model::arena::Key;
use crate::model::capability::{Capability, Level};
use crate::model::question::{ChoiceIndex, Importance, Question};
use crate::model::scoring::Scoring;
use crate::model::verdict::{Requirement, RequirementNumber};

/// A choice taken at an importance.
pub(super) type Taken = (ChoiceIndex, Importance);

/// Every requirement, numbered in the order of the interview.
pub(super) fn all(facts: &Facts<'_>, answers: &Answers, visible: &Visible) -> Vec<Requirement> {
    let mut all = Vec::with_capacity(2 * facts.base.questions.len());
    for question in visible.iter() {
        let asks = &facts.base.questions[question];
        for Need { choice, capability, importance } in needs(asks, &taken(asks, answers.response(question))) {
            let levels = facts.levels(capability);
            all.push(Requirement {
                number: RequirementNumber::new(all.len() + 1),
                question,
                choice,
                capability,
                importance,
                levels,
                contribution: contribution(levels, importance, &facts.scoring),
            });
        }
    }
    all
}

/// The choices taken in an answer, in the order of the question, each at its importance.
pub(super) fn taken(question: &Question, response: Option<&Response>) -> Vec<Taken> {
    let Some(response) = response else { return Vec::new() };
    let picks = response.answer.iter().flat_map(Answer::picks);
    let mut taken: Vec<Taken> = picks.map(|pick| (pick.choice, response.importance_of(*pick, question))).collect();
    taken.sort_by_key(|(choice, _)| *choice);
    taken
}

/// A capability that an answer needs, and the choice that needs it.
pub(super) struct Need {
    choice: ChoiceIndex,
    pub(super) capability: Key<Capability>,
    pub(super) importance: Importance,
}

/// What choices need, in their order. A capability that two of them share is needed once, at the higher importance: the same
/// wish does not count twice.
pub(super) fn needs(question: &Question, taken: &[Taken]) -> Vec<Need> {
    let mut needs: Vec<Need> = Vec::with_capacity(taken.len());
    for (choice, importance) in taken.iter().copied() {
        for capability in question[choice].needs.iter().copied() {
            let need = Need { choice, capability, importance };
            match needs.iter_mut().find(|known| known.capability == capability) {
                Some(known) if known.importance < importance => *known = need,
                Some(_) => {}
                None => needs.push(need),
            }
        }
    }
    needs
}

/// `weight * (points of the first - points of the second)`; 0 if either level is unknown.
fn contribution(levels: Pair<Level>, importance: Importance, scoring: &Scoring) -> i32 {
    match (scoring.points(levels.first), scoring.points(levels.second)) {
        (Some(first), Some(second)) => scoring.weight(importance) * (first - second),
        _ => 0,
    }
}
