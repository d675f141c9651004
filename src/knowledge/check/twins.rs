//! Entries that seem to tell one fact twice: of one kind, with one title.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Code;
use crate::diagnostic::toml::At;
use crate::knowledge::raw::{Limitation, Raw};
use crate::knowledge::shape::Text;

/// Reports the second of two capabilities, events or limitations of one area that have the same title. The two areas may be limited
/// alike.
pub(super) fn check(raw: &Raw, findings: &mut Vec<Diagnostic>) {
    let capabilities = raw.files().flat_map(|file| &file.capabilities);
    same(capabilities.filter_map(|entry| entry.value.title.as_ref().map(|title| ("", title))), findings);
    let events = raw.files().flat_map(|file| &file.events);
    same(events.filter_map(|entry| entry.value.title.as_ref().map(|title| ("", title))), findings);
    let limitations = raw.files().flat_map(|file| &file.limitations);
    same(limitations.filter_map(|entry| Some((area(&entry.value)?, entry.value.title.as_ref()?))), findings);
}

fn area(limitation: &Limitation) -> Option<&str> {
    limitation.alternative.as_ref().map(|id| id.value.as_str())
}

fn same<'t, const MAX: usize>(
    titles: impl Iterator<Item = (&'t str, &'t At<Text<MAX>>)>,
    findings: &mut Vec<Diagnostic>,
) {
    let mut known: Vec<(&str, &At<Text<MAX>>)> = Vec::new();
    for (area, title) in titles {
        match known.iter().find(|(other, earlier)| *other == area && earlier.value == title.value) {
            Some((_, earlier)) => findings.push(
                Diagnostic::new(Code::K088, format!("\"{}\" stands twice", title.value.0), title.place.clone())
                    .with(earlier.place.clone(), "first here"),
            ),
            None => known.push((area, title)),
        }
    }
}
