//! Finds the entries and puts them in order.
//!
//! Five passes, the later ones only if those before found little: words as they are typed, the words that are meant where
//! some do not occur, abbreviations, words with slips, some of the words. An entry whose whole title or id was typed stands
//! before all, and before what was begun where it was removed the removal; then come titles in synonyms, words that match
//! whole, words that are begun, words that are meant, abbreviations, slips, and last what holds some of the words.
//! Within each, it counts where the words stand, how rare they are, and how much of the title they cover.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

use super::Hit;
use super::abbreviation::Abbreviations;
use super::close::close;
use super::filter::Filter;
use super::highlight::Highlighter;
use super::index::{Document, Index};
use super::one::as_one;
use super::query::{Manner, Query};
use super::worth::{Closeness, Worth, of_kind};

/// Abbreviations and slips are looked for only if there are fewer hits than this without.
const ENOUGH: usize = 4;

/// The fewest terms of a sentence. What holds the most and the rarest of its words is nearer to it than what happens to
/// hold all of them.
const SENTENCE: usize = 5;

const TIER: u32 = 1 << 28;
const AS_TITLE: u32 = 8 * TIER;
const REMOVED: u32 = 7 * TIER;
const SYNONYMOUS: u32 = 6 * TIER;
const WHOLE: u32 = 5 * TIER;
const BEGUN: u32 = 4 * TIER;
const MEANT: u32 = 3 * TIER;
const ABBREVIATED: u32 = 2 * TIER;
const WITH_SLIPS: u32 = TIER;

const WHOLE_KEYWORD: u32 = 4_000;
const SYNONYMOUS_KEYWORD: u32 = 2_500;
/// So many of the texts that are compared with whole keywords are as typed, the first ones.
const AS_TYPED: usize = 2;
const TITLE_COVERED: u32 = 3_000;
const TITLE_BEGUN: u32 = 1_000;

/// The entries that match a query and pass the filter, best first; all that pass if nothing is typed.
pub fn search(index: &Index, typed: &str, filter: &Filter) -> Vec<Hit> {
    let query = &index.read(typed);
    let mut found = Found { index, query, filter, scores: vec![0; index.entries()], holds_all: BTreeSet::new() };
    if !query.terms.is_empty() {
        found.whole_titles();
        if query.terms.len() < SENTENCE {
            found.all_words();
        }
        if query.words().nth(1).is_some() && found.count() < ENOUGH {
            found.some_words();
        }
        found.removals();
    }
    let holds_all = found.holds_all;
    let scored = (0..).zip(&index.documents).zip(found.scores);
    let passing = scored.filter(|((_, document), _)| index.passes(document, filter));
    let found = passing.filter(|(_, score)| query.is_blank || *score > 0);
    let hit = |((position, document), score): ((u32, &Document), u32)| Hit {
        entry: document.entry,
        also: Vec::new(),
        is_close: (1..WITH_SLIPS).contains(&score) && !holds_all.contains(&position),
        score,
        document: position,
    };
    let mut hits: Vec<Hit> = found.map(hit).collect();
    hits.sort_by_key(|hit| Reverse(hit.score));
    if query.is_blank { hits } else { as_one(index, hits, filter) }
}

/// The bytes of the title of a hit that match the query, in order and apart from each other.
pub fn matched(index: &Index, typed: &str, hit: &Hit) -> Vec<Range<usize>> {
    let query = &index.read(typed);
    let title = &index.documents.get(hit.document as usize).expect("a hit is a document of its index").title;
    match hit.score {
        0 => Vec::new(),
        ABBREVIATED..MEANT => Abbreviations::of(query).matched(title),
        WITH_SLIPS..BEGUN => Highlighter::of(query).matched(title, Manner::WithSlips),
        _ => Highlighter::of(query).matched(title, Manner::AsTyped),
    }
}

struct Found<'q> {
    index: &'q Index,
    query: &'q Query,
    filter: &'q Filter,
    /// By document; 0 for what was not found.
    scores: Vec<u32>,
    /// Of those that were found by some of the words the ones that hold them all.
    holds_all: BTreeSet<u32>,
}

