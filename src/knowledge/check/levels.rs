//! Levels against what else is said: a level has its reason, and is not unknown while a blocker of the same source tells.

use crate::diagnostic::code::Code;
use crate::diagnostic::{Diagnostic, Place};
use crate::knowledge::KnowledgeBase;
use crate::model::capability::{Capability, Level, Limitation, Limits, Severity, Support};
use crate::model::date::{Day, PartialDate, Period};

/// Reports the levels without a note, and those that a blocker contradicts, at the place of each level.
pub(super) fn check(base: &KnowledgeBase, places: &[Vec<Place>]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for ((_, capability), places) in base.capabilities.iter().zip(places) {
        for (support, place) in capability.support.iter().zip(places) {
            if support.note.is_none() {
                let message = format!("a level of `{}` has no note to give as its reason", capability.id);
                diagnostics.push(Diagnostic::new(Code::K086, message, place.clone()));
            }
            if let Some((limitation, day)) = known(base, capability, support) {
                let message = format!(
                    "`{}` is unknown on {day}, yet `{}` blocks it by the same source",
                    capability.id, limitation.id
                );
                diagnostics.push(Diagnostic::new(Code::K087, message, place.clone()));
            }
        }
    }
    diagnostics
}

/// The blocker that tells what an unknown level leaves open, and the first day on which it does.
fn known<'k>(base: &'k KnowledgeBase, capability: &Capability, support: &Support) -> Option<(&'k Limitation, Day)> {
    if support.level != Level::Unknown {
        return None;
    }
    let limitations = capability.limitations.iter().map(|key| &base.limitations[*key]);
    let same_source = |limitation: &Limitation| {
        support.sources.iter().any(|cited| limitation.sources.iter().any(|other| other.source == cited.source))
    };
    let mut blocking = limitations.filter(|limitation| {
        limitation.severity == Severity::Blocker
            && limitation.side == support.side
            && matches!(limitation.limits, Limits::Each(_))
            && same_source(limitation)
    });
    blocking.find_map(|limitation| Some((limitation, both(base, support.period, limitation.period)?)))
}

/// The first day of both periods for which there are facts, if they have one in common.
fn both(base: &KnowledgeBase, one: Period, other: Period) -> Option<Day> {
    let begins = [one.from, other.from, Some(base.facts_from)].into_iter().flatten().map(PartialDate::first_day);
    let day = begins.max()?;
    (one.contains(day) && other.contains(day)).then_some(day)
}
