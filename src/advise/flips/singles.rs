//! Every single change, with what it adds to the sums.

use std::ops::ControlFlow;

use crate::advise::forest::{Component, Forest, Taken, is_open};
use crate::advise::tally::Tally;
use crate::model::answers::Answers;
use crate::model::question::ChoiceIndex;

use super::answered::Answered;
use super::{Change, ChangeKind, What};

/// Hands over every single change of a question that is asked, with what it adds to the sums, until that is enough.
pub(super) fn each(
    forest: &Forest<'_, '_>,
    answers: &Answers,
    what: What,
    mut each: impl FnMut(Change, Tally) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let mut asked: Vec<_> = forest.roots().collect();
    let mut ways = Vec::new();
    while let Some(key) = asked.pop() {
        let answered = Answered::of(forest, answers, key);
        for component in forest.components(key) {
            asked.extend(component.opened(&answered.taken));
            for group in component.groups.iter().filter(|_| answered.may_change) {
                ways.clear();
                answered.add_changed(group, what, &mut ways);
                for way in &ways {
                    if let Some(change) = way.changes.only() {
                        let followed = followed(forest, answers, component, &answered.taken, change.kind);
                        each(change, way.difference + followed)?;
                    }
                }
            }
        }
    }
    ControlFlow::Continue(())
}

/// What the follow-ups that a change opens add, and those that it closes take away.
fn followed(
    forest: &Forest<'_, '_>,
    answers: &Answers,
    component: &Component,
    taken: &[Taken],
    change: ChangeKind,
) -> Tally {
    let mut sum = Tally::NOTHING;
    for (child, opening) in &component.follow_ups {
        let (before, after) = (is_open(opening, taken), is_open_after(opening, taken, change));
        if before != after {
            let whole = forest.whole(*child, answers);
            sum = if after { sum + whole } else { sum - whole };
        }
    }
    sum
}

fn is_open_after(opening: &[ChoiceIndex], taken: &[Taken], change: ChangeKind) -> bool {
    match change {
        ChangeKind::Choose(choice) => opening.contains(&choice),
        ChangeKind::Add(choice) => opening.contains(&choice) || is_open(opening, taken),
        ChangeKind::Drop(dropped) => taken.iter().any(|(choice, _)| *choice != dropped && opening.contains(choice)),
        ChangeKind::Weigh(..) => is_open(opening, taken),
    }
}
