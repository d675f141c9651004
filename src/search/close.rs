//! What entries are worth that hold some words of a query, where few hold them all.
//!
//! An entry is worth the more the more and the rarer the words are that it holds, the more often it does, the better the
//! place and the shorter the text there. Words of one [`family`](super::family) are one.

use std::cmp::Reverse;

use super::index::Index;
use super::query::{Query, Term};
use super::weights::roots;
use super::word::Word;
use super::worth::of_kind;

/// The least that an entry may be worth, in percent of the best.
const LEAST: u32 = 40;
/// The most entries that are found.
const MOST: usize = 30;

/// What a synonym, an optional word and one that is only begun are worth, in percent of a word as typed.
const SYNONYM: u32 = 50;
const OPTIONAL: u32 = 40;
const BEGUN: u32 = 60;

/// An entry that holds some words of a query.
#[derive(Debug, Clone, Copy)]
pub(super) struct Near {
    pub(super) document: u32,
    pub(super) worth: u32,
    /// Whether it holds every word that must be found, or a synonym.
    pub(super) holds_all: bool,
}

/// The entries that hold some words of a query, the best first. None if no word that must be found is known.
pub(super) fn close(index: &Index, query: &Query) -> Vec<Near> {
    let words =
        |term: &Term| term.typed.iter().chain(term.others.iter().flatten()).any(|word| index.weights.knows(word));
    if !query.terms.iter().any(words) {
        return Vec::new();
    }
    let mut found = Close { index, worth: vec![(0, 0); index.entries()] };
    query.terms.iter().for_each(|term| found.term(term, 100, true));
    let needed = query.terms.len();
    query.optional.iter().for_each(|term| found.term(term, OPTIONAL, false));
    let entries = (0..).zip(found.worth.iter().zip(&index.documents)).filter(|(_, ((worth, _), _))| *worth > 0);
    let near = entries.map(|(document, ((worth, held), entry))| Near {
        document,
        worth: worth * of_kind(entry.entry.kind()) / 100,
        holds_all: *held >= needed,
    });
    let mut near: Vec<Near> = near.collect();
    near.sort_unstable_by_key(|near| (Reverse(near.worth), near.document));
    let least = near.first().map_or(0, |best| best.worth * LEAST / 100);
    near.retain(|near| near.worth >= least);
    near.truncate(MOST);
    near
}

struct Close<'i> {
    index: &'i Index,
    /// By document, with how many terms that must be found it holds.
    worth: Vec<(u32, usize)>,
}

impl Close<'_> {
    /// Adds what a term is worth in every entry: as typed, or by a synonym, whichever is more.
    fn term(&mut self, term: &Term, percent: u32, is_needed: bool) {
        let mut best = vec![0; self.index.entries()];
        for word in &term.typed {
            self.word(word, 100, &mut best);
        }
        for other in &term.others {
            let share = SYNONYM / u32::try_from(other.len().max(1)).expect("a phrase has few words");
            for word in other {
                self.word(word, share, &mut best);
            }
        }
        for ((worth, held), best) in self.worth.iter_mut().zip(best) {
            *worth += best * percent / 100;
            *held += usize::from(best > 0 && is_needed);
        }
    }

    fn word(&self, word: &Word, percent: u32, best: &mut [u32]) {
        let (weights, entries) = (&self.index.weights, self.index.entries());
        for root in roots(word) {
            let holders = weights.holders(&root);
            raise(holders, rarity(entries, holders.len()) * percent / 100, best);
            if holders.is_empty() {
                let count = weights.begun(&word.text).map(<[_]>::len).sum();
                for holders in weights.begun(&word.text) {
                    raise(holders, rarity(entries, count) * percent * BEGUN / 10_000, best);
                }
            }
        }
    }
}

fn raise(holders: &[(u32, u32)], rarity: u32, best: &mut [u32]) {
    for (position, weight) in holders {
        let best = best.get_mut(*position as usize).expect("there is a worth for every document");
        *best = (*best).max(weight * rarity);
    }
}

/// Four times the binary logarithm of how many entries there are for each that holds a word.
fn rarity(entries: usize, holders: usize) -> u32 {
    if holders == 0 {
        return 0;
    }
    let ratio = ((entries as u128) << 8) / holders as u128;
    ratio.saturating_pow(4).max(1).ilog2().saturating_sub(32)
}

#[cfg(test)]
mod tests {
    use super::rarity;

    #[test]
    fn what_few_entries_hold_is_rare_and_what_all_hold_says_nothing() {
        assert_eq!([rarity(800, 800), rarity(800, 400), rarity(800, 100), rarity(800, 0)], [0, 4, 12, 0]);
    }
}
