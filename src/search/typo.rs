//! Slips of the hand between two words: letters added, left out, changed, or two neighbours swapped.

/// How many slips are forgiven: none in short words, one up to eight letters, two above.
pub(super) fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=8 => 1,
        _ => 2,
    }
}

/// The fewest letters of a word that may have a slip while it is still being typed.
const LONG_ENOUGH_TO_BEGIN: usize = 6;

/// The fewest letters of a word in which a letter may be another one, or one too many. Shorter words become other words:
/// `winter` is no slip for `winner`.
const LONG_ENOUGH_FOR_OTHER_LETTERS: usize = 8;

/// A typed word and what known words must have in common with it.
#[derive(Debug)]
pub(super) struct Typed<'q> {
    text: &'q str,
    count: usize,
    set: LetterSet,
}

/// How a known word is like a typed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// One slip apart, or none.
    OneSlip,
    TwoSlips,
    /// The known word begins like the typed one, with a slip.
    BegunWithASlip,
}

/// Which letters a word has; some share a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LetterSet(u32);

impl LetterSet {
    pub(super) fn of(word: &str) -> Self {
        let place = |letter: char| match letter {
            'a'..='z' => u32::from(letter) - u32::from('a'),
            other => 26 + u32::from(other) % 6,
        };
        Self(word.chars().fold(0, |set, letter| set | 1 << place(letter)))
    }

    /// Whether the other has all its letters.
    pub(super) fn is_within(self, other: Self) -> bool {
        self.beyond(other) == 0
    }

    /// How many letters it has that the other lacks. Each slip accounts for one at most.
    fn beyond(self, other: Self) -> usize {
        (self.0 & !other.0).count_ones() as usize
    }
}

impl<'q> Typed<'q> {
    pub(super) fn of(text: &'q str) -> Self {
        Self { text, count: letters(text), set: LetterSet::of(text) }
    }

    /// Whether slips are forgiven in it at all.
    pub(super) fn forgives(&self) -> bool {
        allowed(self.count) > 0
    }

    /// How a known word is like it, if it is.
    pub(super) fn likeness(&self, known: &str, set: LetterSet) -> Option<Likeness> {
        if !begins_alike(self.text, known) {
            return None;
        }
        let limit = allowed(self.count);
        let missing = self.set.beyond(set);
        if missing > limit {
            return None;
        }
        let length = letters(known);
        if length.abs_diff(self.count) <= limit && set.beyond(self.set) <= limit {
            match strsim::osa_distance(self.text, known) {
                0 => return Some(Likeness::OneSlip),
                1 if self.begins(known, End::Same) => return Some(Likeness::OneSlip),
                2 if limit == 2 => return Some(Likeness::TwoSlips),
                _ => {}
            }
        }
        let may_begin = missing <= 1 && self.count >= LONG_ENOUGH_TO_BEGIN && length >= self.count;
        (may_begin && self.begins(known, End::Open)).then_some(Likeness::BegunWithASlip)
    }

    fn begins(&self, known: &str, end: End) -> bool {
        let slips = Slips { other_letters: self.count >= LONG_ENOUGH_FOR_OTHER_LETTERS, end };
        if self.text.is_ascii() && known.is_ascii() {
            return slips.lead_to(self.text.as_bytes(), known.as_bytes());
        }
        let [typed, known] = [self.text, known].map(|text| text.chars().collect::<Vec<char>>());
        slips.lead_to(&typed, &known)
    }
}

/// Whether two words begin with the same letter, or with the same two swapped: nobody slips at the first letter alone.
fn begins_alike(typed: &str, known: &str) -> bool {
    let first_two = |word: &str| {
        let mut letters = word.chars();
        (letters.next(), letters.next())
    };
    let ((first, second), (other_first, other_second)) = (first_two(typed), first_two(known));
    first == other_first || (first == other_second && second == other_first)
}

/// Where the known word ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// Where the typed one does.
    Same,
    /// There or later.
    Open,
}

struct Slips {
    /// Whether a letter may be another one, or one too many that is not the one beside it.
    other_letters: bool,
    end: End,
}

