//! The words of the knowledge by number, how rare they are, and what means the same.

use std::collections::{BTreeMap, HashMap};

use crate::knowledge::KnowledgeBase;
use crate::search::fold::words;
use crate::search::optional::Unneeded;
use crate::search::word::Word;

use super::terms::terms;

/// What a word counts that means the same, and one of several words that together mean the same.
const SYNONYM: f64 = 0.5;
const SYNONYM_OF_SEVERAL: f64 = 0.25;

/// A word by its number.
pub(super) type Number = u32;

#[derive(Debug, Clone, Default)]
pub(super) struct Lexicon {
    names: Unneeded,
    numbers: HashMap<String, Number>,
    /// By number.
    rarity: Vec<f64>,
    /// How rare a word is that does not occur.
    unknown: f64,
    /// What means the same as a word, with what it counts.
    synonyms: BTreeMap<Number, Vec<(Number, f64)>>,
    /// Several words that mean the same as one.
    phrases: Vec<(Vec<Number>, Number)>,
}

/// The words of a clause.
#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    /// Those that occur in the knowledge, each once.
    pub(super) known: Vec<Number>,
    /// How many others there are.
    pub(super) unknown: usize,
}

impl Said {
    /// How many words there are.
    pub(super) fn count(&self) -> usize {
        self.known.len() + self.unknown
    }
}

impl Lexicon {
    pub(super) fn of(base: &KnowledgeBase) -> Self {
        let mut lexicon = Self { names: Unneeded::of(base.product_names.iter()), ..Self::default() };
        for group in base.synonyms.iter() {
            let group: Vec<Vec<Number>> = group.iter().map(|phrase| lexicon.learn(&words(phrase))).collect();
            for (one, other) in group.iter().flat_map(|one| group.iter().map(move |other| (one, other))) {
                lexicon.equate(one, other);
            }
        }
        lexicon
    }

    pub(super) fn names(&self) -> &Unneeded {
        &self.names
    }

    /// Notes that one phrase may stand for another.
    fn equate(&mut self, one: &[Number], other: &[Number]) {
        match (one, other) {
            ([one], others) if *others != [*one] => {
                let counts = if others.len() == 1 { SYNONYM } else { SYNONYM_OF_SEVERAL };
                let others = others.iter().filter(|other| *other != one).map(|other| (*other, counts));
                self.synonyms.entry(*one).or_default().extend(others);
            }
            ([_, _, ..], [other]) => self.phrases.push((one.to_vec(), *other)),
            _ => {}
        }
    }

    /// The numbers of the terms of a text; words that were not met before get one.
    pub(super) fn learn(&mut self, text: &[Word]) -> Vec<Number> {
        let terms = terms(text, &self.names);
        let number = |term: String| {
            let next = Number::try_from(self.numbers.len()).expect("the knowledge has fewer words");
            *self.numbers.entry(term).or_insert(next)
        };
        terms.into_iter().map(number).collect()
    }

    /// Notes in how many of all documents each word stands.
    pub(super) fn count(&mut self, documents: usize, holders: &BTreeMap<Number, usize>) {
        let rarity = |holders: usize| {
            let (all, holders) = (float(documents), float(holders));
            (1.0 + (all - holders + 0.5) / (holders + 0.5)).ln()
        };
        let numbers = 0..Number::try_from(self.numbers.len()).expect("the knowledge has fewer words");
        self.rarity = numbers.map(|number| rarity(holders.get(&number).copied().unwrap_or(0))).collect();
        self.unknown = rarity(0);
    }

    pub(super) fn rarity(&self, number: Number) -> f64 {
        self.rarity.get(number as usize).copied().unwrap_or(self.unknown)
    }

    /// How rare words are together.
    pub(super) fn rarity_of(&self, said: &Said) -> f64 {
        let known: f64 = said.known.iter().map(|number| self.rarity(*number)).sum();
        known + float(said.unknown) * self.unknown
    }

    /// The words of a clause.
    pub(super) fn read(&self, clause: &[Word]) -> Said {
        let mut terms = terms(clause, &self.names);
        terms.sort_unstable();
        terms.dedup();
        let mut said = Said::default();
        for term in terms {
            match self.numbers.get(&term) {
                Some(number) => said.known.push(*number),
                None => said.unknown += 1,
            }
        }
        said
    }

    /// What means the same as a word, with what it counts.
    pub(super) fn synonyms(&self, number: Number) -> &[(Number, f64)] {
        self.synonyms.get(&number).map_or(&[], Vec::as_slice)
    }

    /// The words that mean the same as several of those said: with the first of these, and what it counts.
    pub(super) fn of_several<'l>(&'l self, said: &'l Said) -> impl Iterator<Item = (&'l [Number], Number, f64)> {
        let is_said = |number: &Number| said.known.contains(number);
        let meant = self.phrases.iter().filter(move |(several, _)| several.iter().all(is_said));
        meant.map(|(several, one)| (several.as_slice(), *one, SYNONYM))
    }
}

/// A number of things as a factor.
pub(super) fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}
