//! Shows where a title matched.

use std::ops::Range;

use super::fold::{Piece, Word, fold_letter, stem};
use super::index::Document;
use super::query::Query;
use super::typo::{Measure, allowed};
use super::worth::Manner;

/// Finds the words of one query in titles.
pub(super) struct Highlighter {
    typed: Vec<Typed>,
}

struct Typed {
    text: String,
    stem: String,
    measure: Measure,
}

impl Typed {
    fn of(text: &str) -> Self {
        Self { text: text.to_owned(), stem: stem(text), measure: Measure::of(text) }
    }
}

impl Highlighter {
    pub(super) fn of(query: &Query) -> Self {
        let mut typed = Vec::new();
        for word in &query.words {
            typed.push(Typed::of(&word.text));
            if word.pieces.len() > 1 {
                typed.extend(word.pieces.iter().map(|piece| Typed::of(&piece.text)));
            }
        }
        Self { typed }
    }

    /// The bytes of the title that match, in order and apart from each other.
    pub(super) fn matched(&mut self, document: &Document, manner: Manner) -> Vec<Range<usize>> {
        let mut ranges = Vec::new();
        for typed in &mut self.typed {
            let before = ranges.len();
            for word in &document.title_words {
                ranges.extend(as_typed(typed, word, &document.title));
            }
            if ranges.len() == before && manner == Manner::WithSlips {
                let limit = allowed(typed.measure.letters());
                let pieces = document.title_words.iter().flat_map(|word| &word.pieces);
                let slipped = pieces.filter(|piece| typed.measure.distance(&piece.text, limit).is_some());
                ranges.extend(slipped.map(|piece| piece.place.clone()));
            }
        }
        merged(ranges)
    }
}

fn as_typed(typed: &Typed, word: &Word, title: &str) -> Option<Range<usize>> {
    if word.text == typed.text {
        return Some(word.place());
    }
    word.pieces.iter().find_map(|piece| in_piece(typed, piece, title))
}

fn in_piece(typed: &Typed, piece: &Piece, title: &str) -> Option<Range<usize>> {
    if piece.text.starts_with(&typed.text) {
        return Some(beginning(piece, typed.text.len(), title));
    }
    let alike = piece.text.bytes().zip(typed.text.bytes()).take(3).all(|(one, two)| one == two);
    (alike && stem(&piece.text) == typed.stem).then(|| piece.place.clone())
}

/// The bytes of the title behind the first `folded` bytes of a piece.
fn beginning(piece: &Piece, folded: usize, title: &str) -> Range<usize> {
    let mut end = piece.place.start;
    let mut covered = 0;
    for letter in title.get(piece.place.clone()).unwrap_or_default().chars() {
        let length: usize = fold_letter(letter).map(char::len_utf8).sum();
        if covered >= folded && length > 0 {
            break;
        }
        covered += length;
        end += letter.len_utf8();
    }
    piece.place.start..end
}

/// Ranges in order, joined where they touch.
pub(super) fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}
