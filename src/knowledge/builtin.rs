//! The knowledge base that is part of the program.

use crate::diagnostic::File;

use super::KnowledgeBase;
use super::load::load_sound;

include!(concat!(env!("OUT_DIR"), "/knowledge.rs"));

/// The embedded texts.
pub fn files() -> Vec<File> {
    KNOWLEDGE.iter().map(|(path, text)| File { path: (*path).to_owned(), text: (*text).to_owned() }).collect()
}

/// The embedded knowledge base. It is not checked again: a test holds that it has no problems.
pub fn knowledge() -> Option<KnowledgeBase> {
    load_sound(&files())
}
