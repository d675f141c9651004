//! Everything that is told about every choice, gathered once.

use std::collections::{BTreeMap, BTreeSet};

use crate::knowledge::KnowledgeBase;
pub use crate::model::journeys::Chosen;
use crate::search::fold::words;
use crate::search::optional::Unneeded;
use crate::search::word::Word;

use super::document::{Averages, Document, Texts};
use super::field::texts;
use super::lexicon::{Lexicon, Number, Said};
use super::meant::Meant;
use super::score::{Query, is_named, score};

/// What it counts how well a choice fits by its words, beside how likely it is.
const BY_WORDS: f64 = 0.5;
/// What speaks for a choice whose label was said whole, beside how likely it is: the words of a label may be said of many.
const BY_NAME: f64 = 2.0;

/// So many of the likeliest choices are held against a clause word by word: none behind them would be proposed.
const LIKELIEST: usize = 40;

/// What is known about the choices of a knowledge base, to hold sentences against.
#[derive(Debug, Clone)]
pub struct Index {
    pub(super) lexicon: Lexicon,
    meant: Meant,
    /// In the order of the knowledge base.
    choices: Vec<Chosen>,
    texts: Vec<Texts>,
    averages: Averages,
    documents: Vec<Document>,
    /// The documents that hold a word.
    holders: BTreeMap<Number, Vec<usize>>,
}

impl Index {
    /// Gathers the words of a knowledge base.
    pub fn of(base: &KnowledgeBase) -> Self {
        let (mut lexicon, mut meant) = (Lexicon::of(base), Meant::default());
        let (mut choices, mut all, mut labels) = (Vec::new(), Vec::new(), Vec::new());
        for (key, question) in base.questions.iter() {
            for (position, choice) in question.indexed() {
                let mut told = Texts::default();
                meant.begin(!question.asks_for_nothing());
                texts(question, choice, base, |field, text| {
                    let text = words(text);
                    told.0.push((field, lexicon.learn(&text)));
                    if field.is_heard() {
                        meant.learn(&text);
                    }
                });
                choices.push((key, position));
                all.push(told);
                labels.push(forms(&choice.label).map(|form| lexicon.learn(&words(form))).collect::<Vec<_>>());
            }
        }
        meant.finish();
        lexicon.count(all.len(), &common(&all));
        let averages = Averages::of(&all);
        let documents: Vec<Document> =
            all.iter().zip(labels).map(|(texts, labels)| Document::of(texts, labels, &averages, &lexicon)).collect();
        let mut holders: BTreeMap<Number, Vec<usize>> = BTreeMap::new();
        for (position, document) in documents.iter().enumerate() {
            document.words().for_each(|word| holders.entry(word).or_default().push(position));
        }
        Self { lexicon, meant, choices, texts: all, averages, documents, holders }
    }

    /// The names of the product.
    pub(super) fn names(&self) -> &Unneeded {
        self.lexicon.names()
    }

    /// The words of a clause.
    pub(super) fn read(&self, clause: &[Word]) -> Said {
        self.lexicon.read(clause)
    }

    /// Every choice that has something to do with what was said, and how well it fits by its words.
    pub(super) fn scores(&self, query: &Query) -> Vec<(Chosen, f64)> {
        let scored = self.candidates(query).into_iter().filter_map(|position| {
            let document = self.documents.get(position).expect("words are held by documents");
            Some((*self.choices.get(position)?, score(document, query, &self.lexicon)))
        });
        scored.collect()
    }

    /// Every choice that a clause may mean: how well it fits by its words, and how likely it is beside the others.
    pub(super) fn fits(&self, clause: &[Word]) -> Vec<(Chosen, f64)> {
        let query = Query::of(&self.read(clause), &self.lexicon);
        let meant = self.meant.by(clause);
        let candidates = self.candidates(&query).into_iter();
        let mut likeliest: Vec<(usize, f64)> = candidates.filter_map(|one| Some((one, (*meant.get(one)?)?))).collect();
        likeliest.sort_by(|one, other| other.1.total_cmp(&one.1));
        let fits = likeliest.into_iter().take(LIKELIEST).map(|(position, likely)| {
            let document = self.documents.get(position).expect("words are held by documents");
            let by_words = score(document, &query, &self.lexicon);
            let by_name = if is_named(document, &query) { BY_NAME } else { 0.0 };
            let choice = self.choices.get(position).expect("there is a choice for every document");
            (*choice, likely + BY_WORDS * by_words + by_name)
        });
        fits.collect()
    }

    fn candidates(&self, query: &Query) -> BTreeSet<usize> {
        query.words().filter_map(|word| self.holders.get(&word)).flatten().copied().collect()
    }

    fn position(&self, chosen: Chosen) -> usize {
        self.choices.binary_search(&chosen).expect("choices are in order, and every one is there")
    }

    /// How well one choice fits without one of its phrases, by its position.
    pub(super) fn score_without(&self, chosen: Chosen, phrase: usize, query: &Query) -> f64 {
        let position = self.position(chosen);
        let texts = self.texts.get(position).expect("every choice has its texts");
        let labels = self.documents.get(position).map(|document| document.labels.clone()).unwrap_or_default();
        let document = Document::of(&texts.without_phrase(phrase), labels, &self.averages, &self.lexicon);
        score(&document, query, &self.lexicon)
    }
}

/// In how many documents each word stands where that makes it common.
fn common(all: &[Texts]) -> BTreeMap<Number, usize> {
    let mut holders = BTreeMap::new();
    for texts in all {
        let counting = texts.0.iter().filter(|(field, _)| field.makes_common());
        let words: BTreeSet<Number> = counting.flat_map(|(_, words)| words).copied().collect();
        for word in words {
            *holders.entry(word).or_insert(0) += 1;
        }
    }
    holders
}

/// A label; of one with brackets what stands outside and what stands inside.
fn forms(label: &str) -> impl Iterator<Item = &str> {
    label.split(['(', ')']).map(str::trim).filter(|form| !form.is_empty())
}
