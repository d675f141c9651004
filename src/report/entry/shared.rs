//! Periods, areas and words as the data of every kind of entry has them.

use serde::{Serialize, Serializer};

use crate::knowledge::KnowledgeBase;
use crate::knowledge::entry::EntryKind;
use crate::model::alternative::Side;
use crate::model::capability::{Level, Severity};
use crate::model::date::{Day, PartialDate, Period};

use super::super::availability::state;
use super::super::bibliography::Cited;
use super::super::words::name_first;

#[derive(Debug, Serialize)]
pub(super) struct Span {
    pub(super) from: Option<String>,
    pub(super) until: Option<String>,
    #[serde(skip)]
    pub(super) words: String,
}

impl Span {
    pub(super) fn of(period: Period) -> Self {
        let text = |date: Option<PartialDate>| date.map(|date| date.to_string());
        Self { from: text(period.from), until: text(period.until), words: period.words() }
    }
}

pub(super) fn citations<S: Serializer>(cited: &[Cited], out: S) -> Result<S::Ok, S::Error> {
    out.collect_seq(cited.iter().map(ToString::to_string))
}

pub(super) fn kind<S: Serializer>(kind: &EntryKind, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(kind.word())
}

pub(super) fn level<S: Serializer>(level: &Level, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(level.word())
}

pub(super) fn severity<S: Serializer>(severity: &Severity, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(severity.word())
}

/// The name of an area, and what has become of it.
pub(super) fn area(base: &KnowledgeBase, side: Side, day: Day) -> String {
    let name = name_first(base, side);
    match state(base, side, day) {
        Some(state) => format!("{name} ({state})"),
        None => name,
    }
}
