//! Conditions: the limits in force of what is built in, where they change the design. Milder ones are left to the facts.

use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::arena::Key;
use crate::model::capability::{Capability, Level, Limitation, Severity};
use crate::model::verdict::{Condition, Verdict};

/// The conditions on what would be built, the worst first, then those of the most important requirements. What stands
/// behind a gap already is not among them.
pub(super) fn of(verdict: &Verdict, facts: &Facts<'_>) -> Vec<Condition> {
    let base = facts.base;
    let mut conditions: Vec<Condition> = Vec::new();
    for requirement in &verdict.requirements {
        let side = verdict.home(requirement);
        if requirement.levels[side] != Level::Native {
            continue;
        }
        for limitation in weighty(facts, requirement.capability, side) {
            match conditions.iter_mut().find(|condition| condition.limitation == limitation) {
                Some(condition) => condition.requirements.push(requirement.number),
                None if stands_behind_a_gap(verdict, limitation) => {}
                None => conditions.push(Condition { limitation, side, requirements: vec![requirement.number] }),
            }
        }
    }
    conditions.sort_by_key(|condition| {
        let concerned = condition.requirements.iter().map(|number| verdict.requirement(*number));
        let importance = concerned.map(|requirement| requirement.importance).max();
        std::cmp::Reverse((base.limitations[condition.limitation].severity, importance))
    });
    conditions
}

fn stands_behind_a_gap(verdict: &Verdict, limitation: Key<Limitation>) -> bool {
    verdict.gaps.iter().any(|gap| gap.limitations.contains(&limitation))
}

/// The limitations on the day that change the design or worse.
fn weighty(facts: &Facts<'_>, capability: Key<Capability>, side: Side) -> impl Iterator<Item = Key<Limitation>> {
    let is_weighty = |key: &Key<Limitation>| facts.base.limitations[*key].severity >= Severity::Major;
    facts.limitations(capability, side).into_iter().take_while(is_weighty)
}
