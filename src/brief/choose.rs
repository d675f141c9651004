//! Which choices a sentence asks for.
//!
//! The choice that fits best explains the words on which it rests; they count little for the next one. So a sentence
//! that asks for three things gives three choices, and three neighbours that share its words give one.

use std::collections::{BTreeMap, BTreeSet};

use super::clause::Clause;
use super::index::{Chosen, Index};
use super::lexicon::{Number, Said};
use super::score::Query;

/// How well a choice must fit to be proposed, and to be called likely.
const PERHAPS: f64 = 6.0;
pub(super) const LIKELY: f64 = 9.0;
/// What a choice must reach of the best of its sentence.
const BESIDE_BEST: f64 = 0.3;
/// The most choices that a sentence asks for.
const MOST: usize = 4;
/// What a word still counts that another choice explains whole, and from which part on it does.
const KEPT: f64 = 0.5;
const WHOLE: f64 = 1.0 / 1.5;

/// A choice that a sentence asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pick {
    pub(super) chosen: Chosen,
    pub(super) score: f64,
    /// Position of the clause that says so; the sentence as a whole if absent.
    pub(super) clause: Option<usize>,
}

/// The choices that the clauses of a sentence ask for, the best first.
pub(super) fn picks(clauses: &[Clause], index: &Index) -> Vec<Pick> {
    let said = said(clauses, index);
    let mut spent = BTreeMap::new();
    let mut picks: Vec<Pick> = Vec::new();
    let mut taken: BTreeSet<Chosen> = BTreeSet::new();
    while picks.len() < MOST {
        let Some((pick, rests_on)) = best(&said, &spent, &taken, index) else { break };
        if pick.score < PERHAPS || picks.first().is_some_and(|first| pick.score < BESIDE_BEST * first.score) {
            break;
        }
        for (word, share) in rests_on {
            let counts = 1.0 - (1.0 - KEPT) * (share / WHOLE).min(1.0);
            let before = spent.entry(word).or_insert(1.0);
            *before = before.min(counts);
        }
        taken.insert(pick.chosen);
        picks.push(pick);
    }
    picks
}

/// The sentence as a whole and, where there are several, each of its clauses.
fn said(clauses: &[Clause], index: &Index) -> Vec<(Option<usize>, Said)> {
    let all: Vec<_> = clauses.iter().flat_map(|clause| clause.words.iter().cloned()).collect();
    let single = clauses.iter().enumerate().filter(|_| clauses.len() > 1);
    let single = single.map(|(position, clause)| (Some(position), index.read(&clause.words)));
    [(None, index.read(&all))].into_iter().chain(single).filter(|(_, said)| said.count() > 0).collect()
}

/// The choice that fits best of those that were not taken, with the words that it rests on.
fn best(
    said: &[(Option<usize>, Said)],
    spent: &BTreeMap<Number, f64>,
    taken: &BTreeSet<Chosen>,
    index: &Index,
) -> Option<(Pick, Vec<(Number, f64)>)> {
    let mut best: Option<(Pick, Vec<(Number, f64)>)> = None;
    for (clause, said) in said {
        let query = Query::of(said, spent, &index.lexicon);
        for (chosen, score) in index.scores(&query) {
            let is_better = best.as_ref().is_none_or(|(pick, _)| score.value > pick.score);
            if is_better && !taken.contains(&chosen) {
                best = Some((Pick { chosen, score: score.value, clause: *clause }, score.rests_on));
            }
        }
    }
    best
}

/// How well choices fit a sentence, or the clause of it that fits them best.
pub(super) fn fits(clauses: &[Clause], index: &Index) -> BTreeMap<Chosen, f64> {
    let mut fits = BTreeMap::new();
    for (_, said) in said(clauses, index) {
        for (chosen, score) in index.scores(&Query::of(&said, &BTreeMap::new(), &index.lexicon)) {
            let best: &mut f64 = fits.entry(chosen).or_insert(score.value);
            *best = best.max(score.value);
        }
    }
    fits
}
