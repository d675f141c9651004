//! The knowledge base that a document rests on, in JSON.

use serde::Serialize;

use crate::export::record::hash;
use crate::knowledge::KnowledgeBase;
use crate::model::date::Day;

use super::words::Shown;

#[derive(Serialize)]
pub(super) struct Knowledge<'k> {
    title: &'k str,
    edition: &'k str,
    facts_until: Option<Shown<Day>>,
    hash: &'k str,
}

impl<'k> Knowledge<'k> {
    pub(super) fn of(base: &'k KnowledgeBase) -> Self {
        Self { title: &base.title, edition: &base.edition, facts_until: base.facts_until.map(Shown), hash: hash(base) }
    }
}
