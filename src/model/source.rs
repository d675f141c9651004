//! Where a fact is written.

use super::arena::Key;
use super::date::{Day, PartialDate};
use super::name::Id;
use super::text::Text;
use serde::{Deserialize, Serialize};

/// A published text.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Source {
    /// The id that citations use.
    pub id: Id,
    /// Who published it.
    pub publisher: Text,
    /// Its title.
    pub title: Text,
    /// Its public address, `https` only.
    pub url: Text,
    /// The date of the text.
    pub date: PartialDate,
    /// The day on which somebody last read it against the facts that cite it.
    pub verified: Day,
    /// The day after which it should be read again; `None` for a text that can no longer change.
    pub review_by: Option<Day>,
    /// What a reader must know about it, if anything.
    pub note: Option<Text>,
}

impl Source {
    /// Whether it should have been read again before `day`.
    pub(crate) fn is_stale(&self, day: Day) -> bool {
        self.review_by.is_some_and(|review_by| review_by < day)
    }
}

/// A reference to a source, and to the place in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Citation {
    /// The source.
    pub source: Key<Source>,
    /// The place inside, such as a section or statement: `S20`.
    pub place: Option<Text>,
}
