//! What people read as one is one hit: a limitation and its workarounds, and entries that say nearly the same.

use std::collections::{BTreeSet, HashMap};

use crate::knowledge::KnowledgeBase;
use crate::knowledge::entry::{Entry, EntryKind};
use crate::model::alternative::{Availability, Side};
use crate::model::arena::Key;
use crate::model::capability::{Capability, Limitation};

use super::Hit;
use super::family::root;
use super::filter::Filter;
use super::fold::words;
use super::index::Index;
use super::little::is_little;

/// How many of the words of two titles must be in both, in percent of those in either.
const ALIKE: usize = 70;

/// For each entry the first that it is one with; itself, if it is the first.
pub(super) fn firsts(entries: &[Entry], base: &KnowledgeBase) -> Vec<u32> {
    let mut firsts: Vec<u32> = (0..).take(entries.len()).collect();
    let mut said: HashMap<BTreeSet<String>, u32> = HashMap::new();
    let mut limiting: HashMap<&[Key<Capability>], Vec<(u32, Side, BTreeSet<String>)>> = HashMap::new();
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
            Entry::Workaround(key, _) => limitations
                .get(key)
                .and_then(|limitation| firsts.get(*limitation as usize))
                .copied()
                .unwrap_or(position),
            Entry::Question(_) | Entry::Capability(_) | Entry::Event(_) => continue,
        };
        if let Some(own) = firsts.get_mut(position as usize) {
            *own = first;
        }
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

/// The hits with those as one that people read as one, each where the best of them stood. A workaround stands for itself
/// where only workarounds are looked for.
pub(super) fn as_one(index: &Index, hits: Vec<Hit>, filter: &Filter) -> Vec<Hit> {
    if filter.kind == Some(EntryKind::Workaround) {
        return hits;
    }
    let mut one: Vec<Hit> = Vec::new();
    let mut places: HashMap<u32, usize> = HashMap::new();
    for hit in hits {
        let hit = index.limitation_of(hit, filter);
        let first = index.first_of(hit.document);
        match places.get(&first).and_then(|place| one.get_mut(*place)) {
            Some(shown) if shown.entry == hit.entry || shown.also.contains(&hit.entry) => {}
            Some(shown) => {
                if is_gone(index, shown, filter) && !is_gone(index, &hit, filter) {
                    shown.also.push(shown.entry);
                    (shown.entry, shown.document) = (hit.entry, hit.document);
                } else {
                    shown.also.push(hit.entry);
                }
            }
            None => {
                places.insert(first, one.len());
                one.push(hit);
            }
        }
    }
    one
}

/// Whether a hit is about an alternative alone that has been removed.
fn is_gone(index: &Index, hit: &Hit, filter: &Filter) -> bool {
    let Some(day) = filter.day else { return false };
    let sides = index.concerned_by(hit.document);
    Side::BOTH
        .into_iter()
        .filter(|side| sides[*side])
        .all(|side| index.alternatives[side].availability(day) == Availability::Removed)
}
