//! Periods: none ends before it begins, and the support of each alternative covers every day once.

use crate::diagnostic::code::Code;
use crate::diagnostic::toml::At;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::capability::Level;
use crate::model::date::{Day, PartialDate};
use crate::model::name::Id;

use crate::knowledge::raw::{Advisor, Capability, Limitation, Raw, Support, Workaround};
use crate::knowledge::shape::Reference;

use super::neighbours;

/// Checks every support entry and limitation.
pub(super) fn check(raw: &Raw, findings: &mut Vec<Diagnostic>) {
    let Some(advisor) = &raw.advisor else { return };
    let Some(begin) = &advisor.value.facts_from else { return };
    let bases: Vec<&str> =
        advisor.value.presets.iter().filter_map(|preset| Some(preset.value.basis.as_ref()?.value.as_str())).collect();
    for file in raw.files() {
        for capability in &file.capabilities {
            for support in &capability.value.support {
                entry(&support.value, &bases, findings);
            }
            coverage(&capability.value, &capability.place, &advisor.value, begin.value.first_day(), findings);
        }
        for limitation in &file.limitations {
            self::limitation(&limitation.value, &limitation.place, begin.value.first_day(), findings);
        }
    }
}

fn entry(support: &Support, bases: &[&str], findings: &mut Vec<Diagnostic>) {
    ends_after_beginning(support.from.as_ref(), support.until.as_ref(), findings);
    if let (Some(stage), Some(level)) = (&support.stage, &support.level)
        && level.value == Level::Native
    {
        findings.push(
            Diagnostic::new(Code::K035, "a preview is called native", level.place.clone())
                .with(stage.place.clone(), "called a preview here")
                .help("a preview is at most `partial`"),
        );
    }
    if let Some(source) = &support.according_to
        && !bases.contains(&source.value.as_str())
    {
        let message = format!("no preset goes by `{}`, so this reading never counts", source.value);
        findings.push(Diagnostic::new(Code::K037, message, source.place.clone()));
    }
}

fn ends_after_beginning(
    from: Option<&At<PartialDate>>,
    until: Option<&At<PartialDate>>,
    findings: &mut Vec<Diagnostic>,
) {
    if let (Some(from), Some(until)) = (from, until)
        && until.value.first_day() <= from.value.first_day()
    {
        findings.push(
            Diagnostic::new(Code::K012, format!("ends on {} before it begins", until.value), until.place.clone())
                .with(from.place.clone(), "begins here"),
        );
    }
}

/// A support entry as days.
struct Stretch<'s> {
    entry: &'s At<Support>,
    from: Option<Day>,
    until: Option<Day>,
}

fn coverage(capability: &Capability, place: &Place, advisor: &Advisor, begin: Day, findings: &mut Vec<Diagnostic>) {
    for alternative in advisor.alternatives.iter().take(2) {
        let Some(id) = &alternative.value.id else { continue };
        let mut stretches: Vec<_> = capability
            .support
            .iter()
            .filter(|entry| entry.value.alternative.as_ref().is_some_and(|own| own.value == id.value))
            .filter(|entry| entry.value.according_to.is_none())
            .map(|entry| Stretch {
                entry,
                from: entry.value.from.as_ref().map(|date| date.value.first_day()),
                until: entry.value.until.as_ref().map(|date| date.value.first_day()),
            })
            .collect();
        stretches.sort_by_key(|stretch| stretch.from);
        if stretches.is_empty() {
            let place = capability.id.as_ref().map_or(place, |id| &id.place);
            let message = format!("the support of `{}` is unsaid", id.value);
            findings.push(
                Diagnostic::new(Code::K015, message, place.clone())
                    .help(format!("add a `[[capability.support]]` for `{}`, if only `level = \"unknown\"`", id.value)),
            );
        } else {
            seams(&stretches, begin, findings);
        }
    }
}

