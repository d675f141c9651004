//! Where the answers lean so far, in a few words, for the balance that moves with every answer.

use crate::advise::analysis::{Analysis, Decided};
use crate::knowledge::KnowledgeBase;
use crate::model::alternative::Side;
use crate::model::verdict::{Outcome, Recommendation, Verdict};

/// The direction in two or three words: `leaning real-time`.
pub fn leaning(base: &KnowledgeBase, verdict: &Verdict, analysis: &Analysis) -> String {
    let name = |side| base.alternatives[side].short.to_lowercase();
    if let (Recommendation::Build(side), true) = (verdict.recommendation, analysis.decided != Decided::No) {
        return format!("decided: {}", name(side));
    }
    if verdict.outcome == Outcome::Inconsistent {
        return "contradiction".to_owned();
    }
    match verdict.fit {
        Outcome::Only(side) => format!("only {} fits", name(side)),
        Outcome::Decided(side) => format!("decided: {}", name(side)),
        Outcome::Recommended(side) => format!("leaning {}", name(side)),
        Outcome::Both if verdict.recommendation != Recommendation::Both => "neither fits alone".to_owned(),
        Outcome::Both => "needs both".to_owned(),
        Outcome::Neither => "neither fits".to_owned(),
        Outcome::TooClose => "about even".to_owned(),
        Outcome::NotEnough | Outcome::Inconsistent => "nothing counts yet".to_owned(),
    }
}

/// The same in a sentence, with the values: `So far: leaning real-time (Real-time 72, Outbound 40 of 100 points).`
pub(crate) fn so_far(base: &KnowledgeBase, verdict: &Verdict, analysis: &Analysis) -> String {
    let value = |side: Side| {
        let value = verdict.standings[side].value;
        value.map(|value| format!("{} {value}", base.alternatives[side].short))
    };
    let values: Vec<String> = Side::BOTH.into_iter().filter_map(value).collect();
    let points = if values.is_empty() { String::new() } else { format!(" ({} of 100 points)", values.join(", ")) };
    format!("So far: {}{points}.", leaning(base, verdict, analysis))
}
