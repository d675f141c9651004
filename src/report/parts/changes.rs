//! What changed between the first moment and the last, for the user's own requirements: each difference with its dated fact.

use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::capability::{Level, Support};
use crate::model::date::PartialDate;
use crate::model::verdict::{Requirement, RequirementNumber, Verdict};
use crate::report::Report;
use crate::report::availability::aside;
use crate::report::bibliography::{Bibliography, Cited};
use crate::report::page::{Block, Page, Section, line, list, on, with};
use crate::report::words::{how_well, name, sole_source, wish};

/// A fact that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactChange {
    /// The requirement it matters to.
    pub number: RequirementNumber,
    /// Whose support changed.
    pub side: Side,
    /// Since when it is as it is now; absent where only what the first moment's source says differs.
    pub since: Option<PartialDate>,
    /// The change in a sentence.
    pub sentence: String,
    /// Where it is written.
    pub cited: Vec<Cited>,
}

/// The changes between the first and the last of the moments, the latest last.
pub(in crate::report) fn between(
    facts: &Facts<'_>,
    moments: &[Verdict],
    bibliography: &mut Bibliography,
) -> Vec<FactChange> {
    let [first, .., last] = moments else { return Vec::new() };
    let now = facts.on(last.as_of);
    let then = facts.on(first.as_of);
    let mut changes = Vec::new();
    for requirement in &last.requirements {
        for side in Side::BOTH {
            let before = then.level(requirement.capability, side);
            if before != requirement.levels[side]
                && let Some(support) = now.support(requirement.capability, side)
            {
                changes.push(change(&now, requirement, side, before, support, first, bibliography));
            }
        }
    }
    changes.sort_by_key(|change| change.since.map(PartialDate::first_day));
    changes
}

fn change(
    facts: &Facts<'_>,
    requirement: &Requirement,
    side: Side,
    before: Level,
    support: &Support,
    first: &Verdict,
    bibliography: &mut Bibliography,
) -> FactChange {
    let base = facts.base;
    let since = support.period.from.filter(|from| from.first_day() > first.as_of.day);
    let (now, state) = (how_well(requirement.levels[side]), aside(facts, side, requirement.levels[side]));
    let what = format!("\"{}\" in {}", wish(base, requirement), name(base, side));
    let source = sole_source(base, first.as_of);
    let sentence = match (before, since, source) {
        (Level::Unknown, _, Some(source)) => {
            format!("{what}: {source} does not say; documented as {now}{state}.")
        }
        (_, Some(since), _) => format!("{what}: {} before, {now} since {}{state}.", how_well(before), since.words()),
        (_, None, Some(source)) => {
            format!("{what}: {} by {source}, documented as {now}{state}.", how_well(before))
        }
        (_, None, None) => format!("{what}: {} before, documented as {now}{state}.", how_well(before)),
    };
    FactChange { number: requirement.number, side, since, sentence, cited: bibliography.cite(&support.sources) }
}

/// Facts that changed between the first moment and the last.
pub(crate) fn section(report: &Report) -> Section {
    let lines = report.changes.iter().map(|change| with(on(change.number, &change.sentence), &change.cited));
    Section::new("changes", "What changed since", vec![list(lines)])
}

/// Returns a change with its sources.
pub(crate) fn page(report: &Report, change: &FactChange) -> Page {
    let sections = vec![Section::new("change", "", vec![Block::Paragraph(line(&change.sentence))]), report.sources()];
    Page::of(format!("{} changed", change.number), sections)
}
