//! The knowledge base that is part of the program.

use crate::diagnostic::File;

use super::{Loaded, load};

include!(concat!(env!("OUT_DIR"), "/knowledge.rs"));

/// The embedded texts.
pub fn files() -> Vec<File> {
    KNOWLEDGE.iter().map(|(path, text)| File { path: (*path).to_owned(), text: (*text).to_owned() }).collect()
}

/// Loads the embedded knowledge base. A test holds that it has no problems.
pub fn load_builtin() -> Loaded {
    load(files())
}
