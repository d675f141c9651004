//! Phrases: where a knowledge base says how people ask for its choices, it says it for each, in enough ways.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Code;

use crate::knowledge::raw::Raw;

/// So many phrases a choice has at least.
const LEAST: usize = 8;

/// Warns of each choice with fewer phrases, unless the knowledge base has none at all.
pub(super) fn check(raw: &Raw, findings: &mut Vec<Diagnostic>) {
    let questions = || raw.files().flat_map(|file| &file.questions);
    let choices = || questions().flat_map(|question| &question.value.choices);
    if choices().all(|choice| choice.value.phrases.is_empty()) {
        return;
    }
    for choice in choices().filter(|choice| choice.value.phrases.len() < LEAST) {
        let place = choice.value.id.as_ref().map_or(&choice.place, |id| &id.place);
        let count = choice.value.phrases.len();
        let phrases = if count == 1 { "phrase" } else { "phrases" };
        let message = format!("the choice has {count} {phrases}; it should have {LEAST} or more");
        findings.push(Diagnostic::new(Code::K076, message, place.clone()));
    }
}
