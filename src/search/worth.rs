//! What one typed word is worth in every entry.

use super::fields::Field;
use super::fold::{Word, stem};
use super::index::{Index, Known};
use super::typo::{Measure, allowed};

/// How a typed word may match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// Whole, with another ending, or begun.
    AsTyped,
    /// Also with slips of the hand.
    WithSlips,
}

const WHOLE: u32 = 100;
const OTHER_ENDING: u32 = 90;
const ONE_SLIP: u32 = 45;
const TWO_SLIPS: u32 = 30;
const BEGUN_WITH_A_SLIP: u32 = 20;

/// From how many letters on a word that is still being typed may have a slip already.
const LONG_ENOUGH_TO_BEGIN: usize = 5;

/// What typed words are worth, by document.
#[derive(Debug, Clone)]
pub(super) struct Worth {
    pub(super) cells: Vec<Cell>,
}

/// What typed words are worth in one document.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Cell {
    /// 0 if a word does not match.
    pub(super) points: u32,
    /// How many of the words stand in the title.
    pub(super) in_title: u32,
}

impl Worth {
    /// What a word is worth: as a whole or in all its pieces, whichever is more.
    pub(super) fn of(index: &Index, word: &Word, manner: Manner) -> Self {
        let mut worth = Self::of_text(index, &word.text, manner);
        if word.pieces.len() > 1 {
            let mut pieces = word.pieces.iter().map(|piece| Self::of_text(index, &piece.text, manner));
            if let Some(first) = pieces.next() {
                let all = pieces.fold(first, |so_far, piece| so_far.weaker(&piece));
                worth = worth.stronger(&all);
            }
        }
        worth
    }

    fn of_text(index: &Index, text: &str, manner: Manner) -> Self {
        let mut worth = Self { cells: vec![Cell::default(); index.len()] };
        let typed = letters(text);
        for position in index.beginning_with(text) {
            let Some(known) = index.vocabulary.get(position) else { continue };
            let begun = 50 + 30 * typed / letters(&known.text).max(1);
            worth.add(known, if &*known.text == text { WHOLE } else { begun });
        }
        for position in index.with_stem(&stem(text)) {
            if let Some(known) = index.vocabulary.get(*position as usize).filter(|known| &*known.text != text) {
                worth.add(known, OTHER_ENDING);
            }
        }
        if manner == Manner::WithSlips {
            worth.add_with_slips(index, text);
        }
        worth
    }

    fn add_with_slips(&mut self, index: &Index, text: &str) {
        let mut measure = Measure::of(text);
        let limit = allowed(measure.letters());
        if limit == 0 {
            return;
        }
        for known in &index.vocabulary {
            match measure.distance(&known.text, limit) {
                Some(0 | 1) => self.add(known, ONE_SLIP),
                Some(_) => self.add(known, TWO_SLIPS),
                None if measure.letters() < LONG_ENOUGH_TO_BEGIN => {}
                None => {
                    if measure.distance_to_beginning(&known.text, 1).is_some() {
                        self.add(known, BEGUN_WITH_A_SLIP);
                    }
                }
            }
        }
    }

    fn add(&mut self, known: &Known, quality: u32) {
        for posting in &known.postings {
            let factor = match posting.field {
                Field::Title => 10,
                Field::Keyword => 8,
                Field::Body => 3,
            };
            if let Some(cell) = self.cells.get_mut(posting.document as usize) {
                cell.points = cell.points.max(quality * factor);
                cell.in_title = cell.in_title.max(u32::from(posting.field == Field::Title));
            }
        }
    }

    /// A word that stands in few entries says more than one that stands in most.
    pub(super) fn weigh_by_rarity(&mut self) {
        let holders = self.cells.iter().filter(|cell| cell.points > 0).count();
        let rarity = 2 + (self.cells.len() / holders.max(1)).max(1).ilog2();
        for cell in &mut self.cells {
            cell.points *= rarity;
        }
    }

    /// Both words are required; their worth adds up.
    pub(super) fn and(self, other: &Self) -> Self {
        self.combined(other, |one, two| {
            let both = one.points > 0 && two.points > 0;
            if both {
                Cell { points: one.points + two.points, in_title: one.in_title + two.in_title }
            } else {
                Cell::default()
            }
        })
    }

    fn weaker(self, other: &Self) -> Self {
        self.combined(other, |one, two| Cell {
            points: one.points.min(two.points),
            in_title: one.in_title.min(two.in_title),
        })
    }

    fn stronger(self, other: &Self) -> Self {
        self.combined(other, |one, two| Cell {
            points: one.points.max(two.points),
            in_title: one.in_title.max(two.in_title),
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
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}
