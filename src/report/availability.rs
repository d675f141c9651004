//! What has become of an alternative, beside each of its levels and limitations: nobody shall take for today's what went
//! with it.

use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::alternative::{Availability, Side};
use crate::model::arena::Key;
use crate::model::capability::{Capability, Level, Limitation};
use crate::model::date::{Day, PartialDate};

use super::words::{ended, how_well};

/// What has become of an alternative by a day: `removed in May 2026`. Nothing while anybody can build in it.
pub(crate) fn state(base: &KnowledgeBase, side: Side, day: Day) -> Option<String> {
    let phase = base.alternatives[side].phase(day)?;
    match phase.availability {
        Availability::Available => None,
        Availability::Closing => Some("closing".to_owned()),
        Availability::Closed => Some(format!("closed to anything new since {}", phase.from.words())),
        Availability::Removed => Some(format!("removed in {}", phase.from.words())),
    }
}

/// The same in one word, for narrow places: `removed`.
pub(crate) fn mark(base: &KnowledgeBase, side: Side, day: Day) -> Option<&'static str> {
    let availability = base.alternatives[side].availability(day);
    (availability != Availability::Available).then(|| availability.word())
}

/// What has become of the alternatives, beside the heads of columns with their levels: `OB removed in May 2026`, and in
/// fewer words `OB removed`. Nothing while anybody can build in both.
pub(crate) fn in_heads(base: &KnowledgeBase, day: Day) -> [String; 2] {
    let said = |words: &dyn Fn(Side) -> Option<String>| {
        let of = |side: Side| Some(format!("{} {}", base.alternatives[side].abbreviation, words(side)?));
        Side::BOTH.into_iter().filter_map(of).collect::<Vec<_>>().join(", ")
    };
    [said(&|side| state(base, side, day)), said(&|side| mark(base, side, day).map(str::to_owned))]
}

/// When an alternative was removed, if that has been by a day.
fn removed(base: &KnowledgeBase, side: Side, day: Day) -> Option<PartialDate> {
    let phase = base.alternatives[side].phase(day)?;
    (phase.availability == Availability::Removed).then_some(phase.from)
}

/// What a level is followed by in a sentence: `, until its removal in May 2026`. Nothing while anybody can build in it.
pub(crate) fn after_level(level: Level, base: &KnowledgeBase, side: Side, day: Day) -> String {
    let is_had = !matches!(level, Level::None | Level::Unknown);
    match removed(base, side, day).filter(|_| is_had) {
        Some(from) => format!(", until its removal in {}", from.words()),
        None => state(base, side, day).map_or_else(String::new, |state| format!(", {state}")),
    }
}

/// The same in brackets, behind a level of an alternative in which nothing new can be built: ` (until its removal in May
/// 2026)`. Nothing while anybody can build in it.
pub(crate) fn aside(facts: &Facts<'_>, side: Side, level: Level) -> String {
    if facts.availability[side].is_open() {
        return String::new();
    }
    format!(" ({})", after_level(level, facts.base, side, facts.as_of.day).trim_start_matches(", "))
}

/// How well both alternatives do something: `real-time built in; outbound removed in May 2026 (built in until then)`.
pub(crate) fn levels(facts: &Facts<'_>, capability: Key<Capability>) -> String {
    Side::BOTH.map(|side| level(facts, side, facts.level(capability, side))).join("; ")
}

fn level(facts: &Facts<'_>, side: Side, level: Level) -> String {
    let (base, level) = (facts.base, how_well(level));
    let name = &base.alternatives[side].id;
    match (removed(base, side, facts.as_of.day), state(base, side, facts.as_of.day)) {
        (Some(_), Some(state)) => format!("{name} {state} ({level} until then)"),
        (_, Some(state)) => format!("{name} {level}, {state}"),
        (_, None) => format!("{name} {level}"),
    }
}

/// That nothing of a removed alternative limits anybody: `Outbound marketing was removed in May 2026, so this no longer
/// matters.`
pub(crate) fn no_longer_matters(base: &KnowledgeBase, side: Side, day: Day) -> Option<String> {
    removed(base, side, day)?;
    let ended = ended(base, side, day)?;
    Some(format!("{}, so this no longer matters.", ended.trim_end_matches('.')))
}

/// Whether a limitation holds on the day, in words.
pub(crate) fn holds(facts: &Facts<'_>, limitation: &Limitation) -> String {
    let holds = if facts.holds(limitation) { "holds" } else { "does not hold" };
    no_longer_matters(facts.base, limitation.side, facts.as_of.day).unwrap_or_else(|| holds.to_owned())
}
