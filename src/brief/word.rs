//! The text of a Word document. Only the text itself is unpacked, and never more than a bound: pictures, macros and what
//! the document links to are not looked at.

mod xml;

use super::office::{self, NoPart, Office};

/// The most bytes of a document.
pub(crate) const LARGEST: usize = 20_000_000;
/// The most bytes that its text may take when it is unpacked.
const LARGEST_UNPACKED: u64 = 16_000_000;
/// Where the text stands.
const TEXT: &str = "word/document.xml";
/// Why the text of a document cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoWord {
    /// The archive or the text in it is broken.
    Damaged,
    /// It is locked by a password.
    Locked,
    /// Its text would take more than is unpacked.
    TooLarge,
    /// It is an archive without the text of a document.
    Other(&'static str),
}

impl NoWord {
    /// What is wrong, to be said after the name of the file.
    pub(crate) fn message(self) -> String {
        match self {
            Self::Damaged => "is a damaged Word document".to_owned(),
            Self::Locked => "is locked by a password".to_owned(),
            Self::TooLarge => "unpacks to more text than any brief has".to_owned(),
            Self::Other(kind) => format!("is {kind}, not a Word document"),
        }
    }

    /// What to do about it.
    pub(crate) fn help(self) -> &'static str {
        match self {
            Self::Damaged => "open it in Word and save it anew, or save it as text",
            Self::Locked => "save it without a password, or copy its text into a text file",
            Self::TooLarge => "copy the part that is about the plan into a text file",
            Self::Other(_) => "save it as a Word document or as text",
        }
    }
}

impl From<NoPart> for NoWord {
    fn from(no_part: NoPart) -> Self {
        match no_part {
            NoPart::Damaged => Self::Damaged,
            NoPart::Locked => Self::Locked,
            NoPart::TooLarge => Self::TooLarge,
        }
    }
}

/// Whether bytes begin as a Word document does.
pub(crate) fn is_archive(bytes: &[u8]) -> bool {
    office::is_archive(bytes)
}

/// The text of a Word document, a line for each paragraph; points of lists, headings and rows as in Markdown.
pub(crate) fn text(bytes: &[u8]) -> Result<String, NoWord> {
    let mut archive = Office::open(bytes)?;
    match archive.part(TEXT, LARGEST_UNPACKED)? {
        Some(xml) => xml::text(&xml).ok_or(NoWord::Damaged),
        None => Err(other(&archive)),
    }
}

/// What an archive is that holds no text of a document.
fn other(archive: &Office<'_>) -> NoWord {
    const KINDS: [(&str, &str); 4] = [
        ("xl/workbook.xml", "an Excel workbook"),
        ("xl/workbook.bin", "an Excel workbook"),
        ("ppt/presentation.xml", "a PowerPoint presentation"),
        ("content.xml", "an OpenDocument file"),
    ];
    let kind = KINDS.iter().find(|(name, _)| archive.holds(name));
    NoWord::Other(kind.map_or("a zip archive", |(_, kind)| kind))
}

#[cfg(test)]
mod tests;
