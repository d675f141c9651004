//! How well an area does something over time, and the life cycle of the area.

use serde::Serialize;

use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::capability::{Level, Support};
use crate::model::date::{Day, PartialDate};

use super::super::availability::after_level;
use super::super::bibliography::{Bibliography, Cited};
use super::super::words::{how_well, name_first};
use super::shared::{Span, citations, level};

#[derive(Debug, Serialize)]
pub(super) struct TimeLine<'k> {
    pub(super) alternative: &'k str,
    pub(super) title: &'k str,
    #[serde(skip)]
    pub(super) side: Side,
    #[serde(skip)]
    pub(super) name: String,
    pub(super) periods: Vec<Stretch<'k>>,
    pub(super) life_cycle: Vec<Phase<'k>>,
}

#[derive(Debug, Serialize)]
pub(super) struct Stretch<'k> {
    #[serde(flatten)]
    pub(super) period: Span,
    #[serde(serialize_with = "level")]
    pub(super) level: Level,
    pub(super) preview: bool,
    pub(super) according_to: Option<&'k str>,
    pub(super) note: Option<&'k str>,
    #[serde(serialize_with = "citations")]
    pub(super) cited: Vec<Cited>,
    /// The level, with what has become of the alternative by the day.
    #[serde(skip)]
    pub(super) words: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Phase<'k> {
    pub(super) from: String,
    pub(super) availability: &'static str,
    pub(super) note: &'k str,
    #[serde(serialize_with = "citations")]
    pub(super) cited: Vec<Cited>,
}

impl<'k> TimeLine<'k> {
    pub(super) fn of(side: Side, support: &'k [Support], facts: &Facts<'k>, bibliography: &mut Bibliography) -> Self {
        let (base, day) = (facts.base, facts.as_of.day);
        let alternative = &base.alternatives[side];
        let mut own: Vec<&Support> = support.iter().filter(|entry| entry.side == side).collect();
        own.sort_by_key(|entry| (entry.according_to.is_some(), entry.period.from.map(PartialDate::first_day)));
        let stretch = |entry: &'k Support, bibliography: &mut Bibliography| Stretch {
            period: Span::of(entry.period),
            level: entry.level,
            preview: entry.preview,
            according_to: entry.according_to.map(|source| base.sources[source].title.as_str()),
            note: entry.note.as_deref(),
            cited: bibliography.cite(&entry.sources),
            words: stretch_words(entry, base, day),
        };
        Self {
            alternative: alternative.id.as_str(),
            title: &alternative.title,
            side,
            name: name_first(base, side),
            periods: own.into_iter().map(|entry| stretch(entry, bibliography)).collect(),
            life_cycle: alternative
                .phases
                .iter()
                .map(|phase| Phase {
                    from: phase.from.to_string(),
                    availability: phase.availability.word(),
                    note: &phase.note,
                    cited: bibliography.cite(&phase.sources),
                })
                .collect(),
        }
    }
}

/// A level in words: `built in since May 2023, a preview, until its removal in May 2026`.
pub(super) fn stretch_words(support: &Support, base: &KnowledgeBase, day: Day) -> String {
    let mut words = format!("{} {}", how_well(support.level), support.period.words());
    if support.preview {
        words.push_str(", a preview");
    }
    if support.period.until.is_none() {
        words.push_str(&after_level(support.level, base, support.side, day));
    }
    words
}
