//! How texts for people are broken into lines: between words, and a number keeps its per cent sign.

use textwrap::core::Word;
use textwrap::{Options, WordSeparator, WordSplitter};

/// Lines of at most so many columns.
pub(crate) fn options<'a>(width: usize) -> Options<'a> {
    Options::new(width).word_separator(WordSeparator::Custom(words)).word_splitter(WordSplitter::NoHyphenation)
}

fn words<'t>(text: &'t str) -> Box<dyn Iterator<Item = Word<'t>> + 't> {
    let mut rest = text;
    Box::new(std::iter::from_fn(move || {
        let (word, after) = rest.split_at(end(rest));
        rest = after;
        (!word.is_empty()).then(|| Word::from(word))
    }))
}

/// Where the first word ends, with the blanks behind it, in bytes.
fn end(text: &str) -> usize {
    let mut is_behind = false;
    for (at, letter) in text.char_indices() {
        match letter {
            ' ' => is_behind = true,
            '%' => is_behind = false,
            _ if is_behind => return at,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::options;

    #[test]
    fn a_number_keeps_its_per_cent_sign() {
        assert_eq!(textwrap::wrap("it fits with 91 % of it", options(15)), ["it fits with", "91 % of it"]);
        assert_eq!(textwrap::wrap("91 % to 61 %.", options(6)), ["91 %", "to", "61 %."]);
    }

    #[test]
    fn lines_are_broken_between_words_alone() {
        assert_eq!(textwrap::wrap("  in real-time marketing", options(12)), ["  in", "real-time", "marketing"]);
    }
}
