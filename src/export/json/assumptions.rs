//! What was said without asking for anything, and figures of the user's own, in JSON.

use serde::Serialize;

use crate::advise::sizes::{self, Held};
use crate::knowledge::facts::Facts;
use crate::model::answers::{Answers, Pick, Response};
use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::verdict::Verdict;
use crate::report::parts::assumptions;

use super::words::{choice_id, id};

/// An answer that asks for nothing, or that has a size.
#[derive(Serialize)]
pub(super) struct Assumed<'k> {
    question: &'k str,
    answer: String,
    choices: Vec<&'k str>,
    amount: Option<String>,
    limits: Vec<Size<'k>>,
}

/// A limit that names such a number.
#[derive(Serialize)]
struct Size<'k> {
    id: &'k str,
    alternative: &'k str,
    at: u32,
    stands: &'static str,
}

/// Every such answer that counts, in the order of the interview.
pub(super) fn all<'k>(facts: &Facts<'k>, answers: &Answers, verdict: &Verdict) -> Vec<Assumed<'k>> {
    let base = facts.base;
    let held = sizes::all(facts, answers, verdict);
    let told = assumptions::all(facts, answers, verdict, &held);
    let one = |told: assumptions::Assumption| {
        let key: Key<Question> = told.key;
        let picks = answers.response(key).map(Response::picks).unwrap_or_default();
        Assumed {
            question: id(key, base),
            answer: told.answer,
            choices: picks.iter().map(|pick: &Pick| choice_id(key, pick.choice, base)).collect(),
            amount: (!told.amount.is_empty()).then_some(told.amount),
            limits: held.iter().filter(|held| held.question == key).map(|held| Size::of(held, facts)).collect(),
        }
    };
    told.into_iter().map(one).collect()
}

impl<'k> Size<'k> {
    fn of(held: &Held, facts: &Facts<'k>) -> Self {
        let limitation = &facts.base.limitations[held.limitation];
        Self {
            id: limitation.id.as_str(),
            alternative: facts.base.alternatives[limitation.side].id.as_str(),
            at: held.at,
            stands: held.stands().word(),
        }
    }
}
