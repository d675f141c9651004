//! Text of a person that stands on one short line: an amount, a client's name, the owner of a gap.

/// Why a text is no such line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineProblem {
    /// There is nothing but blanks.
    Empty,
    /// It has several lines.
    SeveralLines,
    /// It has more characters than fit.
    TooLong {
        /// How many it has.
        letters: usize,
        /// How many fit.
        fit: usize,
    },
}

/// A text without blanks around it, of at most `fit` characters on one line.
///
/// # Errors
/// Why it is no such text.
pub(crate) fn one_line(text: &str, fit: usize) -> Result<&str, LineProblem> {
    let text = text.trim();
    let letters = text.chars().count();
    if text.is_empty() {
        Err(LineProblem::Empty)
    } else if text.contains(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']) {
        Err(LineProblem::SeveralLines)
    } else if letters > fit {
        Err(LineProblem::TooLong { letters, fit })
    } else {
        Ok(text)
    }
}
