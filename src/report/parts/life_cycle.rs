//! The dates in the life of both alternatives, and what is announced for later.

use crate::knowledge::facts::Facts;
use crate::model::alternative::{Availability, Side};
use crate::model::date::{Day, PartialDate};
use crate::model::text::Text;
use crate::report::Report;
use crate::report::bibliography::{Bibliography, Cited};
use crate::report::page::{Block, Cell, Section, Table, line, with};
use crate::report::words::{capitalized, name_first};

/// One date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// When.
    pub date: PartialDate,
    /// Whom it concerns.
    pub who: String,
    /// What begins then, in a few words.
    pub what: Text,
    /// What it means.
    pub note: Text,
    /// Where it is written.
    pub(crate) cited: Vec<Cited>,
}

/// The phases of both alternatives, what was said about their end, and the events after today; the earliest first.
pub(in crate::report) fn all(facts: &Facts<'_>, today: Day, bibliography: &mut Bibliography) -> Vec<Milestone> {
    let base = facts.base;
    let mut milestones = Vec::new();
    for side in Side::BOTH {
        for phase in &base.alternatives[side].phases {
            milestones.push(Milestone {
                date: phase.from,
                who: name_first(base, side),
                what: state(phase.availability).into(),
                note: phase.note.clone(),
                cited: bibliography.cite(&phase.sources),
            });
        }
        for said in &base.alternatives[side].announcements {
            milestones.push(Milestone {
                date: said.date,
                who: name_first(base, side),
                what: said.ends.map_or("Its end is announced", |_| "A day is named for its end").into(),
                note: format!("{}.", said.says).into(),
                cited: bibliography.cite(&said.sources),
            });
        }
    }
    for (_, event) in base.events.iter().filter(|(_, event)| event.date.first_day() > today) {
        let who: Vec<&str> = event.sides.iter().map(|side| base.alternatives[*side].title.as_str()).collect();
        milestones.push(Milestone {
            date: event.date,
            who: capitalized(&crate::diagnostic::suggest::enumerate(&who, "and")),
            what: event.title.clone(),
            note: event.text.clone(),
            cited: bibliography.cite(&event.sources),
        });
    }
    milestones.sort_by_key(|milestone| milestone.date.first_day());
    milestones
}

fn state(availability: Availability) -> &'static str {
    match availability {
        Availability::Available => "Can be had",
        Availability::Closing | Availability::Outlived => "Is being closed",
        Availability::Closed => "Takes nothing new",
        Availability::Removed => "Is removed",
    }
}

/// The dates in the life of both alternatives.
pub(crate) fn section(report: &Report) -> Section {
    let rows = report.life_cycle.iter().map(|milestone| {
        [
            Cell::text(milestone.date.words()),
            Cell::text(&milestone.who),
            Cell::text(&milestone.what),
            with(line(&milestone.note), &milestone.cited).into(),
        ]
    });
    let table = Table::of(
        "Dates in the life of the product",
        ["Date", &capitalized(&report.nouns.alternative.one), "What", "What it means"],
        rows,
    );
    Section::new("life-cycle", "Product life cycle", vec![Block::Table(table)])
}
