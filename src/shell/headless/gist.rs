//! An entry in a few words, as `search` lists it and `show` begins.

use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::report::words::count;
use crate::search::Entry;

/// What matters most about an entry on the day, in a few words.
pub(super) fn gist(entry: Entry, facts: &Facts<'_>) -> String {
    let base = facts.base;
    let short = |side: Side| base.alternatives[side].short.as_str();
    match entry {
        Entry::Question(key) => count(base.questions[key].choices.len(), "choice"),
        Entry::Capability(key) => {
            let levels = Side::BOTH.map(|side| format!("{} {}", short(side), facts.level(key, side).word()));
            levels.join(", ")
        }
        Entry::Limitation(key) => {
            let limitation = &base.limitations[key];
            format!("{}, {}, {}", short(limitation.side), limitation.severity.word(), limitation.period.words())
        }
        Entry::Workaround(key, _) => {
            let limitation = &base.limitations[key];
            let period = entry.period(base).unwrap_or_default().words();
            format!("{}, {period}, where this holds: {}", short(limitation.side), limitation.title)
        }
        Entry::Event(key) => base.events[key].date.words(),
    }
}
