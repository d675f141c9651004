//! Flip sets: the fewest of the user's own answers, or importances, whose change alters the advice.
//!
//! One change is another choice where a question takes one answer, or one choice more or less where it takes many; a
//! change of a parent opens or closes its follow-ups with whatever was answered there. Advice is altered when one of a
//! few goals is reached, each a conjunction of bounds on linear sums. For every number of changes the search keeps
//! the sums that no other beats, part by part of the forest, so the smallest set is found exactly.

mod answered;
mod front;
mod goal;
mod part;
mod search;
mod singles;
mod tree;

use std::ops::ControlFlow;

use crate::model::answers::{Answer, Answers, Pick};
use crate::model::arena::Key;
use crate::model::question::{ChoiceIndex, Importance, Question};
use crate::model::verdict::Recommendation;

use super::forest::Forest;
use super::outcome::{available, fit};
use super::tally::Tally;
use goal::goals;
use search::Search;
use tree::Tree;

/// Sets of more changes than this are not looked for: nobody changes their mind about so much at once.
pub const MOST_CHANGES: usize = 3;

/// One change of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The question.
    pub question: Key<Question>,
    /// What is changed.
    pub kind: ChangeKind,
}

/// What is changed in an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// Choose this instead.
    Choose(ChoiceIndex),
    /// Choose this as well.
    Add(ChoiceIndex),
    /// Do without this.
    Drop(ChoiceIndex),
    /// Give this choice another importance.
    Weigh(ChoiceIndex, Importance),
}

/// What may be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The choices.
    Answers,
    /// The importances of the choices.
    Importances,
}

/// The smallest sets of changes that alter the advice: every single one if one is enough, else one set for each way in
/// which it can be altered. Empty if no set of up to [`MOST_CHANGES`] does.
pub fn smallest(
    forest: &Forest<'_, '_>,
    answers: &Answers,
    now: &Tally,
    recommendation: Recommendation,
    what: What,
) -> Vec<Vec<Change>> {
    let single = single(forest, answers, now, recommendation, what);
    smallest_beyond(&single, forest, answers, now, recommendation, what)
}

/// The same where every single change that alters the advice is known.
pub(super) fn smallest_beyond(
    single: &[Single],
    forest: &Forest<'_, '_>,
    answers: &Answers,
    now: &Tally,
    recommendation: Recommendation,
    what: What,
) -> Vec<Vec<Change>> {
    if recommendation == Recommendation::Undecided {
        return Vec::new();
    }
    let mut smallest: Vec<Vec<Change>> = single.iter().map(|single| vec![single.change]).collect();
    if smallest.is_empty() {
        smallest = several(forest, &Tree::of(forest, answers, what), now, recommendation);
    }
    smallest.sort();
    smallest.dedup();
    smallest
}

/// A single change that alters the advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Single {
    /// The change.
    pub(super) change: Change,
    /// What to do then.
    pub(super) then: Recommendation,
}

/// Every single change that alters the advice; none where there is nothing to alter.
pub(super) fn single(
    forest: &Forest<'_, '_>,
    answers: &Answers,
    now: &Tally,
    recommendation: Recommendation,
    what: What,
) -> Vec<Single> {
    let mut single = Vec::new();
    if recommendation != Recommendation::Undecided {
        let _ = singles::each(forest, answers, what, |change, difference| {
            let then = advice_after(forest, now, difference);
            if then != recommendation {
                single.push(Single { change, then });
            }
            ControlFlow::Continue(())
        });
    }
    single
}

/// Whether a single other answer makes another alternative the advice, or both together.
pub fn is_fragile(forest: &Forest<'_, '_>, answers: &Answers, now: &Tally, recommendation: Recommendation) -> bool {
    let each = |_, difference| {
        let then = advice_after(forest, now, difference);
        if is_elsewhere(recommendation, then) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    recommendation.is_advice() && singles::each(forest, answers, What::Answers, each).is_break()
}

/// Whether advice to build is followed by advice to build elsewhere.
pub fn is_elsewhere(recommendation: Recommendation, then: Recommendation) -> bool {
    recommendation.is_advice() && then.is_advice() && then != recommendation
}

/// What to do once that is added to the sums.
fn advice_after(forest: &Forest<'_, '_>, now: &Tally, difference: Tally) -> Recommendation {
    let tally = *now + difference;
    available(fit(&tally, &forest.facts.scoring), &tally, forest.facts.availability).1
}

/// A smallest set of two or more changes for each way in which the advice can be altered.
fn several(forest: &Forest<'_, '_>, tree: &Tree<'_>, now: &Tally, recommendation: Recommendation) -> Vec<Vec<Change>> {
    let goals = goals(forest, recommendation);
    let searches: Vec<Search<'_, '_, '_>> = goals.iter().map(|goal| Search::new(tree, forest, goal, now)).collect();
    let of_up_to = |most| -> Vec<Vec<Change>> { searches.iter().filter_map(|search| search.smallest(most)).collect() };
    (2..=MOST_CHANGES).map(of_up_to).find(|sets| !sets.is_empty()).unwrap_or_default()
}

/// The answers after some changes.
pub fn apply(answers: &Answers, changes: &[Change]) -> Answers {
    let mut edited = answers.clone();
    for change in changes {
        let mut response = edited.response(change.question).cloned().unwrap_or_default();
        if let Some(Answer::Chosen(picks)) = &mut response.answer {
            match change.kind {
                ChangeKind::Choose(choice) => *picks = vec![Pick::of(choice)],
                ChangeKind::Add(choice) => {
                    picks.push(Pick::of(choice));
                    picks.sort_by_key(|pick| pick.choice);
                }
                ChangeKind::Drop(choice) => picks.retain(|pick| pick.choice != choice),
                ChangeKind::Weigh(choice, importance) => {
                    let own = picks.iter_mut().filter(|pick| pick.choice == choice);
                    own.for_each(|pick| pick.importance = Some(importance));
                }
            }
        }
        edited.set(change.question, response);
    }
    edited
}

impl Change {
    /// The choice concerned.
    pub fn choice(&self) -> ChoiceIndex {
        match self.kind {
            ChangeKind::Choose(choice)
            | ChangeKind::Add(choice)
            | ChangeKind::Drop(choice)
            | ChangeKind::Weigh(choice, _) => choice,
        }
    }
}
