//! What the terms of a query are worth in every entry.

use super::fields::Field;
use super::fold::stem;
use super::index::{Index, Known};
use super::query::{Manner, Term};
use super::typo::{Likeness, Typed};
use super::word::Word;
use crate::knowledge::entry::EntryKind;

/// How close a match is. An entry is as close as its worst term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Closeness {
    #[default]
    None,
    Slips,
    Begun,
    /// Whole, or with another ending.
    Whole,
}

const WHOLE: u32 = 100;
const OTHER_ENDING: u32 = 90;
const ONE_SLIP: u32 = 90;
const TWO_SLIPS: u32 = 50;
const BEGUN_WITH_A_SLIP: u32 = 40;

/// What a synonym is worth, in percent of a word as typed.
const SYNONYM: u32 = 80;
/// What an optional word is worth, in percent of one that is needed.
const OPTIONAL: u32 = 25;

/// What an entry is worth besides, in percent: a capability answers a search with both alternatives and leads on, a
/// question has many words because of its choices, and a workaround is read where its limitation is.
pub(super) fn of_kind(kind: EntryKind) -> u32 {
    match kind {
        EntryKind::Capability => 130,
        EntryKind::Limitation | EntryKind::Event => 100,
        EntryKind::Question => 75,
        EntryKind::Workaround => 40,
    }
}

/// What terms are worth, by document.
#[derive(Debug, Clone)]
pub(super) struct Worth {
    pub(super) cells: Vec<Cell>,
}

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Cell {
    pub(super) points: u32,
    /// How many of the words stand in the title.
    pub(super) in_title: u16,
    pub(super) closeness: Closeness,
}

impl Worth {
    /// What a term is worth: as typed, or by a synonym, whichever is more. What stands in few entries says more than
    /// what stands in most.
    pub(super) fn of(index: &Index, term: &Term, manner: Manner) -> Self {
        let mut worth = Self::of_phrase(index, &term.typed, manner);
        for other in &term.others {
            let mut synonym = Self::of_phrase(index, other, Manner::Whole);
            for cell in &mut synonym.cells {
                cell.points = cell.points * SYNONYM / 100;
            }
            worth = worth.stronger(&synonym);
        }
        let holders = worth.cells.iter().filter(|cell| cell.closeness > Closeness::None).count();
        let rarity = 2 + (worth.cells.len() / holders.max(1)).max(1).ilog2();
        let weight = rarity * u32::try_from(term.typed.len()).expect("a query has few words");
        for cell in &mut worth.cells {
            cell.points *= weight;
        }
        worth
    }

    /// What a phrase is worth: all its words, each as much as on average.
    fn of_phrase(index: &Index, words: &[Word], manner: Manner) -> Self {
        let mut each = words.iter().map(|word| Self::of_word(index, word, manner));
        let Some(first) = each.next() else { return Self::nothing(index) };
        let count = u32::try_from(words.len()).expect("a phrase has few words");
        let mut worth = each.fold(first, |so_far, word| so_far.and(&word));
        if count > 1 {
            worth.cells.iter_mut().for_each(|cell| cell.points /= count);
        }
        worth
    }

    /// What a word is worth: as a whole or in all its pieces, whichever is more.
    fn of_word(index: &Index, word: &Word, manner: Manner) -> Self {
        let worth = Self::of_text(index, &word.text, manner);
        if word.pieces.len() < 2 {
            return worth;
        }
        let pieces = word.pieces.iter().map(|piece| {
            let is_letter = piece.text.chars().nth(1).is_none();
            Self::of_text(index, &piece.text, if is_letter { Manner::Whole } else { manner })
        });
        match pieces.reduce(|so_far, piece| so_far.weaker(&piece)) {
            Some(all) => worth.stronger(&all),
            None => worth,
        }
    }

    fn nothing(index: &Index) -> Self {
        Self { cells: vec![Cell::default(); index.entries()] }
    }

    fn of_text(index: &Index, text: &str, manner: Manner) -> Self {
        let mut worth = Self::nothing(index);
        let typed = letters(text);
        let begun = index.beginning_with(text);
        let most = if manner == Manner::Whole { 1 } else { usize::MAX };
        for known in begun.iter().take(most) {
            if *known.text == *text {
                worth.add(known, WHOLE, Closeness::Whole);
            } else if manner != Manner::Whole {
                worth.add(known, 50 + 30 * typed / letters(&known.text).max(1), Closeness::Begun);
            }
        }
        for known in index.with_stem(&stem(text)).filter(|known| *known.text != *text) {
            worth.add(known, OTHER_ENDING, Closeness::Whole);
        }
        if manner == Manner::WithSlips {
            worth.add_with_slips(index, text);
        }
        worth
    }

    fn add_with_slips(&mut self, index: &Index, text: &str) {
        let typed = Typed::of(text);
        if !typed.forgives() {
            return;
        }
        for known in &index.vocabulary {
            let quality = match typed.likeness(&known.text, known.letters) {
                None => continue,
                Some(Likeness::OneSlip) => ONE_SLIP,
                Some(Likeness::TwoSlips) => TWO_SLIPS,
                Some(Likeness::BegunWithASlip) => BEGUN_WITH_A_SLIP,
            };
            self.add(known, quality, Closeness::Slips);
        }
    }

    fn add(&mut self, known: &Known, quality: u32, closeness: Closeness) {
        for posting in &known.postings {
            let factor = match posting.field {
                Field::Title => 10,
                Field::Keyword => 8,
                Field::Near => 4,
                Field::Body | Field::Phrase => 3,
            };
            let cell = self.cells.get_mut(posting.document as usize).expect("there is a cell for every document");
            cell.points = cell.points.max(quality * factor);
            cell.in_title = cell.in_title.max(u16::from(posting.field == Field::Title));
            cell.closeness = cell.closeness.max(closeness);
        }
    }

    /// Both are required; their worth adds up.
    pub(super) fn and(self, other: &Self) -> Self {
        self.combined(other, |one, two| {
            let closeness = one.closeness.min(two.closeness);
            if closeness == Closeness::None {
                return Cell::default();
            }
            Cell { points: one.points + two.points, in_title: one.in_title + two.in_title, closeness }
        })
    }

    /// The second is not required; in a title it adds to what has the first.
    pub(super) fn with_optional(self, other: &Self) -> Self {
        self.combined(other, |one, two| {
            if one.closeness == Closeness::None || two.in_title == 0 {
                return one;
            }
            Cell { points: one.points + two.points * OPTIONAL / 100, in_title: one.in_title + two.in_title, ..one }
        })
    }

    fn weaker(self, other: &Self) -> Self {
        self.combined(other, |one, two| Cell {
            points: one.points.min(two.points),
            in_title: one.in_title.min(two.in_title),
            closeness: one.closeness.min(two.closeness),
        })
    }

    fn stronger(self, other: &Self) -> Self {
        self.combined(other, |one, two| Cell {
            points: one.points.max(two.points),
            in_title: one.in_title.max(two.in_title),
            closeness: one.closeness.max(two.closeness),
        })
    }

    fn combined(mut self, other: &Self, combine: impl Fn(Cell, Cell) -> Cell) -> Self {
        for (cell, other) in self.cells.iter_mut().zip(&other.cells) {
            *cell = combine(*cell, *other);
        }
        self
    }
}

fn letters(text: &str) -> u32 {
    u32::try_from(if text.is_ascii() { text.len() } else { text.chars().count() }).unwrap_or(u32::MAX)
}
