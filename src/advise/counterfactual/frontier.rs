//! The sums that can be reached with so many changes, kept as a Pareto frontier: the points that no other beats.

use crate::advise::components::Forest;

use super::edits::Edit;
use super::goal::{Goal, MOST_SUMS};

/// An edit with the sums of a goal that it reaches. Sums that the goal does not have stay 0.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point {
    pub(super) sums: [i32; MOST_SUMS],
    pub(super) edit: Edit,
}

impl Point {
    /// What a goal looks at, of what an edit adds.
    pub(super) fn of(goal: &Goal, forest: &Forest<'_, '_>, edit: Edit) -> Self {
        let mut sums = [0; MOST_SUMS];
        for (slot, sum) in sums.iter_mut().zip(goal) {
            *slot = sum.of(forest, &edit.difference);
        }
        Self { sums, edit }
    }

    /// Whether every sum is at its bound or below.
    pub(super) fn reaches(&self, goal: &Goal) -> bool {
        self.sums.iter().zip(goal).all(|(reached, sum)| *reached <= sum.bound())
    }

    /// Both together; `None` if they are too many changes.
    fn plus(&self, other: &Self) -> Option<Self> {
        let mut sums = self.sums;
        for (sum, more) in sums.iter_mut().zip(other.sums) {
            *sum += more;
        }
        Some(Self { sums, edit: self.edit.and(&other.edit)? })
    }

    /// Whether it is at or below another in every sum, with no more changes.
    fn beats(&self, other: &Self) -> bool {
        self.sums.iter().zip(&other.sums).all(|(own, other)| own <= other)
            && self.edit.changes.count() <= other.edit.changes.count()
    }
}

/// The points that no other beats; of two that are equal, the one that was added first.
#[derive(Debug, Clone, Default)]
pub(super) struct Frontier {
    pub(super) points: Vec<Point>,
}

impl From<Point> for Frontier {
    fn from(point: Point) -> Self {
        Self { points: vec![point] }
    }
}

impl FromIterator<Point> for Frontier {
    fn from_iter<I: IntoIterator<Item = Point>>(points: I) -> Self {
        let mut frontier = Self::default();
        points.into_iter().for_each(|point| frontier.add(point));
        frontier
    }
}

impl Frontier {
    /// Adds a point unless another beats it; drops those that it beats.
    fn add(&mut self, point: Point) {
        if self.points.iter().any(|known| known.beats(&point)) {
            return;
        }
        self.points.retain(|known| !point.beats(known));
        self.points.push(point);
    }

    /// Every point here with every one there.
    pub(super) fn plus(&self, other: &Self) -> Self {
        self.points.iter().flat_map(|here| other.points.iter().filter_map(|there| here.plus(there))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::edits::Changes;
    use super::super::{Change, ChangeKind};
    use super::{Edit, Frontier, MOST_SUMS, Point};
    use crate::model::arena::Key;
    use crate::model::question::ChoiceIndex;

    fn point(sum: i32, count: usize) -> Point {
        let change = |choice| Change { question: Key::new(0), kind: ChangeKind::Add(ChoiceIndex::new(choice)) };
        let with = |changes: Changes, choice| changes.with(change(choice)).expect("tests use no more than three");
        let changes = (0..count).fold(Changes::default(), with);
        Point { sums: [sum; MOST_SUMS], edit: Edit { changes, ..Edit::NOTHING } }
    }

    fn frontier(points: &[(i32, usize)]) -> Frontier {
        points.iter().map(|(sum, count)| point(*sum, *count)).collect()
    }

    fn seen(frontier: &Frontier) -> Vec<(i32, usize)> {
        frontier.points.iter().map(|point| (point.sums[0], point.edit.changes.count())).collect()
    }

    #[test]
    fn a_point_stays_unless_another_is_as_low_with_as_few_changes() {
        assert_eq!(seen(&frontier(&[(-2, 2), (-1, 1)])), [(-2, 2), (-1, 1)]);
        assert_eq!(seen(&frontier(&[(-1, 1), (-2, 2)])), [(-1, 1), (-2, 2)]);
        assert_eq!(seen(&frontier(&[(-1, 2), (-1, 1)])), [(-1, 1)]);
        assert_eq!(seen(&frontier(&[(-2, 1), (-1, 1)])), [(-2, 1)]);
    }

    #[test]
    fn no_sum_takes_more_changes_than_may_be() {
        for (left, right) in [
            (vec![(-3, 3)], vec![(-1, 1)]),
            (vec![(-1, 1)], vec![(-3, 3)]),
            (vec![(-2, 2), (-3, 3)], vec![(-2, 2), (-3, 3)]),
        ] {
            assert_eq!(seen(&frontier(&left).plus(&frontier(&right))), [], "{left:?} and {right:?}");
        }
        assert_eq!(
            seen(&frontier(&[(0, 0), (-1, 1)]).plus(&frontier(&[(0, 0), (-5, 2)]))),
            [(0, 0), (-5, 2), (-1, 1), (-6, 3)]
        );
    }
}
