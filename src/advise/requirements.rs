//! From answers to requirements: what each chosen choice needs, at its importance.

use crate::knowledge::asked::Asked;
use crate::knowledge::facts::Facts;
use crate::model::alternative::Pair;
use crate::model::answers::{Answer, Answers, Pick, Response};
use crate::model::arena::Key;
use crate::model::capability::{Capability, Level};
use crate::model::question::{ChoiceIndex, Importance, Question};
use crate::model::scoring::Scoring;
use crate::model::verdict::{Requirement, RequirementNumber};

/// Every requirement, numbered in the order of the interview.
pub fn all(facts: &Facts<'_>, answers: &Answers, asked: &Asked) -> Vec<Requirement> {
    let mut all = Vec::with_capacity(2 * facts.base.questions.len());
    for question in asked.iter() {
        let Some(response) = answers.response(question) else { continue };
        for need in needs(&facts.base.questions[question], response) {
            let number = RequirementNumber(u16::try_from(all.len() + 1).unwrap_or(u16::MAX));
            all.push(requirement(number, question, need, facts));
        }
    }
    all
}

/// A capability that an answer needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Need {
    /// The choice that needs it.
    pub choice: ChoiceIndex,
    /// What is needed.
    pub capability: Key<Capability>,
    /// How much it matters.
    pub importance: Importance,
}

/// What an answer needs, in the order of the question. A capability that two choices share is needed once, at the
/// higher importance: the same wish does not count twice.
pub fn needs(question: &Question, response: &Response) -> Vec<Need> {
    let mut picks: Vec<Pick> = response.answer.iter().flat_map(Answer::picks).copied().collect();
    picks.sort_by_key(|pick| pick.choice);
    let mut needs: Vec<Need> = Vec::with_capacity(picks.len());
    for pick in picks {
        let importance = response.importance_of(pick, question);
        for capability in question.choice(pick.choice).into_iter().flat_map(|choice| &choice.needs) {
            let need = Need { choice: pick.choice, capability: *capability, importance };
            match needs.iter_mut().find(|known| known.capability == *capability) {
                Some(known) if known.importance < importance => *known = need,
                Some(_) => {}
                None => needs.push(need),
            }
        }
    }
    needs
}

/// The requirement behind a need, by the facts of a day.
pub fn requirement(number: RequirementNumber, question: Key<Question>, need: Need, facts: &Facts<'_>) -> Requirement {
    let levels = facts.levels(need.capability);
    Requirement {
        number,
        question,
        choice: need.choice,
        capability: need.capability,
        importance: need.importance,
        levels,
        contribution: contribution(levels, need.importance, &facts.scoring),
    }
}

/// `weight * (points of the first - points of the second)`; 0 if either level is unknown.
fn contribution(levels: Pair<Level>, importance: Importance, scoring: &Scoring) -> i32 {
    match (scoring.points(levels.first), scoring.points(levels.second)) {
        (Some(first), Some(second)) => scoring.weight(importance) * (first - second),
        _ => 0,
    }
}
