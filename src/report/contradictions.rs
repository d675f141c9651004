//! Answers that contradict each other: both questions, the reason, and the advice under each way out.

use crate::advise::conflicts::Contradiction;
use crate::advise::outlook::Outlook;
use crate::knowledge::facts::Facts;
use crate::model::text::Text;

use super::words::outcome_of;

/// One contradiction in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The questions and choices concerned, each as `question: choice`.
    pub answers: Vec<String>,
    /// Why they do not go together.
    pub reason: Text,
    /// The advice without each of them.
    pub ways_out: Vec<String>,
}

impl Clash {
    /// That answers contradict each other, and why, in one line.
    pub fn sentence(&self) -> String {
        format!("Two of your answers contradict each other. {}", self.reason)
    }
}

/// Every contradiction.
pub(super) fn all(facts: &Facts<'_>, outlook: &Outlook) -> Vec<Clash> {
    outlook.contradictions.iter().filter_map(|contradiction| clash(facts, contradiction)).collect()
}

fn clash(facts: &Facts<'_>, contradiction: &Contradiction) -> Option<Clash> {
    let base = facts.base;
    let conflict = base.conflicts.get(contradiction.conflict)?;
    let label = |question, choice| base.questions[question].choice(choice).map_or("", |choice| choice.label.as_str());
    Some(Clash {
        answers: conflict
            .between
            .iter()
            .map(|(question, choice)| format!("{} {}", base.questions[*question].ask, label(*question, *choice)))
            .collect(),
        reason: conflict.reason.clone(),
        ways_out: contradiction
            .resolutions
            .iter()
            .map(|way| format!("Without \"{}\": {}.", label(way.question, way.without), outcome_of(base, way.then)))
            .collect(),
    })
}
