//! Entries that seem to tell one fact twice: of one kind, with one title.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Code;
use crate::diagnostic::toml::At;
use crate::knowledge::raw::Raw;
use crate::knowledge::shape::Text;

use super::twice;

/// Reports the second of two capabilities, events or limitations of one area that have the same title. The two areas may be limited
/// alike.
pub(super) fn check(raw: &Raw, findings: &mut Vec<Diagnostic>) {
    let capabilities = raw.files().flat_map(|file| &file.capabilities);
    same(capabilities.filter_map(|entry| entry.value.title.as_ref()), findings);
    let events = raw.files().flat_map(|file| &file.events);
    same(events.filter_map(|entry| entry.value.title.as_ref()), findings);
    let areas = raw.advisor.iter().flat_map(|advisor| &advisor.value.alternatives);
    for area in areas.filter_map(|area| area.value.id.as_ref()) {
        let limitations = raw.files().flat_map(|file| &file.limitations).map(|entry| &entry.value);
        let own = limitations.filter(|entry| entry.alternative.as_ref().is_some_and(|id| id.value == area.value));
        same(own.filter_map(|entry| entry.title.as_ref()), findings);
    }
}

fn same<'t, const MAX: usize>(titles: impl Iterator<Item = &'t At<Text<MAX>>>, findings: &mut Vec<Diagnostic>) {
    twice(titles, Code::K088, |title| format!("\"{}\" stands twice", title.0), findings);
}
