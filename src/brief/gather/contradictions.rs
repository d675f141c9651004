//! What a text asks for that does not go together.

use std::collections::BTreeMap;

use crate::brief::index::Chosen;
use crate::brief::{Contradiction, Tier};
use crate::knowledge::KnowledgeBase;
use crate::model::question::Kind;

use super::{Best, Found, is_left};

/// Where answers contradict each other by the knowledge, and where a question that takes one gets two.
pub(super) fn among(found: &BTreeMap<Chosen, Found>, best: &Best, base: &KnowledgeBase) -> Vec<Contradiction> {
    let conflicts = base.conflicts.iter().filter_map(|conflict| {
        let between: Option<Vec<_>> = conflict.between.iter().map(|chosen| said(*chosen, found)).collect();
        let between = between.filter(|between| between.iter().all(|(chosen, _)| is_left(*chosen, best, base)))?;
        Some(Contradiction { between, reason: Some(conflict.reason.to_string()) })
    });
    let twice = best.values().filter(|chosen| base.questions[chosen.0].kind == Kind::One).filter_map(|chosen| {
        let likely = |other: &&Found| {
            other.proposal.chosen.0 == chosen.0
                && other.proposal.chosen != *chosen
                && other.proposal.tier == Tier::Likely
        };
        let (own, others): (&Found, Vec<&Found>) = (found.get(chosen)?, found.values().filter(likely).collect());
        let apart = others.iter().any(|other| other.proposal.sentence != own.proposal.sentence);
        let all = [own].into_iter().chain(others);
        let between = all.map(|one| (one.proposal.chosen, one.proposal.sentence.clone())).collect();
        apart.then_some(Contradiction { between, reason: None })
    });
    conflicts.chain(twice).collect()
}

fn said(chosen: Chosen, found: &BTreeMap<Chosen, Found>) -> Option<(Chosen, String)> {
    found.get(&chosen).map(|one| (chosen, one.proposal.sentence.clone()))
}
