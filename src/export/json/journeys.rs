//! Several journeys in one plan, in JSON.

use serde::Serialize;

use crate::advise::conflicts::Contradiction;
use crate::advise::split::{Journey, Split};
use crate::knowledge::KnowledgeBase;
use crate::model::journeys::JourneysApart;

use super::words::{choice_id, id};

/// The proposal to make several plans of one.
#[derive(Serialize)]
pub(super) struct Apart<'k> {
    id: &'k str,
    why: &'k str,
    journeys: Vec<Alone<'k>>,
    /// Positions among the conflicts of the advice.
    settles: Vec<usize>,
}

/// One journey with the choices that are not in all plans.
#[derive(Serialize)]
struct Alone<'k> {
    title: &'k str,
    choices: Vec<Chosen<'k>>,
    recommendation: Option<&'k str>,
}

#[derive(Serialize)]
struct Chosen<'k> {
    question: &'k str,
    choice: &'k str,
}

impl<'k> Apart<'k> {
    pub(super) fn of(split: &Split, contradictions: &[Contradiction], base: &'k KnowledgeBase) -> Self {
        let group = base.journeys_apart.get(split.group).expect("splits are of these groups");
        let is_settled = |(_, found): &(usize, &Contradiction)| split.settles.contains(&found.conflict);
        Self {
            id: group.id.as_str(),
            why: &group.why,
            journeys: split.journeys.iter().map(|journey| Alone::of(journey, group, base)).collect(),
            settles: (0..).zip(contradictions).filter(is_settled).map(|(position, _)| position).collect(),
        }
    }
}

impl<'k> Alone<'k> {
    fn of(journey: &Journey, group: &'k JourneysApart, base: &'k KnowledgeBase) -> Self {
        let chosen = journey.own.iter().map(|(question, choice)| Chosen {
            question: id(*question, base),
            choice: choice_id(*question, *choice, base),
        });
        Self {
            title: &group.parts.get(journey.part).expect("journeys are parts of the group").title,
            choices: chosen.collect(),
            recommendation: journey.then.id(&base.alternatives),
        }
    }
}
