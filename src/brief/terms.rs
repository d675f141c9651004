//! The words of a text that say what it is about, without endings.

use crate::search::fold::stem;
use crate::search::little::is_little;
use crate::search::optional::Unneeded;
use crate::search::word::Word;

/// Words that hold a sentence together and say nothing about a plan, besides those that a search leaves out.
const LINKING: &[&str] = &[
    "above",
    "after",
    "again",
    "all",
    "already",
    "also",
    "although",
    "always",
    "another",
    "anybody",
    "anyone",
    "anything",
    "arent",
    "because",
    "before",
    "below",
    "between",
    "both",
    "cannot",
    "cant",
    "could",
    "couldnt",
    "didnt",
    "doesnt",
    "dont",
    "during",
    "each",
    "either",
    "else",
    "etc",
    "even",
    "ever",
    "every",
    "everyone",
    "few",
    "first",
    "hasnt",
    "havent",
    "here",
    "ill",
    "im",
    "isnt",
    "ive",
    "lets",
    "many",
    "may",
    "might",
    "more",
    "most",
    "much",
    "neither",
    "no",
    "nobody",
    "nor",
    "not",
    "nothing",
    "now",
    "off",
    "once",
    "one",
    "only",
    "other",
    "ours",
    "out",
    "over",
    "own",
    "per",
    "please",
    "same",
    "shall",
    "since",
    "somebody",
    "someone",
    "something",
    "still",
    "such",
    "team",
    "thats",
    "theyre",
    "though",
    "through",
    "two",
    "under",
    "until",
    "upon",
    "via",
    "wanted",
    "wasnt",
    "wed",
    "were",
    "weve",
    "whether",
    "while",
    "within",
    "without",
    "wont",
    "wouldnt",
    "yes",
    "yet",
    "youre",
];

/// The terms of a text in its order: without little words, names of the product, and bare numbers.
pub(super) fn terms(words: &[Word], names: &Unneeded) -> Vec<String> {
    let said: Vec<Word> = words.iter().filter(|word| !is_little(&word.text)).cloned().collect();
    let mut terms = Vec::new();
    let mut rest = said.as_slice();
    while let Some((word, after)) = rest.split_first() {
        if let Some(length) = names.at_start_of(rest) {
            rest = rest.get(length..).unwrap_or_default();
            continue;
        }
        rest = after;
        if LINKING.binary_search(&word.text.as_str()).is_err() {
            add(word, &mut terms);
        }
    }
    terms
}

/// `e-mail` and `customer's` are one term, `real-time` is two.
fn add(word: &Word, terms: &mut Vec<String>) {
    let says_something = |part: &&str| !is_little(part) && !is_digits(part);
    terms.extend(parts(word).into_iter().filter(says_something).map(term));
}

fn parts(word: &Word) -> Vec<&str> {
    let is_one = word.pieces.iter().any(|piece| piece.text.chars().count() == 1);
    if is_one { vec![&word.text] } else { word.pieces.iter().map(|piece| piece.text.as_str()).collect() }
}

fn is_digits(part: &str) -> bool {
    part.bytes().all(|letter| letter.is_ascii_digit())
}

/// A word as it is heard among others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heard {
    pub(super) text: String,
    /// Whether it does more than hold a sentence together.
    pub(super) says_something: bool,
}

/// Every word of a text in its order; all numbers are one.
pub(super) fn heard(words: &[Word]) -> Vec<Heard> {
    let heard = |part: &str| {
        let is_number = is_digits(part);
        let says_something = !is_number && !is_little(part) && LINKING.binary_search(&part).is_err();
        let text = if says_something {
            term(part)
        } else if is_number {
            "#".to_owned()
        } else {
            part.to_owned()
        };
        Heard { text, says_something }
    };
    words.iter().flat_map(parts).map(heard).collect()
}

/// A word without its ending. Of words of four letters a search keeps it: `days`, `apps`.
fn term(word: &str) -> String {
    let single = word.strip_suffix('s').filter(|rest| rest.len() == 3 && !rest.ends_with(['s', 'u', 'i']));
    match single {
        Some(single) if word != "news" => single.to_owned(),
        _ => stem(word),
    }
}

#[cfg(test)]
mod tests {
    use super::{LINKING, heard, terms};
    use crate::search::fold::words;
    use crate::search::optional::Unneeded;

    #[test]
    fn linking_words_are_sorted_for_looking_them_up() {
        assert!(LINKING.is_sorted());
    }

    #[test]
    fn what_is_left_is_what_a_text_is_about() {
        let names = Unneeded::of(["Toolbox 365".into()].iter());
        let terms = |text: &str| terms(&words(text), &names);
        assert_eq!(terms("We don't want 3 e-mails in Toolbox 365!"), ["email"]);
        assert_eq!(terms("Each customer's follow-up within 2 days"), ["customer", "follow", "day"]);
    }

    #[test]
    fn every_word_is_heard_in_its_order() {
        let heard = heard(&words("No later than 60 minutes"));
        let said: Vec<(&str, bool)> = heard.iter().map(|heard| (heard.text.as_str(), heard.says_something)).collect();
        assert_eq!(said, [("no", false), ("later", true), ("than", false), ("#", false), ("minut", true)]);
    }
}
