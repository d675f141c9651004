//! A report as a document: one file for each format, all with the same facts.

pub mod json;
pub mod markdown;
pub mod text;

use crate::report::Report;

/// A format of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text for a terminal.
    Text,
    /// Markdown for a page or a ticket.
    Markdown,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 2] = [Self::Text, Self::Markdown];

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
        }
    }

    /// The ending of a file name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
        }
    }
}

/// The name to propose for a document: the title in small letters and hyphens, with the ending of the format.
pub fn file_name(report: &Report, format: Format) -> String {
    let mut stem = String::new();
    for letter in report.title.chars() {
        if letter.is_alphanumeric() {
            stem.extend(letter.to_lowercase());
        } else if !stem.is_empty() && !stem.ends_with('-') {
            stem.push('-');
        }
    }
    let stem: String = stem.trim_end_matches('-').chars().take(60).collect();
    let stem = if stem.is_empty() { "journey-advice".to_owned() } else { stem };
    format!("{stem}.{}", format.extension())
}
