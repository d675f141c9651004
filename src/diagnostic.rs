//! What is wrong in a text that somebody wrote, and where: knowledge, themes, answers.
//!
//! A text is never judged by its first problem only: whoever reads one collects every [`Diagnostic`].

pub mod clean;
pub mod code;
pub(crate) mod decode;
pub(crate) mod lines;
pub mod render;
pub(crate) mod reserved;
pub(crate) mod suggest;
pub(crate) mod toml;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use code::Code;
use decode::{NoText, decode};

/// One text as read, with the name to show for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The path as the user knows it.
    pub path: String,
    /// The whole text.
    pub text: String,
}

impl File {
    /// A text from bytes, and why they are none, if they are none.
    pub fn decoded(path: String, bytes: Vec<u8>) -> (Self, Option<NoText>) {
        let (text, wrong) = decode(bytes);
        (Self { path, text }, wrong)
    }
}

/// Whether a problem stops the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The text cannot be used.
    Error,
    /// The text can be used, but something in it should be mended.
    Warning,
}

impl Severity {
    /// The word in messages.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A place in one of the texts that were read together.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Position of the [`File`] among those read together.
    pub file: usize,
    /// Bytes of the text.
    pub span: Range<usize>,
}

impl Place {
    /// The place of `span` in the file at position `file`.
    pub fn new(file: usize, span: Range<usize>) -> Self {
        Self { file, span }
    }
}

/// A place with what there is to say about it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// What; may be empty where the message says it all.
    pub(crate) text: String,
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// The kind of problem, stable over versions.
    pub code: Code,
    /// What is wrong, as one sentence without a full stop.
    pub message: String,
    /// Where; the first label is the place itself, others are related places.
    pub labels: Vec<Label>,
    /// What to do about it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A problem at a place.
    pub(crate) fn new(code: Code, message: impl Into<String>, place: Place) -> Self {
        Self { code, message: message.into(), labels: vec![Label { place, text: String::new() }], help: None }
    }

    /// That the file at that position is no text.
    pub(crate) fn no_text(code: Code, file: usize, wrong: NoText) -> Self {
        let place = Place::new(file, wrong.at..wrong.at + 1);
        Self::new(code, format!("this is not UTF-8 text; it looks like {}", wrong.looks_like()), place)
            .help(wrong.help())
    }

    /// A problem of a text as a whole, or of all of them.
    pub(crate) fn without_place(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), labels: Vec::new(), help: None }
    }

    /// Says something at the place itself.
    #[must_use]
    pub(crate) fn saying(mut self, text: impl Into<String>) -> Self {
        self.labels.first_mut().expect("only what has a place is said there").text = text.into();
        self
    }

    /// Points at a related place.
    #[must_use]
    pub(crate) fn with(mut self, place: Place, text: impl Into<String>) -> Self {
        self.labels.push(Label { place, text: text.into() });
        self
    }

    /// Says what to do.
    #[must_use]
    pub(crate) fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// The message as a sentence.
    pub(crate) fn sentence(&self) -> String {
        let mut letters = self.message.chars();
        let first = letters.next().map(|first| first.to_uppercase().to_string());
        format!("{}{}.", first.unwrap_or_default(), letters.as_str())
    }

    /// Whether it is an error or a warning.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// Puts problems in the order of the texts, errors and warnings mixed, as a reader mends them.
pub(crate) fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by_key(|diagnostic| {
        let first = diagnostic.labels.first();
        (
            first.map_or(usize::MAX, |label| label.place.file),
            first.map_or(0, |label| label.place.span.start),
            diagnostic.code,
        )
    });
}

/// Line and column, both from 1, of a byte in a text; columns count characters.
pub(crate) fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    (line, column)
}
