//! The conditions: what to mind of that which is built in, with what to do about it.

use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::verdict::{Condition, RequirementNumber, Verdict};

use super::bibliography::Bibliography;
use super::gaps::{Limit, limit};
use super::words::{name, wishes};

/// The heading of the part.
pub const HEADING: &str = "Built in, but mind";

/// What the word means that the advice counts them by.
pub const MEANING: &str = "A condition is a limit in force of something that is built in.";

/// A limit of what is built in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionEntry {
    /// The requirements that it concerns.
    pub numbers: Vec<RequirementNumber>,
    /// Whose limit it is.
    pub side: Side,
    /// What it limits, in a sentence.
    pub sentence: String,
    /// The limitation.
    pub limit: Limit,
}

/// The conditions of a verdict, the worst first.
pub(super) fn all(facts: &Facts<'_>, verdict: &Verdict, bibliography: &mut Bibliography) -> Vec<ConditionEntry> {
    verdict.conditions.iter().map(|condition| entry(facts, verdict, condition, bibliography)).collect()
}

fn entry(
    facts: &Facts<'_>,
    verdict: &Verdict,
    condition: &Condition,
    bibliography: &mut Bibliography,
) -> ConditionEntry {
    let concerned = condition.requirements.iter().filter_map(|number| verdict.requirement(*number));
    ConditionEntry {
        numbers: condition.requirements.clone(),
        side: condition.side,
        sentence: format!(
            "It limits {} in {}.",
            wishes(facts.base, concerned, usize::MAX),
            name(facts.base, condition.side)
        ),
        limit: limit(facts, condition.limitation, bibliography),
    }
}
