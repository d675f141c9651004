//! An entry in a few words, as `search` lists it and `show` begins.

use std::collections::BTreeMap;

use super::super::availability::{no_longer_matters, state};
use super::super::words::{count, how_well, name};
use crate::knowledge::entry::{Entry, EntryKind};
use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;

/// What matters most about an entry on the day, in a few words.
pub(crate) fn gist(entry: Entry, facts: &Facts<'_>) -> String {
    let base = facts.base;
    let day = facts.as_of.day;
    let short = |side: Side| base.alternatives[side].short.as_str();
    let beside = |side: Side| state(base, side, day).map_or_else(String::new, |state| format!(" ({state})"));
    let outlived = |side: Side| no_longer_matters(base, side, day).map_or_else(String::new, |said| format!(". {said}"));
    match entry {
        Entry::Question(key) => count(base.questions[key].choices.len(), "choice"),
        Entry::Capability(key) => {
            let levels =
                Side::BOTH.map(|side| format!("{} {}{}", short(side), how_well(facts.level(key, side)), beside(side)));
            levels.join(", ")
        }
        Entry::Limitation(key) => {
            let limitation = &base.limitations[key];
            let (side, severity) = (limitation.side, limitation.severity.word());
            format!("{}, {severity}, {}{}", short(side), limitation.period.words(), outlived(side))
        }
        Entry::Workaround(key, _) => {
            let limitation = &base.limitations[key];
            let period = entry.period(base).expect("a workaround has a period").words();
            let side = limitation.side;
            format!("{}, {period}, where this holds: {}{}", short(side), limitation.title, outlived(side))
        }
        Entry::Event(key) => base.events[key].date.words(),
    }
}

/// Whose limitation or workaround an entry is, if something has become of that area: `outbound marketing (removed in
/// May 2026)`.
pub(crate) fn whose_is_gone(entry: Entry, facts: &Facts<'_>) -> Option<String> {
    let (Entry::Limitation(key) | Entry::Workaround(key, _)) = entry else { return None };
    let side = facts.base.limitations[key].side;
    let state = state(facts.base, side, facts.as_of.day)?;
    Some(format!("{} ({state})", name(facts.base, side)))
}

/// Whether each alternative that an entry concerns can be had on the day; nothing for what concerns none.
pub(crate) fn availability<'k>(entry: Entry, facts: &Facts<'k>) -> BTreeMap<&'k str, &'static str> {
    let base = facts.base;
    let sides = match entry {
        Entry::Question(_) => Vec::new(),
        Entry::Capability(_) => Side::BOTH.to_vec(),
        Entry::Limitation(key) | Entry::Workaround(key, _) => vec![base.limitations[key].side],
        Entry::Event(key) => base.events[key].sides.clone(),
    };
    sides.into_iter().map(|side| (base.alternatives[side].id.as_str(), facts.availability[side].word())).collect()
}

/// A kind of entry as people say it.
pub(crate) fn kind_words(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Question => "questions",
        EntryKind::Capability => "features",
        EntryKind::Limitation => "limits",
        EntryKind::Workaround => "workarounds",
        EntryKind::Event => "events",
    }
}

/// A kind of entry as the label of one.
pub(crate) fn kind_word(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Question => "question",
        EntryKind::Capability => "feature",
        EntryKind::Limitation => "limit",
        EntryKind::Workaround => "workaround",
        EntryKind::Event => "event",
    }
}
