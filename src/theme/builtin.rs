//! The themes that are part of the program, read when it was built.

use crate::diagnostic::File;

use super::raw::{Raw, name_of};

/// How the names of the program's own themes begin.
const FIRST: [&str; 4] = ["default-", "terminal", "high-contrast-", "colour-blind-"];

/// A theme that is part of the program.
#[derive(Debug, PartialEq, Eq)]
pub struct Builtin {
    path: &'static str,
    text: &'static str,
    prepared: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/themes.rs"));

impl Builtin {
    /// The name, as in `--theme`.
    pub fn name(&self) -> &'static str {
        name_of(self.path)
    }

    /// The text that it was read from.
    pub fn file(&self) -> File {
        File { path: self.path.to_owned(), text: self.text.to_owned() }
    }

    /// The theme as written; `None` only if the program was built wrongly, and a test holds that it was not.
    pub(super) fn raw(&self) -> Option<Raw> {
        postcard::from_bytes(self.prepared).ok()
    }
}

/// All of them: those of the program first, then the palettes of others.
pub fn all() -> Vec<&'static Builtin> {
    let mut all: Vec<&Builtin> = THEMES.iter().collect();
    all.sort_by_key(|theme| FIRST.iter().position(|name| theme.name().starts_with(name)).unwrap_or(FIRST.len()));
    all
}
