//! Bounds: how far the margin can still move, and whether anything left open can change the advice.
//!
//! A completion gives every unsettled question an answer at its importance, "does not apply" included. All sums below are
//! linear in the requirements and the questions form a forest, so their extremes over all completions are found
//! part by part, exactly.

use std::iter::Sum;
use std::ops::Add;

use crate::model::alternative::{Pair, Side};
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::question::{ChoiceIndex, Importance, Question};
use crate::model::verdict::Recommendation;

use super::components::{Component, Forest, Selection, is_unsettled};
use super::outcome::is_gone;
use super::requirements::Taken;
use super::tally::Tally;

/// The lowest and the highest margin that any completion reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The lowest margin.
    pub lowest: i32,
    /// The highest margin.
    pub highest: i32,
}

/// At which importances an answer still to come may be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weighting {
    /// At the importance that the question presets or the user already set.
    Preset,
    /// At any importance.
    Any,
}

/// The bounds of the margin.
pub fn bounds(forest: &Forest<'_>, answers: &Answers) -> Bounds {
    let weighting = Weighting::Preset;
    Bounds::of(|cost| Search { forest, answers, weighting, cost }.lowest())
}

impl Bounds {
    /// Between the lowest sums of the margin and of its opposite.
    fn of(lowest: impl Fn(&dyn Fn(&Tally) -> Option<i32>) -> Option<i32>) -> Self {
        let extreme = |sign: i32| {
            let least = lowest(&|tally| Some(sign * tally.margin()));
            sign * least.expect("every answer has a margin, and every question an answer")
        };
        Self { lowest: extreme(1), highest: extreme(-1) }
    }
}

/// The lowest sum of a cost that the answer to one question can bring, with its follow-ups, whatever it is now. `None` if
/// every answer has a part that must not occur.
pub(super) fn least<C: Cost>(
    forest: &Forest<'_>,
    answers: &Answers,
    question: Key<Question>,
    cost: &dyn Fn(&Tally) -> Option<C>,
) -> Option<C> {
    let search = Search { forest, answers, weighting: Weighting::Preset, cost };
    forest.components(question).iter().map(|part| search.open(question, part)).sum()
}

/// The lowest sum of a cost over all completions of the answers, at the usual importances.
pub(super) fn lowest<C: Cost>(forest: &Forest<'_>, answers: &Answers, cost: &dyn Fn(&Tally) -> Option<C>) -> Option<C> {
    Search { forest, answers, weighting: Weighting::Preset, cost }.lowest()
}

/// Whether some answer to one question rules out a side.
pub(crate) fn can_rule_out(forest: &Forest<'_>, answers: &Answers, question: Key<Question>, side: Side) -> bool {
    least(forest, answers, question, &|tally| Some(-tally.vetoes[side])).is_some_and(|least| least < 0)
}

/// Whether some answer to one question asks for a must that neither side can meet.
pub(crate) fn can_rule_out_both(forest: &Forest<'_>, answers: &Answers, question: Key<Question>) -> bool {
    least(forest, answers, question, &|tally| Some(-tally.hopeless)).is_some_and(|least| least < 0)
}

/// How far the answer to one question can move the margin, with its follow-ups, whatever it is now.
pub fn swing(forest: &Forest<'_>, answers: &Answers, question: Key<Question>) -> Bounds {
    Bounds::of(|cost| least(forest, answers, question, cost))
}

