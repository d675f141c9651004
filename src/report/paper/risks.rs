//! Conditions and risks: what to mind, what contradicts itself, what is only a preview, and what nobody knows.

use crate::knowledge::facts::Facts;
use crate::model::capability::{Level, Severity};
use crate::model::verdict::Requirement;
use crate::report::words::wish;

use super::fitted::{Fitted, sentences};
use super::grounds::Grounds;
use super::identity::TO_BE_NAMED;

/// The heading.
pub const HEADING: &str = "Conditions and risks";

/// The columns.
pub(crate) const COLUMNS: [&str; 4] = ["Kind", "What", "What to do", "Owner"];

/// So many stand on the second page at most.
pub const MOST: usize = 4;

/// Something to see to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Risk {
    /// What kind it is.
    pub kind: RiskKind,
    /// What it is.
    pub what: Fitted<140>,
    /// What to do about it.
    pub to_do: Fitted<140>,
    /// Who sees to it, or that somebody is to be named.
    pub owner: Fitted<40>,
}

/// What kind of thing is to be seen to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RiskKind {
    /// Answers that contradict each other.
    Contradiction,
    /// A limit in force of what is built in.
    Condition(Severity),
    /// Something that is only a preview.
    Preview,
    /// Something of which nothing published says how well it is done.
    Unknown,
}

impl RiskKind {
    /// The kind in a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Contradiction => "contradiction",
            Self::Condition(_) => "condition",
            Self::Preview => "preview",
            Self::Unknown => "unknown",
        }
    }
}

/// Everything to see to, the weightiest first; the minor conditions are left out.
pub(super) fn all(on: Grounds<'_>) -> Vec<Risk> {
    let report = on.report;
    let clashes = report.contradictions.iter().map(|clash| Risk {
        kind: RiskKind::Contradiction,
        what: Fitted::first_of([clash.brief(), clash.reason.to_string()]),
        to_do: Fitted::first_of([clash.analysis.as_str(), "Settle which of them holds."]),
        owner: Fitted::cut(TO_BE_NAMED),
    });
    let conditions = report.conditions.iter().filter(|condition| condition.is_weighty()).map(|condition| Risk {
        kind: RiskKind::Condition(condition.limit.severity),
        what: Fitted::cut(&format!("{}.", condition.limit.title.trim_end_matches('.'))),
        to_do: match condition.limit.workaround.as_deref().or(condition.limit.without) {
            Some(workaround) => Fitted::of_sentences(sentences(workaround)),
            None => Fitted::cut("Plan with it."),
        },
        owner: Fitted::cut(TO_BE_NAMED),
    });
    let requirements = || on.verdict.requirements.iter();
    let previews = requirements().filter(|one| is_preview(on.facts, one, on)).map(|one| Risk {
        kind: RiskKind::Preview,
        what: Fitted::cut(&format!("\"{}\" is only a preview.", wish(on.base(), one))),
        to_do: Fitted::cut("Try it with a small group before you rely on it."),
        owner: on.said(std::iter::once(one.number)).owner(),
    });
    let unknown = requirements().filter(|one| on.level(one) == Level::Unknown).map(|one| Risk {
        kind: RiskKind::Unknown,
        what: Fitted::cut(&format!("Nothing published says how well \"{}\" is done.", wish(on.base(), one))),
        to_do: Fitted::cut("Try it out, or ask the maker."),
        owner: on.said(std::iter::once(one.number)).owner(),
    });
    clashes.chain(conditions).chain(unknown).chain(previews).collect()
}

/// Whether what a requirement would be built with is a preview on the day.
fn is_preview(facts: &Facts<'_>, requirement: &Requirement, on: Grounds<'_>) -> bool {
    facts.support(requirement.capability, on.verdict.home(requirement)).is_some_and(|support| support.preview)
}
