//! Where the answers lean so far, in a few words, for the balance that moves with every answer.

use crate::advise::outlook::{Decided, Outlook};
use crate::knowledge::KnowledgeBase;
use crate::model::verdict::{Outcome, Recommendation, Verdict};

/// The direction in two or three words: `leaning real-time`.
pub fn leaning(base: &KnowledgeBase, verdict: &Verdict, outlook: &Outlook) -> String {
    let name = |side| base.alternatives[side].short.to_lowercase();
    if let (Recommendation::Build(side), true) = (verdict.recommendation, outlook.decided != Decided::No) {
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
