//! All words of all entries, gathered once.

use std::collections::{BTreeMap, HashMap};

use crate::knowledge::KnowledgeBase;
use crate::knowledge::entry::{Entry, EntryKind};
use crate::model::alternative::{Alternative, Pair};

use super::Hit;
use super::abbreviation::Abbreviable;
use super::alike::firsts;
use super::fields::{Field, phrases, texts};
use super::filter::{Filter, Traits};
use super::fold::{key, key_of, stem, words};
use super::little::{is_little, without_little};
use super::number::magnitude;
use super::optional::Unneeded;
use super::query::Query;
use super::removal::Removals;
use super::synonym::{Synonyms, stems};
use super::typo::{LetterSet, Likeness, Typed};
use super::weights::{self, Weights};
use super::word::Word;

/// Everything that can be found, by its words.
#[derive(Debug, Clone)]
pub struct Index {
    pub(super) documents: Vec<Document>,
    pub(super) vocabulary: Vec<Known>,
    /// Positions in the vocabulary, by the word without its ending.
    stems: BTreeMap<Box<str>, Vec<u32>>,
    /// Entries by a whole keyword, without endings.
    keywords: BTreeMap<String, Vec<u32>>,
    /// Entries by their whole title, and by their id.
    titles: BTreeMap<Box<str>, Vec<u32>>,
    pub(super) weights: Weights,
    synonyms: Synonyms,
    unneeded: Unneeded,
    pub(super) removals: Removals,
    pub(super) alternatives: Pair<Alternative>,
}

/// One entry with what is needed to rank and show it.
#[derive(Debug, Clone)]
pub(super) struct Document {
    pub(super) entry: Entry,
    pub(super) title: Box<str>,
    pub(super) title_key: Box<str>,
    /// How many words of the title say something.
    pub(super) title_words: u32,
    /// Its title and keywords.
    pub(super) abbreviable: Vec<Abbreviable>,
    traits: Traits,
    /// The position of the first entry that says nearly the same; its own, if it is the first.
    first: u32,
    /// The position of its limitation, if it is a workaround.
    limitation: Option<u32>,
}

/// A word that occurs, with the entries where it does.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) text: Box<str>,
    pub(super) letters: LetterSet,
    pub(super) postings: Vec<Posting>,
}

/// That a word occurs in an entry, and the best field where it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Posting {
    pub(super) document: u32,
    pub(super) field: Field,
}

impl Index {
    /// Gathers the words of a knowledge base.
    pub fn of(base: &KnowledgeBase) -> Self {
        let mut gathered = Gathered::default();
        let mut entries: Vec<Entry> = Entry::all(base).collect();
        entries.sort_by_key(|entry| entry.topic(base));
        let firsts = firsts(&entries, base);
        let positions: HashMap<Entry, u32> = entries.iter().copied().zip(0..).collect();
        let removals = Removals::of(base, |entry| positions.get(&entry).copied());
        let documents = entries.into_iter().zip(firsts).map(|(entry, first)| {
            let limitation = match entry {
                Entry::Workaround(key, _) => positions.get(&Entry::Limitation(key)).copied(),
                _ => None,
            };
            Document { first, limitation, ..gathered.document(entry, base) }
        });
        let documents = documents.collect();
        let Gathered { mut postings, numbers, keywords, titles, weights, .. } = gathered;
        let weights = Weights::of(weights);
        let known = |(text, number): (String, usize)| Known {
            letters: LetterSet::of(&text),
            text: text.into(),
            postings: postings.get_mut(number).map(std::mem::take).expect("every numbered word has its postings"),
        };
        let mut vocabulary: Vec<Known> = numbers.into_iter().map(known).collect();
        vocabulary.sort_unstable_by(|one, other| one.text.cmp(&other.text));
        let mut stems: BTreeMap<Box<str>, Vec<u32>> = BTreeMap::new();
        for (position, known) in (0..).zip(&vocabulary) {
            stems.entry(stem(&known.text).into()).or_default().push(position);
        }
        let synonyms = Synonyms::of(&base.synonyms);
        let unneeded = Unneeded::of(base.product_names.iter().chain(base.filler.iter()));
        let alternatives = base.alternatives.clone();
        Self { documents, vocabulary, stems, keywords, titles, weights, synonyms, unneeded, removals, alternatives }
    }

