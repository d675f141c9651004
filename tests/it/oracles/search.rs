//! Whatever is typed, the search answers with entries that are there, in order, and marks whole letters of their titles.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use journey_advisor::embedded;
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::knowledge::entry::{Entry, EntryKind};
use journey_advisor::model::alternative::Side;
use journey_advisor::search::{Filter, Hit, Index, matched, search as look_for};

use super::bytes::Bytes;
use crate::support::documents::SMALL;

/// A knowledge base with its words.
struct Searched {
    base: KnowledgeBase,
    index: Index,
}

impl Searched {
    fn of(base: KnowledgeBase) -> Self {
        Self { index: Index::of(&base), base }
    }
}

static ALL: LazyLock<[Searched; 2]> =
    LazyLock::new(|| [Searched::of(SMALL.clone()), Searched::of(embedded::knowledge())]);

/// The first byte says what is searched, the second for what; the rest is typed.
pub(super) fn search(data: &[u8]) {
    let mut bytes = Bytes(data);
    let searched = &ALL[bytes.below(2)];
    let filter = filter(bytes.next());
    let typed = bytes.text();
    let hits = look_for(&searched.index, &typed, &filter);
    are_sound(&hits, &typed, &filter, searched);
    let again = |typed: &str| look_for(&searched.index, typed, &filter);
    assert_eq!(again(&typed), hits, "{typed:?} once more");
    assert_eq!(again(&format!("  {typed}\t ")), hits, "{typed:?} among blanks");
    if typed.is_ascii() {
        assert_eq!(again(&typed.to_ascii_uppercase()), hits, "{typed:?} in capitals");
    }
}

fn filter(byte: u8) -> Filter {
    let kind = EntryKind::ALL.get(usize::from(byte & 7)).copied();
    let side = match byte >> 3 & 3 {
        1 => Some(Side::First),
        2 => Some(Side::Second),
        _ => None,
    };
    Filter { kind, side, ..Filter::default() }
}

fn are_sound(hits: &[Hit], typed: &str, filter: &Filter, searched: &Searched) {
    let known: BTreeSet<Entry> = Entry::all(&searched.base).collect();
    let mut seen = BTreeSet::new();
    for hit in hits {
        for entry in std::iter::once(&hit.entry).chain(&hit.also) {
            assert!(known.contains(entry), "{entry:?} is nothing");
            assert!(seen.insert(entry), "{entry:?} is found twice by {typed:?}");
        }
        if let Some(kind) = filter.kind {
            assert_eq!(hit.entry.kind(), kind, "{typed:?}");
        }
        let title = hit.entry.title(&searched.base);
        let mut end = 0;
        for range in matched(&searched.index, typed, hit) {
            assert!(range.start >= end && range.start < range.end, "{range:?} in {title:?}");
            assert!(title.get(range.clone()).is_some(), "{range:?} in {title:?}");
            end = range.end;
        }
    }
    assert!(hits.len() <= searched.index.entries());
}
