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

/// What was said in a clause, and what else means the same.
#[derive(Debug, Clone)]
pub(super) struct Query {
    said: Said,
    asked: BTreeMap<Number, Asked>,
}

/// A word that is looked for.
#[derive(Debug, Clone, Copy)]
struct Asked {
    counts: f64,
    /// Position of the word that was said.
    by: usize,
}

impl Query {
    pub(super) fn of(said: &Said, lexicon: &Lexicon) -> Self {
        let mut query = Self { said: said.clone(), asked: BTreeMap::new() };
        for (by, word) in said.known.iter().enumerate() {
            query.ask(*word, 1.0, by);
        }
        for (several, one, counts) in lexicon.of_several(said) {
            let first = said.known.iter().position(|word| several.first() == Some(word));
            query.ask(one, counts, first.expect("all of them were said"));
        }
        for (by, word) in said.known.iter().enumerate() {
            for (other, counts) in lexicon.synonyms(*word) {
                query.ask(*other, *counts, by);
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

    /// Whether all of these words, or others for them, were said.
    fn names(&self, label: &[Number]) -> bool {
        !label.is_empty() && label.iter().all(|word| self.asked.contains_key(word))
    }
}

/// Whether one of the labels of a choice was said whole.
pub(super) fn is_named(document: &Document, query: &Query) -> bool {
    document.labels.iter().any(|label| query.names(label))
}

/// How well a choice fits what was said.
pub(super) fn score(document: &Document, query: &Query, lexicon: &Lexicon) -> f64 {
    let mut shares = vec![0.0; query.said.known.len()];
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
    let named = if is_named(document, query) { NAMED } else { 0.0 };
    shares.iter().sum::<f64>() * (1.0 - UNEXPLAINED * (1.0 - share)) + named
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
