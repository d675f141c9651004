//! Numbered sources: a number is given when a part of the report first cites a source.

use serde::Serialize;

use crate::knowledge::KnowledgeBase;
use crate::model::arena::Key;
use crate::model::source::{Citation, Source};
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
    /// From when the text is that was read: `read 2026-11-23`, or `as of 18 August 2026` if it was read in a copy of that day.
    pub reading: String,
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
                Work {
                    number: position + 1,
                    id: source.id.to_string(),
                    publisher: source.publisher.clone(),
                    title: source.title.clone(),
                    url: source.url.clone(),
                    date: source.date.words(),
                    verified: source.verified.to_string(),
                    reading: reading(base, source),
                }
            })
            .collect()
    }
}

/// From when the text of a source is. What was read after the last day up to which texts were known is a copy of that day.
fn reading(base: &KnowledgeBase, source: &Source) -> String {
    match base.facts_until.filter(|until| *until < source.verified) {
        Some(until) => format!("as of {}", until.words()),
        None => format!("read {}", source.verified),
    }
}
