//! Whether a reader can see what a choice asks for: of several capabilities that it needs, each shows in its label or hint.

use std::collections::{HashMap, HashSet};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Code;
use crate::knowledge::raw::{Capability, Choice, Raw};

/// Words shorter than this say too little to recognise anything by, in letters.
const SHORTEST: usize = 4;

/// Reports each capability that a choice needs beside others and of which neither its label nor its hint has a word.
pub(super) fn check(raw: &Raw, findings: &mut Vec<Diagnostic>) {
    let capabilities = raw.files().flat_map(|file| &file.capabilities);
    let by_id: HashMap<&str, &Capability> = capabilities
        .filter_map(|capability| Some((capability.value.id.as_ref()?.value.as_str(), &capability.value)))
        .collect();
    let choices = raw.files().flat_map(|file| &file.questions).flat_map(|question| &question.value.choices);
    for choice in choices.filter(|choice| choice.value.needs.len() > 1) {
        let shown = shown(&choice.value);
        for need in &choice.value.needs {
            let Some(capability) = by_id.get(need.value.as_str()) else { continue };
            if told(capability).is_disjoint(&shown) {
                let message = format!("neither label nor hint of the choice says that it needs `{}`", need.value);
                let help = "name it in the hint, or make it a choice of its own";
                findings.push(Diagnostic::new(Code::K089, message, need.place.clone()).help(help));
            }
        }
    }
}

fn shown(choice: &Choice) -> HashSet<String> {
    let label = choice.label.iter().map(|label| label.value.0.as_str());
    let hint = choice.hint.iter().map(|hint| hint.value.0.as_str());
    label.chain(hint).flat_map(words).collect()
}

fn told(capability: &Capability) -> HashSet<String> {
    let title = capability.title.iter().map(|title| title.value.0.as_str());
    let keywords = capability.keywords.iter().map(|keyword| keyword.value.0.as_str());
    title.chain(keywords).flat_map(words).collect()
}

/// The words of a text without what changes with number and tense.
fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.chars().count() >= SHORTEST);
    words.map(|word| {
        let word = word.to_lowercase();
        let ending = ["ing", "ed", "es", "s"].into_iter().find(|ending| word.ends_with(ending));
        word.strip_suffix(ending.unwrap_or_default()).expect("it ends so").to_owned()
    })
}
