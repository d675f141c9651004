//! The verdict explained: the advice with its reason, what rules an alternative out, and why not the other. What each
//! requirement adds stands in the verdict itself.

use crate::advise::conditions::Conditions;
use crate::knowledge::facts::Facts;
use crate::model::answers::Answers;
use crate::model::date::Day;
use crate::model::verdict::Verdict;

use super::bibliography::Bibliography;
use super::decision::Decision;
use super::drivers::{self, KnockOut};
use super::parts::why_not;

/// The core of a report.
#[derive(Debug)]
pub struct Explanation {
    /// The advice.
    pub(crate) decision: Decision,
    /// Musts that rule an alternative out.
    pub(crate) knock_outs: Vec<KnockOut>,
    /// Why not the other alternative.
    pub(crate) why_not: Vec<String>,
    /// The sources cited so far.
    pub(crate) bibliography: Bibliography,
}

/// Explains a verdict to somebody who reads it today.
pub fn of(facts: &Facts<'_>, answers: &Answers, verdict: &Verdict, conditions: &Conditions, today: Day) -> Explanation {
    let mut bibliography = Bibliography::default();
    Explanation {
        decision: Decision::of(facts, answers, verdict, conditions, today),
        knock_outs: drivers::knock_outs(facts, verdict, &mut bibliography),
        why_not: why_not::sentences(facts, verdict),
        bibliography,
    }
}
