//! Dominance: an alternative that does nothing worse and something better wins under every weighting.

use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::verdict::Verdict;

/// The alternative that dominates the other on the requirements so far, if one does.
pub(super) fn dominating(facts: &Facts<'_>, verdict: &Verdict) -> Option<Side> {
    let scoring = &facts.scoring;
    let known: Option<Vec<(i32, i32)>> = verdict
        .requirements
        .iter()
        .map(|requirement| {
            Some((scoring.points(requirement.levels.first)?, scoring.points(requirement.levels.second)?))
        })
        .collect();
    let known = known?;
    let dominates = |side: Side| {
        known.iter().all(|(first, second)| side.sign() * (first - second) >= 0)
            && known.iter().any(|(first, second)| first != second)
    };
    Side::BOTH.into_iter().find(|side| dominates(*side))
}
