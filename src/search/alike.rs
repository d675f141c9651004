//! Which entries people read as one: a limitation with its workarounds, and limitations that say nearly the same.

use std::collections::{BTreeSet, HashMap};

use crate::knowledge::KnowledgeBase;
use crate::knowledge::entry::Entry;
use crate::model::alternative::Side;
use crate::model::arena::Key;
use crate::model::capability::{Capability, Limitation};

use super::family::root;
use super::fold::words;
use super::little::is_little;

/// How many of the words of two titles must be in both, in percent of those in either.
const ALIKE: usize = 70;

/// A limitation by its position, its alternative and the words of its title.
type Titled = (u32, Side, BTreeSet<String>);

/// For each entry the first that it is one with; itself, if it is the first.
pub(super) fn firsts(entries: &[Entry], base: &KnowledgeBase) -> Vec<u32> {
    let mut firsts: Vec<u32> = (0..).take(entries.len()).collect();
    let mut said: HashMap<BTreeSet<String>, u32> = HashMap::new();
    let mut limiting: HashMap<&[Key<Capability>], Vec<Titled>> = HashMap::new();
    let mut limitations: HashMap<Key<Limitation>, u32> = HashMap::new();
    for (position, entry) in (0..).zip(entries) {
        let first = match entry {
            Entry::Limitation(key) => {
                limitations.insert(*key, position);
                let limitation = &base.limitations[*key];
                let title = said_by(&limitation.title);
                let alike = limiting.entry(limitation.limits.capabilities()).or_default();
                let near = alike.iter().find(|(_, side, other)| *side != limitation.side && are_alike(&title, other));
                let first = near.map(|(first, ..)| *first);
                let first = first.unwrap_or_else(|| *said.entry(title.clone()).or_insert(position));
                if first == position && !limitation.limits.capabilities().is_empty() {
                    alike.push((position, limitation.side, title));
                }
                first
            }
            Entry::Workaround(key, _) => {
                let limitation = limitations.get(key).expect("a limitation stands before its workarounds");
                *firsts.get(*limitation as usize).expect("every entry has a first")
            }
            Entry::Question(_) | Entry::Capability(_) | Entry::Event(_) => continue,
        };
        *firsts.get_mut(position as usize).expect("every entry has a first") = first;
    }
    firsts
}

fn said_by(title: &str) -> BTreeSet<String> {
    words(title).iter().filter(|word| !is_little(&word.text)).map(|word| root(&word.text)).collect()
}

/// Whether two titles say nearly the same, and the same numbers.
fn are_alike(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    let number = |word: &&String| word.starts_with(|letter: char| letter.is_ascii_digit());
    let (both, either) = (one.intersection(other).count(), one.union(other).count());
    both * 100 >= either * ALIKE && one.iter().filter(number).eq(other.iter().filter(number))
}
