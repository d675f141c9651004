//! Vetoes: for each must, whether an alternative meets it, meets it by a workaround, is vetoed, or nobody knows.

use crate::knowledge::facts::Facts;
use crate::model::alternative::Pair;
use crate::model::capability::Level;
use crate::model::question::Importance;
use crate::model::verdict::{Requirement, RequirementNumber, Standing};

use super::tally::Tally;

/// How each alternative stands by the musts, with its value for showing.
pub(super) fn standings(requirements: &[Requirement], tally: &Tally, facts: &Facts<'_>) -> Pair<Standing> {
    Pair::of(|side| {
        let musts_at = |level: Level| -> Vec<RequirementNumber> {
            requirements
                .iter()
                .filter(|requirement| requirement.importance == Importance::Must && requirement.levels[side] == level)
                .map(|requirement| requirement.number)
                .collect()
        };
        Standing {
            value: tally.fit(side),
            availability: facts.availability[side],
            vetoed_by: musts_at(Level::None),
            accepted_workarounds: musts_at(Level::Workaround),
            unconfirmed: musts_at(Level::Unknown),
        }
    })
}
