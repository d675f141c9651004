//! From answers to a verdict: screen by musts, then add. Integers only; nothing is kept between two calls.
//!
//! [`assess`] reads as the steps of the method. What looks beyond the answers given (bounds, counterfactuals, the most useful
//! question) builds on [`tally`]: its parts add up question by question, so another answer is re-scored by
//! taking one part away and adding another.

pub mod analysis;
pub mod audit;
pub mod bounds;
pub mod compare;
pub mod components;
pub mod conditions;
pub mod conflicts;
pub mod counterfactual;
mod dominance;
pub mod fit;
mod gaps;
mod histogram;
pub mod information;
pub mod outcome;
pub mod reach;
pub mod relax;
mod requirements;
pub mod settled;
pub mod sizes;
pub mod split;
pub mod tally;
pub mod timeline;
mod veto;

use crate::knowledge::facts::Facts;
use crate::knowledge::visible::Visible;
use crate::model::alternative::{Availability, Pair, Side};
use crate::model::answers::{Answer, Answers};
use crate::model::arena::Key;
use crate::model::question::{Importance, Question};
use crate::model::verdict::{Flag, Outcome, Recommendation, Requirement, Verdict};

use tally::Tally;

/// The advice on a set of answers by the facts of a day.
pub fn assess(facts: &Facts<'_>, answers: &Answers) -> Verdict {
    let scoring = &facts.scoring;
    let visible = Visible::of(facts.base, answers);
    let requirements = requirements::all(facts, answers, &visible);
    let (tally, outcome, recommendation) = judged(facts, &requirements);
    let standings = veto::standings(&requirements, &tally, facts);
    let state = |wanted: fn(Option<&Answer>) -> bool| -> Vec<Key<Question>> {
        visible.iter().filter(|question| wanted(answers.answer(*question))).collect()
    };
    let mut verdict = Verdict {
        as_of: facts.as_of,
        fit: outcome::fit(&tally, scoring),
        outcome,
        recommendation,
        standings,
        margin: tally.margin(),
        weight: tally.weight,
        threshold: scoring.threshold(tally.weight),
        requirements,
        gaps: Vec::new(),
        open: state(|answer| answer.is_none()),
        not_sure: state(|answer| answer == Some(&Answer::NotSure)),
        parked: visible.parked(answers),
        flags: Vec::new(),
    };
    verdict.gaps = gaps::of(&verdict, facts);
    verdict.flags = flags(&verdict, facts, answers);
    verdict
}

/// The sums over requirements, and what they come to by the facts of a day.
fn judged(facts: &Facts<'_>, requirements: &[Requirement]) -> (Tally, Outcome, Recommendation) {
    let tally: Tally = requirements.iter().map(|requirement| Tally::of(requirement, &facts.scoring)).sum();
    let (outcome, recommendation) =
        outcome::available(outcome::fit(&tally, &facts.scoring), &tally, facts.availability);
    (tally, outcome::confirmed(outcome, requirements), recommendation)
}

/// The advice by the facts of a day, without the verdict around it.
pub(crate) fn recommendation(facts: &Facts<'_>, answers: &Answers) -> Recommendation {
    judged(facts, &requirements::all(facts, answers, &Visible::of(facts.base, answers))).2
}

/// How well both areas would fit, from 0 to 100, without the verdict around it; absent while nothing counts.
pub(crate) fn fits(facts: &Facts<'_>, answers: &Answers) -> Pair<Option<u8>> {
    let (tally, ..) = judged(facts, &requirements::all(facts, answers, &Visible::of(facts.base, answers)));
    Pair::of(|side| tally.fit(side))
}

fn flags(verdict: &Verdict, facts: &Facts<'_>, answers: &Answers) -> Vec<Flag> {
    let mut flags = Vec::new();
    if is_conditional(verdict, facts, answers) {
        flags.push(Flag::Conditional);
    }
    if is_removed(verdict, facts) {
        flags.push(Flag::Removed);
    }
    let rests_on_stale =
        |side| verdict.requirements.iter().any(|requirement| facts.is_stale(requirement.capability, side));
    if rests_on_stale(Side::First) || rests_on_stale(Side::Second) {
        flags.push(Flag::Stale);
    }
    flags
}

/// A must that nobody could confirm, of an alternative that is still in the running, or a "not sure" to a must question.
fn is_conditional(verdict: &Verdict, facts: &Facts<'_>, answers: &Answers) -> bool {
    let unconfirmed =
        verdict.standings.iter().any(|(_, standing)| standing.passes() && !standing.unconfirmed.is_empty());
    unconfirmed || is_unsure_of_a_must(verdict, facts, answers)
}

/// Whether a question that is a must is answered with "not sure".
fn is_unsure_of_a_must(verdict: &Verdict, facts: &Facts<'_>, answers: &Answers) -> bool {
    verdict.not_sure.iter().any(|question| {
        let set = answers.response(*question).and_then(|response| response.importance);
        set.unwrap_or(facts.base.questions[*question].importance) == Importance::Must
    })
}

/// Whether the alternative that the requirements speak for cannot be had any more.
fn is_removed(verdict: &Verdict, facts: &Facts<'_>) -> bool {
    let gone = |side| matches!(facts.availability[side], Availability::Closed | Availability::Removed);
    match verdict.fit {
        Outcome::Both => gone(Side::First) || gone(Side::Second),
        fit => fit.side().is_some_and(gone),
    }
}
