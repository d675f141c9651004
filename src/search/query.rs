//! What was typed.

use super::fold::{key, key_of, words};
use super::little::without_little;
use super::number::magnitude;
use super::optional::Unneeded;
use super::synonym::{Synonyms, stems};
use super::word::Word;

const LONGEST: usize = 200;
const MOST_WORDS: usize = 24;

/// A query, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Query {
    /// What an entry must have, each in one way or another.
    pub(super) terms: Vec<Term>,
    /// What it need not have, but is closer with.
    pub(super) optional: Vec<Term>,
    /// All of it, folded, for comparing with whole titles.
    pub(super) key: String,
    /// The same of what an entry must have.
    pub(super) needed_key: String,
    /// Its words without endings and without what says nothing, for comparing with whole keywords; then without what is
    /// optional; then its synonyms, if all of it has some.
    pub(super) stems: Vec<String>,
    /// Whether nothing was typed. What has no letter or digit is not blank, and finds nothing.
    pub(super) is_blank: bool,
}

/// One or more words of a query, and what means the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) typed: Vec<Word>,
    pub(super) others: Vec<Vec<Word>>,
}

impl Query {
    /// Reads a query; what goes beyond 200 letters or 24 words is not looked at. `parted` takes a word apart that
    /// should have been two.
    pub(super) fn read(
        text: &str,
        synonyms: &Synonyms,
        unneeded: &Unneeded,
        parted: impl Fn(&Word) -> Option<Vec<Word>>,
    ) -> Self {
        let text: String = text.chars().take(LONGEST).collect();
        let mut all = words(&text);
        all.truncate(MOST_WORDS);
        let all = without_little(all);
        let (mut terms, mut optional) = (Vec::new(), Vec::new());
        let mut rest = all.as_slice();
        while !rest.is_empty() {
            let (length, others) = synonyms.at_start_of(rest).unwrap_or((1, Vec::new()));
            let optional_length = unneeded.at_start_of(rest).filter(|other| *other >= length);
            let (typed, after) = rest.split_at(optional_length.unwrap_or(length).clamp(1, rest.len()));
            rest = after;
            if optional_length.is_some() {
                optional.push(Term { typed: typed.to_vec(), others: Vec::new() });
                continue;
            }
            let mut others: Vec<Vec<Word>> = others.into_iter().map(<[Word]>::to_vec).collect();
            if let [word] = typed {
                others.extend(magnitude(&word.text).map(words));
                others.extend(parted(word));
            }
            terms.push(Term { typed: typed.to_vec(), others });
        }
        if terms.is_empty() {
            std::mem::swap(&mut terms, &mut optional);
        }
        let needed: Vec<Word> = terms.iter().flat_map(|term| &term.typed).cloned().collect();
        let mut whole = vec![stems(&all), stems(&needed)];
        if let [term] = terms.as_slice() {
            whole.extend(term.others.iter().map(|other| stems(other)));
        }
        Self {
            terms,
            optional,
            key: key(&text),
            needed_key: key_of(&needed),
            stems: whole,
            is_blank: text.trim().is_empty(),
        }
    }

    /// The words as typed that an entry must have.
    pub(super) fn words(&self) -> impl Iterator<Item = &Word> {
        self.terms.iter().flat_map(|term| &term.typed)
    }
}

/// How far from what was typed a match may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// Whole, or with another ending.
    Whole,
    /// Also begun.
    AsTyped,
    /// Also with slips of the hand.
    WithSlips,
}

#[cfg(test)]
mod tests {
    use crate::model::text::Text;

    use super::{Query, Synonyms, Unneeded};

    #[test]
    fn little_words_count_only_alone() {
        let read = |query: &str| Query::read(query, &Synonyms::default(), &Unneeded::default(), |_| None);
        let texts = |query: &str| read(query).words().map(|word| word.text.clone()).collect::<Vec<_>>();
        assert_eq!(texts("How do I unsubscribe?"), ["unsubscribe"]);
        assert_eq!(texts("to be"), ["to", "be"]);
        assert!(texts(" ?! ").is_empty());
        assert!(read("  ").is_blank && !read("?").is_blank);
    }

    #[test]
    fn what_is_optional_is_needed_only_alone() {
        let names: [Text; 3] = ["Toolbox 365".into(), "possible".into(), "please".into()];
        let unneeded = Unneeded::of(names.iter());
        let read = |query: &str| Query::read(query, &Synonyms::default(), &unneeded, |_| None);
        let texts = |query: &str| read(query).words().map(|word| word.text.clone()).collect::<Vec<_>>();
        assert_eq!(texts("is SMS possible in Toolbox 365 please"), ["sms"]);
        assert_eq!(texts("365 days"), ["365", "days"]);
        assert_eq!(texts("possible in Toolbox 365"), ["possible", "toolbox", "365"]);
    }

    #[test]
    fn the_longest_phrase_that_has_synonyms_is_one_term() {
        let groups = [vec!["SMS".into(), "text message".into()], vec!["text".into(), "prose".into()]];
        let synonyms = Synonyms::of(&groups);
        let terms = |query: &str| {
            let words =
                |words: &[super::Word]| words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
            let query = Query::read(query, &synonyms, &Unneeded::default(), |_| None);
            let term = |term: &super::Term| {
                format!(
                    "{} = {:?}",
                    words(&term.typed),
                    term.others.iter().map(|other| words(other)).collect::<Vec<_>>()
                )
            };
            query.terms.iter().map(term).collect::<Vec<_>>()
        };
        assert_eq!(terms("text messages long"), ["text messages = [\"sms\"]", "long = []"]);
        assert_eq!(terms("long text"), ["long = []", "text = [\"prose\"]"]);
    }
}
