//! What is part of the program: the knowledge base, prepared when it was built, and the texts it was made from.

use std::io::Read as _;

use flate2::read::DeflateDecoder;

use crate::diagnostic::File;
use crate::knowledge::KnowledgeBase;

include!(concat!(env!("OUT_DIR"), "/sample.rs"));

const PREPARED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/knowledge.bin"));
const TEXTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/knowledge.texts"));

/// The embedded knowledge base.
pub fn knowledge() -> KnowledgeBase {
    postcard::from_bytes(PREPARED).expect("the build script prepared it for this program")
}

/// The files of the sample that belongs to it: the plan and the client's text.
pub fn sample() -> [File; 2] {
    SAMPLE.map(|(path, text)| File { path: path.to_owned(), text: text.to_owned() })
}

/// The texts of the embedded knowledge base, for `check` and for authors: unpacked anew at each call.
pub fn files() -> Vec<File> {
    let mut texts = Vec::new();
    DeflateDecoder::new(TEXTS).read_to_end(&mut texts).expect("the build script packed them");
    let texts: Vec<(String, String)> = postcard::from_bytes(&texts).expect("the build script wrote them");
    texts.into_iter().map(|(path, text)| File { path, text }).collect()
}
