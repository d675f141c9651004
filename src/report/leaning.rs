//! Where the answers lean so far, in a few words, for the balance that moves with every answer.

use crate::advise::analysis::{Analysis, Decided};
use crate::knowledge::KnowledgeBase;
use crate::model::alternative::{Pair, Side};
use crate::model::verdict::{Outcome, Recommendation, Verdict};

use super::words::short_name;

/// The direction in two or three words: `real-time is ahead`.
pub(crate) fn leaning(base: &KnowledgeBase, verdict: &Verdict, analysis: &Analysis) -> String {
    let name = |side| short_name(base, side);
    if let (Recommendation::Build(side), true) = (verdict.recommendation, analysis.decided != Decided::No) {
        return format!("settled: {}", name(side));
    }
    if verdict.outcome == Outcome::Inconsistent {
        return "contradiction".to_owned();
    }
    match verdict.fit {
        Outcome::Only(side) => format!("only {} can", name(side)),
        Outcome::Decided(side) => format!("settled: {}", name(side)),
        Outcome::Recommended(side) => format!("{} is ahead", name(side)),
        Outcome::Both if verdict.recommendation != Recommendation::Both => "neither fits alone".to_owned(),
        Outcome::Both => "needs both".to_owned(),
        Outcome::Neither => "neither fits".to_owned(),
        Outcome::TooClose => "about even".to_owned(),
        Outcome::NotEnough | Outcome::Inconsistent => "no advice yet".to_owned(),
    }
}

/// The same in a sentence, with the fits: `So far: real-time is ahead (Real-time 72 %, Outbound 40 %).`
pub(crate) fn so_far(base: &KnowledgeBase, verdict: &Verdict, analysis: &Analysis) -> String {
    let fits = fits(base, verdict.fits()).map(|fits| format!(" ({fits})")).unwrap_or_default();
    format!("So far: {}{fits}.", leaning(base, verdict, analysis))
}

/// How well both fit: `Real-time 72 %, Outbound 40 %`. Nothing while nothing counts.
pub(crate) fn fits(base: &KnowledgeBase, fits: Pair<Option<u8>>) -> Option<String> {
    let fit = |side: Side| Some(format!("{} {} %", base.alternatives[side].short, fits[side]?));
    let fits: Vec<String> = Side::BOTH.into_iter().filter_map(fit).collect();
    (!fits.is_empty()).then(|| fits.join(", "))
}

/// How well one fits and how well the other: `78 % to 61 %`. Nothing while nothing counts.
pub(crate) fn score(verdict: &Verdict, side: Side) -> Option<String> {
    let fit = |side: Side| verdict.standings[side].value;
    Some(format!("{} % to {} %", fit(side)?, fit(side.other())?))
}
