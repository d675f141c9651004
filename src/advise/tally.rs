//! The sums that decide an outcome. They add up requirement by requirement and can be taken away again.

use std::iter::Sum;
use std::ops::{Add, Sub};

use crate::model::alternative::{Pair, Side};
use crate::model::capability::Level;
use crate::model::question::Importance;
use crate::model::scoring::Scoring;
use crate::model::verdict::Requirement;

/// Sums over some requirements: everything that an outcome depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Weight of the requirements whose two levels are known.
    pub(crate) weight: i32,
    /// Weighted points of each alternative over those requirements.
    pub(crate) points: Pair<i32>,
    /// Weighted points of the better alternative for each of them: what both together would reach.
    pub(crate) together: i32,
    /// Musts that each alternative cannot meet.
    pub vetoes: Pair<i32>,
    /// Musts that neither can meet.
    pub hopeless: i32,
}

impl Tally {
    /// The sums over no requirements.
    pub(crate) const NOTHING: Self = Self {
        weight: 0,
        points: Pair { first: 0, second: 0 },
        together: 0,
        vetoes: Pair { first: 0, second: 0 },
        hopeless: 0,
    };

    /// The part of one requirement.
    pub fn of(requirement: &Requirement, scoring: &Scoring) -> Self {
        Self::at(requirement.levels, requirement.importance, scoring)
    }

    /// The part of a requirement that is supported so well and matters so much.
    pub(crate) fn at(levels: Pair<Level>, importance: Importance, scoring: &Scoring) -> Self {
        let mut tally = Self::NOTHING;
        if let (Some(first), Some(second)) = (scoring.points(levels.first), scoring.points(levels.second)) {
            tally.weight = scoring.weight(importance);
            tally.points = Pair { first: tally.weight * first, second: tally.weight * second };
            tally.together = tally.weight * first.max(second);
        }
        if importance == Importance::Must {
            tally.vetoes = Pair::of(|side| i32::from(levels[side] == Level::None));
            tally.hopeless = i32::from(tally.vetoes == Pair { first: 1, second: 1 });
        }
        tally
    }

    /// How well a side fits: the weighted mean of its points, rounded half up, from 0 to 100; `None` while nothing counts.
    pub(crate) fn fit(&self, side: Side) -> Option<u8> {
        (self.weight != 0).then(|| half_up(self.points[side], self.weight))
    }

    /// By how much the first alternative leads; negative if the second does.
    pub(crate) fn margin(&self) -> i32 {
        self.points.first - self.points.second
    }
}

/// Points by weight, rounded half up.
pub(super) fn half_up(points: i32, weight: i32) -> u8 {
    u8::try_from((2 * points + weight) / (2 * weight)).expect("points go from 0 to 100")
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            weight: self.weight + other.weight,
            points: Pair::of(|side| self.points[side] + other.points[side]),
            together: self.together + other.together,
            vetoes: Pair::of(|side| self.vetoes[side] + other.vetoes[side]),
            hopeless: self.hopeless + other.hopeless,
        }
    }
}

impl Sub for Tally {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self {
            weight: self.weight - other.weight,
            points: Pair::of(|side| self.points[side] - other.points[side]),
            together: self.together - other.together,
            vetoes: Pair::of(|side| self.vetoes[side] - other.vetoes[side]),
            hopeless: self.hopeless - other.hopeless,
        }
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::NOTHING, Add::add)
    }
}
