//! What a line consists of.

use crate::model::verdict::RequirementNumber;
use crate::report::bibliography::{Cited, Work};

/// A line of prose.
pub type Line = Vec<Piece>;

/// A stretch of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words of the program or of the knowledge.
    Text(String),
    /// The same, to be seen first.
    Strong(String),
    /// Words that a user typed.
    Own(String),
    /// An id, as in files.
    Id(String),
    /// The number of a requirement.
    Requirement(RequirementNumber),
    /// A source by its number.
    Cited(Cited),
    /// The entry of a source.
    Work(Work),
}

impl Piece {
    pub(super) fn is_empty(&self) -> bool {
        matches!(self, Self::Text(text) | Self::Strong(text) | Self::Own(text) if text.is_empty())
    }
}

/// A line of text alone.
pub fn line(text: impl Into<String>) -> Line {
    vec![Piece::Text(text.into())]
}

/// A requirement and a sentence on it.
pub(crate) fn on(number: RequirementNumber, sentence: &str) -> Line {
    vec![Piece::Requirement(number), Piece::Text(format!(" {sentence}"))]
}

/// A line with the sources it rests on, each place of them once.
pub(crate) fn with(mut line: Line, cited: &[Cited]) -> Line {
    let is_first =
        |(position, citation): &(usize, &Cited)| !cited.iter().take(*position).any(|other| other == *citation);
    for (_, citation) in cited.iter().enumerate().filter(is_first) {
        line.push(Piece::Text(" ".to_owned()));
        line.push(Piece::Cited(citation.clone()));
    }
    line
}

/// Several numbers, or a dash where there is none.
pub(crate) fn numbers(numbers: &[RequirementNumber]) -> Line {
    let mut line = Line::new();
    for number in numbers {
        if !line.is_empty() {
            line.push(Piece::Text(", ".to_owned()));
        }
        line.push(Piece::Requirement(*number));
    }
    if line.is_empty() { dash() } else { line }
}

/// Several ids, or a dash where there is none.
pub(crate) fn ids<'i>(ids: impl IntoIterator<Item = &'i str>) -> Line {
    let mut line = Line::new();
    for id in ids {
        if !line.is_empty() {
            line.push(Piece::Text(", ".to_owned()));
        }
        line.push(Piece::Id(id.to_owned()));
    }
    if line.is_empty() { dash() } else { line }
}

/// Sources alone, or a dash where there is none.
pub(crate) fn citations(cited: &[Cited]) -> Line {
    let line = with(Line::new(), cited);
    if line.is_empty() { dash() } else { line.into_iter().skip(1).collect() }
}

fn dash() -> Line {
    line("-")
}
