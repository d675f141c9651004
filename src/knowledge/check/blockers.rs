//! Blockers that the support contradicts.

use crate::diagnostic::code::Code;
use crate::diagnostic::{Diagnostic, Place};
use crate::knowledge::KnowledgeBase;
use crate::model::arena::Key;
use crate::model::capability::{Capability, Level, Limitation, Limits, Severity};
use crate::model::date::Day;

/// Reports the blockers of which every capability is native on the first day that they hold. Two that get in each other's
/// way may both be native.
pub(super) fn check(base: &KnowledgeBase, severities: &[Place]) -> Vec<Diagnostic> {
    base.limitations
        .iter()
        .zip(severities)
        .filter(|((_, limitation), _)| limitation.severity == Severity::Blocker)
        .filter_map(|((_, limitation), place)| {
            let day = limitation.period.from.map_or(base.facts_from, |from| from).first_day();
            let Limits::Each(limits) = &limitation.limits else { return None };
            let contradicted = limits.iter().all(|capability| is_native(base, *capability, limitation, day));
            contradicted.then(|| {
                let message = format!("`{}` is a blocker, yet everything it limits is native on {day}", limitation.id);
                Diagnostic::new(Code::K042, message, place.clone())
            })
        })
        .collect()
}

fn is_native(base: &KnowledgeBase, capability: Key<Capability>, limitation: &Limitation, day: Day) -> bool {
    base.capabilities[capability].support.iter().any(|support| {
        support.side == limitation.side
            && support.according_to.is_none()
            && support.level == Level::Native
            && support.period.contains(day)
    })
}
