//! Words that need not occur: names that everything here is about, and what people say around what they look for. An
//! entry that holds them is closer, one that does not is found all the same.

use std::collections::BTreeSet;

use crate::model::text::Text;

use super::fold::words;
use super::little::without_little;
use super::synonym::stems;
use super::word::Word;

/// The names and the filler of a knowledge base.
#[derive(Debug, Clone, Default)]
pub(crate) struct Unneeded {
    by_stems: BTreeSet<String>,
    /// The words of the longest of them.
    longest: usize,
}

impl Unneeded {
    pub(crate) fn of<'t>(texts: impl Iterator<Item = &'t Text>) -> Self {
        let texts: Vec<Vec<Word>> = texts.map(|text| without_little(words(text))).collect();
        Self {
            longest: texts.iter().map(Vec::len).max().unwrap_or(0),
            by_stems: texts.iter().map(|text| stems(text)).collect(),
        }
    }

    /// How many words from the first on need not occur.
    pub(crate) fn at_start_of(&self, words: &[Word]) -> Option<usize> {
        let is_unneeded =
            |length: &usize| words.get(..*length).is_some_and(|words| self.by_stems.contains(&stems(words)));
        (1..=self.longest.min(words.len())).rev().find(is_unneeded)
    }
}

#[cfg(test)]
mod tests {
    use super::Unneeded;
    use crate::model::text::Text;
    use crate::search::fold::words;

    #[test]
    fn names_and_filler_are_known_in_any_form_and_the_longest_counts() {
        let texts: [Text; 4] = ["Toolbox".into(), "Toolbox 365".into(), "CI-J".into(), "possible".into()];
        let unneeded = Unneeded::of(texts.iter());
        let length = |text: &str| unneeded.at_start_of(&words(text));
        assert_eq!(length("toolbox 365 sms"), Some(2));
        assert_eq!(length("Toolbox sms"), Some(1));
        assert_eq!([length("cij sms"), length("CI-J"), length("possible sms")], [Some(1); 3]);
        assert_eq!(length("sms"), None);
    }
}
