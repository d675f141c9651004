//! The gap register: what the alternative that one would build in does less than natively.

use crate::knowledge::facts::Facts;
use crate::model::capability::Level;
use crate::model::verdict::{Gap, Verdict};

/// The gaps of what would be built, the most important first, then in the order of the interview.
pub(super) fn of(verdict: &Verdict, facts: &Facts<'_>) -> Vec<Gap> {
    let at_home = verdict.requirements.iter().map(|requirement| (requirement, verdict.home(requirement)));
    let mut short: Vec<_> = at_home.filter(|(requirement, side)| requirement.levels[*side] != Level::Native).collect();
    short.sort_by_key(|(requirement, _)| std::cmp::Reverse(requirement.importance));
    short
        .into_iter()
        .map(|(requirement, side)| Gap {
            requirement: requirement.number,
            side,
            level: requirement.levels[side],
            limitations: facts.limitations(requirement.capability, side),
        })
        .collect()
}
