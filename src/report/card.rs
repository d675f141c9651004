//! The facts behind one choice, in words: how well each alternative does it, what limits it, where that is written.

use crate::knowledge::facts::Facts;
use crate::model::alternative::{Availability, Pair, Side};
use crate::model::arena::Key;
use crate::model::capability::{Capability, Level, Limitation, Severity};
use crate::model::question::Choice;
use crate::model::source::Citation;
use crate::model::text::Text;

use super::availability::{after_level, state};
use super::words::{how_well, name, without};

/// What there is to know about one choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The choice.
    pub title: Text,
    /// What choosing it leads to.
    pub hint: Text,
    /// One line for each capability it needs.
    pub supports: Vec<SupportLine>,
    /// The limitations that hold on the day.
    pub limits: Vec<LimitLine>,
    /// Where the facts are written: `Publisher, What's new, May 2023`.
    pub sources: Vec<String>,
}

/// How well both alternatives do one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupportLine {
    /// What it is.
    pub capability: Key<Capability>,
    /// Its name.
    pub wish: Text,
    /// The levels.
    pub levels: Pair<Level>,
    /// Each level with since when, in words: `native since May 2023`.
    pub phrases: Pair<String>,
    /// Remarks, where there are any.
    pub notes: Pair<Option<Text>>,
}

/// A limitation in a line or two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitLine {
    /// Which one.
    pub key: Key<Limitation>,
    /// Whose.
    pub side: Side,
    /// How much it hurts.
    pub severity: Severity,
    /// What does not work, and that it no longer matters where that is so.
    pub title: String,
    /// What to do instead, on that day.
    pub workaround: Option<Text>,
    /// That there is something to do instead, but not on that day.
    pub without: Option<&'static str>,
}

impl Card {
    /// Words the facts behind a choice.
    pub fn of(facts: &Facts<'_>, choice: &Choice) -> Self {
        let mut limits: Vec<LimitLine> = Vec::new();
        for line in choice.needs.iter().flat_map(|need| limit_lines(facts, *need)) {
            if !limits.iter().any(|known| known.key == line.key) {
                limits.push(line);
            }
        }
        limits.sort_by_key(|line| std::cmp::Reverse(line.severity));
        Self {
            title: choice.label.clone(),
            hint: choice.hint.clone(),
            supports: choice.needs.iter().map(|need| support_line(facts, *need)).collect(),
            limits,
            sources: sources(facts, choice),
        }
    }

    /// The level of the choice as a whole for each alternative: the worst of what it needs; `None` if it needs nothing.
    pub fn levels(facts: &Facts<'_>, choice: &Choice) -> Option<Pair<Level>> {
        let worst =
            |side| choice.needs.iter().map(|need| facts.level(*need, side)).min_by_key(|level| severity_order(*level));
        Some(Pair { first: worst(Side::First)?, second: worst(Side::Second)? })
    }
}

/// Worst first: a known "none" is worse than what nobody documented.
fn severity_order(level: Level) -> u8 {
    match level {
        Level::None => 0,
        Level::Unknown => 1,
        Level::Workaround => 2,
        Level::Partial => 3,
        Level::Native => 4,
    }
}

fn support_line(facts: &Facts<'_>, capability: Key<Capability>) -> SupportLine {
    SupportLine {
        capability,
        wish: facts.base.capabilities[capability].title.clone(),
        levels: facts.levels(capability),
        phrases: Pair::of(|side| phrase(facts, capability, side)),
        notes: Pair::of(|side| facts.support(capability, side).and_then(|support| support.note.clone())),
    }
}

/// A level with since when: `only in part since September 2023`.
fn phrase(facts: &Facts<'_>, capability: Key<Capability>, side: Side) -> String {
    let level = facts.level(capability, side);
    let Some(support) = facts.support(capability, side) else {
        let silent = facts.as_of.basis.is_some();
        let said = if silent { "not said by the article" } else { "not documented" };
        return format!("{said}{}", after_level(level, facts.base, side, facts.as_of.day));
    };
    let preview = if support.preview { " (preview)" } else { "" };
    let state = after_level(level, facts.base, side, facts.as_of.day);
    match support.period.from {
        Some(from) => format!("{}{preview} since {}{state}", how_well(level), from.words()),
        None => format!("{}{preview}{state}", how_well(level)),
    }
}

fn limit_lines(facts: &Facts<'_>, capability: Key<Capability>) -> Vec<LimitLine> {
    Side::BOTH
        .into_iter()
        .flat_map(|side| facts.limitations(capability, side))
        .map(|key| {
            let limitation = &facts.base.limitations[key];
            LimitLine {
                key,
                side: limitation.side,
                severity: limitation.severity,
                title: match state(facts.base, limitation.side, facts.as_of.day) {
                    Some(state) if facts.availability[limitation.side] == Availability::Removed => {
                        format!("{} ({state}, so this no longer matters)", limitation.title)
                    }
                    _ => limitation.title.to_string(),
                },
                workaround: facts.workaround(limitation).map(|workaround| workaround.text.clone()),
                without: without(facts, limitation),
            }
        })
        .collect()
}

fn sources(facts: &Facts<'_>, choice: &Choice) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let cited = choice.needs.iter().flat_map(|need| {
        Side::BOTH.into_iter().filter_map(|side| facts.support(*need, side)).flat_map(|support| &support.sources)
    });
    for line in cited.map(|citation| source_line(facts, citation)) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// A citation in one line: `Publisher, What's new (May 2023 update)`.
pub fn source_line(facts: &Facts<'_>, citation: &Citation) -> String {
    let source = &facts.base.sources[citation.source];
    match &citation.place {
        Some(place) => format!("{}, {} ({place})", source.publisher, source.title),
        None => format!("{}, {}, {}", source.publisher, source.title, source.date.words()),
    }
}

/// What an importance would mean for a choice: `If this is a must, outbound marketing is out.`
pub fn consequence(facts: &Facts<'_>, choice: &Choice) -> Option<String> {
    let out: Vec<String> = Side::BOTH
        .into_iter()
        .filter(|side| choice.needs.iter().any(|need| facts.level(*need, *side) == Level::None))
        .map(|side| name(facts.base, side).to_owned())
        .collect();
    match out.as_slice() {
        [] => None,
        [one] => Some(format!("As a must, it rules {one} out.")),
        _ => Some("As a must, it rules both areas out.".to_owned()),
    }
}
