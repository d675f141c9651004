//! Ids that stand for two entries.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::toml::At;
use crate::model::name::Id;

use crate::knowledge::names::report_duplicates;
use crate::knowledge::raw::Raw;

/// Checks each space of names.
pub(super) fn check(raw: &Raw, findings: &mut Vec<Diagnostic>) {
    let topics = || raw.files();
    report_duplicates(raw.sources.iter().filter_map(|entry| entry.value.id.as_ref()), findings);
    report_duplicates(topics().filter_map(|file| file.topic.as_ref()?.value.id.as_ref()), findings);
    if let Some(advisor) = &raw.advisor {
        report_duplicates(advisor.value.alternatives.iter().filter_map(|entry| entry.value.id.as_ref()), findings);
        report_duplicates(advisor.value.prerequisites.iter().filter_map(|entry| entry.value.id.as_ref()), findings);
        report_duplicates(advisor.value.presets.iter().filter_map(|entry| entry.value.id.as_ref()), findings);
    }
    let entries = topics().flat_map(|file| {
        let questions = file.questions.iter().map(|entry| &entry.value.id);
        let capabilities = file.capabilities.iter().map(|entry| &entry.value.id);
        let limitations = file.limitations.iter().map(|entry| &entry.value.id);
        let events = file.events.iter().map(|entry| &entry.value.id);
        questions.chain(capabilities).chain(limitations).chain(events).filter_map(Option::as_ref)
    });
    report_duplicates(entries, findings);
    for question in topics().flat_map(|file| file.questions.iter()) {
        let choices = question.value.choices.iter().filter_map(|choice| choice.value.id.as_ref());
        report_duplicates(choices.collect::<Vec<&At<Id>>>().into_iter(), findings);
    }
}
