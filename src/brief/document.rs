//! What is known about a choice, ready to be held against a sentence.

use std::collections::BTreeMap;

use super::field::Field;
use super::lexicon::{Lexicon, Number, float};

/// How soon more of the same word counts little more.
const SATURATION: f64 = 1.2;

/// The texts about one choice as words.
#[derive(Debug, Clone, Default)]
pub(super) struct Texts(pub(super) Vec<(Field, Vec<Number>)>);

impl Texts {
    /// How many words a field has.
    pub(super) fn length(&self, field: Field) -> usize {
        self.0.iter().filter(|(own, _)| *own == field).map(|(_, words)| words.len()).sum()
    }

    /// The same without one of the phrases, by its position.
    pub(super) fn without_phrase(&self, position: usize) -> Self {
        let phrases = self.0.iter().enumerate().filter(|(_, (field, _))| *field == Field::Phrase);
        let left_out = phrases.map(|(at, _)| at).nth(position);
        let kept = self.0.iter().enumerate().filter(|(at, _)| Some(*at) != left_out);
        Self(kept.map(|(_, text)| text.clone()).collect())
    }
}

/// How many words a field has on average, in the order of [`Field::ALL`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Averages([f64; Field::ALL.len()]);

impl Averages {
    pub(super) fn of(all: &[Texts]) -> Self {
        let average = |field| {
            let words: usize = all.iter().map(|texts| texts.length(field)).sum();
            (float(words) / float(all.len()).max(1.0)).max(1.0)
        };
        Self(Field::ALL.map(average))
    }

    /// What a word in a field counts for a choice that has so many words there.
    fn weight(&self, field: Field, length: usize) -> f64 {
        let averages = Field::ALL.into_iter().zip(self.0);
        let average = averages.filter(|(own, _)| *own == field).map(|(_, average)| average).sum::<f64>();
        let dilution = field.dilution();
        field.weight() / (1.0 - dilution + dilution * float(length) / average)
    }
}

/// A choice by its words.
#[derive(Debug, Clone, Default)]
pub(super) struct Document {
    words: BTreeMap<Number, Held>,
    /// How rare the words are together of each text that says all of what is wanted.
    pub(super) texts: Vec<f64>,
    /// The words of its label; of one with brackets of what stands inside and outside.
    pub(super) labels: Vec<Vec<Number>>,
}

/// A word of a choice.
#[derive(Debug, Clone, Default)]
pub(super) struct Held {
    /// What it counts, rarity included.
    pub(super) worth: f64,
    /// The texts in which it stands.
    pub(super) texts: Vec<usize>,
}

impl Document {
    pub(super) fn of(texts: &Texts, labels: Vec<Vec<Number>>, averages: &Averages, lexicon: &Lexicon) -> Self {
        let mut document = Self { labels, ..Self::default() };
        let weights = Field::ALL.map(|field| (field, averages.weight(field, texts.length(field))));
        for (field, words) in &texts.0 {
            let weight: f64 = weights.iter().filter(|(own, _)| own == field).map(|(_, weight)| weight).sum();
            for word in words {
                document.words.entry(*word).or_default().worth += weight;
            }
            if field.says_it() {
                document.add_text(words, lexicon);
            }
        }
        for (word, held) in &mut document.words {
            held.worth = lexicon.rarity(*word) * held.worth / (SATURATION + held.worth);
        }
        document
    }

    fn add_text(&mut self, words: &[Number], lexicon: &Lexicon) {
        let mut words = words.to_vec();
        words.sort_unstable();
        words.dedup();
        let text = self.texts.len();
        self.texts.push(words.iter().map(|word| lexicon.rarity(*word)).sum());
        for word in words {
            self.words.entry(word).or_default().texts.push(text);
        }
    }

    pub(super) fn word(&self, word: Number) -> Option<&Held> {
        self.words.get(&word)
    }

    pub(super) fn words(&self) -> impl Iterator<Item = Number> {
        self.words.keys().copied()
    }
}
