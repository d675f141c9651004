//! Which sources somebody should read again by a day.

use crate::diagnostic::code::Code;
use crate::diagnostic::{Diagnostic, Place};
use crate::knowledge::{KnowledgeBase, Loaded};
use crate::model::date::Day;

/// The sources past their review date on `day`, each at its entry.
pub fn overdue(loaded: &Loaded, base: &KnowledgeBase, day: Day) -> Vec<Diagnostic> {
    base.sources
        .iter()
        .filter(|(_, source)| source.is_stale(day))
        .map(|(_, source)| {
            let since = source.review_by.map(|date| date.to_string()).unwrap_or_default();
            let message = format!("the source `{}` was to be read again by {since}", source.id);
            match place(loaded, source.id.as_str()) {
                Some(place) => Diagnostic::new(Code::K026, message, place),
                None => Diagnostic::without_place(Code::K026, message),
            }
        })
        .collect()
}

/// The line of `sources.toml` that names a source.
fn place(loaded: &Loaded, id: &str) -> Option<Place> {
    let file = loaded.files.iter().position(|file| file.path.ends_with("sources.toml"))?;
    let wanted = format!("id = \"{id}\"");
    let start = loaded.files.get(file)?.text.find(&wanted)?;
    Some(Place::new(file, start..start + wanted.len()))
}