impl Found<'_> {
    /// How many there are, up to enough.
    fn count(&self) -> usize {
        let scored = self.index.documents.iter().zip(&self.scores).filter(|(_, score)| **score > 0);
        scored.filter(|(document, _)| self.index.passes(document, self.filter)).take(ENOUGH).count()
    }

    /// Adds the entries that hold all words, in one manner after the other until there are enough.
    fn all_words(&mut self) {
        self.pass(self.query, Manner::AsTyped, SYNONYMOUS);
        if self.count() < ENOUGH
            && let Some(meant) = self.index.corrected(self.query, false)
        {
            self.pass(&meant, Manner::AsTyped, MEANT);
        }
        if self.count() < ENOUGH {
            self.abbreviated();
        }
        if self.count() < ENOUGH {
            self.pass(self.query, Manner::WithSlips, WITH_SLIPS);
        }
    }

    /// Adds the entries in which every term of a query matches in that manner, in no tier above `highest`.
    fn pass(&mut self, query: &Query, manner: Manner, highest: u32) {
        let each = query.terms.iter().map(|term| Worth::of(self.index, term, manner));
        let Some(needed) = each.reduce(|so_far, term| so_far.and(&term)) else { return };
        let optional = query.optional.iter().map(|term| Worth::of(self.index, term, Manner::Whole));
        let total = optional.fold(needed, |so_far, term| so_far.with_optional(&term));
        let whole_keywords: Vec<&[u32]> = query.stems.iter().map(|stems| self.index.with_keyword(stems)).collect();
        let cells = total.cells.iter().zip(&self.index.documents);
        for (position, (score, (cell, document))) in (0..).zip(self.scores.iter_mut().zip(cells)) {
            if *score > 0 || cell.closeness == Closeness::None {
                continue;
            }
            let is_title = document.title_words > 0 && u32::from(cell.in_title) >= document.title_words;
            let tier = match cell.closeness {
                Closeness::Whole if is_title => SYNONYMOUS,
                Closeness::Whole => WHOLE,
                Closeness::Begun => BEGUN,
                Closeness::Slips | Closeness::None => WITH_SLIPS,
            };
            let is_keyword = |holders: &&[u32]| holders.binary_search(&position).is_ok();
            let keyword = match whole_keywords.iter().position(is_keyword) {
                Some(AS_TYPED..) => SYNONYMOUS_KEYWORD,
                Some(_) => WHOLE_KEYWORD,
                None => 0,
            };
            let points = cell.points + keyword + title_bonus(document, query, u32::from(cell.in_title));
            *score = tier.min(highest) + (points * of_kind(document.entry.kind()) / 100).min(TIER - 1);
        }
    }

    fn score(&mut self, document: u32) -> &mut u32 {
        self.scores.get_mut(document as usize).expect("there is a score for every document")
    }

    fn whole_titles(&mut self) {
        for position in [&self.query.key, &self.query.needed_key].into_iter().flat_map(|key| self.index.named(key)) {
            *self.score(*position) = AS_TITLE;
        }
    }

    /// What is begun in an alternative that has been removed leads to its removal; before that, nothing of it is found.
    fn removals(&mut self) {
        for removal in self.index.removals.met_by(&self.query.key) {
            let is_past = self.filter.day.is_some_and(|day| removal.is_past(day));
            let score = self.score(removal.document);
            *score = if is_past { REMOVED.max(*score) } else { 0 };
        }
    }

    fn some_words(&mut self) {
        let corrected = self.index.corrected(self.query, true);
        for near in close(self.index, corrected.as_ref().unwrap_or(self.query)) {
            let score = self.score(near.document);
            if *score == 0 {
                *score = near.worth.clamp(1, WITH_SLIPS - 1);
                self.holds_all.extend(Some(near.document).filter(|_| near.holds_all));
            }
        }
    }

    fn abbreviated(&mut self) {
        let abbreviations = Abbreviations::of(self.query);
        if !abbreviations.may_be() {
            return;
        }
        for (score, document) in self.scores.iter_mut().zip(&self.index.documents).filter(|(score, _)| **score == 0) {
            let points = document.abbreviable.iter().filter_map(|text| abbreviations.points(text)).max();
            if let Some(points) = points {
                *score = ABBREVIATED + (points * of_kind(document.entry.kind())).min(TIER - 1);
            }
        }
    }
}

/// How much of the title the query covers, and whether it begins it.
fn title_bonus(document: &Document, query: &Query, in_title: u32) -> u32 {
    let covered = TITLE_COVERED * in_title / document.title_words.max(1);
    let begun = if document.title_key.starts_with(query.key.as_str()) { TITLE_BEGUN } else { 0 };
    covered.min(TITLE_COVERED) + begun
}
