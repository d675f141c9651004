//! Conditions: the limits in force of what is built in. Beside them the limits of the other area, where that can be had too.
//!
//! Every limit in force of an area that can be had reaches the advice once, whatever its severity: behind a gap, as a
//! condition, or as a limit elsewhere.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::arena::Key;
use crate::model::capability::{Level, Limitation, Limits};
use crate::model::verdict::{Condition, Requirement, Verdict};

use super::outcome::is_gone;

/// The limits that no gap holds. A verdict is the same without them, so they are looked up only for whoever tells them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conditions {
    /// Those of what would be built, and of two that get in each other's way in it: the worst first, then those of the most
    /// important requirements.
    pub own: Vec<Condition>,
    /// Those of the other area, if that can be had too, in the same order.
    pub elsewhere: Vec<Condition>,
}

/// Where a limit of an area belongs.
enum Place<'v> {
    Gap,
    Condition(Vec<&'v Requirement>),
    Elsewhere(Vec<&'v Requirement>),
}

/// The conditions on what would be built, and the limits of the other area. What stands behind a gap already is in neither.
pub fn of(facts: &Facts<'_>, verdict: &Verdict) -> Conditions {
    let mut found = Conditions::default();
    for side in Side::BOTH.into_iter().filter(|side| !is_gone(facts.availability, *side)) {
        for limitation in in_force(verdict, facts, side) {
            let condition = |requirements: Vec<&Requirement>| {
                let requirements = requirements.into_iter().map(|one| one.number).collect();
                Condition { limitation, side, requirements }
            };
            match place(verdict, &facts.base.limitations[limitation], side) {
                Place::Gap => {}
                Place::Condition(requirements) => found.own.push(condition(requirements)),
                Place::Elsewhere(requirements) => found.elsewhere.push(condition(requirements)),
            }
        }
    }
    found.own.sort_by_key(|condition| weight(verdict, facts, condition));
    found.elsewhere.sort_by_key(|condition| weight(verdict, facts, condition));
    found
}

/// Every limitation of an area that concerns the plan on the day, once.
fn in_force(verdict: &Verdict, facts: &Facts<'_>, side: Side) -> BTreeSet<Key<Limitation>> {
    verdict.requirements.iter().flat_map(|requirement| unsorted(verdict, facts, requirement, side)).collect()
}

/// The limitations of an area that concern a requirement on the day, the worst first: of itself, and together with another
/// requirement.
pub(crate) fn concerning(
    verdict: &Verdict,
    facts: &Facts<'_>,
    requirement: &Requirement,
    side: Side,
) -> Vec<Key<Limitation>> {
    let mut all = unsorted(verdict, facts, requirement, side);
    all.sort_by_key(|key| Reverse(facts.base.limitations[*key].severity));
    all
}

fn unsorted(verdict: &Verdict, facts: &Facts<'_>, requirement: &Requirement, side: Side) -> Vec<Key<Limitation>> {
    let limitations = &facts.base.limitations;
    let mut all = facts.limitations(requirement.capability, side);
    let together = facts.limitations_together(requirement.capability, side);
    all.extend(together.into_iter().filter(|key| !verdict.concerned(&limitations[*key].limits).is_empty()));
    all
}

/// Two that get in each other's way are a condition of both where both would be built in that area, however well it does
/// either.
fn place<'v>(verdict: &'v Verdict, limitation: &Limitation, side: Side) -> Place<'v> {
    let concerned = verdict.concerned(&limitation.limits);
    let at_home: Vec<&Requirement> = concerned.iter().copied().filter(|one| verdict.home(one) == side).collect();
    match limitation.limits {
        Limits::Together(_) if at_home.len() == concerned.len() => Place::Condition(concerned),
        Limits::Together(_) => Place::Elsewhere(concerned),
        Limits::Each(_) if at_home.is_empty() => Place::Elsewhere(concerned),
        Limits::Each(_) if at_home.iter().any(|one| one.levels[side] != Level::Native) => Place::Gap,
        Limits::Each(_) => Place::Condition(at_home),
    }
}

/// The worst first, then those of the most important requirements, then in the order of the interview.
fn weight(verdict: &Verdict, facts: &Facts<'_>, condition: &Condition) -> impl Ord + use<> {
    let importance = condition.requirements.iter().map(|number| verdict.requirement(*number).importance).max();
    let severity = facts.base.limitations[condition.limitation].severity;
    (Reverse(severity), Reverse(importance), condition.requirements.first().copied())
}
