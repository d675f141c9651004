//! Words that say nothing by themselves. They are left out of a query, and of what it is compared with, if others are left.

use super::word::Word;

const LITTLE: &[&str] = &[
    "a", "about", "am", "an", "and", "any", "are", "as", "at", "be", "been", "being", "but", "by", "can", "did", "do",
    "does", "for", "from", "get", "gets", "had", "has", "have", "he", "her", "his", "how", "i", "if", "in", "into",
    "is", "it", "its", "just", "me", "must", "my", "need", "needs", "not", "of", "on", "or", "our", "really", "she",
    "should", "so", "some", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those",
    "to", "too", "up", "us", "very", "want", "wants", "was", "we", "were", "what", "when", "where", "which", "who",
    "whom", "whose", "why", "will", "with", "would", "you", "your",
];

/// Whether a folded word says nothing by itself.
pub(crate) fn is_little(word: &str) -> bool {
    LITTLE.binary_search(&word).is_ok()
}

/// The words that say something; all of them if none does.
pub(super) fn without_little(mut words: Vec<Word>) -> Vec<Word> {
    let says_something = |word: &Word| !is_little(&word.text);
    if words.iter().any(says_something) {
        words.retain(says_something);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::LITTLE;

    #[test]
    fn little_words_are_sorted_for_looking_them_up() {
        assert!(LITTLE.is_sorted());
    }
}
