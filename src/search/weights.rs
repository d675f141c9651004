//! What each word is worth in each entry, for [`close`](super::close).

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Bound;

use super::family::root;
use super::fields::Field;
use super::fold::words;
use super::little::is_little;
use super::number::magnitude;
use super::word::Word;

/// What a word is worth that an entry is full of, and the weight that makes half of that.
const FULL: u32 = 1024;
const HALF: u32 = 1200;
/// How much the length of a text counts, in percent.
const LENGTH: u32 = 40;
/// The fewest letters by which a word is begun.
const BEGINNING: usize = 3;

/// What each word is worth in the entries that have it.
#[derive(Debug, Clone, Default)]
pub(super) struct Weights {
    by_root: BTreeMap<String, Held>,
}

/// That a word occurs, and what it is worth in each entry.
#[derive(Debug, Clone, Default)]
struct Held {
    /// By position of the entry, in order.
    weights: Vec<(u32, u32)>,
    /// Whether it occurs anywhere but in phrases.
    is_known: bool,
}

/// Something for each field.
type Each = [u32; Field::COUNT];

/// The words of entries, as they are gathered in order.
#[derive(Default)]
pub(super) struct Gathered<'k> {
    numbers: Numbers,
    /// The roots of each text. Most texts are met often.
    texts: HashMap<&'k str, Vec<usize>>,
    /// By entry: how often each root stands in each field.
    entries: Vec<BTreeMap<usize, Each>>,
}

impl<'k> Gathered<'k> {
    /// Begins the next entry.
    pub(super) fn begin(&mut self) {
        self.entries.push(BTreeMap::new());
    }

    /// Remembers a text by its words, for whoever has split it already.
    pub(super) fn learn(&mut self, text: &'k str, words: &[Word]) {
        self.texts.insert(text, self.numbers.of_words(words));
    }

    /// Adds a text to the entry that was begun.
    pub(super) fn give(&mut self, field: Field, text: &'k str) {
        let Self { numbers, texts, entries } = self;
        let entry = entries.last_mut().expect("an entry is begun before its texts are given");
        for root in texts.entry(text).or_insert_with(|| numbers.of_words(&words(text))) {
            let counts = entry.entry(*root).or_default();
            *counts.get_mut(field as usize).expect("there is a count for every field") += 1;
        }
    }
}

/// Roots, numbered by the order in which they were first met.
#[derive(Default)]
struct Numbers {
    roots: HashMap<String, usize>,
    /// Those of each word that is no joined one.
    words: HashMap<String, Vec<usize>>,
}

impl Numbers {
    fn of_words(&mut self, words: &[Word]) -> Vec<usize> {
        words.iter().flat_map(|word| self.of_word(word)).collect()
    }

    fn of_word(&mut self, word: &Word) -> Vec<usize> {
        if let Some(known) = self.words.get(&word.text).filter(|_| word.pieces.len() == 1) {
            return known.clone();
        }
        let number = |root: String| {
            let next = self.roots.len();
            *self.roots.entry(root).or_insert(next)
        };
        let numbers: Vec<usize> = roots(word).into_iter().map(number).collect();
        if word.pieces.len() == 1 {
            self.words.insert(word.text.clone(), numbers.clone());
        }
        numbers
    }
}

impl Weights {
    pub(super) fn of(gathered: Gathered<'_>) -> Self {
        let lengths: Vec<Each> = gathered.entries.iter().map(lengths).collect();
        let average = average(&lengths);
        let mut held: Vec<Held> = vec![Held::default(); gathered.numbers.roots.len()];
        for ((position, counts), lengths) in (0..).zip(gathered.entries).zip(lengths) {
            for (root, counts) in counts {
                let held = held.get_mut(root).expect("roots are numbered");
                let weight = weight(counts, lengths, average);
                held.weights.push((position, FULL * weight / (HALF + weight)));
                held.is_known |=
                    Field::ALL.iter().zip(counts).any(|(field, count)| *field != Field::Phrase && count > 0);
            }
        }
        let mut taken = |number: usize| held.get_mut(number).map(std::mem::take).expect("roots are numbered");
        Self { by_root: gathered.numbers.roots.into_iter().map(|(root, number)| (root, taken(number))).collect() }
    }

    /// The entries with a root, and what it is worth in each.
    pub(super) fn holders(&self, root: &str) -> &[(u32, u32)] {
        self.by_root.get(root).map_or(&[], |held| held.weights.as_slice())
    }

    /// The same of each root that begins so; none if the beginning is too short.
    pub(super) fn begun(&self, beginning: &str) -> impl Iterator<Item = &[(u32, u32)]> {
        self.beginning_with(beginning).map(|held| held.weights.as_slice())
    }

    /// Whether a word occurs anywhere but in phrases, whole or begun.
    pub(super) fn knows(&self, word: &Word) -> bool {
        let is_begun = || self.beginning_with(&word.text).any(|held| held.is_known);
        roots(word).iter().any(|root| self.by_root.get(root.as_str()).map_or_else(is_begun, |held| held.is_known))
    }

    fn beginning_with(&self, beginning: &str) -> impl Iterator<Item = &Held> {
        let is_long = beginning.chars().nth(BEGINNING - 1).is_some();
        let from = self.by_root.range::<str, _>((Bound::Included(beginning), Bound::Unbounded));
        let begun = from.take_while(move |(root, _)| is_long && root.starts_with(beginning));
        begun.map(|(_, held)| held)
    }
}

fn weight(counts: Each, lengths: Each, average: Each) -> u32 {
    let fields = Field::ALL.iter().zip(counts).zip(lengths.into_iter().zip(average));
    let weights = fields.map(|((field, count), (length, average))| {
        field.weight() * 100 * count / (100 - LENGTH + LENGTH * length / average)
    });
    weights.sum()
}

/// The number of words in each field.
fn lengths(counts: &BTreeMap<usize, Each>) -> Each {
    counts.values().fold(Each::default(), |so_far, counts| {
        let mut lengths = so_far;
        lengths.iter_mut().zip(counts).for_each(|(length, count)| *length += count);
        lengths
    })
}

/// The same on average, at least one.
fn average(lengths: &[Each]) -> Each {
    let mut total = [0_u64; Field::COUNT];
    for length in lengths {
        total.iter_mut().zip(length).for_each(|(total, length)| *total += u64::from(*length));
    }
    let count = u64::try_from(lengths.len().max(1)).expect("entries fit");
    total.map(|total| u32::try_from(total / count).expect("texts are short").max(1))
}

/// The roots of a word: whole and of each piece, and the size of a number.
pub(super) fn roots(word: &Word) -> BTreeSet<String> {
    let mut roots = BTreeSet::new();
    if !is_little(&word.text) {
        roots.insert(root(&word.text));
        roots.extend(magnitude(&word.text).map(str::to_owned));
    }
    if word.pieces.len() > 1 {
        let pieces = word.pieces.iter().filter(|piece| !is_little(&piece.text) && piece.text.len() > 1);
        roots.extend(pieces.map(|piece| root(&piece.text)));
    }
    roots
}