    pub(super) fn read(&self, query: &str) -> Query {
        Query::read(query, &self.synonyms, &self.unneeded, |word| self.parted(word))
    }

    /// A word that does not occur, as two words that do: `timezone` as `time zone`.
    fn parted(&self, word: &Word) -> Option<Vec<Word>> {
        if word.pieces.len() > 1 || !self.beginning_with(&word.text).is_empty() {
            return None;
        }
        let halves = word.text.char_indices().skip(2).filter_map(|(end, _)| word.text.split_at_checked(end));
        let mut known = halves.filter(|(first, second)| second.len() > 1 && self.stand_together(first, second));
        known.next().map(|(first, second)| [first, second].into_iter().flat_map(words).collect())
    }

    /// Whether some title or keywords hold both words.
    fn stand_together(&self, first: &str, second: &str) -> bool {
        let holders = |word: &str| {
            let known = self.vocabulary.binary_search_by(|known| (*known.text).cmp(word)).ok();
            let known = known.and_then(|position| self.vocabulary.get(position));
            known.into_iter().flat_map(|known| &known.postings).filter(|posting| posting.field <= Field::Keyword)
        };
        let second: Vec<u32> = holders(second).map(|posting| posting.document).collect();
        holders(first).any(|posting| second.binary_search(&posting.document).is_ok())
    }

    /// The query with each word that does not occur as the word that is meant. `None` if there is none to correct, or one
    /// that is like no other; `in_part` leaves such a one as it is.
    pub(super) fn corrected(&self, query: &Query, in_part: bool) -> Option<Query> {
        if query.words().all(|word| self.occurs(word)) {
            return None;
        }
        let meant = query.words().map(|word| self.meant(word).or(in_part.then_some(&word.text)));
        Some(self.read(&meant.collect::<Option<Vec<&str>>>()?.join(" ")))
    }

    fn meant<'w>(&'w self, word: &'w Word) -> Option<&'w str> {
        if self.occurs(word) { Some(&word.text) } else { self.nearest(&word.text) }
    }

    /// Whether a word occurs, whole, begun or with another ending.
    fn occurs(&self, word: &Word) -> bool {
        !self.beginning_with(&word.text).is_empty() || self.with_stem(&stem(&word.text)).next().is_some()
    }

    /// The word that is most like one with a slip: of several one with the same letters, then the one in most entries.
    fn nearest(&self, word: &str) -> Option<&str> {
        let typed = Typed::of(word);
        let near = self
            .vocabulary
            .iter()
            .filter(|known| typed.forgives() && typed.likeness(&known.text, known.letters) == Some(Likeness::OneSlip));
        let letters = |text: &str| {
            let mut letters: Vec<char> = text.chars().collect();
            letters.sort_unstable();
            letters
        };
        let own = letters(word);
        near.max_by_key(|known| (letters(&known.text) == own, known.postings.len())).map(|known| &*known.text)
    }

    /// A hit as its limitation, if it is a workaround of one that passes the filter.
    pub(super) fn limitation_of(&self, hit: Hit, filter: &Filter) -> Hit {
        let limitation = self.document(hit.document).limitation;
        let limitation = limitation.filter(|position| self.passes(self.document(*position), filter));
        limitation.map_or(hit.clone(), |position| Hit {
            entry: self.document(position).entry,
            document: position,
            ..hit
        })
    }

    /// The position of the first entry that says nearly the same.
    pub(super) fn first_of(&self, position: u32) -> u32 {
        self.document(position).first
    }

    /// The alternatives that an entry concerns.
    pub(super) fn concerned_by(&self, position: u32) -> Pair<bool> {
        self.document(position).traits.concerns
    }

    pub(super) fn document(&self, position: u32) -> &Document {
        self.documents.get(position as usize).expect("positions are those of documents")
    }

    /// How many entries there are.
    pub fn entries(&self) -> usize {
        self.documents.len()
    }

    pub(super) fn passes(&self, document: &Document, filter: &Filter) -> bool {
        filter.passes(&document.traits, &self.alternatives)
    }

    /// The words that begin so, the word itself first if it occurs.
    pub(super) fn beginning_with(&self, beginning: &str) -> &[Known] {
        let start = self.vocabulary.partition_point(|known| &*known.text < beginning);
        let (_, rest) = self.vocabulary.split_at(start);
        rest.split_at(rest.partition_point(|known| known.text.starts_with(beginning))).0
    }

