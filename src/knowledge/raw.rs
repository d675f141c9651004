//! The entries of knowledge files, as written: one declaration for each kind, with ids still as text.

mod advisor;
mod source;
mod topic;

pub(super) use advisor::*;
pub(super) use source::*;
pub(super) use topic::*;

use crate::diagnostic::Place;
use crate::diagnostic::toml::At;

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
