//! The conditions: what to mind of that which is built in, with what to do about it; and what one would have to mind in
//! the other area.

use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::capability::Severity;
use crate::model::nouns::Nouns;
use crate::model::verdict::{Condition, RequirementNumber, Verdict};
use crate::report::Report;
use crate::report::bibliography::Bibliography;
use crate::report::limit::Limit;
use crate::report::page::{Block, Page, Section, line};
use crate::report::words::{name, wishes};

/// The heading of the part.
pub(crate) const HEADING: &str = "Built in, but mind";

/// What the word means that the advice counts them by.
pub(crate) const MEANING: &str =
    "A condition is a limit in force of something that is built in, or of two features that get in each other's way.";

/// What the limits of the other area are told for.
pub(crate) const MEANING_ELSEWHERE: &str =
    "They count only if what they limit is built there instead. The gaps and conditions leave them out.";

/// A limit that no gap holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionEntry {
    /// The requirements that it concerns.
    pub numbers: Vec<RequirementNumber>,
    /// Whose limit it is.
    pub(crate) side: Side,
    /// What it limits, in a sentence.
    pub sentence: String,
    /// The limitation.
    pub limit: Limit,
}

impl ConditionEntry {
    /// Whether it changes the plan or worse.
    pub(crate) fn is_weighty(&self) -> bool {
        self.limit.severity >= Severity::Major
    }
}

/// What the limits are called that are not of what is advised.
pub(crate) fn limits_elsewhere(nouns: &Nouns) -> String {
    format!("Limits of the other {}", nouns.alternative.one)
}

/// The heading of these limits, with the name of the area unless each may be the other one.
pub(crate) fn elsewhere_heading(report: &Report) -> String {
    let heading = limits_elsewhere(&report.nouns);
    match report.elsewhere.first().map(|first| first.side) {
        Some(side) if report.elsewhere.iter().all(|limit| limit.side == side) => {
            format!("{heading}, {}", report.standings[side].called)
        }
        _ => heading,
    }
}

/// Conditions of a verdict in words, in their order.
pub(in crate::report) fn all(
    facts: &Facts<'_>,
    verdict: &Verdict,
    conditions: &[Condition],
    bibliography: &mut Bibliography,
) -> Vec<ConditionEntry> {
    conditions.iter().map(|condition| entry(facts, verdict, condition, bibliography)).collect()
}

fn entry(
    facts: &Facts<'_>,
    verdict: &Verdict,
    condition: &Condition,
    bibliography: &mut Bibliography,
) -> ConditionEntry {
    let concerned = condition.requirements.iter().map(|number| verdict.requirement(*number));
    let limit = Limit::of(facts, condition.limitation, &verdict.wanted(condition), bibliography);
    let limits = || {
        let wishes = wishes(facts.base, concerned, usize::MAX);
        format!("It limits {wishes} in {}.", name(facts.base, condition.side))
    };
    ConditionEntry {
        numbers: condition.requirements.clone(),
        side: condition.side,
        sentence: limit.together.clone().unwrap_or_else(limits),
        limit,
    }
}

/// Returns a condition with its workaround and sources.
pub(crate) fn page(report: &Report, condition: &ConditionEntry) -> Page {
    let is_told = condition.limit.together.is_some();
    let sentence = (!is_told).then(|| Block::Paragraph(line(&condition.sentence)));
    let blocks = [condition.limit.block()].into_iter().chain(sentence).collect();
    let numbers: Vec<String> = condition.numbers.iter().map(ToString::to_string).collect();
    let is_elsewhere = report.elsewhere.contains(condition);
    let heading = if is_elsewhere { elsewhere_heading(report) } else { HEADING.to_owned() };
    let sections = vec![Section::new("condition", "", blocks), report.sources()];
    Page::of(format!("{heading}: {}", numbers.join(", ")), sections)
}
