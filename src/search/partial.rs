//! Puts entries in order that hold some words of a query, where little holds them all.
//!
//! An entry is worth the more the more and the rarer the words are that it holds, and where: most in its title, then in
//! its keywords.

use std::cmp::Reverse;

use super::fields::Field;
use super::fold::{Word, stem};
use super::index::{Index, Posting};
use super::little::is_little;
use super::query::{Query, Term};
use super::worth::of_kind;

/// The least that an entry may be worth, in percent of the best.
const LEAST: u32 = 50;
/// The most entries that are found.
const MOST: usize = 30;

/// What a synonym, an optional word and one that is only begun are worth, in percent of a word as typed.
const SYNONYM: u32 = 70;
const OPTIONAL: u32 = 40;
const BEGUN: u32 = 60;

/// The entries that hold some words of a query, by position, with what they are worth; the best first.
pub(super) fn partial(index: &Index, query: &Query) -> Vec<(u32, u32)> {
    let mut found = Partial { index, worth: vec![0; index.entries()] };
    for term in &query.terms {
        found.term(term, 100);
    }
    let holds_any: Vec<bool> = found.worth.iter().map(|worth| *worth > 0).collect();
    for term in &query.optional {
        found.term(term, OPTIONAL);
    }
    let mut scored: Vec<(u32, u32)> = (0..)
        .zip(found.worth.iter().zip(&index.documents).zip(holds_any))
        .filter(|(_, (_, holds_any))| *holds_any)
        .map(|(position, ((worth, document), _))| (position, worth * of_kind(document.entry.kind()) / 100))
        .collect();
    scored.sort_unstable_by_key(|(position, worth)| (Reverse(*worth), *position));
    let least = scored.first().map_or(0, |(_, best)| best * LEAST / 100);
    scored.retain(|(_, worth)| *worth >= least);
    scored.truncate(MOST);
    scored
}

struct Partial<'i> {
    index: &'i Index,
    /// By document.
    worth: Vec<u32>,
}

impl Partial<'_> {
    /// Adds what a term is worth in every entry: as typed, or by a synonym, whichever is more.
    fn term(&mut self, term: &Term, percent: u32) {
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
        for (worth, best) in self.worth.iter_mut().zip(best) {
            *worth += best * percent / 100;
        }
    }

    fn word(&self, word: &Word, percent: u32, best: &mut [u32]) {
        if is_little(&word.text) {
            return;
        }
        let stem = stem(&word.text);
        let whole = self.index.with_stem(&stem);
        let mut holders: Vec<Posting> = whole.flat_map(|known| known.postings.iter().copied()).collect();
        let is_begun = holders.is_empty();
        if is_begun && word.text.chars().nth(2).is_some() {
            let begun = self.index.beginning_with(&word.text);
            holders = begun.iter().flat_map(|known| known.postings.iter().copied()).collect();
        }
        holders.sort_unstable_by_key(|posting| (posting.document, posting.field));
        holders.dedup_by_key(|posting| posting.document);
        let worth = rarity(self.index.entries(), holders.len()) * percent * if is_begun { BEGUN } else { 100 } / 100;
        for posting in holders {
            let factor = match posting.field {
                Field::Title => 10,
                Field::Keyword => 8,
                Field::Near => 5,
                Field::Body => 2,
            };
            let best = best.get_mut(posting.document as usize).expect("there is a worth for every document");
            *best = (*best).max(worth * factor);
        }
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
