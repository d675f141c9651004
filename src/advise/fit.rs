//! How far the fit of an alternative can still move. A fit is a quotient, points by weight, so its extremes do not add up over
//! components as sums do. How far sums lie beyond a given quotient is a sum again: `points * w - p * weight` beyond `p / w`. So
//! a few searches for the lowest of such sums find the extremes exactly.

use std::iter::Sum;
use std::ops::Add;

use crate::model::alternative::Side;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::question::Question;

use super::bounds::{Cost, least, lowest};
use super::components::Forest;
use super::outcome::is_gone;
use super::tally::{Tally, half_up};

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
    fn of(side: Side, lowest: impl Fn(&dyn Fn(&Tally) -> Option<Beyond>) -> Option<Beyond>) -> Option<Self> {
        let (points, weight) = extreme(side, 1, &lowest)?;
        let least = half_up(points, weight);
        let (points, weight) = extreme(side, -1, &lowest)?;
        // What is missing to 100 is rounded up, so that the fit is rounded down.
        Some(Self { lowest: least, highest: 100 - half_up(100 * weight - points, weight) })
    }
}

/// How far sums lie beyond a quotient, and the sums themselves. One is lower that lies further below.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Beyond {
    /// `points * weight of the quotient - points of the quotient * weight`, for the greatest fit its opposite.
    by: i64,
    points: i32,
    weight: i32,
}

impl Cost for Beyond {}

impl Add for Beyond {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { by: self.by + other.by, points: self.points + other.points, weight: self.weight + other.weight }
    }
}

impl Sum for Beyond {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self { by: 0, points: 0, weight: 0 }, Self::add)
    }
}

/// The sums of points and weight with the least quotient, with the greatest for `sign` -1; `None` if nothing can count.
///
/// From any quotient on, those sums are looked for that lie furthest beyond it; their quotient is better, and where none lies
/// beyond, it is the best (Dinkelbach, *On nonlinear fractional programming*, 1967). That takes three or four searches.
fn extreme(
    side: Side,
    sign: i64,
    lowest: &impl Fn(&dyn Fn(&Tally) -> Option<Beyond>) -> Option<Beyond>,
) -> Option<(i32, i32)> {
    let beyond = |tally: &Tally, by: i64| Some(Beyond { by, points: tally.points[side], weight: tally.weight });
    let mut found = lowest(&|tally| beyond(tally, -i64::from(tally.weight)))?;
    while found.by < 0 {
        let (points, weight) = (found.points, found.weight);
        let by = |tally: &Tally| {
            sign * (i64::from(tally.points[side]) * i64::from(weight) - i64::from(points) * i64::from(tally.weight))
        };
        let next = lowest(&|tally| beyond(tally, by(tally)))?;
        if next.by == 0 {
            return Some((points, weight));
        }
        found = next;
    }
    None
}