impl Slips {
    /// Whether the known word, or a beginning of it, is the typed one with one slip at most. The slip is where they first
    /// differ.
    fn lead_to<L: PartialEq>(&self, typed: &[L], known: &[L]) -> bool {
        let same = typed.iter().zip(known).take_while(|(typed, known)| typed == known).count();
        let is_doubled = same > 0 && typed.get(same) == typed.get(same - 1);
        let ((_, typed), (_, known)) = (typed.split_at(same), known.split_at(same));
        let goes_on = |typed_from: usize, known_from: usize| {
            let (rest, known) = (typed.get(typed_from..).unwrap_or_default(), known.get(known_from..));
            known.is_some_and(|known| known.starts_with(rest) && (self.end == End::Open || known.len() == rest.len()))
        };
        let changed = self.other_letters && goes_on(1, 1);
        let added = (self.other_letters || is_doubled) && goes_on(1, 0);
        let is_swapped = matches!((typed, known), ([a, b, ..], [c, d, ..]) if a == d && b == c);
        let is_begun = typed.is_empty() && self.end == End::Open;
        is_begun || changed || added || goes_on(0, 1) || (is_swapped && goes_on(2, 2))
    }
}

fn letters(word: &str) -> usize {
    if word.is_ascii() { word.len() } else { word.chars().count() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{End, LetterSet, Likeness, Slips, Typed, allowed};

    fn likeness(typed: &str, known: &str) -> Option<Likeness> {
        Typed::of(typed).likeness(known, LetterSet::of(known))
    }

    #[test]
    fn slips_are_counted() {
        for (typed, known) in [
            ("segmnet", "segment"),
            ("unsubcribe", "unsubscribe"),
            ("lead", "lead"),
            ("jurney", "journey"),
            ("marketting", "marketing"),
            ("suvvrey", "suvrey"),
            ("depricated", "deprecated"),
        ] {
            assert_eq!(likeness(typed, known), Some(Likeness::OneSlip), "{typed}");
        }
        assert_eq!(likeness("attachemnet", "attachment"), Some(Likeness::TwoSlips));
        assert_eq!(likeness("atatch", "attachment"), Some(Likeness::BegunWithASlip));
        assert_eq!(likeness("abcdef", "ghijkl"), None);
    }

    #[test]
    fn another_word_is_no_slip() {
        for (typed, known) in [
            ("winter", "winner"),
            ("candle", "handle"),
            ("thunder", "under"),
            ("princess", "process"),
            ("palace", "place"),
            ("happy", "happen"),
            ("curtain", "certain"),
        ] {
            assert_eq!(likeness(typed, known), None, "{typed}");
        }
    }

    #[test]
    fn short_words_forgive_nothing() {
        assert_eq!([3, 4, 8, 9].map(allowed), [0, 1, 1, 2]);
        assert!(!Typed::of("sms").forgives());
    }

    proptest! {
        #[test]
        fn a_beginning_with_a_slip_is_one_by_the_measure_too(typed in "[a-c]{2,6}", known in "[a-c]{0,9}") {
            let lengths = typed.len() - 1..=typed.len() + 1;
            let mut near = lengths.filter_map(|length| known.get(..length));
            let expected = near.any(|beginning| strsim::osa_distance(&typed, beginning) <= 1);
            let slips = Slips { other_letters: true, end: End::Open };
            prop_assert_eq!(slips.lead_to(typed.as_bytes(), known.as_bytes()), expected);
        }

        #[test]
        fn what_letters_rule_out_is_too_far_apart(typed in "a[a-d]{7,9}", known in "a[a-h]{0,9}") {
            let slips = strsim::osa_distance(&typed, &known);
            let found = likeness(&typed, &known);
            let is_near = matches!(found, Some(Likeness::OneSlip | Likeness::TwoSlips));
            prop_assert_eq!(is_near, slips <= allowed(typed.len()));
        }

        #[test]
        fn what_a_short_word_is_like_is_one_slip_away(typed in "[a-d]{4,7}", known in "[a-d]{0,9}") {
            let is_near = likeness(&typed, &known) == Some(Likeness::OneSlip);
            prop_assert!(!is_near || strsim::osa_distance(&typed, &known) <= 1);
        }
    }
}
