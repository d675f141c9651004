//! Groups of journeys: two parts or more, each with a title and choices of its own.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Code;
use crate::diagnostic::toml::At;
use crate::knowledge::raw::{JourneysApart, Raw};

use super::twice;

/// Checks every group.
pub(super) fn check(raw: &Raw, findings: &mut Vec<Diagnostic>) {
    let Some(advisor) = &raw.advisor else { return };
    for group in &advisor.value.journeys_apart {
        parts(group, findings);
        let titles = group.value.parts.iter().filter_map(|part| part.value.title.as_ref());
        twice(titles, Code::K063, |title| format!("two parts are called \"{}\"", title.0), findings);
        let choices = group.value.parts.iter().flat_map(|part| &part.value.choices);
        twice(choices, Code::K060, |choice| format!("`{}` stands twice in the group", choice.0), findings);
    }
}

fn parts(group: &At<JourneysApart>, findings: &mut Vec<Diagnostic>) {
    let parts = &group.value.parts;
    if parts.len() < 2 {
        let place = group.value.id.as_ref().map_or(&group.place, |id| &id.place);
        let message = match parts.len() {
            0 => "the group of journeys has no parts",
            _ => "the group of journeys has one part only",
        };
        let help = "add `parts = [{ title = \"...\", choices = [\"question:choice\"] }, ...]`, two or more";
        findings.push(Diagnostic::new(Code::K061, message, place.clone()).help(help));
    }
    for part in parts.iter().filter(|part| part.value.choices.is_empty()) {
        let message = "no choice belongs to this part";
        findings.push(
            Diagnostic::new(Code::K062, message, part.place.clone()).help("add `choices = [\"question:choice\"]`"),
        );
    }
}
