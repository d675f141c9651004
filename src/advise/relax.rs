//! When neither can carry the plan: the smallest sets of musts to relax to a should so that there is advice.

use crate::model::alternative::{Pair, Side};
use crate::model::question::Importance;
use crate::model::verdict::{Recommendation, RequirementNumber, Verdict};

use super::outcome::{available, fit, is_gone};
use super::tally::Tally;
use crate::knowledge::facts::Facts;

/// A smallest set of musts to relax.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relaxation {
    /// The musts that would become a should.
    pub musts: Vec<RequirementNumber>,
    /// What to do then.
    pub then: Recommendation,
}

/// The sets from which no must can be left out, the smallest first. Empty unless the advice is "neither".
///
/// Only three sets can be smallest: what vetoes the first, what vetoes the second, and what neither can do.
pub fn smallest(facts: &Facts<'_>, verdict: &Verdict) -> Vec<Relaxation> {
    if verdict.recommendation != Recommendation::Neither {
        return Vec::new();
    }
    let vetoes = |side: Side| verdict.standings[side].vetoed_by.clone();
    let hopeless = vetoes(Side::First).into_iter().filter(|number| vetoes(Side::Second).contains(number)).collect();
    let usable = Side::BOTH.into_iter().filter(|side| !is_gone(facts.availability, *side));
    let candidates: Vec<Vec<RequirementNumber>> = std::iter::once(hopeless).chain(usable.map(vetoes)).collect();
    let mut found: Vec<Relaxation> = candidates
        .into_iter()
        .filter(|musts| !musts.is_empty())
        .map(|musts| Relaxation { then: after(facts, verdict, &musts), musts })
        .filter(|relaxation| relaxation.then != Recommendation::Neither)
        .collect();
    found.sort_by_key(|relaxation| relaxation.musts.len());
    let mut smallest: Vec<Relaxation> = Vec::new();
    for relaxation in found {
        let holds = |smaller: &Relaxation| smaller.musts.iter().all(|must| relaxation.musts.contains(must));
        if !smallest.iter().any(holds) {
            smallest.push(relaxation);
        }
    }
    smallest
}

/// The advice once those musts are a should.
pub fn after(facts: &Facts<'_>, verdict: &Verdict, relaxed: &[RequirementNumber]) -> Recommendation {
    let scoring = &facts.base.scoring;
    let tally: Tally = verdict
        .requirements
        .iter()
        .map(|requirement| {
            let mut requirement = *requirement;
            if relaxed.contains(&requirement.number) {
                requirement.importance = Importance::Should;
            }
            Tally::of(&requirement, scoring)
        })
        .sum();
    available(fit(&tally, scoring), &tally, Pair { ..facts.availability }).1
}
