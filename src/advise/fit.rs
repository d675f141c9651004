//! How far the fit of an alternative can still move. A fit is a quotient, points by weight, so its extremes do not add up over
//! components as sums do. Whether some answers bring it to `k` per cent or below is a question about a sum again:
//! `2 * points - (2 * k + 1) * weight < 0`. So a few such questions find the extremes exactly.

use crate::model::alternative::Side;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::question::Question;

use super::bounds::{least, lowest};
use super::components::Forest;
use super::outcome::is_gone;
use super::tally::Tally;

/// The least and the greatest fit, from 0 to 100, rounded; a greatest one that lies half way between two is the lower of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FitRange {
    /// The least.
    pub lowest: u8,
    /// The greatest.
    pub highest: u8,
}

/// The fit of a side over all completions of the answers; `None` if none of them asks for anything that counts.
pub fn possible(forest: &Forest<'_>, answers: &Answers, side: Side) -> Option<FitRange> {
    FitRange::of(side, |cost| lowest(forest, answers, cost))
}

/// The fit of a side after an answer to one question, whatever it is now, if every other stays as it is.
pub fn after(forest: &Forest<'_>, answers: &Answers, question: Key<Question>, side: Side) -> Option<FitRange> {
    after_rest(forest, answers, &(now(forest, answers) - forest.whole(question, answers)), question, side)
}

/// The same beside what all other answers come to.
fn after_rest(
    forest: &Forest<'_>,
    answers: &Answers,
    rest: &Tally,
    question: Key<Question>,
    side: Side,
) -> Option<FitRange> {
    FitRange::of(side, |cost| Some(cost(rest)? + least(forest, answers, question, cost)?))
}

/// By how much the answer to one question can move the fit of what can be had, beside what all answers come to now: the most of
/// both sides. `None` while there is no fit to move.
pub(crate) fn most_moved(forest: &Forest<'_>, answers: &Answers, now: &Tally, question: Key<Question>) -> Option<u8> {
    let rest = *now - forest.whole(question, answers);
    let moved = |side: Side| {
        let (fit, after) = (now.fit(side)?, after_rest(forest, answers, &rest, question, side)?);
        Some(fit.saturating_sub(after.lowest).max(after.highest.saturating_sub(fit)))
    };
    Side::BOTH.into_iter().filter(|side| !is_gone(forest.facts.availability, *side)).filter_map(moved).max()
}

/// The sums over all that is answered.
pub(crate) fn now(forest: &Forest<'_>, answers: &Answers) -> Tally {
    forest.roots().map(|root| forest.whole(root, answers)).sum()
}

impl FitRange {
    /// The range that a search for the lowest sum of a cost finds.
    fn of(side: Side, lowest: impl Fn(&dyn Fn(&Tally) -> Option<i32>) -> Option<i32>) -> Option<Self> {
        let is_reached = |cost: &dyn Fn(&Tally) -> i32| lowest(&|tally| Some(cost(tally))).is_some_and(|sum| sum < 0);
        let at_most = |k: i32| is_reached(&|tally| 2 * tally.points[side] - (2 * k + 1) * tally.weight);
        let at_least = |k: i32| is_reached(&|tally| (2 * k - 1) * tally.weight - 2 * tally.points[side]);
        at_most(100).then(|| Self { lowest: smallest(at_most), highest: 100 - smallest(|below| at_least(100 - below)) })
    }
}

/// The smallest number up to 100 of which something is true, where it is true of every greater one.
fn smallest(is_so: impl Fn(i32) -> bool) -> u8 {
    let (mut below, mut above) = (0, 100);
    while below < above {
        let middle = i32::midpoint(below, above);
        if is_so(middle) { above = middle } else { below = middle + 1 }
    }
    u8::try_from(above).expect("it lies between 0 and 100")
}
