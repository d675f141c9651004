//! What was typed.

use super::fold::{Word, key, stem, words};

const LONGEST: usize = 200;
const MOST_WORDS: usize = 24;

/// Words that say nothing by themselves. They are left out of a query that has others.
const LITTLE: &[&str] = &[
    "a", "about", "an", "and", "any", "are", "as", "at", "be", "by", "can", "did", "do", "does", "for", "from", "has",
    "have", "how", "i", "if", "in", "into", "is", "it", "its", "my", "of", "on", "or", "our", "so", "than", "that",
    "the", "their", "them", "there", "they", "this", "to", "up", "us", "was", "we", "what", "when", "where", "which",
    "who", "why", "will", "with", "you", "your",
];

/// A query, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Query {
    /// The words that an entry must have.
    pub(super) words: Vec<Word>,
    /// All of it, folded, for comparing with whole titles.
    pub(super) key: String,
    /// Whether nothing was typed. What has no letter or digit is not blank, and finds nothing.
    pub(super) is_blank: bool,
}

impl Query {
    /// Reads a query; what goes beyond 200 letters or 24 words is not looked at.
    pub(super) fn read(text: &str) -> Self {
        let text: String = text.chars().take(LONGEST).collect();
        let mut all = words(&text);
        all.truncate(MOST_WORDS);
        let says_something = |word: &Word| !is_little(&word.text);
        if all.iter().any(says_something) {
            all.retain(says_something);
        }
        Self { words: all, key: key(&text), is_blank: text.trim().is_empty() }
    }

    /// The words without endings, for comparing with whole keywords.
    pub(super) fn stems(&self) -> String {
        stems(&self.words)
    }
}

/// Whether a folded word says nothing by itself.
pub(super) fn is_little(word: &str) -> bool {
    LITTLE.binary_search(&word).is_ok()
}

/// The words of a keyword without endings and without what says nothing.
pub(super) fn keyword_stems(keyword: &str) -> String {
    stems(&words(keyword).into_iter().filter(|word| !is_little(&word.text)).collect::<Vec<_>>())
}

fn stems(words: &[Word]) -> String {
    words.iter().map(|word| stem(&word.text)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{LITTLE, Query};

    #[test]
    fn little_words_are_sorted_for_looking_them_up() {
        assert!(LITTLE.is_sorted());
    }

    #[test]
    fn little_words_count_only_alone() {
        let texts = |query: &str| Query::read(query).words.into_iter().map(|word| word.text).collect::<Vec<_>>();
        assert_eq!(texts("How do I unsubscribe?"), ["unsubscribe"]);
        assert_eq!(texts("to be"), ["to", "be"]);
        assert!(texts(" ?! ").is_empty());
        assert!(Query::read("  ").is_blank && !Query::read("?").is_blank);
    }
}
