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

/// Who does a step, and by when.
pub(crate) fn seen_to_by(who: &Who, identity: &Identity) -> [String; 2] {
    match who {
        Who::Decider => [identity.decided_by().to_owned(), identity.decide_by.short_words()],
        Who::Knows(who) => [who.to_string(), TO_BE_NAMED.to_owned()],
        Who::Somebody => [TO_BE_NAMED, TO_BE_NAMED].map(str::to_owned),
    }
}

/// The first steps that follow from a verdict.
pub(super) fn all(on: Grounds<'_>, identity: &Identity) -> Vec<NextStep> {
    let steps = in_short(on.facts, on.verdict, on.report);
    let step = |step: ShortStep| {
        let [owner, by] = seen_to_by(&step.who, identity);
        NextStep { step: Fitted::first_of(&step.wordings), owner: Fitted::cut(&owner), by: Fitted::cut(&by) }
    };
    steps.into_iter().take(MOST).map(step).collect()
}
