//! Counterfactuals: the fewest of the user's own answers, or importances, whose change alters the advice.
//!
//! One change is another choice where a question takes one answer, or one choice more or less where it takes many; a
//! change of a parent opens or closes its follow-ups with whatever was answered there. Every question without a parent,
//! with all that hangs below it, has its [`Edit`](edits::Edit)s: up to three changes and what they add to the sums. Those
//! of different questions add up, so sets of changes are put together component by component and question by question.
//! Advice is altered when one of a few goals is reached, each a conjunction of bounds on linear sums; only edits that no other
//! beats in all of these sums, with as few changes, are kept on the way. So the smallest set is found exactly.

mod edits;
mod frontier;
mod goal;

use crate::model::answers::{Answer, Answers, Pick};
use crate::model::arena::Key;
use crate::model::question::{ChoiceIndex, Importance, Question};
use crate::model::verdict::Recommendation;

use super::components::Forest;
use super::outcome::{available, fit};
use super::tally::Tally;
use edits::{Edit, Editor, Own};
use frontier::frontier;
use goal::{Goal, goals};

/// Sets of more changes than this are not looked for: nobody changes their mind about so much at once.
pub(crate) const MOST_CHANGES: usize = 3;

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

/// Some changes that alter the advice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Counterfactual {
    /// The changes, made together.
    pub(crate) changes: Vec<Change>,
    /// What to do then.
    pub(crate) then: Recommendation,
}

/// The smallest sets of changes that alter the advice; see [`found`].
pub fn smallest(
    forest: &Forest<'_>,
    answers: &Answers,
    now: &Tally,
    recommendation: Recommendation,
    what: What,
) -> Vec<Vec<Change>> {
    found(forest, answers, now, recommendation, what, MOST_CHANGES).into_iter().map(|found| found.changes).collect()
}

/// The smallest sets of changes that alter the advice, each with what to do then: every single change if one is enough,
/// else one set for each way in which the advice can be altered. Empty if no set of up to `most` changes does.
pub(crate) fn found(
    forest: &Forest<'_>,
    answers: &Answers,
    now: &Tally,
    recommendation: Recommendation,
    what: What,
    most: usize,
) -> Vec<Counterfactual> {
    if recommendation == Recommendation::Undecided {
        return Vec::new();
    }
    let own = &Own::all(forest, answers, what, most);
    let single = Editor { forest, answers, own, most: 1, keep: &|edits| edits };
    let single = forest.roots().flat_map(|root| single.of(root)).filter(|edit| edit.changes.count() == 1);
    let mut found = altering(forest, now, recommendation, single);
    let goals = goals(forest, recommendation);
    for most in 2..=most {
        if found.is_empty() {
            let sets = goals.iter().filter_map(|goal| {
                let keep = |edits| frontier(forest, goal, edits);
                reaching(&Editor { forest, answers, own, most, keep: &keep }, goal, now)
            });
            found = altering(forest, now, recommendation, sets);
        }
    }
    found.sort_by(|left, right| left.changes.cmp(&right.changes));
    found.dedup();
    found
}

/// Those of the edits after which the advice is another one.
fn altering(
    forest: &Forest<'_>,
    now: &Tally,
    recommendation: Recommendation,
    edits: impl Iterator<Item = Edit>,
) -> Vec<Counterfactual> {
    let counterfactual = |edit: Edit| {
        let tally = *now + edit.difference;
        let then = available(fit(&tally, &forest.facts.scoring), &tally, forest.facts.availability).1;
        (then != recommendation).then(|| Counterfactual { changes: edit.changes.iter().collect(), then })
    };
    edits.filter_map(counterfactual).collect()
}

/// The edit with the fewest changes that reaches a goal, of those that the editor makes.
///
/// For example, the lead of 400 is to fall to 0. One question can take 300 with one change, another 200 with one or 450
/// with two, a third 50 with one. After the first two the frontier holds 400 (no change), 100 (one), -100 (two) and -350
/// (three); -50, which takes two changes as well, is beaten by -100, and 200 by 100. -100 is the first at or below 0: two
/// changes. The third question adds nothing that no other beats.
fn reaching(editor: &Editor<'_, '_>, goal: &Goal, now: &Tally) -> Option<Edit> {
    let forest = editor.forest;
    let whole = forest.roots().fold(vec![Edit::NOTHING], |edits, root| editor.together(edits, &editor.of(root)));
    let reaches = |edit: &Edit| {
        let tally = *now + edit.difference;
        goal.iter().all(|sum| sum.of(forest, &tally) <= sum.bound())
    };
    whole.into_iter().filter(reaches).min_by_key(|edit| edit.changes.count())
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