    pub(super) fn with_stem(&self, stem: &str) -> impl Iterator<Item = &Known> {
        let positions = self.stems.get(stem).map_or(&[][..], Vec::as_slice);
        let known = |position: &u32| self.vocabulary.get(*position as usize).expect("stems lead to words");
        positions.iter().map(known)
    }

    /// Entries that have the whole text as their title or id.
    pub(super) fn named(&self, key: &str) -> &[u32] {
        self.titles.get(key).map_or(&[], Vec::as_slice)
    }

    pub(super) fn with_keyword(&self, stems: &str) -> &[u32] {
        self.keywords.get(stems).map_or(&[], Vec::as_slice)
    }
}

#[derive(Default)]
struct Gathered<'k> {
    /// Words by the order in which they were first met.
    numbers: HashMap<String, usize>,
    /// The words of each text. Most texts are met often: the names of areas and topics in every entry, a choice in every
    /// capability that it needs.
    texts: HashMap<&'k str, Vec<usize>>,
    /// By number of the word.
    postings: Vec<Vec<Posting>>,
    keywords: BTreeMap<String, Vec<u32>>,
    titles: BTreeMap<Box<str>, Vec<u32>>,
    weights: weights::Gathered<'k>,
    documents: u32,
}

impl<'k> Gathered<'k> {
    fn document(&mut self, entry: Entry, base: &'k KnowledgeBase) -> Document {
        let position = self.documents;
        self.documents += 1;
        let title = entry.title(base);
        let title_words = words(title);
        let title_key = key_of(&title_words);
        self.titles.entry(title_key.as_str().into()).or_default().push(position);
        if entry.kind() != EntryKind::Workaround {
            self.titles.entry(key(entry.id(base).as_str()).into()).or_default().push(position);
        }
        // A workaround is a sentence or more: almost anything would abbreviate it.
        let is_short = entry.kind() != EntryKind::Workaround;
        let mut abbreviable: Vec<Abbreviable> = is_short.then(|| Abbreviable::of(&title_key)).into_iter().collect();
        self.weights.begin();
        phrases(entry, base, |text| self.weights.give(Field::Phrase, text));
        texts(entry, base, |field, text| {
            self.text(position, field, text);
            self.weights.give(field, text);
            if field == Field::Keyword {
                let words = words(text);
                abbreviable.push(Abbreviable::of(&key_of(&words)));
                let holders = self.keywords.entry(stems(&without_little(words))).or_default();
                if holders.last() != Some(&position) {
                    holders.push(position);
                }
            }
        });
        Document {
            entry,
            title: title.into(),
            title_words: title_words.iter().map(|word| u32::from(!is_little(&word.text))).sum(),
            title_key: title_key.into(),
            abbreviable,
            traits: Traits::of(entry, base),
            first: position,
            limitation: None,
        }
    }

    fn text(&mut self, document: u32, field: Field, text: &'k str) {
        let Self { texts, numbers, postings, weights, .. } = self;
        let numbered = || {
            let words = words(text);
            weights.learn(text, &words);
            numbered(words, numbers)
        };
        for number in texts.entry(text).or_insert_with(numbered) {
            if *number == postings.len() {
                postings.push(Vec::new());
            }
            let postings = postings.get_mut(*number).expect("words are numbered as they are met");
            match postings.last_mut() {
                Some(posting) if posting.document == document => posting.field = posting.field.min(field),
                _ => postings.push(Posting { document, field }),
            }
        }
    }
}

/// The numbers of words, and of the pieces of joined ones.
fn numbered(words: Vec<Word>, numbers: &mut HashMap<String, usize>) -> Vec<usize> {
    let mut number = |word: String| {
        let next = numbers.len();
        *numbers.entry(word).or_insert(next)
    };
    let mut found = Vec::new();
    for word in words {
        if word.pieces.len() > 1 {
            found.push(number(word.text));
        } else if let Some(magnitude) = magnitude(&word.text) {
            found.push(number(magnitude.to_owned()));
        }
        found.extend(word.pieces.into_iter().map(|piece| number(piece.text)));
    }
    found
}
