//! Groups of journeys: two parts or more, each with a title and choices of its own.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Code;
use crate::diagnostic::toml::At;
use crate::knowledge::raw::{JourneysApart, Raw};
use crate::knowledge::shape::Text;

/// Checks every group.
pub(super) fn check(raw: &Raw, findings: &mut Vec<Diagnostic>) {
    let Some(advisor) = &raw.advisor else { return };
    for group in &advisor.value.journeys_apart {
        parts(group, findings);
        let titles = group.value.parts.iter().filter_map(|part| part.value.title.as_ref());
        each_once(titles, Code::K063, |title| format!("two parts are called \"{title}\""), findings);
        let choices = group.value.parts.iter().flat_map(|part| &part.value.choices);
        each_once(choices, Code::K060, |choice| format!("`{choice}` stands twice in the group"), findings);
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

/// Reports every text that stands there a second time.
fn each_once<'t, const MAX: usize>(
    texts: impl Iterator<Item = &'t At<Text<MAX>>>,
    code: Code,
    message: impl Fn(&str) -> String,
    findings: &mut Vec<Diagnostic>,
) {
    let mut known: Vec<&At<Text<MAX>>> = Vec::new();
    for text in texts {
        match known.iter().find(|earlier| earlier.value == text.value) {
            Some(earlier) => findings.push(
                Diagnostic::new(code, message(&text.value.0), text.place.clone())
                    .with(earlier.place.clone(), "first here"),
            ),
            None => known.push(text),
        }
    }
}
