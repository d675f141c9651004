//! Choices that only a follow-up asks for: whoever wants leads scored wants work with leads.

use std::collections::BTreeMap;

use crate::knowledge::KnowledgeBase;
use crate::model::question::Condition;

use super::Found;
use crate::brief::index::Chosen;

/// Adds the choice that makes each follow-up appear. Where several would, one must be proposed by itself.
pub(super) fn add(found: &mut BTreeMap<Chosen, Found>, base: &KnowledgeBase) {
    let children: Vec<Chosen> = found.keys().copied().collect();
    for mut child in children {
        while let Some(parent) = missing(child, found, base) {
            let Some(own) = found.get(&child).cloned() else { break };
            let question = &base.questions[parent.0];
            let mut proposal = own.proposal;
            (proposal.chosen, proposal.implied) = (parent, true);
            (proposal.importance, proposal.stated) = (question.importance, false);
            found.insert(parent, Found { proposal, ..own });
            child = parent;
        }
    }
}

/// The one choice that makes the question of another appear, if it is not there yet.
fn missing(child: Chosen, found: &BTreeMap<Chosen, Found>, base: &KnowledgeBase) -> Option<Chosen> {
    let Condition { question, choices } = base.questions[child.0].condition.as_ref()?;
    match choices.as_slice() {
        [choice] if !found.contains_key(&(*question, *choice)) => Some((*question, *choice)),
        _ => None,
    }
}
