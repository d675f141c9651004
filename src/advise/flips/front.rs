//! What can be reached with how few changes, kept as the points that no other beats.

use crate::advise::forest::Forest;
use crate::advise::tally::Tally;

use super::goal::{MOST_SUMS, Sum};
use super::{Change, MOST_CHANGES};

/// Up to [`MOST_CHANGES`] changes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Changes([Option<Change>; MOST_CHANGES]);

impl Changes {
    pub(super) fn one(change: Change) -> Self {
        Self::default().with(change)
    }

    pub(super) fn count(self) -> usize {
        self.iter().count()
    }

    pub(super) fn iter(self) -> impl Iterator<Item = Change> {
        self.0.into_iter().flatten()
    }

    /// The change, if it is only one.
    pub(super) fn only(self) -> Option<Change> {
        self.iter().next().filter(|_| self.count() == 1)
    }

    /// One change more; it must fit.
    pub(super) fn with(mut self, change: Change) -> Self {
        if let Some(free) = self.0.iter_mut().find(|slot| slot.is_none()) {
            *free = Some(change);
        }
        self
    }

    /// Both together; they must fit.
    fn and(self, other: Self) -> Self {
        other.iter().fold(self, Self::with)
    }
}

/// Sums that can be reached, with the changes that reach them. Sums that the goal does not have stay 0.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point {
    pub(super) sums: [i32; MOST_SUMS],
    pub(super) changes: Changes,
}

impl Point {
    /// What a goal looks at, of what some choices add.
    pub(super) fn of(goal: &[Sum], forest: &Forest<'_, '_>, tally: &Tally, changes: Changes) -> Self {
        let mut sums = [0; MOST_SUMS];
        for (slot, sum) in sums.iter_mut().zip(goal) {
            *slot = sum.of(forest, tally);
        }
        Self { sums, changes }
    }

    fn plus(&self, other: &Self) -> Self {
        let mut sums = self.sums;
        for (sum, more) in sums.iter_mut().zip(other.sums) {
            *sum += more;
        }
        Self { sums, changes: self.changes.and(other.changes) }
    }
}

/// The points that no other beats with as few changes.
#[derive(Debug, Clone, Default)]
pub(super) struct Front {
    pub(super) points: Vec<Point>,
}

impl From<Point> for Front {
    fn from(point: Point) -> Self {
        Self { points: vec![point] }
    }
}

impl Front {
    /// Adds a point unless one with no more changes is at or below it everywhere; drops those that it beats so.
    pub(super) fn add(&mut self, point: Point) {
        let beats = |left: &Point, right: &Point| {
            left.sums.iter().zip(&right.sums).all(|(left, right)| left <= right)
                && left.changes.count() <= right.changes.count()
        };
        if self.points.iter().any(|known| beats(known, &point)) {
            return;
        }
        self.points.retain(|known| !beats(&point, known));
        self.points.push(point);
    }

    /// Every sum of a point here and one there that is worth keeping.
    pub(super) fn plus(mut self, other: &Self, is_worth: &dyn Fn(&Point) -> bool) -> Self {
        if let [only] = other.points.as_slice()
            && only.changes.count() == 0
        {
            for point in &mut self.points {
                *point = point.plus(only);
            }
            return self;
        }
        if let [only] = self.points.as_slice()
            && only.changes.count() == 0
        {
            return Self { points: other.points.iter().map(|point| only.plus(point)).collect() };
        }
        let mut sums = Self::default();
        for left in &self.points {
            let room = MOST_CHANGES - left.changes.count();
            for right in other.points.iter().filter(|right| right.changes.count() <= room) {
                let sum = left.plus(right);
                if is_worth(&sum) {
                    sums.add(sum);
                }
            }
        }
        sums
    }
}
