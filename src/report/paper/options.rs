//! The two areas side by side: whether they can be had, and how well each meets what is asked for.

use crate::model::alternative::{Availability, Side};
use crate::model::capability::Level;
use crate::model::question::Importance;
use crate::report::words::{announced, capitalized, closing, ended, how_well};

use super::fitted::Fitted;
use super::grounds::Grounds;

/// The heading.
pub const HEADING: &str = "Options compared";

/// Both areas, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The names of the areas.
    pub areas: [Fitted<60>; 2],
    /// What is compared.
    pub rows: Vec<OptionRow>,
}

/// What is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionRow {
    /// What it is.
    pub name: &'static str,
    /// How each area stands.
    pub cells: [OptionCell; 2],
}

/// How an area stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionCell {
    /// How good that is, for a sign beside the words; nothing for a mere number.
    pub sign: Option<Level>,
    /// The same in words.
    pub words: Fitted<120>,
}

/// The areas of a verdict side by side.
pub(super) fn of(on: Grounds<'_>) -> Options {
    let row = |name, cell: &dyn Fn(Side) -> OptionCell| OptionRow { name, cells: Side::BOTH.map(cell) };
    let mut rows = vec![row("On the day", &|side| availability(on, side)), row("Musts met", &|side| musts(on, side))];
    for (level, name) in [
        (Level::Native, "Wishes built in"),
        (Level::Partial, "Partly"),
        (Level::Workaround, "By a workaround"),
        (Level::None, "Not supported"),
        (Level::Unknown, "Unknown"),
    ] {
        debug_assert!(name.to_lowercase().ends_with(how_well(level)), "levels have one name");
        let at = |side: Side| on.verdict.requirements.iter().filter(|one| one.levels[side] == level).count();
        if Side::BOTH.into_iter().any(|side| at(side) > 0) {
            rows.push(row(name, &|side| OptionCell {
                sign: (at(side) > 0).then_some(level),
                words: Fitted::cut(&format!("{} of {}", at(side), on.verdict.requirements.len())),
            }));
        }
    }
    rows.push(row("End of life", &|side| end(on, side)));
    Options { areas: Side::BOTH.map(|side| Fitted::cut(&capitalized(on.name(side)))), rows }
}

fn availability(on: Grounds<'_>, side: Side) -> OptionCell {
    let availability = on.verdict.standings[side].availability;
    let state = on.report.standings[side].state.clone().unwrap_or_else(|| availability.word().to_owned());
    let sign = match availability {
        Availability::Available => Level::Native,
        Availability::Closing => Level::Partial,
        Availability::Outlived | Availability::Closed | Availability::Removed => Level::None,
    };
    OptionCell { sign: Some(sign), words: Fitted::cut(&state) }
}

/// How many musts an area can do, by a workaround too.
fn musts(on: Grounds<'_>, side: Side) -> OptionCell {
    let musts = || on.verdict.requirements.iter().filter(|one| one.importance == Importance::Must);
    let (all, met) = (musts().count(), musts().filter(|one| one.levels[side] > Level::None).count());
    let standing = &on.verdict.standings[side];
    let sign = match (standing.passes(), standing.unconfirmed.is_empty(), standing.accepted_workarounds.is_empty()) {
        (false, ..) => Level::None,
        (true, false, _) => Level::Unknown,
        (true, true, false) => Level::Workaround,
        (true, true, true) => Level::Native,
    };
    let words = if all == 0 { "no must".to_owned() } else { format!("{met} of {all}") };
    OptionCell { sign: (all > 0).then_some(sign), words: Fitted::cut(&words) }
}

/// What has been said about the end of an area by the day.
fn end(on: Grounds<'_>, side: Side) -> OptionCell {
    let (base, day) = (on.base(), on.verdict.as_of.day);
    let told =
        ended(base, side, day).or_else(|| announced(base, side, day).map(|says| format!("{}.", capitalized(says))));
    let told = told.or_else(|| closing(base, side, day));
    let sign = if told.is_some() { Level::None } else { Level::Native };
    OptionCell { sign: Some(sign), words: Fitted::cut(told.as_deref().unwrap_or("none announced")) }
}
