//! What the documentation cannot have said yet: events dated after every text that tells of them.
//!
//! A page that was withdrawn or replaced tells of that as well.

use std::collections::HashMap;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Code;
use crate::diagnostic::toml::At;
use crate::knowledge::raw::{Archived, Event, Raw, Source};
use crate::model::date::Day;

/// Reports the events that happened after the last of their sources was written: then they were announced, not told.
pub(super) fn check(raw: &Raw, findings: &mut Vec<Diagnostic>) {
    let told =
        raw.sources.iter().filter_map(|source| Some((source.value.id.as_ref()?.value.as_str(), last(&source.value)?)));
    let told: HashMap<&str, Day> = told.collect();
    let events = raw.files().flat_map(|file| &file.events);
    findings.extend(events.filter_map(|event| early(&event.value, &told)));
}

/// The last day of which a source tells. A text dated to a month or a year was written by its end.
fn last(source: &Source) -> Option<Day> {
    let ended = match (&source.archived, &source.replaced) {
        (Some(At { value: Archived::On(day), .. }), _) => Some(*day),
        (_, replaced) => replaced.as_ref().map(|day| day.value),
    };
    source.date.as_ref().map(|date| date.value.last_day()).max(ended)
}

fn early(event: &Event, told: &HashMap<&str, Day>) -> Option<Diagnostic> {
    let At { value: date, place } = event.date.as_ref()?;
    let last = *event.sources.iter().filter_map(|cited| told.get(cited.value.source.as_str())).max()?;
    (date.first_day() > last).then(|| {
        let message = format!("the event is dated after its sources, the last of which is of {}", last.words());
        Diagnostic::new(Code::K085, message, place.clone())
            .help("cite a text of that day or later, or date the event as it was announced")
    })
}
