//! The text of a client's file: a text itself, or what a Word document holds.

use std::path::Path;

use crate::brief::{taken, word};

use super::exit::{Exit, Failure};
use super::files::{self, Origin};

/// Reads a text, Markdown or Word document.
pub(crate) fn read(path: &Path, origin: Origin) -> Result<String, Failure> {
    let bytes = files::read_bytes(path, word::LARGEST, origin)?;
    let invalid = |message: &str| Failure::new(Exit::Invalid, format!("`{}` {message}", files::named(path)));
    let text = if word::is_archive(&bytes) {
        word::text(&bytes).map_err(|no_word| invalid(&no_word.message()).help(no_word.help()))?
    } else {
        files::decoded(path, bytes)?
    };
    taken::judge(&text).map_err(|no_brief| invalid(no_brief.message()).help(no_brief.help()))?;
    Ok(text)
}
