//! Whether choices that hang together are few enough to be looked at in every combination.

use crate::diagnostic::code::Code;
use crate::diagnostic::{Diagnostic, Place};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::connected::{MOST_SELECTIONS, connected, selections_of};

/// Reports the questions with too many combinations, at the places of their ids.
pub(super) fn check(base: &KnowledgeBase, places: &[Place]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for ((key, question), place) in base.questions.iter().zip(places) {
        let groups = connected(base, key);
        for group in groups.iter().filter(|group| selections_of(question.kind, group) > MOST_SELECTIONS) {
            let message = format!(
                "{} choices of `{}` hang together: they share capabilities or open the same follow-up question",
                group.len(),
                question.id
            );
            diagnostics.push(Diagnostic::new(Code::K052, message, place.clone()));
        }
    }
    diagnostics
}
