//! Shows where a title matched.

use std::ops::Range;

use super::fold::{fold_letter, merged, stem, words};
use super::query::{Manner, Query};
use super::typo::{LetterSet, Likeness, Typed};
use super::word::{Piece, Word};

/// Finds the words of one query in titles.
pub(super) struct Highlighter<'q> {
    typed: Vec<Sought<'q>>,
    others: Vec<Sought<'q>>,
}

struct Sought<'q> {
    text: &'q str,
    stem: String,
}

impl<'q> Sought<'q> {
    fn all(words: impl Iterator<Item = &'q Word>) -> Vec<Self> {
        let mut sought = Vec::new();
        for word in words {
            let pieces = if word.pieces.len() > 1 { word.pieces.as_slice() } else { &[] };
            let texts = std::iter::once(&word.text).chain(pieces.iter().map(|piece| &piece.text));
            sought.extend(texts.map(|text| Self { text, stem: stem(text) }));
        }
        sought
    }
}

impl<'q> Highlighter<'q> {
    pub(super) fn of(query: &'q Query) -> Self {
        let others = query.terms.iter().flat_map(|term| &term.others).flatten();
        let optional = query.optional.iter().flat_map(|term| &term.typed);
        Self { typed: Sought::all(query.words().chain(optional)), others: Sought::all(others) }
    }

    /// The bytes of the title that match, in order and apart from each other.
    pub(super) fn matched(&self, title: &str, manner: Manner) -> Vec<Range<usize>> {
        let title_words = words(title);
        let mut ranges = Vec::new();
        for sought in &self.typed {
            let before = ranges.len();
            ranges.extend(title_words.iter().filter_map(|word| as_typed(sought, word, title)));
            if ranges.len() == before && manner == Manner::WithSlips {
                let pieces = title_words.iter().flat_map(|word| &word.pieces);
                ranges.extend(pieces.filter(|piece| is_like(sought, piece)).map(|piece| piece.place.clone()));
            }
        }
        for sought in &self.others {
            let pieces = title_words.iter().flat_map(|word| &word.pieces);
            ranges.extend(pieces.filter(|piece| stem(&piece.text) == sought.stem).map(|piece| piece.place.clone()));
        }
        merged(ranges)
    }
}

fn is_like(sought: &Sought<'_>, piece: &Piece) -> bool {
    let typed = Typed::of(sought.text);
    typed.forgives()
        && typed
            .likeness(&piece.text, LetterSet::of(&piece.text))
            .is_some_and(|likeness| likeness != Likeness::BegunWithASlip)
}

fn as_typed(sought: &Sought<'_>, word: &Word, title: &str) -> Option<Range<usize>> {
    if word.text == sought.text {
        return Some(word.place());
    }
    word.pieces.iter().find_map(|piece| in_piece(sought, piece, title))
}

fn in_piece(sought: &Sought<'_>, piece: &Piece, title: &str) -> Option<Range<usize>> {
    if piece.text.starts_with(sought.text) && sought.text.chars().nth(1).is_some() {
        return Some(beginning(piece, sought.text.len(), title));
    }
    (stem(&piece.text) == sought.stem).then(|| piece.place.clone())
}

/// The bytes of the title behind the first `folded` bytes of a piece.
fn beginning(piece: &Piece, folded: usize, title: &str) -> Range<usize> {
    let mut end = piece.place.start;
    let mut covered = 0;
    for letter in title.get(piece.place.clone()).expect("a piece is a place of its text").chars() {
        let length: usize = fold_letter(letter).map(char::len_utf8).sum();
        if covered >= folded && length > 0 {
            break;
        }
        covered += length;
        end += letter.len_utf8();
    }
    piece.place.start..end
}
