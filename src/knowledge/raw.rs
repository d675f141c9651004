//! The entries of knowledge files, as written: one declaration for each kind, with ids still as text.

mod advisor;
mod topic;

pub(super) use advisor::*;
pub(super) use topic::*;

use crate::diagnostic::Place;
use crate::diagnostic::toml::At;
use crate::model::date::PartialDate;
use crate::model::name::Id;

use super::shape::{Text, entry};

/// All entries, topics in the order of the interview.
#[derive(Debug, Default)]
pub(super) struct Raw {
    /// `advisor.toml`.
    pub(super) advisor: Option<At<Advisor>>,
    pub(super) sources: Vec<At<Source>>,
    pub(super) topics: Vec<RawTopic>,
}

/// A file in `topics`.
#[derive(Debug)]
pub(super) struct RawTopic {
    /// The name of the file, without its ending.
    pub(super) stem: String,
    /// The file as a place.
    pub(super) place: Place,
    pub(super) file: TopicFile,
}

impl Raw {
    /// What the files in `topics` say.
    pub(super) fn files(&self) -> impl Iterator<Item = &TopicFile> {
        self.topics.iter().map(|topic| &topic.file)
    }
}

entry! {
    /// `sources.toml`.
    Sources {
        /// The sources.
        sources "source" list Source,
    }
}

entry! {
    /// A published text.
    Source {
        /// The id that citations use.
        id "id" required Id,
        /// Who published it.
        publisher "publisher" required Text<60>,
        /// Its title.
        title "title" required Text<160>,
        /// Its public address.
        url "url" required Text<300>,
        /// The date of the text.
        date "date" required PartialDate,
        /// The day somebody last read it.
        verified "verified" required PartialDate,
        /// Whether the text can no longer change.
        archived "archived" optional bool,
        /// What a reader must know about it.
        note "note" optional Text<300>,
    }
}