/// Where one stretch meets the next, and the two open ends.
fn seams(stretches: &[Stretch<'_>], begin: Day, findings: &mut Vec<Diagnostic>) {
    if let [first, ..] = stretches
        && let Some(from) = first.from.filter(|from| *from > begin)
    {
        findings.push(gap(&first.entry.place, begin, Some(from)));
    }
    for (earlier, later) in neighbours(stretches) {
        let begins = later.from.unwrap_or(begin);
        match earlier.until {
            Some(until) if until < begins => findings.push(gap(&later.entry.place, until, Some(begins))),
            Some(until) if until == begins => {}
            _ => findings.push(overlap(earlier, later, begins)),
        }
    }
    if let [.., last] = stretches
        && let Some(until) = last.until
    {
        findings.push(gap(&last.entry.place, until, None));
    }
}

fn gap(place: &Place, from: Day, until: Option<Day>) -> Diagnostic {
    let message = match until {
        Some(until) => format!("nothing is said from {from} to {}", until.previous()),
        None => format!("nothing is said from {from} on"),
    };
    Diagnostic::new(Code::K014, message, place.clone())
        .help("close the gap, or add an entry with `level = \"unknown\"`")
}

fn overlap(earlier: &Stretch<'_>, later: &Stretch<'_>, on: Day) -> Diagnostic {
    let level = |stretch: &Stretch<'_>| stretch.entry.value.level.as_ref().map(|level| level.value);
    let message = match (level(earlier), level(later)) {
        (Some(first), Some(second)) if first != second => {
            format!("on {on} both `{}` and `{}` hold", first.word(), second.word())
        }
        _ => format!("two entries hold on {on}"),
    };
    Diagnostic::new(Code::K013, message, later.entry.place.clone())
        .saying("this entry begins")
        .with(earlier.entry.place.clone(), "while this one still holds")
        .help(format!("end the earlier one with `until = \"{on}\"`"))
}

fn limitation(limitation: &Limitation, place: &Place, begin: Day, findings: &mut Vec<Diagnostic>) {
    ends_after_beginning(limitation.from.as_ref(), limitation.until.as_ref(), findings);
    if limitation.limits.is_empty() {
        let place = limitation.id.as_ref().map_or(place, |id| &id.place);
        findings.push(Diagnostic::new(Code::K024, "the limitation names no capability", place.clone()));
    }
    if let (Some(way), None) = (&limitation.way, &limitation.workaround) {
        findings.push(Diagnostic::new(Code::K039, Code::K039.title(), way.place.clone()));
    }
    if let Some(workarounds) = &limitation.workaround {
        self::workarounds(&workarounds.value.0, limitation, findings);
    }
    if let Some(until) = &limitation.until
        && until.value.first_day() <= begin
    {
        findings.push(Diagnostic::new(Code::K045, "the limitation ended before the facts begin", until.place.clone()));
    }
}

/// Each workaround lies within the limitation, and none hides another on any day.
fn workarounds(workarounds: &[At<Workaround>], limitation: &Limitation, findings: &mut Vec<Diagnostic>) {
    let first_day = |date: &Option<At<PartialDate>>| date.as_ref().map(|date| date.value.first_day());
    let (begins, ends) = (first_day(&limitation.from), first_day(&limitation.until));
    for workaround in workarounds.iter().map(|workaround| &workaround.value) {
        ends_after_beginning(workaround.from.as_ref(), workaround.until.as_ref(), findings);
        for (date, is_begin) in [(&workaround.from, true), (&workaround.until, false)] {
            let Some(date) = date else { continue };
            let day = date.value.first_day();
            let is_early = begins.is_some_and(|begins| day < begins || day == begins && !is_begin);
            let is_late = ends.is_some_and(|ends| day > ends || day == ends && is_begin);
            if is_early || is_late {
                findings.push(outside(limitation, date, is_early));
            }
        }
    }
    for (position, later) in workarounds.iter().enumerate() {
        for earlier in workarounds.iter().take(position).filter(|earlier| is_hidden(&later.value, &earlier.value)) {
            findings.push(overlapping(earlier, later));
        }
    }
}

/// Whether on some day a workaround is never taken because of one that stands before it: both hold for the same capability,
/// by the same sources, and ask for the same people.
fn is_hidden(later: &Workaround, earlier: &Workaround) -> bool {
    let first_day = |date: &Option<At<PartialDate>>| date.as_ref().map(|date| date.value.first_day());
    let ends_before = |one: &Workaround, other: &Workaround| matches!((first_day(&one.until), first_day(&other.from)), (Some(until), Some(from)) if until <= from);
    let shares = |ids: &[At<Id>], others: &[At<Id>]| {
        let is_among = |id: &At<Id>| others.iter().any(|other| other.value == id.value);
        ids.is_empty() || others.is_empty() || ids.iter().any(is_among)
    };
    let cites =
        |reference: &At<Reference>| earlier.sources.iter().any(|own| own.value.source == reference.value.source);
    let counts_too = earlier.sources.is_empty() || !later.sources.is_empty() && later.sources.iter().all(cites);
    let who = |workaround: &Workaround| workaround.who.as_ref().map(|who| who.value);
    !ends_before(later, earlier)
        && !ends_before(earlier, later)
        && shares(&later.capabilities, &earlier.capabilities)
        && who(earlier).is_none_or(|needed| who(later) == Some(needed))
        && counts_too
}

fn overlapping(earlier: &At<Workaround>, later: &At<Workaround>) -> Diagnostic {
    let begins = |entry: &At<Workaround>| entry.value.from.as_ref().map(|from| from.value.first_day());
    let (first, second) = if begins(later) < begins(earlier) { (later, earlier) } else { (earlier, later) };
    Diagnostic::new(Code::K051, "two workarounds hold on the same day", second.place.clone())
        .saying("this one begins")
        .with(first.place.clone(), "while this one still holds")
        .help("end the earlier one with `until` on the day when the later one begins")
}

fn outside(limitation: &Limitation, date: &At<PartialDate>, is_early: bool) -> Diagnostic {
    let (bound, message) = if is_early {
        (&limitation.from, format!("{} is before the limitation holds", date.value))
    } else {
        (&limitation.until, format!("{} is after the limitation ended", date.value))
    };
    let diagnostic = Diagnostic::new(Code::K050, message, date.place.clone());
    match bound {
        Some(bound) if is_early => diagnostic.with(bound.place.clone(), "it begins here"),
        Some(bound) => diagnostic.with(bound.place.clone(), "it ends here"),
        None => diagnostic,
    }
}
