//! What the answer to one open question can still change, if every other one stays as it is.

use crate::model::alternative::{Pair, Side};
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::capability::{Capability, Level};
use crate::model::question::{Choice, Question};
use crate::model::verdict::Recommendation;

use super::bounds::{can_rule_out, can_rule_out_both, gain, lead, least, swing};
use super::components::{Forest, is_unsettled};
use super::outcome::is_gone;
use super::tally::Tally;

/// What an answer can change at most, the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// The advice.
    Advice,
    /// How well the alternatives fit, or whether one of them is ruled out.
    Fit,
    /// The list of gaps.
    Gaps,
    /// Nothing.
    Nothing,
}

/// The advice as it is, and what its reach is measured by.
pub(super) struct Measure<'m, 'k> {
    pub(super) forest: &'m Forest<'k>,
    pub(super) answers: &'m Answers,
    pub(super) now: &'m Tally,
    pub(super) advice: Recommendation,
}

impl Measure<'_, '_> {
    /// What an answer to the question can change.
    pub(super) fn reach(&self, question: Key<Question>) -> Reach {
        let rules_out = Pair::of(|side| can_rule_out(self.forest, self.answers, question, side));
        let in_running = |side: Side| self.now.vetoes[side] == 0 && !self.is_gone(side);
        let swing = swing(self.forest, self.answers, question);
        if self.changes_advice(question, rules_out) {
            Reach::Advice
        } else if swing.lowest < 0
            || swing.highest > 0
            || Side::BOTH.iter().any(|side| rules_out[*side] && in_running(*side))
        {
            Reach::Fit
        } else if self.adds_gap(question) {
            Reach::Gaps
        } else {
            Reach::Nothing
        }
    }

    fn is_gone(&self, side: Side) -> bool {
        is_gone(self.forest.facts.availability, side)
    }

    fn changes_advice(&self, question: Key<Question>, rules_out: Pair<bool>) -> bool {
        match self.advice {
            Recommendation::Build(side) => rules_out[side] || self.overtakes(question, side),
            Recommendation::Both => {
                let costs = |side: Side| self.least(question, |tally| Some(self.gain(tally, side)));
                let ends = |side: Side| costs(side).is_some_and(|least| self.gain(self.now, side) + least <= 0);
                can_rule_out_both(self.forest, self.answers, question) || ends(Side::First) || ends(Side::Second)
            }
            // Whatever is ruled out stays out. Only the pair could still win, if both can be had and no must is beyond both.
            Recommendation::Neither => {
                let pays = |side: Side| {
                    let most = self.least(question, |tally| (tally.hopeless == 0).then(|| -self.gain(tally, side)));
                    most.is_some_and(|most| self.gain(self.now, side) - most > 0)
                };
                self.now.hopeless == 0 && Side::BOTH.into_iter().all(|side| !self.is_gone(side) && pays(side))
            }
            Recommendation::Undecided => {
                let counts = || self.least(question, |tally| Some(-tally.weight)).is_some_and(|least| least < 0);
                let is_free = Side::BOTH.into_iter().all(|side| !self.is_gone(side));
                let wins = |side: Side| {
                    let most = self.least(question, |tally| Some(-lead(self.forest, tally, side)));
                    most.is_some_and(|most| lead(self.forest, self.now, side) - most > 0)
                };
                let decides = if is_free { wins(Side::First) || wins(Side::Second) } else { counts() };
                rules_out.first || rules_out.second || decides
            }
        }
    }

    /// Whether an answer that rules nothing out takes away the lead of what is advised.
    fn overtakes(&self, question: Key<Question>, side: Side) -> bool {
        let other = side.other();
        if self.is_gone(other) || self.now.vetoes[other] > 0 {
            return false;
        }
        let lead = |tally: &Tally| lead(self.forest, tally, side);
        let least = self.least(question, |tally| (tally.vetoes[other] == 0).then(|| lead(tally)));
        least.is_some_and(|least| lead(self.now) + least <= 0)
    }

    fn gain(&self, tally: &Tally, side: Side) -> i32 {
        gain(self.forest, tally, side)
    }

    fn least(&self, question: Key<Question>, cost: impl Fn(&Tally) -> Option<i32>) -> Option<i32> {
        least(self.forest, self.answers, question, &cost)
    }

    /// Whether an answer to the question, or to what follows from it, asks for something that an alternative which can be had
    /// does less than natively. What was said before to a question that follows counts as it is.
    fn adds_gap(&self, question: Key<Question>) -> bool {
        let visible = self.forest.question(question);
        let components = self.forest.components(question);
        let falls_short = |choice: &Choice| choice.needs.iter().any(|need| self.falls_short(*need));
        if is_unsettled(self.answers, question) {
            let mut follow_ups = components.iter().flat_map(|component| &component.follow_ups);
            return visible.choices.iter().any(falls_short) || follow_ups.any(|child| self.adds_gap(child.question));
        }
        let taken = self.forest.taken(question, self.answers);
        let mut opened = components.iter().flat_map(|component| component.opened(&taken));
        taken.iter().any(|(choice, _)| falls_short(&visible[*choice])) || opened.any(|child| self.adds_gap(child))
    }

    /// Whether an alternative which can be had does something less than natively.
    fn falls_short(&self, capability: Key<Capability>) -> bool {
        let levels = self.forest.facts.levels(capability);
        Side::BOTH.into_iter().any(|side| !self.is_gone(side) && levels[side] != Level::Native)
    }
}
