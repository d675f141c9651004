//! The verdict on one plan of many, with what has to be settled before anybody builds on it. Nothing here looks beyond the answers
//! given: that takes most of the time that full advice takes.

use crate::knowledge::facts::Facts;
use crate::knowledge::visible::Visible;
use crate::model::answers::Answers;
use crate::model::verdict::Verdict;

use super::{assess, conflicts, is_unsure_of_a_must, split};

/// A verdict, and what is not settled yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// The verdict; no advice where a contradiction decides.
    pub verdict: Verdict,
    /// Whether the answers choose from several journeys.
    pub has_several_journeys: bool,
    /// Whether a question that is a must is answered with "not sure".
    pub is_unsure_of_a_must: bool,
}

/// The verdict on a set of answers by the facts of a day: what full advice says of recommendation, fit and gaps.
pub fn settled(facts: &Facts<'_>, answers: &Answers) -> Settled {
    let visible = Visible::of(facts.base, answers);
    let contradictions = conflicts::all(facts, answers, &visible);
    let verdict = conflicts::unsettled(assess(facts, answers), facts, &contradictions);
    Settled {
        has_several_journeys: split::is_asked_for(facts.base, answers, &visible),
        is_unsure_of_a_must: is_unsure_of_a_must(&verdict, facts, answers),
        verdict,
    }
}
