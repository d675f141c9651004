//! Whether each level `workaround` says which way there is, on every day on which it counts.

use std::collections::BTreeSet;

use crate::diagnostic::code::Code;
use crate::diagnostic::{Diagnostic, Place};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::arena::Key;
use crate::model::capability::{Capability, Level, Support};
use crate::model::date::{Day, PartialDate};
use crate::model::name::Id;
use crate::model::verdict::AsOf;

/// Reports the levels `workaround` of whose days one is without a way, at the place of each level.
pub(super) fn check(base: &KnowledgeBase, places: &[Vec<Place>]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for ((key, capability), places) in base.capabilities.iter().zip(places) {
        for (support, place) in capability.support.iter().zip(places).filter(|(support, _)| lacks_note(support)) {
            let silent = silent_days(base, key, support);
            let worst = silent.iter().find(|(_, silence)| *silence == Silence::PastItsTime).or(silent.first());
            diagnostics.extend(worst.map(|(day, silence)| silence.diagnostic(&capability.id, *day, place)));
        }
    }
    diagnostics
}

fn lacks_note(support: &Support) -> bool {
    support.level == Level::Workaround && support.note.is_none()
}

/// Why nothing tells the way on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Silence {
    /// There are workarounds, but none of them holds.
    PastItsTime,
    /// Nobody has written of one.
    NotNamed,
}

impl Silence {
    fn diagnostic(self, id: &Id, day: Day, place: &Place) -> Diagnostic {
        let help = "add a `note` with the way, or a workaround that holds on that day";
        match self {
            Self::PastItsTime => {
                let message = format!("on {day} no workaround for `{id}` holds");
                Diagnostic::new(Code::K073, message, place.clone()).help(help)
            }
            Self::NotNamed => {
                let message = format!("nothing says by which workaround `{id}` is reached on {day}");
                Diagnostic::new(Code::K075, message, place.clone()).help(help)
            }
        }
    }
}

/// The days of a level `workaround` on which no workaround in force tells the way, the earliest first.
fn silent_days(base: &KnowledgeBase, key: Key<Capability>, support: &Support) -> Vec<(Day, Silence)> {
    let alternative = &base.alternatives[support.side];
    let counts = |day: &Day| support.period.contains(*day) && alternative.judged_on(*day) == *day;
    let silence = |day: Day| {
        let facts = base.at(AsOf { day, basis: support.according_to });
        Some((day, silence(&facts, key, support)?))
    };
    days(base, key).into_iter().filter(counts).filter_map(silence).collect()
}

fn silence(facts: &Facts<'_>, key: Key<Capability>, support: &Support) -> Option<Silence> {
    let limitations = facts.limitations(key, support.side);
    let limitations = || limitations.iter().map(|limitation| &facts.base.limitations[*limitation]);
    if limitations().any(|limitation| facts.workaround_for(limitation, &[key]).is_some()) {
        return None;
    }
    let offers = limitations().any(|limitation| !limitation.workarounds.is_empty());
    Some(if offers { Silence::PastItsTime } else { Silence::NotNamed })
}

/// The first of the days for which there are facts, and each on which a level, a limitation or a workaround of the
/// capability begins or has ended.
fn days(base: &KnowledgeBase, key: Key<Capability>) -> BTreeSet<Day> {
    let begin = base.facts_from.first_day();
    let capability = &base.capabilities[key];
    let limitations = capability.limitations.iter().map(|limit| &base.limitations[*limit]);
    let periods = limitations
        .flat_map(|limitation| {
            limitation.workarounds.iter().map(|workaround| workaround.period).chain([limitation.period])
        })
        .chain(capability.support.iter().map(|support| support.period));
    let dates = periods.flat_map(|period| [period.from, period.until]).flatten().map(PartialDate::first_day);
    dates.filter(|day| *day >= begin).chain([begin]).collect()
}
