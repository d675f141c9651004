//! The most useful next question, by the expected value of information.
//!
//! For two alternatives `EVOI(j) = 1/2 (E_a|E[D|a]| - |E[D]|)`: what the margin `D` is expected to gain from knowing the
//! answer `a` to question `j` before choosing. Every choice of a question that takes one answer counts as equally likely,
//! every choice of the others as likely as not. Fractions are exact.

use std::collections::BTreeMap;

use crate::model::alternative::{Pair, Side};
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::question::{Kind, Question};

use super::asked::Asked;
use super::forest::{Component, Forest, Taken, is_unsettled, taken};
use super::outcome::is_gone;
use super::tally::Tally;

/// An exact fraction with a positive denominator, in lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    /// The upper number.
    pub numerator: i128,
    /// The lower number, above 0.
    pub denominator: i128,
}

impl Fraction {
    /// A whole number.
    pub fn whole(number: i32) -> Self {
        Self { numerator: i128::from(number), denominator: 1 }
    }

    fn reduced(numerator: i128, denominator: i128) -> Self {
        let divisor = greatest_common_divisor(numerator.abs(), denominator).max(1);
        Self { numerator: numerator / divisor, denominator: denominator / divisor }
    }

    fn plus(self, other: Self) -> Self {
        Self::reduced(
            self.numerator * other.denominator + other.numerator * self.denominator,
            self.denominator * other.denominator,
        )
    }

    fn minus(self, other: Self) -> Self {
        self.plus(Self { numerator: -other.numerator, ..other })
    }

    fn over(self, divisor: usize) -> Self {
        Self::reduced(self.numerator, self.denominator * i128::try_from(divisor.max(1)).unwrap_or(1))
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.numerator * other.denominator).cmp(&(other.numerator * self.denominator))
    }
}

fn greatest_common_divisor(left: i128, right: i128) -> i128 {
    if right == 0 { left } else { greatest_common_divisor(right, left % right) }
}

/// How useful the answer to an unsettled question would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// The question.
    pub question: Key<Question>,
    /// Whether an answer could rule out an alternative that is still in the running.
    pub can_veto: bool,
    /// The expected value of knowing the answer, in points of the margin.
    pub value: Fraction,
}

/// The unsettled questions, the most useful first: those that can still veto, then by value, then in the author's order.
pub fn by_use(forest: &Forest<'_, '_>, answers: &Answers, asked: &Asked, now: &Tally) -> Vec<Use> {
    let unsettled = |key: &Key<Question>| is_unsettled(answers, *key);
    let mean = Mean { forest, answers };
    let expected =
        asked.iter().filter(unsettled).fold(Fraction::whole(now.margin()), |sum, key| sum.plus(mean.of(key)));
    let in_running = Pair::of(|side| now.vetoes[side] == 0 && !is_gone(forest.facts.availability, side));
    let mut uses: Vec<Use> = asked
        .iter()
        .filter(unsettled)
        .map(|question| Use {
            question,
            can_veto: Side::BOTH.into_iter().any(|side| in_running[side] && mean.can_veto(question, side)),
            value: mean.value(question, expected),
        })
        .collect();
    uses.sort_by(|left, right| right.can_veto.cmp(&left.can_veto).then(right.value.cmp(&left.value)));
    uses
}

struct Mean<'s, 'f, 'k> {
    forest: &'s Forest<'f, 'k>,
    answers: &'s Answers,
}

impl Mean<'_, '_, '_> {
    /// The expected margin of a question that is asked, with its follow-ups.
    fn of(&self, key: Key<Question>) -> Fraction {
        let components = self.forest.components(key);
        if is_unsettled(self.answers, key) {
            return components
                .iter()
                .map(|component| self.component(key, component))
                .fold(Fraction::whole(0), Fraction::plus);
        }
        let taken = taken(self.forest.question(key), self.answers.response(key));
        let own = Fraction::whole(self.forest.part(key, &taken).margin());
        components
            .iter()
            .flat_map(|component| component.opened(&taken))
            .fold(own, |sum, child| sum.plus(self.of(child)))
    }

    fn component(&self, key: Key<Question>, component: &Component) -> Fraction {
        let ways = self.ways(key, component);
        let sum = ways.iter().map(|way| self.way(key, component, way)).fold(Fraction::whole(0), Fraction::plus);
        sum.over(ways.len())
    }

    fn way(&self, key: Key<Question>, component: &Component, way: &[Taken]) -> Fraction {
        let own = Fraction::whole(self.forest.part(key, way).margin());
        component.opened(way).fold(own, |sum, child| sum.plus(self.of(child)))
    }

    /// The ways that count as equally likely: a question that takes one answer gets one.
    fn ways(&self, key: Key<Question>, component: &Component) -> Vec<Vec<Taken>> {
        let mut ways = self.forest.ways(key, component, self.answers.response(key));
        if self.forest.question(key).kind == Kind::One {
            ways.retain(|way| !way.is_empty());
        }
        ways
    }

    /// `1/2 (E_a|E[D|a]| - |E[D]|)`.
    fn value(&self, key: Key<Question>, expected: Fraction) -> Fraction {
        let rest = expected.minus(self.of(key));
        let mut sums: BTreeMap<(i128, i128), i128> = BTreeMap::from([((rest.numerator, rest.denominator), 1)]);
        for component in self.forest.components(key) {
            let values: Vec<Fraction> =
                self.ways(key, component).iter().map(|way| self.way(key, component, way)).collect();
            let mut longer = BTreeMap::new();
            for ((numerator, denominator), count) in sums {
                for value in &values {
                    let sum = Fraction { numerator, denominator }.plus(*value);
                    *longer.entry((sum.numerator, sum.denominator)).or_insert(0) += count;
                }
            }
            sums = longer;
        }
        let total: i128 = sums.values().sum();
        let absolute = sums.into_iter().fold(Fraction::whole(0), |sum, ((numerator, denominator), count)| {
            sum.plus(Fraction::reduced(numerator.abs() * count, denominator))
        });
        let mean = Fraction::reduced(absolute.numerator, absolute.denominator * total.max(1));
        let gain = mean.minus(Fraction { numerator: expected.numerator.abs(), ..expected });
        gain.over(2)
    }

    /// Whether an answer to the question, or to what follows from it, can veto a side.
    fn can_veto(&self, key: Key<Question>, side: Side) -> bool {
        if !is_unsettled(self.answers, key) {
            let taken = taken(self.forest.question(key), self.answers.response(key));
            return self.forest.part(key, &taken).vetoes[side] > 0;
        }
        self.forest.components(key).iter().any(|component| {
            let ways = self.forest.ways(key, component, self.answers.response(key));
            let own = ways.iter().any(|way| self.forest.part(key, way).vetoes[side] > 0);
            own || component.follow_ups.iter().any(|(child, _)| self.can_veto(*child, side))
        })
    }
}
