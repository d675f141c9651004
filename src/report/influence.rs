//! What the answer to one question can change, in words: what it can rule out, how far it can move the fit, or whether it can add a
//! gap.

use crate::advise::bounds::{can_rule_out, can_rule_out_both};
use crate::advise::components::Forest;
use crate::advise::fit::{most_moved, now};
use crate::advise::outcome::is_gone;
use crate::advise::reach::Reach;
use crate::advise::tally::Tally;
use crate::diagnostic::suggest::enumerate;
use crate::model::alternative::Side;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::question::Question;

use super::words::name;

/// What answers can change beside all others as they are.
pub(in crate::report) struct Influence<'i, 'k> {
    forest: &'i Forest<'k>,
    answers: &'i Answers,
    /// The sums over all answers.
    now: Tally,
}

impl<'i, 'k> Influence<'i, 'k> {
    pub(in crate::report) fn of(forest: &'i Forest<'k>, answers: &'i Answers) -> Self {
        Self { forest, answers, now: now(forest, answers) }
    }

    /// What an answer can change, each as the end of a sentence: `rule out both areas`, `move the fit by up to 12 %`. Nothing
    /// if it can rule out no area that can be had, nor move the fit of one.
    pub(in crate::report) fn all(&self, question: Key<Question>) -> Vec<String> {
        let ruled_out = self.ruled_out(question).map(|areas| format!("rule out {areas}"));
        let moved = most_moved(self.forest, self.answers, &self.now, question).filter(|moved| *moved > 0);
        ruled_out.into_iter().chain(moved.map(|moved| format!("move the fit by up to {moved} %"))).collect()
    }

    /// The same of an open question in one phrase, gaps included: `can add gaps`.
    pub(in crate::report) fn of_open(&self, question: Key<Question>, reach: Reach) -> String {
        let mut can = self.all(question);
        if can.is_empty() {
            can.push(match reach {
                Reach::Advice => "change the advice".to_owned(),
                Reach::Fit => "move the fit by less than 1 %".to_owned(),
                Reach::Gaps => "add gaps".to_owned(),
                Reach::Nothing => "change nothing".to_owned(),
            });
        }
        format!("can {}", enumerate(&can, "and"))
    }

    /// What an answer can rule out of what can be had.
    fn ruled_out(&self, question: Key<Question>) -> Option<String> {
        let facts = &self.forest.facts;
        let can_be_had = |side: &Side| !is_gone(facts.availability, *side);
        let rules_out = |side: &Side| can_be_had(side) && can_rule_out(self.forest, self.answers, question, *side);
        let sides: Vec<Side> = Side::BOTH.into_iter().filter(rules_out).collect();
        if sides.len() == 2 && can_rule_out_both(self.forest, self.answers, question) {
            return Some(format!("both {}", facts.base.nouns.alternative.many));
        }
        let names: Vec<String> = sides.into_iter().map(|side| name(facts.base, side).to_owned()).collect();
        (!names.is_empty()).then(|| enumerate(&names, "or"))
    }
}
