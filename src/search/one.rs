//! What people read as one is one hit: a limitation and its workarounds, and entries that say nearly the same.

use std::collections::HashMap;

use crate::knowledge::entry::EntryKind;
use crate::model::alternative::{Availability, Side};

use super::Hit;
use super::filter::Filter;
use super::index::Index;

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
