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
    /// How somebody last read it against the facts that cite it.
    pub reading: Reading,
    /// Whether its address still shows it.
    pub publication: Publication,
    /// Where the text that was read is kept, if it is part of a repository.
    pub page: Option<RepositoryPage>,
    /// What a reader must know about it, if anything.
    pub note: Option<Text>,
}

/// The last reading of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reading {
    /// At its address, on that day.
    AtAddress(Day),
    /// In a stored copy, on that day.
    InCopy(Day),
}

impl Reading {
    /// The day of the reading.
    pub fn day(self) -> Day {
        match self {
            Self::AtAddress(day) | Self::InCopy(day) => day,
        }
    }
}

/// Whether the address of a source still shows the text that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Publication {
    /// It does, as far as is known.
    Published {
        /// The day after which it should be read again.
        review_by: Day,
    },
    /// It shows a later text since that day.
    Replaced(Day),
    /// It shows nothing any more, since that day if it is known.
    Withdrawn(Option<Day>),
}

/// A text in a repository, as it stood at a commit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct RepositoryPage {
    /// The path of the page in the repository.
    pub path: Text,
    /// The commit whose text was read: 40 hexadecimal digits.
    pub commit: Text,
}

impl Source {
    /// The day after which it should be read again; `None` for a text that can no longer change.
    pub fn review_by(&self) -> Option<Day> {
        match self.publication {
            Publication::Published { review_by } => Some(review_by),
            Publication::Replaced(_) | Publication::Withdrawn(_) => None,
        }
    }

    /// Whether it should have been read again before `day`.
    pub(crate) fn is_stale(&self, day: Day) -> bool {
        self.review_by().is_some_and(|review_by| review_by < day)
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
