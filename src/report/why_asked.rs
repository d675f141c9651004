//! Why a question is asked: what it feeds, and whether it can still matter.

use crate::advise::bounds::swing;
use crate::advise::forest::Forest;
use crate::diagnostic::suggest::enumerate;
use crate::model::alternative::Side;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::question::Question;

use super::words::{name, number};

/// The sentences on one question.
pub fn sentences(forest: &Forest<'_, '_>, answers: &Answers, question: Key<Question>) -> Vec<String> {
    let base = forest.facts.base;
    let swing = swing(forest, answers, question);
    let towards =
        |points: i32, side| (points > 0).then(|| format!("{} points towards {}", number(points), name(base, side)));
    let ways: Vec<String> =
        [towards(swing.highest, Side::First), towards(-swing.lowest, Side::Second)].into_iter().flatten().collect();
    let reach = if ways.is_empty() {
        "On this day its answer cannot move the balance.".to_owned()
    } else {
        format!("Its answer can move the balance by up to {}.", enumerate(&ways, "or"))
    };
    vec![base.questions[question].why.to_string(), reach]
}
