//! What a requirement adds to the lead of the area that it speaks for, in per cent of the fit. All requirements together make up
//! the difference between the fits of both areas.

use crate::knowledge::KnowledgeBase;
use crate::model::alternative::Side;
use crate::model::verdict::{Requirement, Verdict};

use super::words::name;

/// What one requirement adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adds {
    /// The area that it speaks for, if it speaks for one.
    pub(crate) side: Option<Side>,
    /// How much: `18 %`.
    pub share: String,
    /// The same after the short name of the area: `Real-time 18 %`.
    pub words: String,
    /// The same in a sentence.
    pub(crate) sentence: String,
}

impl Adds {
    /// What a requirement of a verdict adds.
    pub(crate) fn of(base: &KnowledgeBase, verdict: &Verdict, requirement: &Requirement) -> Self {
        Self::part(base, requirement.contribution.into(), verdict.weight.into())
    }

    /// A part of a whole that is not 0, unless the part is: above 0 it speaks for the first area, below for the second.
    pub(crate) fn part(base: &KnowledgeBase, part: i64, whole: i64) -> Self {
        let side = match part.signum() {
            1 => Some(Side::First),
            -1 => Some(Side::Second),
            _ => None,
        };
        let Some(ahead) = side else {
            let sentence = format!("It adds nothing to the lead of either {}.", base.nouns.alternative.one);
            return Self { side, share: "0 %".to_owned(), words: "neither".to_owned(), sentence };
        };
        let share = share(part.abs(), whole);
        Self {
            side,
            words: format!("{} {share}", base.alternatives[ahead].short),
            sentence: format!("It adds {share} to the lead of {}.", name(base, ahead)),
            share,
        }
    }
}

/// A part of the whole, rounded half up: `18 %`. What is not nothing is not called so.
fn share(part: i64, whole: i64) -> String {
    let rounded = (2 * part + whole).checked_div(2 * whole).expect("what adds something has a weight");
    if rounded == 0 { "<1 %".to_owned() } else { format!("{rounded} %") }
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn a_share_is_rounded_and_never_to_nothing() {
        assert_eq!([share(350, 20), share(210, 60), share(1, 60), share(500, 5)], ["18 %", "4 %", "<1 %", "100 %"]);
    }
}
