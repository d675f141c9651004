//! Abbreviations such as `crtlead` for "Create a lead": the only place that knows fuzzy-matcher.
//!
//! A subsequence alone is no match, because almost any few letters are one of almost any sentence: most letters must
//! begin a word or follow the letter before.

use std::ops::Range;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::fold::fold_letter;
use super::highlight::merged;
use super::query::Query;

const SHORTEST: usize = 3;
const LONGEST: usize = 24;
const LONGEST_TEXT: usize = 200;

/// Looks for the words of a query as abbreviations.
pub(super) struct Abbreviations {
    matcher: SkimMatcherV2,
    words: Vec<String>,
}

impl Abbreviations {
    pub(super) fn of(query: &Query) -> Self {
        let words = query.words.iter().map(|word| word.text.clone()).collect();
        Self { matcher: SkimMatcherV2::default().ignore_case(), words }
    }

    /// How well a text matches, if every word abbreviates something in it.
    pub(super) fn points(&mut self, text: &str) -> Option<u32> {
        let (points, _) = self.find(text)?;
        Some(points)
    }

    /// The bytes of a text that match; none if it does not match.
    pub(super) fn matched(&mut self, text: &str) -> Vec<Range<usize>> {
        let positions = self.find(text).map(|(_, positions)| positions).unwrap_or_default();
        let letters = text.char_indices().enumerate();
        let hit = letters.filter(|(position, _)| positions.binary_search(position).is_ok());
        merged(hit.map(|(_, (start, letter))| start..start + letter.len_utf8()).collect())
    }

    fn find(&mut self, text: &str) -> Option<(u32, Vec<usize>)> {
        let letters: Vec<char> =
            text.chars().take(LONGEST_TEXT).map(|letter| fold_letter(letter).next().unwrap_or(letter)).collect();
        let mut points = 0;
        let mut positions = Vec::new();
        for word in &self.words {
            let (found, at) = self.find_word(word, &letters)?;
            points += found;
            positions.extend(at);
        }
        positions.sort_unstable();
        positions.dedup();
        Some((points, positions))
    }

    fn find_word(&self, word: &str, letters: &[char]) -> Option<(u32, Vec<usize>)> {
        let length = word.chars().count();
        if !(SHORTEST..=LONGEST).contains(&length) || !is_subsequence(word, letters) {
            return None;
        }
        let text: String = letters.iter().collect();
        let (points, positions) = self.matcher.fuzzy_indices(&text, word)?;
        let begins = |position: usize| {
            let before = position.checked_sub(1).and_then(|at| letters.get(at));
            before.is_none_or(|letter| !letter.is_alphanumeric())
        };
        let follows = |rank: usize, position: usize| {
            rank.checked_sub(1).and_then(|rank| positions.get(rank)).is_some_and(|last| last + 1 == position)
        };
        let firm = positions.iter().enumerate().filter(|(rank, at)| begins(**at) || follows(*rank, **at)).count();
        let starts_a_word = positions.first().is_some_and(|first| begins(*first));
        (starts_a_word && firm * 4 >= length * 3).then(|| (u32::try_from(points).unwrap_or(0), positions))
    }
}

fn is_subsequence(word: &str, letters: &[char]) -> bool {
    let mut rest = letters.iter();
    word.chars().all(|letter| rest.any(|other| *other == letter))
}
