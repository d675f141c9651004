//! How firm the advice is.

use crate::advise::outlook::{Decided, Outlook};
use crate::knowledge::facts::Facts;
use crate::model::verdict::{Flag, Recommendation, Verdict};

use super::words::{name_first, number};

/// The sentences on how firm the advice is, the most telling first.
pub fn sentences(facts: &Facts<'_>, verdict: &Verdict, outlook: &Outlook) -> Vec<String> {
    let mut sentences = Vec::new();
    let waiting = verdict.open.len() + verdict.not_sure.len();
    match outlook.decided {
        _ if verdict.recommendation == Recommendation::Undecided => {}
        Decided::AtAnyImportance if waiting == 0 => {
            sentences.push("Every question that matters has an answer.".to_owned());
        }
        Decided::AtAnyImportance => {
            sentences.push("Decided: no answer still to come can change this, whatever its importance.".to_owned());
        }
        Decided::AtPresetImportance => {
            sentences.push("Decided: no answer still to come can change this at its usual importance.".to_owned());
        }
        Decided::No => sentences.push("Not settled yet: an answer still to come can change this.".to_owned()),
    }
    if verdict.has(Flag::Fragile) {
        sentences.push("Fragile: changing a single answer changes the advice.".to_owned());
    }
    if let Some(side) = outlook.dominating {
        sentences.push(format!(
            "{} does nothing worse and something better, so no weighting of your answers reverses the fit.",
            name_first(facts.base, side)
        ));
    }
    if outlook.regret > 0 && verdict.recommendation.is_advice() {
        sentences.push(format!(
            "At worst, answers still to come leave it {} points behind the other area.",
            number(outlook.regret)
        ));
    }
    if let Some(breaker) = outlook.breaker {
        sentences.push(format!("The question most likely to separate them: {}", facts.base.questions[breaker].ask));
    }
    sentences
}
