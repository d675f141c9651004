//! Questions: they form a forest, offer real choices, and no capability serves two of them.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Code;
use crate::diagnostic::toml::At;
use crate::model::name::Id;
use crate::model::question::Kind;

use crate::knowledge::names::Names;
use crate::knowledge::raw::{Capability, Question, Raw};

use super::each_once;

/// Checks every question and what it needs.
pub(super) fn check(raw: &Raw, names: &Names<'_>, findings: &mut Vec<Diagnostic>) {
    let questions: Vec<&At<Question>> = raw.topics.iter().flat_map(|topic| &topic.file.questions).collect();
    for (position, question) in questions.iter().enumerate() {
        parent(&question.value, position, names, findings);
        choices(question, findings);
    }
    let capabilities: Vec<&At<Capability>> = raw.topics.iter().flat_map(|topic| &topic.file.capabilities).collect();
    needs(&questions, &capabilities, names, findings);
}

fn parent(question: &Question, position: usize, names: &Names<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(condition) = &question.show_if else { return };
    if let Some(parent) = &condition.value.0.question
        && let Some(before) = names.question_position(&parent.value)
        && before >= position
    {
        let message = match &question.id {
            Some(id) if id.value == parent.value => "the question waits for itself".to_owned(),
            _ => format!("`{}` is asked later, so this question can never be asked", parent.value),
        };
        findings.push(Diagnostic::new(Code::K027, message, parent.place.clone()));
    }
    if condition.value.0.choices.is_empty() {
        let message = "no choice of the parent makes this question appear";
        findings.push(Diagnostic::new(Code::K027, message, condition.place.clone()));
    }
    each_once(&condition.value.0.choices, findings);
}

fn choices(question: &At<Question>, findings: &mut Vec<Diagnostic>) {
    let count = question.value.choices.len();
    let least = match question.value.kind.as_ref().map(|kind| kind.value) {
        Some(Kind::One) => 2,
        _ => 1,
    };
    if !(least..=32).contains(&count) {
        let place = question.value.id.as_ref().map_or(&question.place, |id| &id.place);
        let message = format!("the question has {count} choices; it needs {least} to 32");
        findings.push(Diagnostic::new(Code::K028, message, place.clone()));
    }
    for choice in &question.value.choices {
        each_once(&choice.value.needs, findings);
    }
}

fn needs(
    questions: &[&At<Question>],
    capabilities: &[&At<Capability>],
    names: &Names<'_>,
    findings: &mut Vec<Diagnostic>,
) {
    let mut needed_by: Vec<Option<(usize, &At<Id>)>> = vec![None; capabilities.len()];
    for (position, question) in questions.iter().enumerate() {
        for need in question.value.choices.iter().flat_map(|choice| &choice.value.needs) {
            let Some(slot) =
                names.capability_position(&need.value).and_then(|capability| needed_by.get_mut(capability))
            else {
                continue;
            };
            match slot {
                Some((other, earlier)) if *other != position => {
                    let message = format!("two questions need the capability `{}`", need.value);
                    findings.push(
                        Diagnostic::new(Code::K022, message, need.place.clone())
                            .with(earlier.place.clone(), "already needed by another question here"),
                    );
                }
                Some(_) => {}
                None => *slot = Some((position, need)),
            }
        }
    }
    for (capability, needed) in capabilities.iter().zip(needed_by) {
        if let (None, Some(id)) = (needed, &capability.value.id) {
            let message = format!("no choice needs the capability `{}`", id.value);
            findings.push(Diagnostic::new(Code::K023, message, id.place.clone()));
        }
    }
}
