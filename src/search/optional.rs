//! Words that need not occur: names that everything here is about, and what people say around what they look for. An
//! entry that holds them is closer, one that does not is found all the same.

use std::collections::BTreeSet;

use crate::model::text::Text;

use super::fold::{Word, words};
use super::little::without_little;
use super::synonym::stems;

/// What people say around what they look for.
const AROUND: &str = "
    able anyone available could doing enable exist exists give hello help hi instead kind know like looking make may
    might multiple now option options please possibility possible possibly required shall show sort status still
    support supported supporting supports tell thank thanks tool try trying use used uses using way ways work
    working works
";

/// The names that everything in a knowledge base is about.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    by_stems: BTreeSet<String>,
    /// The words of the longest name.
    longest: usize,
}

impl Names {
    pub(super) fn of(names: &[Text]) -> Self {
        let names: Vec<Vec<Word>> = names.iter().map(|name| without_little(words(name))).collect();
        Self {
            longest: names.iter().map(Vec::len).max().unwrap_or(0),
            by_stems: names.iter().map(|name| stems(name)).collect(),
        }
    }

    /// How many words from the first on need not occur.
    pub(super) fn at_start_of(&self, words: &[Word]) -> Option<usize> {
        let is_name = |length: &usize| words.get(..*length).is_some_and(|words| self.by_stems.contains(&stems(words)));
        let is_around = words.first().is_some_and(|word| AROUND.split_whitespace().any(|around| around == word.text));
        (1..=self.longest.min(words.len())).rev().find(is_name).or(is_around.then_some(1))
    }
}

#[cfg(test)]
mod tests {
    use super::Names;
    use crate::search::fold::words;

    #[test]
    fn names_are_known_in_any_form_and_the_longest_counts() {
        let names = Names::of(&["Toolbox".into(), "Toolbox 365".into(), "CI-J".into()]);
        let length = |text: &str| names.at_start_of(&words(text));
        assert_eq!(length("toolbox 365 sms"), Some(2));
        assert_eq!(length("Toolbox sms"), Some(1));
        assert_eq!([length("cij sms"), length("CI-J"), length("possible sms")], [Some(1); 3]);
        assert_eq!(length("sms"), None);
    }
}
