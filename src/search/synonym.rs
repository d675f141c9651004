//! Words and phrases that mean the same to whoever searches, such as `sms` and `text message`.

use std::collections::BTreeMap;

use crate::model::text::Text;

use super::fold::{stem, words};
use super::little::without_little;
use super::word::Word;

/// The groups of synonyms of a knowledge base.
#[derive(Debug, Clone, Default)]
pub(super) struct Synonyms {
    groups: Vec<Vec<Vec<Word>>>,
    /// Groups by the stems of each phrase in them.
    by_stems: BTreeMap<String, Vec<usize>>,
    /// The words of the longest phrase.
    longest: usize,
}

impl Synonyms {
    pub(super) fn of(groups: &[Vec<Text>]) -> Self {
        let mut synonyms = Self::default();
        for group in groups {
            let position = synonyms.groups.len();
            let phrases: Vec<Vec<Word>> = group.iter().map(|phrase| without_little(words(phrase))).collect();
            for phrase in &phrases {
                synonyms.longest = synonyms.longest.max(phrase.len());
                synonyms.by_stems.entry(stems(phrase)).or_default().push(position);
            }
            synonyms.groups.push(phrases);
        }
        synonyms
    }

    /// How many words from the first on are a phrase of a group, and the other phrases of such groups.
    pub(super) fn at_start_of(&self, words: &[Word]) -> Option<(usize, Vec<&[Word]>)> {
        let longest = self.longest.min(words.len());
        (1..=longest).rev().find_map(|length| {
            let typed = stems(words.get(..length)?);
            let group = |position: &usize| self.groups.get(*position).expect("stems lead to groups");
            let groups = self.by_stems.get(&typed)?.iter().map(group);
            let others = groups.flatten().map(Vec::as_slice).filter(|phrase| stems(phrase) != typed);
            Some((length, others.collect()))
        })
    }
}

/// The words without endings, in order.
pub(super) fn stems(words: &[Word]) -> String {
    words.iter().map(|word| stem(&word.text)).collect::<Vec<_>>().join(" ")
}
