//! Which choices a sentence asks for.
//!
//! The sentence as a whole and each of its clauses are held against all choices. How likely a choice is beside the others
//! says that of neighbours which share words one is meant; a sentence that asks for three things does so in three clauses.

use std::collections::BTreeMap;

use crate::knowledge::KnowledgeBase;
use crate::search::word::Word;

use super::clause::{Clause, wanted};
use super::index::{Chosen, Index};
use super::score::Query;
use super::split::sentences;

/// How well a choice must fit to be proposed, and to be called likely.
const PERHAPS: f64 = 1.2;
pub(super) const LIKELY: f64 = 4.6;
/// What a choice must reach of the best of its sentence.
const BESIDE_BEST: f64 = 0.3;
/// The most choices that a sentence asks for.
const MOST: usize = 4;

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
    let mut best: BTreeMap<Chosen, Pick> = BTreeMap::new();
    for (clause, words) in said(clauses) {
        for (chosen, score) in index.fits(&words) {
            let pick = Pick { chosen, score, clause };
            let known = best.entry(chosen).or_insert(pick);
            if score > known.score {
                *known = pick;
            }
        }
    }
    let mut picks: Vec<Pick> = best.into_values().filter(|pick| pick.score >= PERHAPS).collect();
    picks.sort_by(|one, other| other.score.total_cmp(&one.score));
    let least = picks.first().map_or(PERHAPS, |first| BESIDE_BEST * first.score);
    picks.retain(|pick| pick.score >= least);
    picks.truncate(MOST);
    picks
}

/// The words of the sentence and, where there are several, of each of its clauses.
fn said(clauses: &[Clause]) -> Vec<(Option<usize>, Vec<Word>)> {
    let all = clauses.iter().flat_map(|clause| clause.words.iter().cloned()).collect();
    let single = clauses.iter().enumerate().filter(|_| clauses.len() > 1);
    let single = single.map(|(position, clause)| (Some(position), clause.words.clone()));
    [(None, all)].into_iter().chain(single).collect()
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

/// How well the words of choices fit a sentence, or the clause of it that fits them best.
pub(super) fn fits(clauses: &[Clause], index: &Index) -> BTreeMap<Chosen, f64> {
    let mut fits = BTreeMap::new();
    for (_, words) in said(clauses) {
        for (chosen, score) in index.scores(&Query::of(&index.read(&words), &index.lexicon)) {
            let best: &mut f64 = fits.entry(chosen).or_insert(score);
            *best = best.max(score);
        }
    }
    fits
}
