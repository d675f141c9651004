//! What the sums say: first the fit alone, then what can be had.

use crate::model::alternative::{Availability, Pair, Side};
use crate::model::scoring::Scoring;
use crate::model::verdict::{Outcome, Recommendation, Requirement};

use super::tally::Tally;

/// The outcome as if both alternatives could be had.
pub fn fit(tally: &Tally, scoring: &Scoring) -> Outcome {
    let vetoed = Pair::of(|side| tally.vetoes[side] > 0);
    match (vetoed.first, vetoed.second) {
        (true, true) if together_wins(tally, scoring) => Outcome::Both,
        (true, true) => Outcome::Neither,
        (true, false) => Outcome::Only(Side::Second),
        (false, true) => Outcome::Only(Side::First),
        (false, false) => by_margin(tally, scoring),
    }
}

/// Whether the pair meets every must and gains more than the threshold over the better one alone: running both has a
/// price, and a gain within the threshold does not pay it.
fn together_wins(tally: &Tally, scoring: &Scoring) -> bool {
    let gain = tally.together - tally.points.first.max(tally.points.second);
    tally.hopeless == 0 && gain > scoring.threshold(tally.weight)
}

fn by_margin(tally: &Tally, scoring: &Scoring) -> Outcome {
    let margin = tally.margin();
    if tally.weight == 0 {
        Outcome::NotEnough
    } else if margin.abs() <= scoring.threshold(tally.weight) {
        Outcome::TooClose
    } else {
        Outcome::Recommended(if margin > 0 { Side::First } else { Side::Second })
    }
}

/// Whether nothing new can be built in an alternative.
pub(crate) fn is_gone(availability: Pair<Availability>, side: Side) -> bool {
    !availability[side].is_open()
}

/// The outcome and what to do, once availability is counted: a removed alternative is out, whatever its fit.
pub fn available(fit: Outcome, tally: &Tally, availability: Pair<Availability>) -> (Outcome, Recommendation) {
    let left = match (is_gone(availability, Side::First), is_gone(availability, Side::Second)) {
        (false, false) => return (fit, what_to_do(fit)),
        (true, true) => return (Outcome::Neither, Recommendation::Neither),
        (true, false) => Side::Second,
        (false, true) => Side::First,
    };
    let outcome = match fit {
        Outcome::NotEnough => Outcome::NotEnough,
        _ if tally.vetoes[left] > 0 => Outcome::Neither,
        fit if fit.side() == Some(left) => fit,
        _ => Outcome::Only(left),
    };
    (outcome, what_to_do(outcome))
}

/// Two that are level while nobody knows of a must are not equally good: too little is known of both.
pub(super) fn confirmed(outcome: Outcome, requirements: &[Requirement]) -> Outcome {
    match outcome {
        Outcome::TooClose if requirements.iter().any(Requirement::is_unknown_must) => Outcome::NotEnough,
        other => other,
    }
}

fn what_to_do(outcome: Outcome) -> Recommendation {
    match outcome {
        Outcome::Only(side) | Outcome::Decided(side) | Outcome::Recommended(side) => Recommendation::Build(side),
        Outcome::Both => Recommendation::Both,
        Outcome::Neither => Recommendation::Neither,
        Outcome::TooClose | Outcome::NotEnough | Outcome::Inconsistent => Recommendation::Undecided,
    }
}
