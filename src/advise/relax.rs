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

/// Beyond this size only the three sets that always matter are looked at.
const EVERY_SET_UP_TO: usize = 3;

/// The sets from which no must can be left out, the smallest first. Empty unless the advice is "neither".
///
/// What vetoes the first, what vetoes the second, and what neither can do are always tried; so is every other set of up to
/// three musts, because a lighter must can also make the pair worth its price.
pub fn smallest(facts: &Facts<'_>, verdict: &Verdict) -> Vec<Relaxation> {
    if verdict.recommendation != Recommendation::Neither {
        return Vec::new();
    }
    let mut smallest: Vec<Relaxation> = Vec::new();
    for musts in candidates(facts, verdict) {
        let holds = |smaller: &Relaxation| smaller.musts.iter().all(|must| musts.contains(must));
        if smallest.iter().any(holds) {
            continue;
        }
        let then = after(facts, verdict, &musts);
        if then != Recommendation::Neither {
            smallest.push(Relaxation { musts, then });
        }
    }
    smallest
}

/// The sets to try, the smaller first.
fn candidates(facts: &Facts<'_>, verdict: &Verdict) -> Vec<Vec<RequirementNumber>> {
    let vetoes = |side: Side| verdict.standings[side].vetoed_by.clone();
    let hopeless = vetoes(Side::First).into_iter().filter(|number| vetoes(Side::Second).contains(number)).collect();
    let usable = Side::BOTH.into_iter().filter(|side| !is_gone(facts.availability, *side));
    let mut candidates: Vec<Vec<RequirementNumber>> = std::iter::once(hopeless).chain(usable.map(vetoes)).collect();
    let musts = verdict.requirements.iter().filter(|requirement| requirement.importance == Importance::Must);
    let mut sets: Vec<Vec<RequirementNumber>> = vec![Vec::new()];
    for must in musts {
        let with = sets.iter().filter(|set| set.len() < EVERY_SET_UP_TO).map(|set| {
            let mut set = set.clone();
            set.push(must.number);
            set
        });
        sets.extend(with.collect::<Vec<_>>());
    }
    candidates.extend(sets);
    candidates.retain(|set| !set.is_empty());
    candidates.sort();
    candidates.dedup();
    candidates.sort_by_key(Vec::len);
    candidates
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
