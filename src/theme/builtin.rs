//! The themes that are part of the program, read when it was built.

use crate::diagnostic::File;

use super::raw::Raw;

/// A theme that is part of the program.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Builtin {
    name: &'static str,
    path: &'static str,
    text: &'static str,
    prepared: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/themes.rs"));

impl Builtin {
    /// The name, as in `--theme`.
    pub(crate) fn name(&self) -> &'static str {
        self.name
    }

    /// The text that it was read from.
    pub(crate) fn file(&self) -> File {
        File { path: self.path.to_owned(), text: self.text.to_owned() }
    }

    /// The theme as written; `None` only if the program was built wrongly, and a test holds that it was not.
    pub(super) fn raw(&self) -> Option<Raw> {
        postcard::from_bytes(self.prepared).ok()
    }
}

/// All of them: those of the program first, then the palettes of others.
pub(crate) fn all() -> impl Iterator<Item = &'static Builtin> {
    THEMES.iter()
}
