//! What can be reached with how few changes, kept as the points that no other beats.

use crate::advise::forest::Forest;
use crate::advise::tally::Tally;

use super::goal::{MOST_SUMS, Sum};
use super::{Change, MOST_CHANGES};

/// Up to [`MOST_CHANGES`] changes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Changes([Option<Change>; MOST_CHANGES]);

impl Changes {
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
    /// A point on its own, if it is worth it.
    pub(super) fn of(point: Point, is_worth: &dyn Fn(&Point) -> bool) -> Self {
        Self { points: Some(point).filter(is_worth).into_iter().collect() }
    }

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

#[cfg(test)]
mod tests {
    use super::super::{Change, ChangeKind};
    use super::{Changes, Front, MOST_SUMS, Point};
    use crate::model::arena::Key;
    use crate::model::question::ChoiceIndex;

    fn point(sum: i32, count: usize) -> Point {
        let change = |choice| Change { question: Key::new(0), kind: ChangeKind::Add(ChoiceIndex::new(choice)) };
        let changes = (0..count).fold(Changes::default(), |changes, choice| changes.with(change(choice)));
        Point { sums: [sum; MOST_SUMS], changes }
    }

    fn front(points: &[(i32, usize)]) -> Front {
        let mut front = Front::default();
        for (sum, count) in points {
            front.add(point(*sum, *count));
        }
        front
    }

    fn seen(front: &Front) -> Vec<(i32, usize)> {
        front.points.iter().map(|point| (point.sums[0], point.changes.count())).collect()
    }

    #[test]
    fn a_point_stays_unless_another_is_as_low_with_as_few_changes() {
        assert_eq!(seen(&front(&[(-2, 2), (-1, 1)])), [(-2, 2), (-1, 1)]);
        assert_eq!(seen(&front(&[(-1, 1), (-2, 2)])), [(-1, 1), (-2, 2)]);
        assert_eq!(seen(&front(&[(-1, 2), (-1, 1)])), [(-1, 1)]);
        assert_eq!(seen(&front(&[(-2, 1), (-1, 1)])), [(-2, 1)]);
    }

    #[test]
    fn no_sum_takes_more_changes_than_may_be() {
        let all = |_: &Point| true;
        for (left, right) in [
            (vec![(-3, 3)], vec![(-1, 1)]),
            (vec![(-1, 1)], vec![(-3, 3)]),
            (vec![(-2, 2), (-3, 3)], vec![(-2, 2), (-3, 3)]),
        ] {
            assert_eq!(seen(&front(&left).plus(&front(&right), &all)), [], "{left:?} and {right:?}");
        }
        assert_eq!(
            seen(&front(&[(0, 0), (-1, 1)]).plus(&front(&[(0, 0), (-5, 2)]), &all)),
            [(0, 0), (-5, 2), (-1, 1), (-6, 3)]
        );
    }

    #[test]
    fn what_is_not_worth_it_is_left_out() {
        let few = |point: &Point| point.changes.count() < 2;
        assert_eq!(seen(&front(&[(0, 0), (-1, 1)]).plus(&front(&[(0, 0), (-1, 1)]), &few)), [(0, 0), (-1, 1)]);
    }
}
