//! Abbreviations such as `crtlead` for "Create a lead": the only place that knows fuzzy-matcher.
//!
//! Letters in the right order are no match, because almost any few letters are scattered over almost any sentence. A word
//! is abbreviated by its beginning, or by its first letter and the consonants that follow it; several words that stand
//! together in a short text by such parts of each.

use std::ops::Range;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::fold::{fold_letter, merged};
use super::little::is_little;
use super::query::Query;
use super::typo::LetterSet;
use super::word::Word;

const SHORTEST: usize = 3;
/// The fewest letters that stand for several words, and the fewest that stand for one of these.
const SHORTEST_OF_SEVERAL: (usize, usize) = (5, 3);
const LONGEST: usize = 24;
const LONGEST_TEXT: usize = 200;
/// A text of more words is a sentence, which nobody abbreviates.
const MOST_WORDS: usize = 8;

/// Looks for the words of a query as abbreviations.
pub(super) struct Abbreviations {
    matcher: SkimMatcherV2,
    words: Vec<Sought>,
}

struct Sought {
    text: String,
    letters: Vec<char>,
    set: LetterSet,
    initial: LetterSet,
}

/// A folded text that may be abbreviated.
#[derive(Debug, Clone)]
pub(super) struct Abbreviable {
    text: Box<str>,
    set: LetterSet,
    /// The letters that begin a word.
    initials: LetterSet,
}

/// A word of a text: the positions of its letters, and they themselves.
struct Spelt<'t> {
    start: usize,
    letters: &'t [char],
}

impl Abbreviable {
    pub(super) fn of(folded: &str) -> Self {
        let text: String = folded.chars().take(LONGEST_TEXT).collect();
        let initials: String = text.split(' ').filter_map(|word| word.chars().next()).collect();
        Self { set: LetterSet::of(&text), initials: LetterSet::of(&initials), text: text.into() }
    }
}

impl Abbreviations {
    pub(super) fn of(query: &Query) -> Self {
        let sought = |word: &Word| Sought {
            text: word.text.clone(),
            letters: word.text.chars().collect(),
            set: LetterSet::of(&word.text),
            initial: LetterSet::of(&word.text.chars().take(1).collect::<String>()),
        };
        Self { matcher: SkimMatcherV2::default().ignore_case(), words: query.words().map(sought).collect() }
    }

    /// Whether every word is one that may be an abbreviation.
    pub(super) fn may_be(&self) -> bool {
        self.words.iter().all(|word| (SHORTEST..=LONGEST).contains(&word.letters.len()))
    }

    /// How well a text matches, if every word abbreviates something in it.
    pub(super) fn points(&self, text: &Abbreviable) -> Option<u32> {
        let may_be = |word: &Sought| word.initial.is_within(text.initials) && word.set.is_within(text.set);
        if !self.words.iter().all(may_be) {
            return None;
        }
        let letters: Vec<char> = text.text.chars().collect();
        let found = self.find(&letters)?;
        let points = found.into_iter().zip(&self.words).map(|(positions, word)| {
            let stretch = positions.first().zip(positions.last()).and_then(|(first, last)| letters.get(*first..=*last));
            let stretch: String = stretch.unwrap_or_default().iter().collect();
            self.matcher.fuzzy_match(&stretch, &word.text).and_then(|points| u32::try_from(points).ok()).unwrap_or(0)
        });
        Some(points.sum())
    }

    /// The bytes of a title that match; none if it does not match.
    pub(super) fn matched(&self, title: &str) -> Vec<Range<usize>> {
        let letters: Vec<char> =
            title.chars().take(LONGEST_TEXT).map(|letter| fold_letter(letter).next().unwrap_or(letter)).collect();
        let positions: Vec<usize> = self.find(&letters).unwrap_or_default().into_iter().flatten().collect();
        let hit = title.char_indices().enumerate().filter(|(position, _)| positions.contains(position));
        merged(hit.map(|(_, (start, letter))| start..start + letter.len_utf8()).collect())
    }

