//! The most useful next question, by the expected value of information.
//!
//! For two alternatives `EVOI(j) = 1/2 (E_a|E[D|a]| - |E[D]|)`: what the margin `D` is expected to gain from knowing the
//! answer `a` to question `j` before choosing. Every choice of a question that takes one answer counts as equally likely,
//! every choice of the others as likely as not. Fractions are exact.

use crate::knowledge::visible::Visible;
use crate::model::alternative::{Pair, Side};
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::verdict::Recommendation;

use super::bounds::can_rule_out;
use super::components::{Component, Forest, Selection, is_unsettled};
use super::histogram::merged;
use super::outcome::is_gone;
use super::reach::{Measure, Reach};
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
        if self.denominator == 1 && other.denominator == 1 {
            return Self { numerator: self.numerator + other.numerator, denominator: 1 };
        }
        Self::reduced(
            self.numerator * other.denominator + other.numerator * self.denominator,
            self.denominator * other.denominator,
        )
    }

    fn minus(self, other: Self) -> Self {
        self.plus(Self { numerator: -other.numerator, ..other })
    }

    fn over(self, divisor: i128) -> Self {
        Self::reduced(self.numerator, self.denominator * divisor.max(1))
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

/// How often each margin is reached, the lowest first.
#[derive(Debug, Clone)]
struct Histogram(Vec<(i128, i128)>);

impl Histogram {
    /// One margin, once.
    fn one(margin: i128) -> Self {
        Self(vec![(margin, 1)])
    }

    /// Each of the margins once.
    fn of(margins: impl Iterator<Item = i128>) -> Self {
        Self(merged(margins.map(|margin| (margin, 1)).collect()))
    }

    /// Every margin here with every one there.
    fn times(&self, other: &Self) -> Self {
        let sums = self
            .0
            .iter()
            .flat_map(|(here, count)| other.0.iter().map(move |(there, times)| (here + there, count * times)));
        Self(merged(sums.collect()))
    }

    fn count(&self) -> i128 {
        self.0.iter().map(|(_, count)| count).sum()
    }

    /// The sum of all margins without their sign.
    fn absolute(&self) -> i128 {
        self.0.iter().map(|(margin, count)| margin.abs() * count).sum()
    }
}

/// How useful the answer to an unsettled question would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// The question.
    pub question: Key<Question>,
    /// What an answer could change.
    pub reach: Reach,
    /// Whether an answer could rule out an alternative that is still in the running.
    pub can_veto: bool,
    /// The expected value of knowing the answer, in points of the margin.
    pub value: Fraction,
}

/// The unsettled questions, the most useful first: those that can change the advice, then those that can change the fit, then
/// the gaps, at last those that can change nothing. Among them those that can still veto come first, then by value, then in
/// the author's order.
pub fn by_use(
    forest: &Forest<'_>,
    answers: &Answers,
    visible: &Visible,
    now: &Tally,
    advice: Recommendation,
) -> Vec<Use> {
    let measure = Measure { forest, answers, now, advice };
    let unsettled = |key: &Key<Question>| is_unsettled(answers, *key);
    let mean = Mean { forest, answers };
    let expected =
        visible.iter().filter(unsettled).fold(Fraction::whole(now.margin()), |sum, key| sum.plus(mean.of(key)));
    let in_running = Pair::of(|side| now.vetoes[side] == 0 && !is_gone(forest.facts.availability, side));
    let mut uses: Vec<Use> = visible
        .iter()
        .filter(unsettled)
        .map(|question| Use {
            question,
            reach: measure.reach(question),
            can_veto: Side::BOTH
                .into_iter()
                .any(|side| in_running[side] && can_rule_out(forest, answers, question, side)),
            value: mean.value(question, expected),
        })
        .collect();
    uses.sort_by(|left, right| {
        let by_veto = right.can_veto.cmp(&left.can_veto);
        left.reach.cmp(&right.reach).then(by_veto).then(right.value.cmp(&left.value))
    });
    uses
}

struct Mean<'s, 'k> {
    forest: &'s Forest<'k>,
    answers: &'s Answers,
}

impl Mean<'_, '_> {
    /// The expected margin of a question that is asked, with its follow-ups.
    fn of(&self, key: Key<Question>) -> Fraction {
        let components = self.forest.components(key);
        if is_unsettled(self.answers, key) {
            return components
                .iter()
                .map(|component| self.component(key, component))
                .fold(Fraction::whole(0), Fraction::plus);
        }
        let taken = self.forest.taken(key, self.answers);
        let own = Fraction::whole(self.forest.part(key, &taken).margin());
        components
            .iter()
            .flat_map(|component| component.opened(&taken))
            .fold(own, |sum, child| sum.plus(self.of(child)))
    }

    /// The expected margin of a component of an unsettled question.
    fn component(&self, key: Key<Question>, component: &Component) -> Fraction {
        let margins: Vec<(Fraction, i128)> = self.margins(key, component).collect();
        let own: i128 = margins.iter().map(|(_, own)| own).sum();
        let below = margins.iter().fold(Fraction::whole(0), |sum, (below, _)| sum.plus(*below));
        let count = i128::try_from(margins.len()).expect("a component has at most 4096 selections");
        Fraction { numerator: own, denominator: 1 }.plus(below).over(count)
    }

    /// What each answer to a component adds to the margin: the expected part of the follow-ups, and its own.
    fn margins(&self, key: Key<Question>, component: &Component) -> impl Iterator<Item = (Fraction, i128)> {
        let (importance, kind) = (self.forest.importance(key, self.answers), self.forest.question(key).kind);
        let below: Vec<Fraction> = component.follow_ups.iter().map(|child| self.of(child.question)).collect();
        component.selections.iter().filter(move |selection| selection.answers(kind)).map(
            move |selection: &Selection| {
                let follow_ups = selection.opened(&below).fold(Fraction::whole(0), |sum, child| sum.plus(*child));
                (follow_ups, i128::from(selection.worth(importance).margin()))
            },
        )
    }

    /// `1/2 (E_a|E[D|a]| - |E[D]|)`.
    fn value(&self, key: Key<Question>, expected: Fraction) -> Fraction {
        let components = self.forest.components(key).iter();
        let parts: Vec<Vec<(Fraction, i128)>> =
            components.map(|component| self.margins(key, component).collect()).collect();
        let rest = expected.minus(self.of(key));
        let unit = parts.iter().flatten().fold(rest.denominator, |unit, (below, _)| {
            unit / greatest_common_divisor(unit, below.denominator) * below.denominator
        });
        let in_units = |fraction: Fraction| fraction.numerator * (unit / fraction.denominator);
        let spread = parts.into_iter().fold(Histogram::one(in_units(rest)), |sum, part| {
            sum.times(&Histogram::of(part.into_iter().map(|(below, own)| own * unit + in_units(below))))
        });
        let mean = Fraction::reduced(spread.absolute(), unit).over(spread.count());
        mean.minus(Fraction { numerator: expected.numerator.abs(), ..expected }).over(2)
    }
}
