//! The themes that are part of the program.

use crate::diagnostic::File;

/// How the names of the program's own themes begin.
const FIRST: [&str; 4] = ["/default-", "/terminal", "/high-contrast-", "/colour-blind-"];

include!(concat!(env!("OUT_DIR"), "/themes.rs"));

/// The embedded texts: those of the program first, then the palettes of others.
pub fn files() -> Vec<File> {
    let file = |(path, text): &(&str, &str)| File { path: (*path).to_owned(), text: (*text).to_owned() };
    let mut files: Vec<File> = THEMES.iter().map(file).collect();
    files.sort_by_key(|file| FIRST.iter().position(|name| file.path.contains(name)).unwrap_or(FIRST.len()));
    files
}
