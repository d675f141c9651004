//! What is done with proposals: each deed is one change of the plan, so that it can be taken back at once.

use std::collections::BTreeMap;

use crate::app::history::{About, PlanChange};
use crate::app::plan::Plan;
use crate::brief::accept::{choose, forget, note, take_back, weigh as weigh_pick};
use crate::brief::{Chosen, Proposal, Tier};
use crate::model::answers::Response;
use crate::model::arena::Key;
use crate::model::kept_brief::KeptBrief;
use crate::model::question::{Importance, Kind, Question};

use super::{Fate, Reading};

/// What is to be said instead of what the plan says.
struct Draft {
    responses: BTreeMap<Key<Question>, Response>,
    kept: Option<KeptBrief>,
}

impl Draft {
    fn of(plan: &Plan<'_>) -> Self {
        Self { responses: BTreeMap::new(), kept: plan.answers().brief.clone() }
    }

    fn response(&mut self, plan: &Plan<'_>, question: Key<Question>) -> &mut Response {
        self.responses.entry(question).or_insert_with(|| plan.response(question))
    }

    fn accept(&mut self, plan: &Plan<'_>, chosen: Chosen, importance: Importance, said: &str) {
        let question = &plan.base.questions[chosen.0];
        let response = self.response(plan, chosen.0);
        choose(response, chosen.1, question);
        weigh_pick(response, chosen.1, importance, question);
        note(response, said);
        if let Some(kept) = &mut self.kept {
            kept.rejected.remove(&chosen);
            kept.importances.remove(&chosen);
        }
    }

    /// Takes a choice back; its sentence leaves the note unless something else there comes from it.
    fn reject(&mut self, plan: &Plan<'_>, reading: &Reading, proposal: &Proposal) {
        let (question, choice) = proposal.chosen;
        if plan.fate(proposal.chosen) == Fate::Accepted {
            let said = proposal.said();
            let is_needed = |other: &&Proposal| {
                other.chosen.0 == question
                    && other.chosen != proposal.chosen
                    && other.said() == said
                    && plan.fate(other.chosen) == Fate::Accepted
            };
            let is_needed = reading.brief.proposals.iter().any(|other| is_needed(&other));
            let response = self.response(plan, question);
            take_back(response, choice);
            if !is_needed {
                forget(response, &said);
            }
        }
        if let Some(kept) = &mut self.kept {
            kept.rejected.insert(proposal.chosen);
        }
    }

    /// Makes it so, as one change.
    fn finish(self, plan: &mut Plan<'_>, about: About) {
        let differing = self.responses.into_iter().filter(|(question, response)| plan.response(*question) != *response);
        let mut changes: Vec<PlanChange> =
            differing.map(|(question, response)| PlanChange::Response(question, response)).collect();
        if self.kept != plan.answers().brief {
            changes.push(PlanChange::Brief(self.kept));
        }
        plan.change_together(changes, about);
    }
}

/// Makes an answer of a proposal: of its own choice, or of another one that its sentence asks for, which rejects its own.
pub(crate) fn accept(plan: &mut Plan<'_>, reading: &Reading, proposal: &Proposal, instead: Option<Chosen>) {
    let mut draft = Draft::of(plan);
    let Some(chosen) = instead.filter(|chosen| *chosen != proposal.chosen) else {
        draft.accept(plan, proposal.chosen, plan.importance_of(proposal), &proposal.said());
        return draft.finish(plan, About::Question(proposal.chosen.0));
    };
    draft.reject(plan, reading, proposal);
    let preset = plan.base.questions[chosen.0].importance;
    let importance = if proposal.stated { plan.importance_of(proposal) } else { preset };
    draft.accept(plan, chosen, importance, &proposal.said());
    draft.finish(plan, About::Question(chosen.0));
}

/// Makes a choice an answer with a sentence of the text from which nothing was proposed.
pub(crate) fn say(plan: &mut Plan<'_>, sentence: &str, chosen: Chosen) {
    let mut draft = Draft::of(plan);
    draft.accept(plan, chosen, plan.base.questions[chosen.0].importance, sentence);
    draft.finish(plan, About::Question(chosen.0));
}

/// Rejects a proposal, or opens it again if it was rejected. What was an answer is none any more.
pub(crate) fn reject(plan: &mut Plan<'_>, reading: &Reading, proposal: &Proposal) {
    let mut draft = Draft::of(plan);
    if plan.fate(proposal.chosen) == Fate::Rejected {
        draft.kept.iter_mut().for_each(|kept| kept.rejected.retain(|chosen| *chosen != proposal.chosen));
    } else {
        draft.reject(plan, reading, proposal);
    }
    draft.finish(plan, About::Question(proposal.chosen.0));
}

/// Sets how much a proposal matters. One that is no answer stays none.
pub(crate) fn weigh(plan: &mut Plan<'_>, proposal: &Proposal, importance: Importance) {
    let mut draft = Draft::of(plan);
    let (question, choice) = proposal.chosen;
    if plan.fate(proposal.chosen) == Fate::Accepted {
        let asked = &plan.base.questions[question];
        weigh_pick(draft.response(plan, question), choice, importance, asked);
    } else if let Some(kept) = &mut draft.kept {
        if importance == proposal.importance {
            kept.importances.remove(&proposal.chosen);
        } else {
            kept.importances.insert(proposal.chosen, importance);
        }
    }
    draft.finish(plan, About::Question(question));
}

/// Accepts what is likely and open. An answer that somebody gave is not replaced. Returns how many were accepted, and how
/// many were left for that.
pub(crate) fn accept_likely(plan: &mut Plan<'_>, reading: &Reading) -> (usize, usize) {
    let mut draft = Draft::of(plan);
    let (mut accepted, mut left) = (0, 0);
    let likely = reading.brief.proposals.iter().filter(|proposal| proposal.tier == Tier::Likely);
    for proposal in likely {
        if plan.fate(proposal.chosen) != Fate::Open {
            continue;
        }
        if is_answered(plan, proposal.chosen.0) {
            left += 1;
        } else {
            draft.accept(plan, proposal.chosen, plan.importance_of(proposal), &proposal.said());
            accepted += 1;
        }
    }
    draft.finish(plan, About::Plan);
    (accepted, left)
}

/// Whether another choice would take the place of an answer.
fn is_answered(plan: &Plan<'_>, question: Key<Question>) -> bool {
    let takes_one = plan.base.questions[question].kind == Kind::One;
    plan.answers().answer(question).is_some_and(|answer| takes_one || answer.picks().is_empty())
}
