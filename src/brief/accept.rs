//! From proposals that somebody accepts to answers.

use crate::knowledge::KnowledgeBase;
use crate::model::answers::{Answer, Answers, Pick, Response};

use super::{Brief, Proposal, Tier};

impl Brief {
    /// The proposals as answers that are at least as sure; none where nothing is accepted. Each keeps its sentence as a note.
    pub fn accepted(&self, least: Option<Tier>, base: &KnowledgeBase) -> Answers {
        let is_accepted = |proposal: &&Proposal| least.is_some_and(|least| proposal.tier <= least);
        answers(&self.title, self.proposals.iter().filter(is_accepted), base)
    }
}

/// Proposals as answers, with their sentences as notes.
pub(crate) fn answers<'p>(
    title: &str,
    proposals: impl IntoIterator<Item = &'p Proposal>,
    base: &KnowledgeBase,
) -> Answers {
    let mut answers = Answers::default();
    title.clone_into(&mut answers.title);
    for proposal in proposals {
        let (question, choice) = proposal.chosen;
        let mut response = answers.response(question).cloned().unwrap_or_default();
        let importance = (proposal.importance != base.questions[question].importance).then_some(proposal.importance);
        add(&mut response, Pick { choice, importance });
        note(&mut response.note, proposal);
        answers.set(question, response);
    }
    answers
}

fn add(response: &mut Response, pick: Pick) {
    match &mut response.answer {
        Some(Answer::Chosen(picks)) => picks.push(pick),
        answer => *answer = Some(Answer::Chosen(vec![pick])),
    }
}

/// Adds the sentence with the client's number, once.
fn note(note: &mut String, proposal: &Proposal) {
    let sentence = match &proposal.number {
        Some(number) if !proposal.sentence.contains(number.as_str()) => format!("{number}: {}", proposal.sentence),
        _ => proposal.sentence.clone(),
    };
    if note.lines().any(|line| line == sentence) {
        return;
    }
    if !note.is_empty() {
        note.push('\n');
    }
    note.push_str(&sentence);
}
