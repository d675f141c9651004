//! How one plan of many stands, in a few words.

use crate::knowledge::KnowledgeBase;
use crate::model::verdict::Recommendation;
use crate::report::leaning;
use crate::report::words::name_first;

use super::line::PlanLine;

/// What is advised: the name of an area.
pub fn advice(base: &KnowledgeBase, line: &PlanLine) -> String {
    match line.recommendation {
        Recommendation::Build(side) => name_first(base, side),
        Recommendation::Both => format!("Both {}", base.nouns.alternative.many),
        Recommendation::Neither => format!("No {}", base.nouns.alternative.one),
        Recommendation::Undecided => "None yet".to_owned(),
    }
}

/// How well both areas fit: `Real-time 91 %, Outbound 40 %`; a dash while nothing counts.
pub fn fits(base: &KnowledgeBase, line: &PlanLine) -> String {
    leaning::fits(base, line.fits).unwrap_or_else(|| "-".to_owned())
}