/// Whether every completion leads to the same advice as the answers so far.
///
/// The proof: for an alternative, no completion vetoes it, and in every completion that does not veto the other its lead
/// stays above the threshold. `lead - threshold` is linear, so its minimum decides.
pub fn is_decided(
    forest: &Forest<'_>,
    answers: &Answers,
    now: &Tally,
    recommendation: Recommendation,
    weighting: Weighting,
) -> bool {
    let search = |cost: &dyn Fn(&Tally) -> Option<i32>| Search { forest, answers, weighting, cost }.lowest();
    let never = |count: fn(&Tally) -> i32| search(&move |tally| Some(-count(tally))) == Some(0);
    let gone = Pair::of(|side| is_gone(forest.facts.availability, side));
    match recommendation {
        Recommendation::Build(side) => {
            let never_vetoed = match side {
                Side::First => never(|tally| tally.vetoes.first),
                Side::Second => never(|tally| tally.vetoes.second),
            };
            let other = side.other();
            let leads = || {
                let lead = |tally: &Tally| (tally.vetoes[other] == 0).then(|| lead(forest, tally, side));
                search(&lead).is_none_or(|least| least > 0)
            };
            never_vetoed && (gone[other] || leads())
        }
        // A veto stays, and so does an end. Only the pair could still win where both are vetoed.
        Recommendation::Neither => now.hopeless > 0 || gone.first || gone.second,
        Recommendation::Both => {
            let gain = |side: Side| search(&move |tally| Some(gain(forest, tally, side))).is_none_or(|least| least > 0);
            never(|tally| tally.hopeless) && gain(Side::First) && gain(Side::Second)
        }
        Recommendation::Undecided => false,
    }
}

/// By how much the lead of a side exceeds the threshold of indifference.
pub(super) fn lead(forest: &Forest<'_>, tally: &Tally, side: Side) -> i32 {
    side.sign() * tally.margin() - forest.facts.scoring.threshold(tally.weight)
}

/// By how much what both reach together exceeds one alone, less the threshold.
pub(super) fn gain(forest: &Forest<'_>, tally: &Tally, side: Side) -> i32 {
    tally.together - tally.points[side] - forest.facts.scoring.threshold(tally.weight)
}

/// What parts cost: it adds up, and of two sums one is the lower, whatever is added to both.
pub(super) trait Cost: Copy + Ord + Add<Output = Self> + Sum {}

impl Cost for i32 {}

/// Looks for the lowest sum of a cost over all completions. A part without a cost must not occur.
struct Search<'s, 'k, C> {
    forest: &'s Forest<'k>,
    answers: &'s Answers,
    weighting: Weighting,
    cost: &'s dyn Fn(&Tally) -> Option<C>,
}

impl<C: Cost> Search<'_, '_, C> {
    /// The lowest sum over all questions; `None` if every completion has a part that must not occur.
    fn lowest(&self) -> Option<C> {
        self.forest.roots().map(|root| self.of(root)).sum()
    }

    /// The lowest sum of a question that is asked, with its follow-ups.
    fn of(&self, key: Key<Question>) -> Option<C> {
        let components = self.forest.components(key);
        if is_unsettled(self.answers, key) {
            return components.iter().map(|component| self.open(key, component)).sum();
        }
        let taken = self.forest.taken(key, self.answers);
        let own = (self.cost)(&self.forest.part(key, &taken))?;
        let opened = components.iter().flat_map(|component| component.opened(&taken)).map(|child| self.of(child));
        Some(own + opened.sum::<Option<C>>()?)
    }

    /// The lowest sum of a component that may be answered in any way.
    fn open(&self, key: Key<Question>, component: &Component) -> Option<C> {
        let importance = self.forest.importance(key, self.answers);
        let below: Vec<Option<C>> = component.follow_ups.iter().map(|child| self.of(child.question)).collect();
        let lowest = |selection: &Selection| {
            let own = match self.weighting {
                Weighting::Preset => (self.cost)(selection.worth(importance))?,
                Weighting::Any => self.at_any_importance(key, &selection.choices, &mut Vec::new())?,
            };
            Some(own + selection.opened(&below).copied().sum::<Option<C>>()?)
        };
        component.selections.iter().filter_map(lowest).min()
    }

    /// The lowest cost of these choices, each at whichever importance; those `taken` have theirs.
    fn at_any_importance(&self, key: Key<Question>, choices: &[ChoiceIndex], taken: &mut Vec<Taken>) -> Option<C> {
        let Some(next) = choices.get(taken.len()) else { return (self.cost)(&self.forest.part(key, taken)) };
        let least = Importance::ALL.into_iter().filter_map(|importance| {
            taken.push((*next, importance));
            let least = self.at_any_importance(key, choices, taken);
            taken.pop();
            least
        });
        least.min()
    }
}
