//! Bias audit: the share of all answer combinations behind each advice, counted exactly, and how far each question can
//! move the margin.
//!
//! A combination answers every question that is asked, at its preset importance. There are far too many to list, but what
//! decides is a handful of sums: the combinations are counted by the sums that they reach, component by component, so the
//! counts are exact up to the rounding of floating-point numbers.

use crate::knowledge::facts::Facts;
use crate::model::alternative::{Pair, Side};
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::question::Question;

use super::bounds::{Bounds, gain, lead, swing};
use super::components::{Component, Forest, Selection};
use super::histogram::merged;
use super::outcome::is_gone;
use super::tally::Tally;

/// The shares of all answer combinations behind each advice, from 0 to 1, and the reach of each question.
#[derive(Debug, Clone, PartialEq)]
pub struct Audit {
    /// How many combinations there are.
    pub combinations: f64,
    /// Build it in this alternative.
    pub build: Pair<f64>,
    /// Build it across both.
    pub both: f64,
    /// Neither can carry it.
    pub neither: f64,
    /// The alternatives are too close.
    pub too_close: f64,
    /// Nothing counts.
    pub not_enough: f64,
    /// How far each question can move the margin.
    pub(crate) swings: Vec<(Key<Question>, Bounds)>,
}

/// Audits the questions by the facts of a day.
pub fn audit(facts: &Facts<'_>) -> Audit {
    let forest = Forest::of(facts);
    let count = |sums: &dyn Fn(&Tally) -> Sums| Count { forest: &forest, sums }.all();
    let first_leads = count(&|tally| [lead(&forest, tally, Side::First), 0]);
    let second_leads = count(&|tally| [lead(&forest, tally, Side::Second), 0]);
    let weights = count(&|tally| [tally.weight, 0]);
    let total = weights.share(|_, _| true);
    let gone = Pair::of(|side| is_gone(facts.availability, side));
    let both_gone = gone.first && gone.second;
    let nothing = weights.share(|vetoes, [weight, _]| !both_gone && vetoes == Vetoes::default() && weight == 0);
    let free = weights.share(|vetoes, _| !vetoes.first && !vetoes.second);
    let alone = Pair {
        first: weights.share(|vetoes, _| !vetoes.first && vetoes.second),
        second: weights.share(|vetoes, _| vetoes.first && !vetoes.second),
    };
    let leads = Pair {
        first: first_leads.share(|vetoes, [lead, _]| !vetoes.first && !vetoes.second && lead > 0),
        second: second_leads.share(|vetoes, [lead, _]| !vetoes.first && !vetoes.second && lead > 0),
    };
    let (build, both, too_close) = match (gone.first, gone.second) {
        (false, false) => {
            let both = both(&forest);
            (Pair::of(|side| alone[side] + leads[side]), both, free - leads.first - leads.second - nothing)
        }
        (true, true) => (Pair::default(), 0.0, 0.0),
        (true, false) => (Pair { first: 0.0, second: alone.second + free - nothing }, 0.0, 0.0),
        (false, true) => (Pair { first: alone.first + free - nothing, second: 0.0 }, 0.0, 0.0),
    };
    let neither = total - build.first - build.second - both - too_close - nothing;
    Audit {
        combinations: total,
        build: Pair::of(|side| build[side].max(0.0) / total),
        both: both.max(0.0) / total,
        neither: neither.max(0.0) / total,
        too_close: too_close.max(0.0) / total,
        not_enough: nothing / total,
        swings: facts.base.questions.keys().map(|key| (key, swing(&forest, &Answers::default(), key))).collect(),
    }
}

/// The combinations for which the pair is the advice.
fn both(forest: &Forest<'_>) -> f64 {
    let gains = |tally: &Tally| [gain(forest, tally, Side::First), gain(forest, tally, Side::Second)];
    let counts = Count { forest, sums: &gains }.all();
    counts.share(|vetoes, [first, second]| vetoes.first && vetoes.second && !vetoes.hopeless && first > 0 && second > 0)
}

/// Which alternatives are vetoed, and whether some must is beyond both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Vetoes {
    first: bool,
    second: bool,
    hopeless: bool,
}

impl Vetoes {
    fn of(tally: &Tally) -> Self {
        Self { first: tally.vetoes.first > 0, second: tally.vetoes.second > 0, hopeless: tally.hopeless > 0 }
    }

    fn or(self, other: Self) -> Self {
        Self {
            first: self.first || other.first,
            second: self.second || other.second,
            hopeless: self.hopeless || other.hopeless,
        }
    }
}

type Sums = [i32; 2];

/// How many combinations reach which vetoes and sums, sorted.
#[derive(Debug, Clone)]
struct Counts {
    entries: Vec<((Vetoes, Sums), f64)>,
}

impl Counts {
    fn one() -> Self {
        Self { entries: vec![((Vetoes::default(), [0, 0]), 1.0)] }
    }

    fn share(&self, wanted: impl Fn(Vetoes, Sums) -> bool) -> f64 {
        self.entries.iter().filter(|((vetoes, sums), _)| wanted(*vetoes, *sums)).map(|(_, count)| count).sum()
    }

    /// Every combination here with every one there.
    fn times(&self, other: &Self) -> Self {
        let mut entries = Vec::with_capacity(self.entries.len() * other.entries.len());
        for ((vetoes, [first, second]), count) in &self.entries {
            for ((more, [plus_first, plus_second]), times) in &other.entries {
                entries.push(((vetoes.or(*more), [first + plus_first, second + plus_second]), count * times));
            }
        }
        Self { entries: merged(entries) }
    }
}

/// Counts combinations by the sums that they reach.
struct Count<'s, 'k> {
    forest: &'s Forest<'k>,
    sums: &'s dyn Fn(&Tally) -> Sums,
}

impl Count<'_, '_> {
    fn all(&self) -> Counts {
        self.forest.roots().fold(Counts::one(), |counts, root| counts.times(&self.of(root)))
    }

    fn of(&self, key: Key<Question>) -> Counts {
        let components = self.forest.components(key).iter();
        components.fold(Counts::one(), |counts, component| counts.times(&self.component(key, component)))
    }

    fn component(&self, key: Key<Question>, component: &Component) -> Counts {
        let question = self.forest.question(key);
        let below: Vec<Counts> = component.follow_ups.iter().map(|child| self.of(child.question)).collect();
        let with_follow_ups = |selection: &Selection| {
            let tally = selection.worth(question.importance);
            let own = Counts { entries: vec![((Vetoes::of(tally), (self.sums)(tally)), 1.0)] };
            selection.opened(&below).fold(own, |counts, child| counts.times(child))
        };
        let counted = component.selections.iter().filter(|selection| selection.answers(question.kind));
        let entries = counted.flat_map(|selection| with_follow_ups(selection).entries).collect();
        Counts { entries: merged(entries) }
    }
}
