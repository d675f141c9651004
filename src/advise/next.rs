//! The most useful next question, by the expected value of information.
//!
//! For two alternatives `EVOI(j) = 1/2 (E_a|E[D|a]| - |E[D]|)`: what the margin `D` is expected to gain from knowing the
//! answer `a` to question `j` before choosing. Every choice of a question that takes one answer counts as equally likely,
//! every choice of the others as likely as not. Fractions are exact.

use crate::knowledge::asked::Asked;
use crate::model::alternative::{Pair, Side};
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::question::{Kind, Question};
use crate::model::verdict::Recommendation;

use super::counted::merged;
use super::forest::{Component, Forest, Way, is_unsettled, taken};
use super::joint::Opens;
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

    fn times(self, factor: i128) -> Self {
        Self::reduced(self.numerator * factor, self.denominator)
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
#[derive(Debug, Clone, Default)]
struct Spread(Vec<(i128, i128)>);

impl Spread {
    /// One margin, once.
    fn one(margin: i128) -> Self {
        Self(vec![(margin, 1)])
    }

    /// Every margin here with every one there.
    fn times(&self, other: &Self) -> Self {
        let sums = self
            .0
            .iter()
            .flat_map(|(here, count)| other.0.iter().map(move |(there, times)| (here + there, count * times)));
        Self(merged(sums.collect()))
    }

    /// What is reached there as well.
    fn add(&mut self, other: Self) {
        let mut all = std::mem::take(&mut self.0);
        all.extend(other.0);
        self.0 = merged(all);
    }

    fn scaled(mut self, factor: i128) -> Self {
        self.0.iter_mut().for_each(|(margin, _)| *margin *= factor);
        self
    }

    fn shifted(mut self, by: i128) -> Self {
        self.0.iter_mut().for_each(|(margin, _)| *margin += by);
        self
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
    forest: &Forest<'_, '_>,
    answers: &Answers,
    asked: &Asked,
    now: &Tally,
    advice: Recommendation,
) -> Vec<Use> {
    let measure = Measure { forest, answers, now, advice };
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
            reach: measure.reach(question),
            can_veto: Side::BOTH.into_iter().any(|side| in_running[side] && mean.can_veto(question, side)),
            value: mean.value(question, expected),
        })
        .collect();
    uses.sort_by(|left, right| {
        let by_veto = right.can_veto.cmp(&left.can_veto);
        left.reach.cmp(&right.reach).then(by_veto).then(right.value.cmp(&left.value))
    });
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
        let margin = self.margin(key);
        let one = |way: &Way| margin(way).map(|margin| (1, i128::from(margin)));
        let ways: Vec<(&Opens, (i128, i128))> = component
            .fold(
                (1, 0),
                one,
                |(count, sum), (_, own)| (*count, sum + own * count),
                |known, (count, sum)| *known = (known.0 + count, known.1 + sum),
            )
            .collect();
        let total: i128 = ways.iter().map(|(_, (count, _))| count).sum();
        let sum = ways.iter().fold(Fraction::whole(0), |all, (opens, (count, sum))| {
            let follow_ups = self.follow_ups(component, opens);
            all.plus(Fraction { numerator: *sum, denominator: 1 }).plus(follow_ups.times(*count))
        });
        sum.over(total)
    }

    /// What a way to answer an unsettled question adds to the margin; a question that takes one answer gets one.
    fn margin(&self, key: Key<Question>) -> impl Fn(&Way) -> Option<i32> {
        let (importance, kind) = (self.forest.importance(key, self.answers), self.forest.question(key).kind);
        move |way| (kind == Kind::Many || !way.choices.is_empty()).then(|| way.worth(importance).margin())
    }

    /// The expected margin of what is opened.
    fn follow_ups(&self, component: &Component, opens: &[bool]) -> Fraction {
        component.followed(opens).fold(Fraction::whole(0), |sum, child| sum.plus(self.of(child)))
    }

    /// `1/2 (E_a|E[D|a]| - |E[D]|)`.
    fn value(&self, key: Key<Question>, expected: Fraction) -> Fraction {
        let margin = self.margin(key);
        let mut parts: Vec<Vec<(Fraction, Spread)>> = Vec::new();
        for component in self.forest.components(key) {
            let one = |way: &Way| margin(way).map(|margin| Spread::one(i128::from(margin)));
            let ways = component.fold(Spread::one(0), one, Spread::times, Spread::add);
            parts.push(ways.map(|(opens, own)| (self.follow_ups(component, opens), own)).collect());
        }
        let rest = expected.minus(self.of(key));
        let unit = parts.iter().flatten().fold(rest.denominator, |unit, (more, _)| {
            unit / greatest_common_divisor(unit, more.denominator) * more.denominator
        });
        let in_units = |fraction: Fraction| fraction.numerator * (unit / fraction.denominator);
        let spread = parts.into_iter().fold(Spread::one(in_units(rest)), |sum, part| {
            let ways = part.into_iter().map(|(more, own)| own.scaled(unit).shifted(in_units(more)));
            sum.times(&ways.fold(Spread::default(), |mut all, way| {
                all.add(way);
                all
            }))
        });
        let mean = Fraction::reduced(spread.absolute(), unit).over(spread.count());
        mean.minus(Fraction { numerator: expected.numerator.abs(), ..expected }).over(2)
    }

    /// Whether an answer to the question, or to what follows from it, can veto a side.
    fn can_veto(&self, key: Key<Question>, side: Side) -> bool {
        if !is_unsettled(self.answers, key) {
            let taken = taken(self.forest.question(key), self.answers.response(key));
            let mut opened = self.forest.components(key).iter().flat_map(|component| component.opened(&taken));
            return self.forest.part(key, &taken).vetoes[side] > 0 || opened.any(|child| self.can_veto(child, side));
        }
        let importance = self.forest.importance(key, self.answers);
        self.forest.components(key).iter().any(|component| {
            let mut ways = component.groups.iter().flat_map(|group| &group.ways);
            let own = ways.any(|way| way.worth(importance).vetoes[side] > 0);
            own || component.follow_ups.iter().any(|(child, _)| self.can_veto(*child, side))
        })
    }
}
