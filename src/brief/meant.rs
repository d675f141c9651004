//! How likely it is that a choice is meant: by all the words of a clause and by which of them follow each other, small ones
//! too, beside every other choice and beside none.
//!
//! What is told about the choices says how often each word and each pair of words comes where a choice is meant, and how
//! often anywhere. Words that come as often anywhere say nothing; what is left is shared out among the choices.

use std::collections::HashMap;

use crate::search::word::Word;

use super::lexicon::Number;
use super::terms::{Heard, heard};

/// What a word that only holds a sentence together counts, and a pair of words that follow each other.
const LITTLE: f64 = 0.5;
const PAIR: f64 = 0.5;
/// So many words of what is said anywhere are taken to be said of every choice, besides its own.
const ANYWHERE: f64 = 200.0;
/// The words of a clause belong together: so many of them say as much as one that stands by itself.
const TOGETHER: f64 = 2.2;
/// How much must speak for a choice, as a logarithm, for it to be as likely as none.
const NONE: f64 = 3.0;

/// A word, or a word with the one that follows it.
type Sign = (Number, Option<Number>);

/// How often words and pairs of words come where a choice is meant.
#[derive(Debug, Clone, Default)]
pub(super) struct Meant {
    words: HashMap<String, Number>,
    signs: HashMap<Sign, usize>,
    /// By sign: the choices of which it is said, in order; how often, and from `finish` on how much it speaks for them.
    holders: Vec<Vec<(usize, f64)>>,
    /// By choice: how much is told about it, and from `finish` on what a sign speaks for it that is not told of it. `None`
    /// for a choice that is never meant.
    choices: Vec<Option<f64>>,
}

impl Meant {
    /// A choice more, in their order.
    pub(super) fn begin(&mut self, may_be_meant: bool) {
        self.choices.push(may_be_meant.then_some(0.0));
    }

    /// What is told about the choice that was begun.
    pub(super) fn learn(&mut self, text: &[Word]) {
        let choice = self.choices.len().checked_sub(1).expect("a choice was begun");
        let Some(Some(told)) = self.choices.last_mut() else { return };
        let heard = heard(text);
        let mut numbers = Vec::with_capacity(heard.len());
        for Heard { text, says_something } in heard {
            let next = Number::try_from(self.words.len()).expect("the knowledge has fewer words");
            numbers.push((Some(*self.words.entry(text).or_insert(next)), says_something));
        }
        for (sign, counts) in signs(&numbers) {
            let next = self.signs.len();
            let sign = *self.signs.entry(sign).or_insert(next);
            if sign == next {
                self.holders.push(Vec::new());
            }
            *told += counts;
            let holders = self.holders.get_mut(sign).expect("every sign has its choices");
            match holders.last_mut() {
                Some((last, often)) if *last == choice => *often += counts,
                _ => holders.push((choice, counts)),
            }
        }
    }

    /// Turns how often into how much it speaks for a choice, once all is learnt.
    pub(super) fn finish(&mut self) {
        let all: f64 = self.choices.iter().flatten().sum();
        for holders in &mut self.holders {
            let anywhere = ANYWHERE * holders.iter().map(|(_, often)| often).sum::<f64>() / all;
            for (_, often) in holders {
                *often = (*often / anywhere).ln_1p();
            }
        }
        self.choices.iter_mut().flatten().for_each(|told| *told = (ANYWHERE / (*told + ANYWHERE)).ln());
    }

    /// By choice: the logarithm of how likely it is that a clause means it.
    pub(super) fn by(&self, clause: &[Word]) -> Vec<Option<f64>> {
        let number = |heard: Heard| (self.words.get(&heard.text).copied(), heard.says_something);
        let numbers: Vec<_> = heard(clause).into_iter().map(number).collect();
        let mut speaks = vec![0.0; self.choices.len()];
        let mut known = 0.0;
        for (sign, counts) in signs(&numbers) {
            let Some(holders) = self.signs.get(&sign).and_then(|sign| self.holders.get(*sign)) else { continue };
            known += counts;
            for (choice, gain) in holders {
                *speaks.get_mut(*choice).expect("a sign is told of choices") += counts * gain;
            }
        }
        let speaks = self.choices.iter().zip(speaks);
        let speaks: Vec<_> = speaks.map(|(without, speaks)| Some((speaks + known * (*without)?) / TOGETHER)).collect();
        let most = speaks.iter().flatten().copied().fold(NONE, f64::max);
        let shared: f64 = [NONE].iter().chain(speaks.iter().flatten()).map(|speaks| (speaks - most).exp()).sum();
        speaks.into_iter().map(|speaks| Some(speaks? - most - shared.ln())).collect()
    }
}

/// Each known word and each pair of them once, with what it counts. Beside each word stands whether it says something by itself.
fn signs(words: &[(Option<Number>, bool)]) -> Vec<(Sign, f64)> {
    let single = words.iter().filter_map(|(word, says_something)| {
        let counts = if *says_something { 1.0 } else { LITTLE };
        Some((((*word)?, None), counts))
    });
    let pairs = words.iter().zip(words.iter().skip(1));
    let pairs = pairs.filter_map(|((word, _), (next, _))| Some((((*word)?, Some((*next)?)), PAIR)));
    let mut signs: Vec<(Sign, f64)> = single.chain(pairs).collect();
    signs.sort_unstable_by_key(|(sign, _)| *sign);
    signs.dedup_by_key(|(sign, _)| *sign);
    signs
}

#[cfg(test)]
mod tests {
    use super::Meant;
    use crate::search::fold::words;

    fn learnt(choices: &[(bool, &[&str])]) -> Meant {
        let mut meant = Meant::default();
        for (may_be_meant, texts) in choices {
            meant.begin(*may_be_meant);
            texts.iter().for_each(|text| meant.learn(&words(text)));
        }
        meant.finish();
        meant
    }

    #[test]
    fn small_words_and_their_order_tell_choices_apart() {
        let meant = learnt(&[
            (true, &["water the plants before noon", "before the frost", "water before ten"]),
            (true, &["water the plants after noon", "after the frost", "water after ten"]),
            (false, &["water"]),
        ]);
        let by = |text: &str| meant.by(&words(text));
        let before = by("water them before it is noon");
        assert!(before[0] > before[1], "{before:?}");
        let after = by("after noon");
        assert!(after[1] > after[0] && after[2].is_none(), "{after:?}");
        let nothing = by("quite another matter");
        assert!(nothing[0] == nothing[1] && nothing[0] < Some(-3.0), "{nothing:?}");
    }
}
