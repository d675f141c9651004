//! How each alternative stands: its value, whether it can be had, and which musts are in its way.

use crate::advise::analysis::Analysis;
use crate::advise::fit::FitRange;
use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::alternative::{Availability, Pair};
use crate::model::text::Text;
use crate::model::verdict::{RequirementNumber, Verdict};
use crate::report::Report;
use crate::report::availability::state;
use crate::report::page::{Cell, ColumnKind, Table, numbers};
use crate::report::words::{capitalized, name_first, percent};

/// How one alternative stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingLine {
    /// Its name.
    pub name: String,
    /// The same within a sentence.
    pub(crate) called: Text,
    /// Its name for a column head.
    pub(crate) short: Text,
    /// Its value from 0 to 100; absent while nothing counts.
    pub value: Option<u8>,
    /// How far that can still move, while answers are open and it can be had.
    pub(crate) possible: Option<FitRange>,
    /// Whether it can be had.
    pub availability: Availability,
    /// What has become of it by the day; absent while anybody can build in it.
    pub(crate) state: Option<String>,
    /// The musts that it cannot meet.
    pub vetoed_by: Vec<RequirementNumber>,
    /// The musts that it meets only by a workaround.
    pub accepted_workarounds: Vec<RequirementNumber>,
    /// The musts for which nothing says whether it meets them.
    pub unconfirmed: Vec<RequirementNumber>,
}

/// How both stand.
pub(in crate::report) fn both(facts: &Facts<'_>, verdict: &Verdict, analysis: &Analysis) -> Pair<StandingLine> {
    Pair::of(|side| {
        let standing = &verdict.standings[side];
        StandingLine {
            name: name_first(facts.base, side),
            called: facts.base.alternatives[side].title.clone(),
            short: facts.base.alternatives[side].short.clone(),
            value: standing.value,
            possible: analysis.open_fit(verdict, side).filter(|_| standing.availability.is_open()),
            availability: standing.availability,
            state: state(facts.base, side, facts.as_of.day),
            vetoed_by: standing.vetoed_by.clone(),
            accepted_workarounds: standing.accepted_workarounds.clone(),
            unconfirmed: standing.unconfirmed.clone(),
        }
    })
}

impl StandingLine {
    /// The fit, and how far open answers can still move it: `89 % (78 to 95 % possible)`.
    pub(crate) fn fit(&self) -> String {
        let now = percent(self.value);
        match self.possible {
            Some(FitRange { lowest, highest }) => format!("{now} ({lowest} to {highest} % possible)"),
            None => now,
        }
    }

    /// Returns its name for the head of a column of levels, with what has become of it.
    pub(crate) fn head(&self) -> String {
        format!("{}{}", self.short, self.beside())
    }

    /// Returns what has become of it, behind its name: ` (removed in May 2026)`.
    pub(crate) fn beside(&self) -> String {
        self.state.as_ref().map_or_else(String::new, |state| format!(" ({state})"))
    }
}

pub(super) fn table(report: &Report) -> Table {
    let row = |standing: &StandingLine| {
        [
            Cell::text(&standing.name),
            Cell::text(standing.fit()),
            Cell::text(standing.availability.word()),
            numbers(&standing.vetoed_by).into(),
            numbers(&standing.accepted_workarounds).into(),
            numbers(&standing.unconfirmed).into(),
        ]
    };
    let nouns = &report.nouns.alternative;
    let area = capitalized(&nouns.one);
    let columns = [&*area, "Fit", "Availability", "Cannot meet", "Only by a workaround", "Not confirmed"];
    Table::of(
        format!("How the {} stand, and the musts in their way", nouns.many),
        columns,
        Side::BOTH.map(|side| row(&report.standings[side])),
    )
    .with("Fit", ColumnKind::Number)
}
