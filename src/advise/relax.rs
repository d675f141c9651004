//! When neither can carry the plan: the smallest sets of musts to relax to a should so that there is advice.

use crate::model::alternative::Side;
use crate::model::question::Importance;
use crate::model::verdict::{Recommendation, Requirement, RequirementNumber, Verdict};

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
    let relaxing = Relaxing::of(facts, verdict);
    let mut smallest: Vec<Relaxation> = Vec::new();
    for size in 1..=EVERY_SET_UP_TO {
        relaxing.sets(size, &mut Vec::with_capacity(size), relaxing.now, 0, &mut smallest);
    }
    for musts in always(facts, verdict) {
        let lighter = relaxing.musts.iter().filter(|(must, _)| musts.contains(must));
        let tally = lighter.fold(relaxing.now, |sum, (_, difference)| sum + *difference);
        relaxing.consider(&musts, &tally, &mut smallest);
    }
    smallest
}

/// The sets that always matter, however large, the smaller first.
fn always(facts: &Facts<'_>, verdict: &Verdict) -> Vec<Vec<RequirementNumber>> {
    let vetoes = |side: Side| verdict.standings[side].vetoed_by.clone();
    let hopeless = vetoes(Side::First).into_iter().filter(|number| vetoes(Side::Second).contains(number)).collect();
    let usable = Side::BOTH.into_iter().filter(|side| !is_gone(facts.availability, *side));
    let mut always: Vec<Vec<RequirementNumber>> = std::iter::once(hopeless).chain(usable.map(vetoes)).collect();
    always.sort();
    always.dedup();
    always.sort_by_key(Vec::len);
    always
}

/// The musts, each with what becoming a should adds to the sums.
struct Relaxing<'s, 'k> {
    facts: &'s Facts<'k>,
    now: Tally,
    musts: Vec<(RequirementNumber, Tally)>,
}

impl<'s, 'k> Relaxing<'s, 'k> {
    fn of(facts: &'s Facts<'k>, verdict: &Verdict) -> Self {
        let scoring = &facts.scoring;
        let musts = verdict.requirements.iter().filter(|requirement| requirement.importance == Importance::Must);
        let lighter = |requirement: &Requirement| {
            let should = Tally::at(requirement.levels, Importance::Should, scoring);
            (requirement.number, should - Tally::of(requirement, scoring))
        };
        let now = verdict.requirements.iter().map(|requirement| Tally::of(requirement, scoring)).sum();
        Self { facts, now, musts: musts.map(lighter).collect() }
    }

    /// Considers every set of that size that begins so, has that tally, and goes on with musts from a position.
    fn sets(
        &self,
        size: usize,
        begun: &mut Vec<RequirementNumber>,
        tally: Tally,
        from: usize,
        smallest: &mut Vec<Relaxation>,
    ) {
        if begun.len() == size {
            return self.consider(begun, &tally, smallest);
        }
        for (position, (must, difference)) in self.musts.iter().enumerate().skip(from) {
            begun.push(*must);
            self.sets(size, begun, tally + *difference, position + 1, smallest);
            begun.pop();
        }
    }

    /// Keeps a set that leads to advice, unless a smaller one in it does.
    fn consider(&self, musts: &[RequirementNumber], tally: &Tally, smallest: &mut Vec<Relaxation>) {
        let holds = |smaller: &Relaxation| smaller.musts.iter().all(|must| musts.contains(must));
        if smallest.iter().any(holds) {
            return;
        }
        let then = available(fit(tally, &self.facts.scoring), tally, self.facts.availability).1;
        if then != Recommendation::Neither {
            smallest.push(Relaxation { musts: musts.to_vec(), then });
        }
    }
}
