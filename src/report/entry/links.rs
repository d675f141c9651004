//! What other entries have to do with an entry.

use serde::Serialize;

use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::arena::Key;
use crate::model::capability::{Capability, Limitation};

use super::shared::{Span, area};

#[derive(Debug, Serialize)]
pub(super) struct Named<'k> {
    pub(super) id: &'k str,
    pub(super) title: &'k str,
}

#[derive(Debug, Serialize)]
pub(super) struct NeededBy<'k> {
    pub(super) question: &'k str,
    pub(super) ask: &'k str,
    pub(super) choice: &'k str,
    pub(super) label: &'k str,
}

#[derive(Debug, Serialize)]
pub(super) struct Restricting<'k> {
    pub(super) id: &'k str,
    pub(super) title: &'k str,
    pub(super) alternative: &'k str,
    pub(super) severity: &'static str,
    #[serde(flatten)]
    pub(super) period: Span,
    /// The name of the area, and what has become of it by the day.
    #[serde(skip)]
    pub(super) area: String,
    /// What it limits the entry together with, if it does not by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) together_with: Option<Named<'k>>,
}

pub(super) fn needed_by(key: Key<Capability>, base: &KnowledgeBase) -> Vec<NeededBy<'_>> {
    let questions = base.questions.iter().map(|(_, question)| question);
    let needing = questions.flat_map(|question| {
        let choices = question.choices.iter().filter(move |choice| choice.needs.contains(&key));
        choices.map(move |choice| NeededBy {
            question: question.id.as_str(),
            ask: &question.ask,
            choice: choice.id.as_str(),
            label: &choice.label,
        })
    });
    needing.collect()
}

impl<'k> Named<'k> {
    pub(super) fn of(key: Key<Capability>, base: &'k KnowledgeBase) -> Self {
        let capability = &base.capabilities[key];
        Self { id: capability.id.as_str(), title: &capability.title }
    }
}

impl<'k> Restricting<'k> {
    pub(super) fn of(limitation: &'k Limitation, limited: Key<Capability>, facts: &Facts<'k>) -> Self {
        let base = facts.base;
        Self {
            id: limitation.id.as_str(),
            title: &limitation.title,
            alternative: base.alternatives[limitation.side].id.as_str(),
            severity: limitation.severity.word(),
            period: Span::of(limitation.period),
            area: area(base, limitation.side, facts.as_of.day),
            together_with: limitation.limits.beside(limited).map(|beside| Named::of(beside, base)),
        }
    }
}
