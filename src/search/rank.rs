//! Finds the entries and puts them in order.
//!
//! Three passes, each only if those before found little: words as they are typed (whole, with another ending, or
//! begun); words with slips; abbreviations. What an earlier pass finds stands before what a later one finds, and an
//! entry whose whole title or id was typed stands before all.

use super::Hit;
use super::abbreviation::Abbreviations;
use super::filter::Filter;
use super::highlight;
use super::index::{Document, Index};
use super::query::{Query, is_little};
use super::worth::{Manner, Worth};

/// Slips are looked for only if there are fewer hits than this without.
const ENOUGH: usize = 4;

const AS_TITLE: u32 = 4_000_000;
const AS_TYPED: u32 = 3_000_000;
const WITH_SLIPS: u32 = 2_000_000;
const ABBREVIATED: u32 = 1_000_000;

const WHOLE_KEYWORD: u32 = 3_000;
const TITLE_COVERED: u32 = 3_000;
const TITLE_BEGUN: u32 = 1_000;

pub(super) fn search(index: &Index, query: &Query, filter: &Filter) -> Vec<Hit> {
    let passing = |document: &Document| index.passes(document, filter);
    if query.is_blank {
        let all = index.documents.iter().filter(|document| passing(document));
        return all.map(|document| Hit { entry: document.entry, matched: Vec::new(), score: 0 }).collect();
    }
    if query.words.is_empty() {
        return Vec::new();
    }
    let mut found = Found { index, query, scores: vec![0; index.len()] };
    found.pass(Manner::AsTyped, AS_TYPED);
    found.whole_titles();
    if found.count(&passing) < ENOUGH {
        found.pass(Manner::WithSlips, WITH_SLIPS);
    }
    let mut abbreviations = Abbreviations::of(query);
    if found.count(&passing) == 0 {
        found.abbreviated(&mut abbreviations);
    }
    found.hits(&passing, &mut abbreviations)
}

struct Found<'q> {
    index: &'q Index,
    query: &'q Query,
    /// By document; 0 for what was not found.
    scores: Vec<u32>,
}

impl Found<'_> {
    fn count(&self, passing: &impl Fn(&Document) -> bool) -> usize {
        let scored = self.index.documents.iter().zip(&self.scores);
        scored.filter(|(document, score)| **score > 0 && passing(document)).count()
    }

    /// Adds the entries in which every word matches in that manner.
    fn pass(&mut self, manner: Manner, base: u32) {
        let mut total: Option<Worth> = None;
        for word in &self.query.words {
            let mut worth = Worth::of(self.index, word, manner);
            worth.weigh_by_rarity();
            total = Some(match total {
                None => worth,
                Some(so_far) => so_far.and(&worth),
            });
        }
        let Some(total) = total else { return };
        let whole_keyword = self.index.with_keyword(&self.query.stems());
        for (position, (score, cell)) in (0..).zip(self.scores.iter_mut().zip(&total.cells)) {
            if *score > 0 || cell.points == 0 {
                continue;
            }
            let Some(document) = self.index.documents.get(position as usize) else { continue };
            let keyword = if whole_keyword.binary_search(&position).is_ok() { WHOLE_KEYWORD } else { 0 };
            *score = base + cell.points + keyword + title_bonus(document, self.query, cell.in_title);
        }
    }

    fn whole_titles(&mut self) {
        for (score, document) in self.scores.iter_mut().zip(&self.index.documents) {
            if *document.title_key == *self.query.key || *document.id_key == *self.query.key {
                *score = AS_TITLE;
            }
        }
    }

    fn abbreviated(&mut self, abbreviations: &mut Abbreviations) {
        for (score, document) in self.scores.iter_mut().zip(&self.index.documents) {
            let texts = std::iter::once(&document.title).chain(&document.keywords);
            if let Some(points) = texts.filter_map(|text| abbreviations.points(text)).max() {
                *score = ABBREVIATED + points;
            }
        }
    }

    fn hits(&self, passing: &impl Fn(&Document) -> bool, abbreviations: &mut Abbreviations) -> Vec<Hit> {
        let scored = self.index.documents.iter().zip(&self.scores);
        let mut hits: Vec<(&Document, u32)> = scored
            .filter(|(document, score)| **score > 0 && passing(document))
            .map(|(document, score)| (document, *score))
            .collect();
        hits.sort_by_key(|(_, score)| std::cmp::Reverse(*score));
        let mut highlighter = highlight::Highlighter::of(self.query);
        let mut hit = |(document, score): (&Document, u32)| {
            let matched = match score {
                AS_TYPED.. => highlighter.matched(document, Manner::AsTyped),
                WITH_SLIPS.. => highlighter.matched(document, Manner::WithSlips),
                _ => abbreviations.matched(&document.title),
            };
            Hit { entry: document.entry, matched, score }
        };
        hits.into_iter().map(&mut hit).collect()
    }
}

/// How much of the title the query covers, and whether it begins it.
fn title_bonus(document: &Document, query: &Query, in_title: u32) -> u32 {
    let words = document.title_words.iter().filter(|word| !is_little(&word.text)).count();
    let covered = TITLE_COVERED * in_title / u32::try_from(words.max(1)).unwrap_or(u32::MAX);
    let begun = if document.title_key.starts_with(query.key.as_str()) { TITLE_BEGUN } else { 0 };
    covered.min(TITLE_COVERED) + begun
}
