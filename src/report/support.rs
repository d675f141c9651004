//! How well an area does something, in words: the level, since when, and what is remarked on it.

use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::arena::Key;
use crate::model::capability::Capability;

use super::availability::after_level;
use super::bibliography::Bibliography;
use super::page::{Line, Piece, Support, line, with};
use super::words::{how_well, name_first, sole_source};
use super::work::refused;

/// Returns how well an area does something on the day of the facts: `built in since May 2023. For emails only. [1]`.
pub(crate) fn of(
    facts: &Facts<'_>,
    capability: Key<Capability>,
    side: Side,
    bibliography: &mut Bibliography,
) -> Support {
    let support = facts.support(capability, side);
    let note = support.and_then(|support| support.note.as_ref()).map_or_else(String::new, |note| format!(". {note}"));
    let cited = support.map(|support| bibliography.cite(&support.sources)).unwrap_or_default();
    let words = line(format!("{}{note}", phrase(facts, capability, side)));
    let (name, level) = (name_first(facts.base, side), facts.level(capability, side));
    Support { side, name, level, line: with(words, &cited) }
}

/// The same in a line of its own, after the name of the area: `Real-time marketing: built in since May 2023.`
pub(super) fn as_line(support: &Support) -> Line {
    std::iter::once(Piece::Text(format!("{}: ", support.name))).chain(support.line.iter().cloned()).collect()
}

/// A level with since when: `partly since September 2023`.
fn phrase(facts: &Facts<'_>, capability: Key<Capability>, side: Side) -> String {
    let level = facts.level(capability, side);
    let state = after_level(level, facts.base, side, facts.as_of.day);
    let Some(support) = facts.support(capability, side) else {
        let said = sole_source(facts.base, facts.as_of)
            .map_or_else(|| "unknown".to_owned(), |source| format!("not said by {source}"));
        return format!("{said}{state}");
    };
    if let Some(why) = refused(facts, capability, side) {
        return format!("{}{state}: {why}", how_well(level));
    }
    let preview = if support.preview { " (preview)" } else { "" };
    match support.period.from {
        Some(from) => format!("{}{preview} since {}{state}", how_well(level), from.words()),
        None => format!("{}{preview}{state}", how_well(level)),
    }
}
