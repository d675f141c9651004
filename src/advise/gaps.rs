//! The gap register: what the alternative that one would build in does less than natively.

use crate::knowledge::facts::Facts;
use crate::model::capability::Level;
use crate::model::verdict::{Gap, Verdict};

/// The gaps of the verdict's focus, the most important first, then in the order of the interview.
pub fn of(verdict: &Verdict, facts: &Facts<'_>) -> Vec<Gap> {
    let side = verdict.focus();
    let mut short: Vec<_> =
        verdict.requirements.iter().filter(|requirement| requirement.levels[side] != Level::Native).collect();
    short.sort_by_key(|requirement| std::cmp::Reverse(requirement.importance));
    short
        .into_iter()
        .map(|requirement| Gap {
            requirement: requirement.number,
            side,
            level: requirement.levels[side],
            limitations: facts.limitations(requirement.capability, side),
        })
        .collect()
}
