//! Phrases of the knowledge that a sentence in the same words would be taken for another choice by.

use crate::knowledge::KnowledgeBase;
use crate::search::fold::words;

use super::index::{Chosen, Index};
use super::score::Query;

/// How well the words of a phrase must fit another choice for it to be taken for that one.
const TAKEN: f64 = 9.0;

/// A phrase that stands with one choice and speaks of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mistaken {
    /// The choice with which it stands.
    pub own: Chosen,
    /// Position among its phrases.
    pub phrase: usize,
    /// The choice that fits it better.
    pub other: Chosen,
}

/// The phrases that, left out, would be likely to stand for another choice and stand less for their own.
pub fn mistaken(base: &KnowledgeBase) -> Vec<Mistaken> {
    let index = Index::of(base);
    let mut mistaken = Vec::new();
    for (key, question) in base.questions.iter().filter(|(_, question)| !question.asks_for_nothing()) {
        for (position, choice) in question.indexed() {
            let own = (key, position);
            for (phrase, text) in choice.phrases.iter().enumerate() {
                let other = other(own, phrase, text, &index, base);
                mistaken.extend(other.map(|other| Mistaken { own, phrase, other }));
            }
        }
    }
    mistaken
}

/// The choice that fits a phrase better than its own. Choices that only lead to others are never proposed.
fn other(own: Chosen, phrase: usize, text: &str, index: &Index, base: &KnowledgeBase) -> Option<Chosen> {
    let query = Query::of(&index.read(&words(text)), &index.lexicon);
    let scores = index.scores(&query).into_iter().filter(|(chosen, _)| *chosen != own);
    let scores = scores.filter(|(chosen, _)| !base.questions[chosen.0].asks_for_nothing());
    let (other, score) = scores.max_by(|one, other| one.1.total_cmp(&other.1))?;
    let is_better = score >= TAKEN && score > index.score_without(own, phrase, &query);
    is_better.then_some(other)
}
