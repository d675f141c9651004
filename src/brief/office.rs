//! Office files: archives of parts. Only the parts that are asked for are unpacked, and none further than a bound; macros, pictures
//! and what a file links to are not looked at.

#[cfg(test)]
pub(in crate::brief) mod archive;

use std::io::{Cursor, Read as _};

use quick_xml::events::BytesRef;
use zip::ZipArchive;
use zip::result::ZipError;

/// How a zip archive begins.
const ZIP: &[u8] = b"PK\x03\x04";

/// Why a part cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoPart {
    /// The archive or the part is broken.
    Damaged,
    /// It is locked by a password.
    Locked,
    /// It would take more than is unpacked.
    TooLarge,
}

/// Whether bytes begin as an Office file does.
pub(crate) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP)
}

/// An Office file.
pub(crate) struct Office<'b>(ZipArchive<Cursor<&'b [u8]>>);

impl<'b> Office<'b> {
    /// Looks up what parts there are.
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Self, NoPart> {
        ZipArchive::new(Cursor::new(bytes)).map(Self).map_err(|_| NoPart::Damaged)
    }

    /// Whether there is a part of that name.
    pub(crate) fn holds(&self, name: &str) -> bool {
        self.0.index_for_name(name).is_some()
    }

    /// The text of a part that takes at most so many bytes; `None` if there is no such part.
    pub(crate) fn part(&mut self, name: &str, most: u64) -> Result<Option<String>, NoPart> {
        let Some(position) = self.0.index_for_name(name) else { return Ok(None) };
        let file = self.0.by_index(position).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => NoPart::Locked,
            _ => NoPart::Damaged,
        })?;
        let mut unpacked = Vec::new();
        file.take(most + 1).read_to_end(&mut unpacked).map_err(|_| NoPart::Damaged)?;
        if unpacked.len() as u64 > most {
            return Err(NoPart::TooLarge);
        }
        String::from_utf8(unpacked).map(Some).map_err(|_| NoPart::Damaged)
    }
}

/// A letter by its name or number; `None` if it cannot be one. A name that a file declares itself stands for nothing.
pub(super) fn letter(reference: &BytesRef<'_>) -> Option<String> {
    if let Some(letter) = reference.resolve_char_ref().ok()? {
        return Some(letter.to_string());
    }
    let known = quick_xml::escape::resolve_predefined_entity(reference);
    Some(known.unwrap_or_default().to_owned())
}
