//! The themes that are part of the program.

use crate::diagnostic::File;

include!(concat!(env!("OUT_DIR"), "/themes.rs"));

/// The embedded texts.
pub fn files() -> Vec<File> {
    THEMES.iter().map(|(path, text)| File { path: (*path).to_owned(), text: (*text).to_owned() }).collect()
}
