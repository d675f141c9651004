//! What holds of everything that the program says: no letter in it drives a terminal, and it points at letters that are there.

use journey_advisor::diagnostic::clean::judged;
use journey_advisor::diagnostic::{Diagnostic, File, Severity, render};

/// So much may be said of any text, in bytes, and so much more for each byte of it.
const SAID: (usize, usize) = (400_000, 40);

/// Fails at a letter that could drive a terminal or hide text, but for the ends of lines.
pub(super) fn is_clean(text: &str) {
    let hostile = judged(text).find(|(_, letter, is_hostile)| *is_hostile && *letter != '\n');
    assert_eq!(hostile, None, "in {text:?}");
}

/// Fails unless every problem points at whole letters of its file, and what people read of all of them is clean and bounded.
pub(super) fn are_sound(problems: &[Diagnostic], files: &[File]) {
    for place in problems.iter().flat_map(|problem| &problem.labels).map(|label| &label.place) {
        let text = &files[place.file].text;
        assert!(text.get(place.span.clone()).is_some(), "{place:?} is nowhere in a text of {} bytes", text.len());
    }
    let size: usize = files.iter().map(|file| file.text.len()).sum();
    assert!(problems.len() <= 100 + 8 * size, "{} problems in {size} bytes", problems.len());
    let said = render::render(problems, files, false);
    is_clean(&said);
    is_clean(&without_colours(&render::render(problems, files, true)));
    assert!(said.len() <= SAID.0 + SAID.1 * size, "{} bytes are said of {size}", said.len());
    is_clean(&render::summary(problems));
}

/// A text without the sequences that colour it.
fn without_colours(styled: &str) -> String {
    let mut parts = styled.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (colour, rest) = part.split_once('m').expect("a colour ends with m");
        assert!(colour.chars().all(|letter| letter.is_ascii_digit() || letter == ';'), "{colour:?}");
        plain.push_str(rest);
    }
    plain
}

/// Whether a problem stops the work.
pub(super) fn has_error(problems: &[Diagnostic]) -> bool {
    problems.iter().any(|problem| problem.severity() == Severity::Error)
}
