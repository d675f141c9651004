//! What happened and when, for a line of time: what became of the areas, what changed for the plan, and what else is dated.

use crate::knowledge::KnowledgeBase;
use crate::model::alternative::Side;
use crate::model::capability::{Level, Support};
use crate::model::date::Day;
use crate::model::verdict::Verdict;

use super::words::how_well;

/// Something that happened on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// When; of a month alone its first day.
    pub day: Day,
    /// How much it matters to the plan.
    pub weight: MarkWeight,
    /// What, in a few words.
    pub title: String,
}

/// How much something dated matters to a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkWeight {
    /// It became otherwise with an area as a whole: `Outbound removed`.
    Area,
    /// An area does otherwise since then what the plan asks for.
    Wish,
    /// It happened to the product.
    Event,
}

/// Everything dated between two days, the earliest first, on one day what weighs most first.
pub(crate) fn all(base: &KnowledgeBase, verdict: &Verdict, from: Day, until: Day) -> Vec<Mark> {
    let mut marks = areas(base);
    marks.extend(wishes(base, verdict));
    marks.extend(base.events.iter().map(|(_, event)| Mark {
        day: event.date.first_day(),
        weight: MarkWeight::Event,
        title: event.title.to_string(),
    }));
    marks.retain(|mark| (from..=until).contains(&mark.day));
    marks.sort_by(|one, other| (one.day, one.weight, &one.title).cmp(&(other.day, other.weight, &other.title)));
    marks.dedup();
    marks
}

fn areas(base: &KnowledgeBase) -> Vec<Mark> {
    let of = |side: Side| {
        let alternative = &base.alternatives[side];
        alternative.phases.iter().map(|phase| Mark {
            day: phase.from.first_day(),
            weight: MarkWeight::Area,
            title: format!("{} {}", alternative.short, phase.availability.word()),
        })
    };
    Side::BOTH.into_iter().flat_map(of).collect()
}

/// Since when an area does otherwise what the answers ask for.
fn wishes<'k>(base: &'k KnowledgeBase, verdict: &'k Verdict) -> impl Iterator<Item = Mark> + 'k {
    verdict.requirements.iter().flat_map(move |requirement| {
        let capability = &base.capabilities[requirement.capability];
        capability.support.iter().filter_map(move |support| {
            let day = support.period.from?.first_day();
            let before = level_before(&capability.support, support, day);
            (support.according_to.is_none() && before != Some(support.level)).then(|| Mark {
                day,
                weight: MarkWeight::Wish,
                title: format!(
                    "{}: {} {}",
                    capability.title,
                    base.alternatives[support.side].short,
                    how_well(support.level)
                ),
            })
        })
    })
}

/// What the same area did before that day.
fn level_before(entries: &[Support], support: &Support, day: Day) -> Option<Level> {
    let held = |other: &&Support| {
        other.side == support.side && other.according_to.is_none() && other.period.contains(day.previous())
    };
    entries.iter().find(held).map(|other| other.level)
}