    /// The positions of the letters of each word in a text, if it has them all.
    fn find(&self, text: &[char]) -> Option<Vec<Vec<usize>>> {
        let words = spelt(text);
        if words.len() > MOST_WORDS {
            return None;
        }
        let ends = (0..words.len()).filter_map(|first| words.get(first..)).collect::<Vec<_>>();
        self.words.iter().map(|word| ends.iter().find_map(|words| in_words(&word.letters, words))).collect()
    }
}

/// The words of a text that say something.
fn spelt(text: &[char]) -> Vec<Spelt<'_>> {
    let mut words = Vec::new();
    let mut start = 0;
    for letters in text.split(|letter| !letter.is_alphanumeric()) {
        if !letters.is_empty() && !is_little(&letters.iter().collect::<String>()) {
            words.push(Spelt { start, letters });
        }
        start += letters.len() + 1;
    }
    words
}

/// The positions of letters that abbreviate the words from the first on.
fn in_words(letters: &[char], words: &[Spelt<'_>]) -> Option<Vec<usize>> {
    let parts = parts(letters, words)?;
    let (total, longest) = SHORTEST_OF_SEVERAL;
    let says_enough = letters.len() >= total && parts.iter().any(|part| part.len() >= longest);
    (parts.len() == 1 || says_enough).then(|| parts.concat())
}

/// The same, word by word.
fn parts(letters: &[char], words: &[Spelt<'_>]) -> Option<Vec<Vec<usize>>> {
    if letters.is_empty() {
        return Some(Vec::new());
    }
    let (word, others) = words.split_first()?;
    (1..=letters.len()).rev().find_map(|length| {
        let (part, rest) = letters.split_at_checked(length)?;
        let places = in_word(part, word.letters)?;
        let mut parts = parts(rest, others)?;
        parts.insert(0, places.into_iter().map(|place| word.start + place).collect());
        Some(parts)
    })
}

/// Where the letters of a part stand in the word that it abbreviates. One letter says nothing, unless it is the word.
fn in_word(part: &[char], word: &[char]) -> Option<Vec<usize>> {
    if part.len() < 2 && part != word {
        return None;
    }
    if word.starts_with(part) {
        return Some((0..part.len()).collect());
    }
    let (first, consonants) = part.split_first()?;
    if word.first() != Some(first) || consonants.iter().copied().any(is_vowel) {
        return None;
    }
    let mut places = vec![0];
    for letter in consonants {
        let last = *places.last()?;
        let rest = word.get(last + 1..)?;
        let is_silent = |between: &char| is_vowel(*between) || Some(between) == word.get(last);
        let skipped = rest.iter().take_while(|between| *between != letter && is_silent(between)).count();
        (rest.get(skipped) == Some(letter)).then(|| places.push(last + 1 + skipped))?;
    }
    Some(places)
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::{in_words, spelt};

    fn abbreviates(word: &str, text: &str) -> bool {
        let (word, text): (Vec<char>, Vec<char>) = (word.chars().collect(), text.chars().collect());
        let words = spelt(&text);
        (0..words.len()).any(|first| in_words(&word, words.get(first..).unwrap()).is_some())
    }

    #[test]
    fn a_word_is_abbreviated_by_its_beginning_or_its_consonants() {
        for (word, text) in [
            ("brnch", "branch on data"),
            ("txtmsg", "send a text message"),
            ("crtlead", "create a lead"),
            ("autochan", "automatic choice of channel or automatic channel"),
            ("qthrs", "quiet hours"),
        ] {
            assert!(abbreviates(word, text), "{word} for {text}");
        }
    }

    #[test]
    fn letters_that_are_scattered_over_words_abbreviate_nothing() {
        for (word, text) in [
            ("banana", "branch on an answer in a survey"),
            ("coffee", "choose the form for every event"),
            ("asdf", "a segment of data is fixed"),
            ("hat", "heat map"),
            ("tmh", "text message here"),
            ("crlead", "create or change a lead"),
        ] {
            assert!(!abbreviates(word, text), "{word} for {text}");
        }
    }
}
