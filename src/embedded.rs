//! What is part of the program: the knowledge base, prepared when it was built, and the texts it was made from.

use crate::diagnostic::File;
use crate::knowledge::KnowledgeBase;

include!(concat!(env!("OUT_DIR"), "/knowledge.rs"));

const PREPARED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/knowledge.bin"));

/// The embedded knowledge base.
pub fn knowledge() -> KnowledgeBase {
    postcard::from_bytes(PREPARED).expect("the build script prepared it for this program")
}

/// The files of the sample that belongs to it: the plan and the client's text.
pub fn sample() -> [File; 2] {
    SAMPLE.map(|(path, text)| File { path: path.to_owned(), text: text.to_owned() })
}

/// The texts of the embedded knowledge base, for `check` and for authors.
pub fn files() -> Vec<File> {
    KNOWLEDGE.iter().map(|(path, text)| File { path: (*path).to_owned(), text: (*text).to_owned() }).collect()
}
