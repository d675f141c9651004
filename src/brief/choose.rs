//! Which choices a sentence asks for.
//!
//! The choice that fits best explains the words on which it rests; they count little for the next one. So a sentence
//! that asks for three things gives three choices, and three neighbours that share its words give one.

use std::collections::BTreeMap;

use crate::knowledge::KnowledgeBase;

use super::clause::{Clause, wanted};
use super::index::{Chosen, Index};
use super::lexicon::{Number, Said};
use super::score::Query;
use super::split::sentences;

/// How well a choice must fit to be proposed, and to be called likely; a clause of few terms cannot reach as much.
const PERHAPS: f64 = 6.3;
const PERHAPS_OF_FEW: f64 = 5.3;
const FEW: usize = 2;
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
    let mut candidates = candidates(&said, index);
    while picks.len() < MOST {
        let Some((pick, rests_on)) = best(&candidates, &said, &spent, index) else { break };
        if picks.first().is_some_and(|first| pick.score < BESIDE_BEST * first.score) {
            break;
        }
        for (word, share) in rests_on {
            let counts = 1.0 - (1.0 - KEPT) * (share / WHOLE).min(1.0);
            let before = spent.entry(word).or_insert(1.0);
            *before = before.min(counts);
        }
        candidates.retain(|candidate| candidate.chosen != pick.chosen);
        picks.push(pick);
    }
    picks
}

/// What a choice must reach to be proposed for what was said.
fn least(said: &Said) -> f64 {
    if said.count() <= FEW { PERHAPS_OF_FEW } else { PERHAPS }
}

/// A choice that a clause may ask for, and the most that it can score: words that are spent only lower it.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    chosen: Chosen,
    /// Position among what was said.
    said: usize,
    most: f64,
}

/// Whatever can score enough to be proposed, the highest first.
fn candidates(said: &[(Option<usize>, Said)], index: &Index) -> Vec<Candidate> {
    let scored = said.iter().enumerate().flat_map(|(position, (_, said))| {
        let scores = index.scores(&Query::of(said, &BTreeMap::new(), &index.lexicon));
        let scores = scores.into_iter().filter(|(_, score)| score.value >= least(said));
        scores.map(move |(chosen, score)| Candidate { chosen, said: position, most: score.value })
    });
    let mut candidates: Vec<Candidate> = scored.collect();
    candidates.sort_by(|one, other| other.most.total_cmp(&one.most));
    candidates
}

/// The sentence as a whole and, where there are several, each of its clauses.
fn said(clauses: &[Clause], index: &Index) -> Vec<(Option<usize>, Said)> {
    let all: Vec<_> = clauses.iter().flat_map(|clause| clause.words.iter().cloned()).collect();
    let single = clauses.iter().enumerate().filter(|_| clauses.len() > 1);
    let single = single.map(|(position, clause)| (Some(position), index.read(&clause.words)));
    [(None, index.read(&all))].into_iter().chain(single).filter(|(_, said)| said.count() > 0).collect()
}

/// The candidate that fits best what is not yet spent, with the words that it rests on.
fn best(
    candidates: &[Candidate],
    said: &[(Option<usize>, Said)],
    spent: &BTreeMap<Number, f64>,
    index: &Index,
) -> Option<(Pick, Vec<(Number, f64)>)> {
    let queries: Vec<Query> = said.iter().map(|(_, said)| Query::of(said, spent, &index.lexicon)).collect();
    let mut best: Option<(Pick, Vec<(Number, f64)>)> = None;
    for candidate in candidates {
        if best.as_ref().is_some_and(|(pick, _)| candidate.most <= pick.score) {
            break;
        }
        let query = queries.get(candidate.said).expect("a candidate comes from what was said");
        let (clause, words) = said.get(candidate.said).expect("a candidate comes from what was said");
        let score = index.score(candidate.chosen, query);
        if score.value >= least(words) && best.as_ref().is_none_or(|(pick, _)| score.value > pick.score) {
            best = Some((Pick { chosen: candidate.chosen, score: score.value, clause: *clause }, score.rests_on));
        }
    }
    best
}

/// What a choice must reach to be offered beside those that are proposed.
const BESIDE: f64 = 2.0;

/// The choices that fit a sentence, the best first; those as well that are not good enough to be proposed.
pub(crate) fn choices(sentence: &str, index: &Index, base: &KnowledgeBase) -> Vec<Chosen> {
    let body = sentences(sentence).first().map_or(sentence, |sentence| sentence.body);
    let mut fits: Vec<(Chosen, f64)> = fits(&wanted(body, index.names()), index).into_iter().collect();
    fits.retain(|(chosen, fit)| *fit >= BESIDE && !base.questions[chosen.0].asks_for_nothing());
    fits.sort_by(|one, other| other.1.total_cmp(&one.1));
    fits.into_iter().map(|(chosen, _)| chosen).collect()
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
