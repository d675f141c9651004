//! The next three steps, each with who does it and by when.

use crate::report::parts::next_steps::{ShortStep, Who, in_short};

use super::fitted::Fitted;
use super::grounds::Grounds;
use super::identity::{Identity, TO_BE_NAMED};

/// So many steps stand on the first page at most.
pub const MOST: usize = 3;

/// A step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    /// What to do, the verb first.
    pub step: Fitted<100>,
    /// Who does it, or that somebody is to be named.
    pub owner: Fitted<60>,
    /// By when, or that a day is to be named.
    pub by: Fitted<12>,
}

impl NextStep {
    /// Who does it and by when, in a line.
    pub fn who_and_when(&self) -> String {
        who_and_when(&self.owner, &self.by)
    }
}

/// Who sees to something and by when, in a line.
pub(crate) fn who_and_when(owner: &str, by: &str) -> String {
    match (owner, by) {
        (TO_BE_NAMED, TO_BE_NAMED) => format!("owner and day {TO_BE_NAMED}"),
        (TO_BE_NAMED, by) => format!("owner {TO_BE_NAMED} · {by}"),
        (owner, TO_BE_NAMED) => format!("{owner} · day {TO_BE_NAMED}"),
        (owner, by) => format!("{owner} · {by}"),
    }
}

/// The heading, which counts them.
pub fn heading(steps: &[NextStep]) -> &'static str {
    match steps.len() {
        MOST.. => "Next three steps",
        1 => "Next step",
        _ => "Next steps",
    }
}

/// The first steps that follow from a verdict.
pub(super) fn all(on: Grounds<'_>, identity: &Identity) -> Vec<NextStep> {
    let steps = in_short(on.facts, on.verdict, on.report);
    let step = |step: ShortStep| NextStep {
        step: Fitted::first_of(&step.wordings),
        owner: match &step.who {
            Who::Decider => Fitted::cut(identity.decided_by()),
            Who::Knows(who) => Fitted::cut(who),
            Who::Somebody => Fitted::cut(TO_BE_NAMED),
        },
        by: match step.who {
            Who::Decider => Fitted::cut(&identity.decide_by.short_words()),
            Who::Knows(_) | Who::Somebody => Fitted::cut(TO_BE_NAMED),
        },
    };
    steps.into_iter().take(MOST).map(step).collect()
}
