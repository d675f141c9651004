//! How firm the advice is.

use crate::advise::analysis::{Analysis, Decided};
use crate::diagnostic::suggest::enumerate;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::verdict::{Flag, Recommendation, Verdict};
use crate::report::words::{name, name_first, number};

/// The sentences on how firm the advice is, the most telling first.
pub fn sentences(facts: &Facts<'_>, verdict: &Verdict, analysis: &Analysis) -> Vec<String> {
    let mut sentences = Vec::new();
    let waiting = verdict.open.len() + verdict.not_sure.len();
    match analysis.decided {
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
    sentences.extend(one_change_away(facts, verdict, analysis));
    if let Some(side) = analysis.dominating {
        sentences.push(format!(
            "{} does nothing worse and something better, so no weighting of your answers reverses the fit.",
            name_first(facts.base, side)
        ));
    }
    if analysis.regret > 0 && verdict.recommendation.is_advice() {
        sentences.push(format!(
            "At worst, answers still to come leave it {} points behind the other area.",
            number(analysis.regret)
        ));
    }
    if let Some(breaker) = analysis.breaker {
        sentences.push(format!("The question most likely to separate them: {}", facts.base.questions[breaker].ask));
    }
    sentences
}

/// What changing one of the answers given would do: to the area, or to the plan.
fn one_change_away(facts: &Facts<'_>, verdict: &Verdict, analysis: &Analysis) -> Vec<String> {
    let ends = |is_advice: bool| -> Vec<&str> {
        let those = analysis.one_change_away.iter().filter(|end| end.is_advice() == is_advice);
        those.map(|end| what(facts.base, *end)).collect()
    };
    let mut sentences = Vec::new();
    let (elsewhere, nowhere) = (ends(true), ends(false));
    if !elsewhere.is_empty() {
        let lead = if verdict.has(Flag::Fragile) { "Fragile" } else { "Within reach" };
        let elsewhere = enumerate(&elsewhere, "or");
        sentences.push(format!("{lead}: changing one answer you gave would make {elsewhere} the advice."));
    }
    if !nowhere.is_empty() && verdict.recommendation.is_advice() {
        let nowhere = enumerate(&nowhere, "or");
        sentences.push(format!("A risk of the plan: changing one answer you gave would leave {nowhere}."));
    }
    sentences
}

fn what(base: &KnowledgeBase, end: Recommendation) -> &str {
    match end {
        Recommendation::Build(side) => name(base, side),
        Recommendation::Both => "both areas together",
        Recommendation::Neither => "no area that can carry it",
        Recommendation::Undecided => "no clear advice",
    }
}
