//! Texts with a hard limit: of several wordings the longest that has room, and a cut at a word only where none has.

use std::fmt;
use std::ops::Deref;

use serde::{Serialize, Serializer};

use crate::diagnostic::clean::visible;

/// What stands where a text was cut.
const CUT: char = '…';

/// A text of at most `MOST` letters, in one line and without anything hostile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fitted<const MOST: usize>(String);

impl<const MOST: usize> Fitted<MOST> {
    /// The most letters that it can have.
    pub const MOST: usize = MOST;

    /// The text, cut at a word if it is too long.
    pub(crate) fn cut(text: &str) -> Self {
        let text = visible(text);
        let text = text.trim();
        if letters(text) <= MOST {
            return Self(text.to_owned());
        }
        let end = text.char_indices().nth(MOST.saturating_sub(1)).map_or(text.len(), |(at, _)| at);
        let kept = text.get(..end).expect("a letter begins there");
        let at_a_word = kept.rfind(' ').filter(|at| *at > end / 2).and_then(|at| kept.get(..at)).unwrap_or(kept);
        let kept = at_a_word.trim_end_matches([' ', ',', ';', ':', '.', '-', '"', '(']);
        // A quotation that was cut is closed again.
        let quotes = if kept.matches('"').count().is_multiple_of(2) { "" } else { "\"" };
        let shorter = kept.chars().take(MOST - 1 - letters(quotes)).collect::<String>();
        Self(format!("{shorter}{CUT}{quotes}"))
    }

    /// The first of several wordings that has room; the last one cut if none has.
    pub(crate) fn first_of<W: AsRef<str>>(wordings: impl IntoIterator<Item = W>) -> Self {
        let wordings: Vec<W> = wordings.into_iter().collect();
        let fits = wordings.iter().find(|wording| letters(&visible(wording.as_ref().trim())) <= MOST);
        Self::cut(fits.or(wordings.last()).map_or("", AsRef::as_ref))
    }

    /// As many sentences as there is room for, in their order, each in the first of its wordings that has room. What does
    /// not fit is left out, but for the first sentence, which is cut.
    pub(crate) fn of_sentences(sentences: impl IntoIterator<Item = Vec<String>>) -> Self {
        let mut said = String::new();
        for wordings in sentences {
            if said.is_empty() {
                said = Self::first_of(wordings).0;
                continue;
            }
            let room = MOST.saturating_sub(letters(&said) + 1);
            if let Some(wording) = wordings.iter().find(|wording| (1..=room).contains(&letters(&visible(wording)))) {
                said = format!("{said} {}", visible(wording));
            }
        }
        Self(said)
    }
}

/// How many letters a text has.
pub(crate) fn letters(text: &str) -> usize {
    text.chars().count()
}

/// The sentences of a text, each as the only wording of itself. What stands in quotation marks ends none.
pub(crate) fn sentences(text: &str) -> Vec<Vec<String>> {
    let (mut all, mut current, mut is_quoted) = (Vec::new(), String::new(), false);
    let mut rest = text.chars().peekable();
    while let Some(letter) = rest.next() {
        is_quoted ^= letter == '"';
        current.push(letter);
        let ends = matches!(letter, '.' | '?' | '!') && !is_quoted && rest.peek().is_none_or(|next| *next == ' ');
        if ends {
            all.push(vec![std::mem::take(&mut current).trim().to_owned()]);
        }
    }
    if !current.trim().is_empty() {
        all.push(vec![current.trim().to_owned()]);
    }
    all
}

impl<const MOST: usize> Deref for Fitted<MOST> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<const MOST: usize> fmt::Display for Fitted<MOST> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.0)
    }
}

impl<const MOST: usize> Serialize for Fitted<MOST> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Fitted, letters, sentences};

    #[test]
    fn what_is_too_long_is_cut_at_a_word() {
        assert_eq!(&*Fitted::<12>::cut("One two three"), "One two…");
        assert_eq!(&*Fitted::<13>::cut("One two three"), "One two three");
        assert_eq!(&*Fitted::<12>::cut("Donaudampfschiff"), "Donaudampfs…");
        assert_eq!(&*Fitted::<14>::cut("Do \"one two three\""), "Do \"one two…\"");
        assert_eq!(&*Fitted::<20>::cut("two\nlines \u{202e}"), "two lines <U+202E>");
        for text in ["\"aaaaaaaaaaaaaaa", "ä ö ü ß ä ö ü ß", "\" \" \" \" \" \"", "", "👩\u{200d}💻👩\u{200d}💻"]
        {
            assert!(letters(&Fitted::<6>::cut(text)) <= 6, "{text}");
        }
    }

    #[test]
    fn the_longest_wording_that_has_room_is_taken() {
        let said = |all: &[&str]| Fitted::<10>::first_of(all).to_string();
        assert_eq!(said(&["Four and three", "Seven in all", "Seven"]), "Seven");
        assert_eq!(said(&["Four and three", "Seven in all"]), "Seven in…");
    }

    #[test]
    fn sentences_are_left_out_where_there_is_no_room() {
        let said = Fitted::<16>::of_sentences([
            vec!["First.".to_owned()],
            vec!["A second one.".to_owned(), "Second.".to_owned()],
            vec!["Third.".to_owned()],
        ]);
        assert_eq!(&*said, "First. Second.");
        let quoted = sentences("It cannot do \"Stop. Go\". Never did.");
        assert_eq!(quoted, [["It cannot do \"Stop. Go\"."], ["Never did."]]);
    }
}
