//! How well a choice fits what was said: by its words, the rarer the more, and by the best of its texts.

use std::collections::BTreeMap;

use super::document::Document;
use super::lexicon::{Lexicon, Number, Said};

/// How much of a text must be said, by how rare its words are, for the text to count as a whole.
const COVERED: f64 = 0.6;
/// What counts less where the choice explains nothing of what was said, beside one that explains all.
const UNEXPLAINED: f64 = 0.4;
/// What the whole label counts.
const NAMED: f64 = 5.0;
/// Up to here a word is not yet spent on another choice.
const UNSPENT: f64 = 0.9;

/// What was said in a clause, and what else means the same.
#[derive(Debug, Clone)]
pub(super) struct Query {
    said: Said,
    /// What each word still counts, in the order of what was said.
    weights: Vec<f64>,
    asked: BTreeMap<Number, Asked>,
}

/// A word that is looked for.
#[derive(Debug, Clone, Copy)]
struct Asked {
    counts: f64,
    /// Position of the word that was said.
    by: usize,
}

/// How well a choice fits.
#[derive(Debug, Clone, Default)]
pub(super) struct Score {
    pub(super) value: f64,
    /// Which words it rests on, with how much, the most being 1.
    pub(super) rests_on: Vec<(Number, f64)>,
}

impl Query {
    /// `spent` are words that count less, because another choice explains them.
    pub(super) fn of(said: &Said, spent: &BTreeMap<Number, f64>, lexicon: &Lexicon) -> Self {
        let weight = |word: &Number| spent.get(word).copied().unwrap_or(1.0);
        let weights: Vec<f64> = said.known.iter().map(weight).collect();
        let mut query = Self { said: said.clone(), weights, asked: BTreeMap::new() };
        for (by, word) in said.known.iter().enumerate() {
            query.ask(*word, weight(word), by);
        }
        for (several, one, counts) in lexicon.of_several(said) {
            let least = several.iter().map(weight).fold(1.0, f64::min);
            let first = said.known.iter().position(|word| several.first() == Some(word));
            query.ask(one, counts * least, first.expect("all of them were said"));
        }
        for (by, word) in said.known.iter().enumerate() {
            for (other, counts) in lexicon.synonyms(*word) {
                query.ask(*other, counts * weight(word), by);
            }
        }
        query
    }

    fn ask(&mut self, word: Number, counts: f64, by: usize) {
        let asked = self.asked.entry(word).or_insert(Asked { counts, by });
        if counts > asked.counts {
            *asked = Asked { counts, by };
        }
    }

    /// Every word that is looked for.
    pub(super) fn words(&self) -> impl Iterator<Item = Number> {
        self.asked.keys().copied()
    }

    /// Whether all of these words, or others for them, were said and are not spent.
    fn names(&self, label: &[Number]) -> bool {
        let is_unspent = |by: usize| self.weights.get(by).is_some_and(|weight| *weight > UNSPENT);
        let is_said = |word: &Number| self.asked.get(word).is_some_and(|asked| is_unspent(asked.by));
        !label.is_empty() && label.iter().all(is_said)
    }
}

/// How well a choice fits what was said.
pub(super) fn score(document: &Document, query: &Query, lexicon: &Lexicon) -> Score {
    let mut shares = vec![0.0; query.weights.len()];
    let mut found = vec![0.0; document.texts.len()];
    for (word, asked) in &query.asked {
        let Some(held) = document.word(*word) else { continue };
        let share: &mut f64 = at(&mut shares, asked.by);
        *share = share.max(asked.counts * held.worth);
        for text in &held.texts {
            *at(&mut found, *text) += asked.counts * lexicon.rarity(*word);
        }
    }
    if let Some((text, worth)) = best_text(&document.texts, &found) {
        for (word, asked) in &query.asked {
            if document.word(*word).is_some_and(|held| held.texts.contains(&text)) {
                *at(&mut shares, asked.by) += worth * asked.counts * lexicon.rarity(*word);
            }
        }
    }
    let explained = query.said.known.iter().zip(&shares).filter(|(_, share)| **share > 0.0);
    let explained: f64 = explained.map(|(word, _)| lexicon.rarity(*word)).sum();
    let all = lexicon.rarity_of(&query.said);
    let share = if all > 0.0 { explained / all } else { 0.0 };
    let named = if document.labels.iter().any(|label| query.names(label)) { NAMED } else { 0.0 };
    let value = shares.iter().sum::<f64>() * (1.0 - UNEXPLAINED * (1.0 - share)) + named;
    let most = shares.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
    let rests_on = query.said.known.iter().zip(shares).filter(|(_, share)| *share > 0.0);
    Score { value, rests_on: rests_on.map(|(word, share)| (*word, share / most)).collect() }
}

/// The text of which the most is said, and what each unit of what was found in it is worth.
fn best_text(texts: &[f64], found: &[f64]) -> Option<(usize, f64)> {
    let covered =
        texts.iter().zip(found).enumerate().filter(|(_, (all, found))| **found >= COVERED * **all && **all > 0.0);
    let worth = covered.map(|(text, (all, found))| (text, found / all, found * found / all));
    worth.max_by(|one, other| one.2.total_cmp(&other.2).then(other.0.cmp(&one.0))).map(|(text, unit, _)| (text, unit))
}

fn at(numbers: &mut [f64], position: usize) -> &mut f64 {
    numbers.get_mut(position).expect("there is a number for every position")
}
