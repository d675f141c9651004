//! An amount: a figure of the user's own beside an answer. It is one short line, shown as it is and never computed with.

use crate::model::line::{LineProblem, one_line};

/// The longest amount, in characters.
pub(super) const LONGEST: usize = 40;

/// An amount as it is kept, without blanks around it.
///
/// # Errors
/// What is wrong with the text, as the end of a sentence that names it.
pub(crate) fn amount(text: &str) -> Result<String, String> {
    let line = one_line(text, LONGEST).map_err(words)?;
    Ok(line.to_owned())
}

/// Why a text is no such line, as the end of a sentence that names it.
pub(super) fn words(problem: LineProblem) -> String {
    match problem {
        LineProblem::Empty => "is empty".to_owned(),
        LineProblem::SeveralLines => "has several lines".to_owned(),
        LineProblem::TooLong { letters, fit } => format!("has {letters} characters; {fit} fit"),
    }
}

#[cfg(test)]
mod tests {
    use super::amount;

    #[test]
    fn an_amount_is_one_short_line() {
        assert_eq!(amount(" 40,000 contacts ").as_deref(), Ok("40,000 contacts"));
        assert_eq!(amount(&"ä".repeat(40)).as_deref(), Ok("ä".repeat(40).as_str()));
        for (text, problem) in [
            ("", "is empty"),
            (" \n ", "is empty"),
            ("40,000\ncontacts", "has several lines"),
            ("40,000\u{2028}contacts", "has several lines"),
            (&"9".repeat(41), "has 41 characters; 40 fit"),
        ] {
            assert_eq!(amount(text), Err(problem.to_owned()), "{text:?}");
        }
    }
}
