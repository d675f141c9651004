//! The parts of the advice in words, one file each: its data, made from a verdict, and its section of the document.

pub(crate) mod arguments;
pub mod assumptions;
pub(crate) mod changes;
pub(crate) mod concerning;
pub mod conditions;
pub(crate) mod contradictions;
pub(crate) mod counts;
pub(crate) mod decision;
pub(crate) mod division;
pub(crate) mod drivers;
pub mod find_out;
pub mod firmness;
pub mod gaps;
pub(crate) mod gone;
pub(crate) mod header;
pub mod journeys_apart;
pub(crate) mod life_cycle;
pub(crate) mod method;
pub(crate) mod next_steps;
pub(crate) mod notes;
pub mod register;
pub(crate) mod sign_off;
pub(crate) mod sources;
pub(crate) mod standings;
pub(crate) mod timeline;
pub(crate) mod traceability;
pub(crate) mod what_if;
pub mod why_asked;
pub(crate) mod why_not;
pub mod work;

use super::Report;

/// A part of the advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Part {
    /// What each requirement adds.
    #[default]
    Reasons,
    /// What the area that one would build in does less than natively.
    Gaps,
    /// What to mind of that which is built in.
    Conditions,
    /// What would change the advice.
    WhatIf,
    /// What is still to be found out.
    FindOut,
    /// Then and now, and what changed between.
    Time,
}

impl Part {
    pub(crate) const ALL: [Self; 6] =
        [Self::Reasons, Self::Gaps, Self::Conditions, Self::WhatIf, Self::FindOut, Self::Time];
}

impl Part {
    /// The heading.
    pub(crate) fn title(self, report: &Report) -> &'static str {
        match self {
            Self::Reasons => arguments::HEADING,
            Self::Gaps => gaps::heading(report),
            Self::Conditions => conditions::HEADING,
            Self::WhatIf => what_if::HEADING,
            Self::FindOut => find_out::HEADING,
            Self::Time => timeline::HEADING,
        }
    }

    /// The heading where there is little room.
    pub(crate) fn short(self) -> &'static str {
        match self {
            Self::Reasons => "Reasons",
            Self::Gaps => "Gaps",
            Self::Conditions => "Mind",
            Self::WhatIf => "What if",
            Self::FindOut => "Find out",
            Self::Time => "Time",
        }
    }

    /// How many rows the part has.
    pub(crate) fn rows(self, report: &Report) -> usize {
        match self {
            Self::Reasons => report.drivers.len(),
            Self::Gaps => report.gaps.len(),
            Self::Conditions => report.conditions.len() + report.elsewhere.len(),
            Self::WhatIf => report.what_if.sentences().count(),
            Self::FindOut => report.find_out.len(),
            Self::Time => report.then_and_now.len() + report.changes.len(),
        }
    }

    /// How many there are of what its heading names.
    pub(crate) fn count(self, report: &Report) -> usize {
        match self {
            Self::Conditions => report.conditions.len(),
            _ => self.rows(report),
        }
    }

    /// What stands there if it has no rows.
    pub(crate) fn none(self, report: &Report) -> String {
        let text = match self {
            Self::Reasons | Self::Gaps | Self::Conditions if report.drivers.is_empty() => {
                "No answer so far asks for anything."
            }
            Self::Gaps => return gaps::none(report.counts.shortfalls),
            Self::Reasons | Self::Conditions => "None: what is built in has no limit.",
            Self::WhatIf => what_if::NONE,
            Self::FindOut if report.left_out.is_some() => "Nothing that could change anything.",
            Self::FindOut => "Nothing: every question has an answer.",
            Self::Time => "Nothing changed.",
        };
        text.to_owned()
    }
}
