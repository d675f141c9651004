//! The edits worth keeping for a goal: the Pareto frontier of sums and number of changes.

use crate::advise::components::Forest;

use super::edits::Edit;
use super::goal::{Goal, MOST_SUMS};

/// The edits that no other beats: none is at or below it in every sum of the goal with no more changes. Of equal ones, the
/// first. Sums add up over edits, so what is beaten here stays beaten whatever else is changed beside it.
pub(super) fn frontier(forest: &Forest<'_>, goal: &Goal, edits: Vec<Edit>) -> Vec<Edit> {
    let mut points: Vec<Point> = Vec::with_capacity(edits.len());
    for edit in edits {
        let point = Point::of(forest, goal, edit);
        if !points.iter().any(|known| known.beats(&point)) {
            points.retain(|known| !point.beats(known));
            points.push(point);
        }
    }
    points.into_iter().map(|point| point.edit).collect()
}

/// An edit with what it adds to the sums of a goal. Sums that the goal does not have stay 0.
struct Point {
    sums: [i32; MOST_SUMS],
    changes: usize,
    edit: Edit,
}

impl Point {
    fn of(forest: &Forest<'_>, goal: &Goal, edit: Edit) -> Self {
        let mut sums = [0; MOST_SUMS];
        for (slot, sum) in sums.iter_mut().zip(goal) {
            *slot = sum.of(forest, &edit.difference);
        }
        Self { sums, changes: edit.changes.count(), edit }
    }

    /// Whether it is at or below another in every sum, with no more changes.
    fn beats(&self, other: &Self) -> bool {
        self.changes <= other.changes && self.sums.iter().zip(&other.sums).all(|(own, other)| own <= other)
    }
}

#[cfg(test)]
mod tests {
    use super::super::edits::Changes;
    use super::super::{Change, ChangeKind};
    use super::{Edit, MOST_SUMS, Point};
    use crate::model::arena::Key;
    use crate::model::question::ChoiceIndex;

    fn point(sum: i32, count: usize) -> Point {
        let change = |choice| Change { question: Key::new(0), kind: ChangeKind::Add(ChoiceIndex::new(choice)) };
        let with = |changes: Changes, choice| changes.with(change(choice)).expect("tests use no more than three");
        let changes = (0..count).fold(Changes::default(), with);
        Point { sums: [sum; MOST_SUMS], changes: count, edit: Edit { changes, ..Edit::NOTHING } }
    }

    #[test]
    fn a_point_is_beaten_by_one_that_is_as_low_with_as_few_changes() {
        let beats = |one: (i32, usize), other: (i32, usize)| point(one.0, one.1).beats(&point(other.0, other.1));
        assert!(!beats((-2, 2), (-1, 1)) && !beats((-1, 1), (-2, 2)));
        assert!(beats((-1, 1), (-1, 2)) && !beats((-1, 2), (-1, 1)));
        assert!(beats((-2, 1), (-1, 1)) && beats((-1, 1), (-1, 1)));
    }

    #[test]
    fn no_edit_takes_more_changes_than_may_be() {
        let (one, two, three) = (point(0, 1).edit, point(0, 2).edit, point(0, 3).edit);
        assert_eq!(one.changes.and(two.changes).map(Changes::count), Some(3));
        assert!(one.changes.and(three.changes).is_none() && two.changes.and(two.changes).is_none());
    }
}
