//! The search: what can be reached with how few changes, part by part of the tree.
//!
//! For each sum the most that so many changes can lower it is found first, alone. It tells which goals are out of reach, and
//! which changes need not be looked at together, because the rest could not make up for them.

use crate::advise::forest::Forest;
use crate::advise::tally::Tally;

use super::answered::Way;
use super::front::{Changes, Front, Point};
use super::goal::{Goal, MOST_SUMS, Sum};
use super::part::Part;
use super::tree::Tree;
use super::{Change, MOST_CHANGES};

/// The lowest that a sum can get with up to so many changes.
type Lowest = [i32; MOST_CHANGES + 1];

/// The search for one goal.
pub(super) struct Search<'s, 'f, 'k> {
    pub(super) tree: &'s Tree<'s>,
    pub(super) forest: &'s Forest<'f, 'k>,
    pub(super) goal: &'s Goal,
    /// By how much each sum may differ from now at most.
    room: [i32; MOST_SUMS],
    lowest: Vec<Lowest>,
}

impl<'s, 'f, 'k> Search<'s, 'f, 'k> {
    /// A search that starts from the sums of now.
    pub(super) fn new(tree: &'s Tree<'s>, forest: &'s Forest<'f, 'k>, goal: &'s Goal, now: &Tally) -> Self {
        let mut room = [0; MOST_SUMS];
        for (room, sum) in room.iter_mut().zip(goal) {
            *room = sum.bound() - sum.of(forest, now);
        }
        let lowest = goal.iter().map(|sum| lowest(tree, forest, *sum)).collect();
        Self { tree, forest, goal, room, lowest }
    }

    /// The fewest changes that reach the goal, if up to `most` do.
    pub(super) fn smallest(&self, most: usize) -> Option<Vec<Change>> {
        let start = Point { sums: [0; MOST_SUMS], changes: Changes::default() };
        if !self.can_reach(&start, most) {
            return None;
        }
        let mut fronts: Vec<Front> = Vec::with_capacity(self.tree.parts.len());
        for part in &self.tree.parts {
            fronts.push(self.front(part, &fronts, most));
        }
        let whole = sum(Front::from(start), &self.tree.roots, &fronts, &|point| self.can_reach(point, most));
        let reached = whole.points.into_iter().filter(|point| self.is_reached(point));
        let best = reached.map(|point| point.changes).min_by_key(|changes| changes.count());
        best.map(|changes| changes.iter().collect())
    }

    /// What a part can reach, with the follow-ups that it opens.
    fn front(&self, part: &Part<'_>, fronts: &[Front], most: usize) -> Front {
        let point = |way: &Way| Point::of(self.goal, self.forest, &way.difference, way.changes);
        // Only a whole part can be told to be out of reach: within it, what is still to come may yet make up for it.
        let few = |point: &Point| point.changes.count() <= most;
        let nothing = Front::from(Point::of(self.goal, self.forest, &Tally::NOTHING, Changes::default()));
        let mut front = Front::default();
        part.fold(
            &self.tree.ways,
            nothing,
            |way| Front::of(point(way), &few),
            |here, there| here.clone().plus(there, &few),
            |known, other| other.points.into_iter().for_each(|point| known.add(point)),
            |end, own| {
                let opened = Front::from(Point::of(self.goal, self.forest, &end.difference, Changes::default()));
                let whole = sum(own.plus(&opened, &few), &end.followed, fronts, &few);
                whole.points.into_iter().filter(|point| self.can_reach(point, most)).for_each(|point| front.add(point));
            },
        );
        front
    }

    /// Whether the changes that are left could still reach the goal from here.
    fn can_reach(&self, point: &Point, most: usize) -> bool {
        let Some(left) = most.checked_sub(point.changes.count()) else { return false };
        let sums = point.sums.iter().zip(&self.room).zip(&self.lowest);
        sums.into_iter().all(|((sum, room), lowest)| sum + lowest.get(left).copied().unwrap_or(0) <= *room)
    }

    fn is_reached(&self, point: &Point) -> bool {
        point.sums.iter().zip(&self.room).zip(self.goal).all(|((sum, room), _)| sum <= room)
    }
}

/// A front with those of some parts, as far as it is worth it.
fn sum(start: Front, parts: &[usize], fronts: &[Front], is_worth: &dyn Fn(&Point) -> bool) -> Front {
    let fronts = parts.iter().filter_map(|position| fronts.get(*position));
    fronts.fold(start, |sum, front| sum.plus(front, is_worth))
}

/// The lowest difference that a sum can get to with up to 0, 1, 2 and so on changes.
fn lowest(tree: &Tree<'_>, forest: &Forest<'_, '_>, sum: Sum) -> Lowest {
    let mut parts: Vec<Lowest> = Vec::with_capacity(tree.parts.len());
    let together = |parts: &[Lowest], followed: &[usize]| {
        followed
            .iter()
            .filter_map(|position| parts.get(*position))
            .fold([0; MOST_CHANGES + 1], |sum, part| both(&sum, part))
    };
    for part in &tree.parts {
        let mut lowest = [i32::MAX; MOST_CHANGES + 1];
        part.fold(
            &tree.ways,
            [0; MOST_CHANGES + 1],
            |way| from_count(way.changes.count(), sum.of(forest, &way.difference)),
            both,
            |known, other| known.iter_mut().zip(other).for_each(|(known, other)| *known = other.min(*known)),
            |end, own| {
                let followed = both(&own, &together(&parts, &end.followed));
                let opened = sum.of(forest, &end.difference);
                lowest
                    .iter_mut()
                    .zip(followed)
                    .for_each(|(slot, more)| *slot = (*slot).min(more.saturating_add(opened)));
            },
        );
        parts.push(lowest);
    }
    together(&parts, &tree.roots)
}

/// A sum that takes so many changes to get to.
fn from_count(count: usize, sum: i32) -> Lowest {
    let mut lowest = [i32::MAX; MOST_CHANGES + 1];
    lowest.iter_mut().skip(count).for_each(|slot| *slot = sum);
    lowest
}

/// The lowest of two parts together: the changes go where they do the most.
fn both(left: &Lowest, right: &Lowest) -> Lowest {
    let mut sums = [i32::MAX; MOST_CHANGES + 1];
    for (count, left) in left.iter().enumerate() {
        for (sum, right) in sums.iter_mut().skip(count).zip(right) {
            *sum = (*sum).min(left.saturating_add(*right));
        }
    }
    sums
}
