//! Numbered sources: a number is given when a part of the report first cites a source.

use serde::Serialize;

use crate::knowledge::KnowledgeBase;
use crate::model::arena::Key;
use crate::model::source::{Citation, Publication, Reading, Source};
use crate::model::text::Text;

/// The sources cited so far.
#[derive(Debug, Default)]
pub(crate) struct Bibliography {
    cited: Vec<Key<Source>>,
}

/// A citation as printed: `[3, S20]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// The number of the source in the report, from 1.
    pub number: usize,
    /// The place in it.
    pub(crate) place: Option<Text>,
}

impl std::fmt::Display for Cited {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.place {
            Some(place) => write!(out, "[{}, {place}]", self.number),
            None => write!(out, "[{}]", self.number),
        }
    }
}

/// A source as listed at the end of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Work {
    /// Its number, from 1.
    pub number: usize,
    /// Its id in the knowledge base.
    pub(crate) id: String,
    /// Who published it.
    pub publisher: Text,
    /// Its title.
    pub title: Text,
    /// Its address.
    pub(crate) url: Text,
    /// The date of the text, in words.
    pub date: String,
    /// The day somebody last read it, `2026-11-23`.
    pub(crate) verified: String,
    /// From when the text is that was read, and what became of it: `as of 18 August 2026`, `read in a copy, withdrawn 5 March 2026`.
    pub reading: String,
    /// The day on which the page was withdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) withdrawn: Option<String>,
    /// The day since which the address shows a later text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) replaced: Option<String>,
}

impl Bibliography {
    /// Cites sources, giving numbers to those not cited before.
    pub(crate) fn cite(&mut self, citations: &[Citation]) -> Vec<Cited> {
        citations
            .iter()
            .map(|citation| Cited { number: self.number(citation.source), place: citation.place.clone() })
            .collect()
    }

    fn number(&mut self, source: Key<Source>) -> usize {
        let known = self.cited.iter().position(|cited| *cited == source);
        known.map_or_else(
            || {
                self.cited.push(source);
                self.cited.len()
            },
            |position| position + 1,
        )
    }

    /// The list of all that was cited.
    pub(crate) fn works(&self, base: &KnowledgeBase) -> Vec<Work> {
        self.cited
            .iter()
            .enumerate()
            .map(|(position, key)| {
                let source = &base.sources[*key];
                let (withdrawn, replaced) = match source.publication {
                    Publication::Withdrawn(day) => (day, None),
                    Publication::Replaced(day) => (None, Some(day)),
                    Publication::Published { .. } => (None, None),
                };
                Work {
                    number: position + 1,
                    id: source.id.to_string(),
                    publisher: source.publisher.clone(),
                    title: source.title.clone(),
                    url: source.url.clone(),
                    date: source.date.words(),
                    verified: source.reading.day().to_string(),
                    reading: reading(base, source),
                    withdrawn: withdrawn.map(|day| day.to_string()),
                    replaced: replaced.map(|day| day.to_string()),
                }
            })
            .collect()
    }
}

/// From when the text of a source is, and what became of its page. What was read in a copy after the last day up to which
/// texts were known is as of that day, if its page still stood then.
fn reading(base: &KnowledgeBase, source: &Source) -> String {
    let is_published = matches!(source.publication, Publication::Published { .. });
    let read = match source.reading {
        Reading::AtAddress(day) => format!("read {day}"),
        Reading::InCopy(day) => match base.facts_until.filter(|until| *until < day) {
            Some(until) if is_published => format!("as of {}", until.words()),
            Some(_) => "read in a copy".to_owned(),
            None => format!("read in a copy {day}"),
        },
    };
    match source.publication {
        Publication::Published { .. } => read,
        Publication::Replaced(day) => format!("{read}, replaced by a later text {}", day.words()),
        Publication::Withdrawn(Some(day)) => format!("{read}, withdrawn {}", day.words()),
        Publication::Withdrawn(None) => format!("{read}, withdrawn"),
    }
}
