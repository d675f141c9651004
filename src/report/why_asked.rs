//! Why a question is asked: what it feeds, and whether it can still matter.

use crate::advise::bounds::swing;
use crate::advise::forest::Forest;
use crate::knowledge::facts::Facts;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::question::Question;

use super::words::{name, number, signed};
use crate::model::alternative::Side;

/// The sentences on one question.
pub fn sentences(facts: &Facts<'_>, answers: &Answers, question: Key<Question>) -> Vec<String> {
    let base = facts.base;
    let swing = swing(&Forest::of(facts), answers, question);
    let reach = if swing.lowest == 0 && swing.highest == 0 {
        "On this day both areas do all of it equally well, so it cannot move the balance.".to_owned()
    } else {
        format!(
            "Its answer can move the balance by up to {} points: from {} for {} to {} for {}.",
            number(swing.highest - swing.lowest),
            signed(swing.lowest),
            name(base, Side::Second),
            signed(swing.highest),
            name(base, Side::First)
        )
    };
    vec![base.questions[question].why.to_string(), reach]
}
