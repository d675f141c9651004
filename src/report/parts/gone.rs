//! What went with a removed alternative: the requirements that it served better, and what replaces it.

use crate::advise::outcome::is_gone;
use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::verdict::{RequirementNumber, Verdict};
use crate::report::Report;
use crate::report::page::{Section, list, on};
use crate::report::words::{has_it, how_well, name, wish};
use crate::report::work::told;

/// Something that a removed alternative did better than what is left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// The requirement.
    pub number: RequirementNumber,
    /// The alternative that is gone.
    pub(crate) side: Side,
    /// What is gone, in a sentence.
    pub sentence: String,
    /// The same in a few words.
    pub(crate) brief: String,
    /// The workaround in what is left, what is remarked on it, or that nothing replaces it.
    pub replacement: String,
}

/// What is gone, in the order of the interview. Empty while everything can be had.
pub(in crate::report) fn all(facts: &Facts<'_>, verdict: &Verdict) -> Vec<Gone> {
    let removed = Side::BOTH.into_iter().filter(|side| is_gone(facts.availability, *side));
    removed.flat_map(|side| of(facts, verdict, side)).collect()
}

fn of(facts: &Facts<'_>, verdict: &Verdict, side: Side) -> Vec<Gone> {
    let base = facts.base;
    let left = side.other();
    let better = verdict.requirements.iter().filter(|requirement| requirement.is_better_in(side));
    better
        .map(|requirement| {
            let limitations = facts.limitations(requirement.capability, left);
            let workaround = limitations
                .iter()
                .find_map(|key| facts.workaround_for(&base.limitations[*key], &[requirement.capability]));
            let note = facts.support(requirement.capability, left).and_then(|support| support.note.clone());
            Gone {
                number: requirement.number,
                side,
                sentence: format!(
                    "\"{}\" went with {}, which had it {}. {} {}.",
                    wish(base, requirement),
                    name(base, side),
                    how_well(requirement.levels[side]),
                    crate::report::words::capitalized(name(base, left)),
                    has_it(requirement.levels[left])
                ),
                brief: format!("Lost with {}, which had it {}.", name(base, side), how_well(requirement.levels[side])),
                replacement: workaround
                    .map(|workaround| told(facts, workaround))
                    .or(note.map(|note| note.to_string()))
                    .unwrap_or_else(|| "Nothing replaces it.".to_owned()),
            }
        })
        .collect()
}

/// What went with a removed alternative.
pub(crate) fn section(report: &Report) -> Section {
    let lines = report.gone.iter().map(|gone| on(gone.number, &format!("{} {}", gone.sentence, gone.replacement)));
    Section::new("gone", "Gone with the removal", vec![list(lines)])
}
