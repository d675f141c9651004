//! Abbreviations such as `crtlead` for "Create a lead": the only place that knows fuzzy-matcher.
//!
//! A subsequence alone is no match, because almost any few letters are one of almost any sentence: most letters must
//! begin a word, follow the letter before, or follow it with nothing but vowels between.

use std::ops::Range;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::fold::{Word, fold_letter};
use super::highlight::merged;
use super::query::Query;
use super::typo::LetterSet;

const SHORTEST: usize = 3;
const LONGEST: usize = 24;
const LONGEST_TEXT: usize = 200;

/// Looks for the words of a query as abbreviations.
pub(super) struct Abbreviations {
    matcher: SkimMatcherV2,
    words: Vec<Sought>,
}

/// A word that may be an abbreviation.
struct Sought {
    text: String,
    letters: LetterSet,
    initial: LetterSet,
}

impl Sought {
    fn of(text: &str) -> Self {
        let initial: String = text.chars().take(1).collect();
        Self { text: text.to_owned(), letters: LetterSet::of(text), initial: LetterSet::of(&initial) }
    }

    /// Whether a text has its letters in order, from the beginning of a word on.
    fn may_abbreviate(&self, text: &Abbreviable) -> bool {
        self.letters.is_within(text.letters)
            && self.initial.is_within(text.initials)
            && text
                .text
                .split_inclusive(' ')
                .scan(0, |start, word| {
                    let here = *start;
                    *start += word.len();
                    Some(here)
                })
                .any(|start| text.text.get(start..).is_some_and(|rest| self.begins_in(rest)))
    }

    fn begins_in(&self, text: &str) -> bool {
        self.text.chars().next() == text.chars().next() && is_subsequence(&self.text, text)
    }
}

/// A folded text that may be abbreviated.
#[derive(Debug, Clone)]
pub(super) struct Abbreviable {
    text: Box<str>,
    letters: LetterSet,
    /// The letters that begin a word.
    initials: LetterSet,
}

impl Abbreviable {
    pub(super) fn of(folded: &str) -> Self {
        let text: String = folded.chars().take(LONGEST_TEXT).collect();
        let initials: String = text.split(' ').filter_map(|word| word.chars().next()).collect();
        Self { letters: LetterSet::of(&text), initials: LetterSet::of(&initials), text: text.into() }
    }
}

impl Abbreviations {
    pub(super) fn of(query: &Query) -> Self {
        let words = query.words().map(|word: &Word| Sought::of(&word.text)).collect();
        Self { matcher: SkimMatcherV2::default().ignore_case(), words }
    }

    /// Whether every word is one that may be an abbreviation.
    pub(super) fn may_be(&self) -> bool {
        self.words.iter().all(|word| (SHORTEST..=LONGEST).contains(&word.text.chars().count()))
    }

    /// How well a text matches, if every word abbreviates something in it.
    pub(super) fn points(&self, text: &Abbreviable) -> Option<u32> {
        if !self.words.iter().all(|word| word.may_abbreviate(text)) {
            return None;
        }
        let letters: Vec<char> = text.text.chars().collect();
        self.words.iter().map(|word| self.find_word(&word.text, &text.text, &letters).map(|(points, _)| points)).sum()
    }

    /// The bytes of a title that match; none if it does not match.
    pub(super) fn matched(&self, title: &str) -> Vec<Range<usize>> {
        let letters: Vec<char> =
            title.chars().take(LONGEST_TEXT).map(|letter| fold_letter(letter).next().unwrap_or(letter)).collect();
        let text: String = letters.iter().collect();
        let mut positions = Vec::new();
        for word in &self.words {
            match self.find_word(&word.text, &text, &letters) {
                Some((_, at)) => positions.extend(at),
                None => return Vec::new(),
            }
        }
        positions.sort_unstable();
        let hit = title.char_indices().enumerate().filter(|(position, _)| positions.binary_search(position).is_ok());
        merged(hit.map(|(_, (start, letter))| start..start + letter.len_utf8()).collect())
    }

    fn find_word(&self, word: &str, text: &str, letters: &[char]) -> Option<(u32, Vec<usize>)> {
        let (points, positions) = self.matcher.fuzzy_indices(text, word)?;
        let begins = |position: usize| {
            let before = position.checked_sub(1).and_then(|at| letters.get(at));
            before.is_none_or(|letter| !letter.is_alphanumeric())
        };
        let follows = |rank: usize, position: usize| {
            let before = rank.checked_sub(1).and_then(|rank| positions.get(rank));
            let between = before.and_then(|last| letters.get(last + 1..position));
            between.is_some_and(|between| between.iter().all(|letter| "aeiou".contains(*letter)))
        };
        let firm = positions.iter().enumerate().filter(|(rank, at)| begins(**at) || follows(*rank, **at)).count();
        let starts_a_word = positions.first().is_some_and(|first| begins(*first));
        (starts_a_word && firm * 4 >= positions.len() * 3).then(|| (u32::try_from(points).unwrap_or(0), positions))
    }
}

fn is_subsequence(word: &str, text: &str) -> bool {
    let mut rest = text.chars();
    word.chars().all(|letter| rest.any(|other| other == letter))
}
