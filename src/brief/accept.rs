//! From proposals that somebody accepts to answers, and back.

use crate::knowledge::KnowledgeBase;
use crate::model::answers::{Answer, Answers, Pick, Response};
use crate::model::question::{ChoiceIndex, Importance, Kind, Question};

use super::{Brief, Proposal, Tier};

impl Brief {
    /// The proposals as answers that are at least as sure; none where nothing is accepted. Each keeps its sentence as a note.
    pub fn accepted(&self, least: Option<Tier>, base: &KnowledgeBase) -> Answers {
        let is_accepted = |proposal: &&Proposal| least.is_some_and(|least| proposal.tier <= least);
        answers(&self.title, self.proposals.iter().filter(is_accepted), base)
    }
}

impl Proposal {
    /// Its sentence with the client's number, as it stands in a note.
    pub(crate) fn said(&self) -> String {
        match &self.number {
            Some(number) if !self.sentence.contains(number.as_str()) => format!("{number}: {}", self.sentence),
            _ => self.sentence.clone(),
        }
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
        let (key, choice) = proposal.chosen;
        let question = &base.questions[key];
        let mut response = answers.response(key).cloned().unwrap_or_default();
        choose(&mut response, choice, question);
        weigh(&mut response, choice, proposal.importance, question);
        note(&mut response, &proposal.said());
        answers.set(key, response);
    }
    answers
}

/// Makes a choice a part of what was said; where the question takes one, it takes the place of another.
pub(crate) fn choose(response: &mut Response, choice: ChoiceIndex, question: &Question) {
    if question.kind == Kind::One {
        if !response.picks().iter().any(|pick| pick.choice == choice) {
            *response =
                Response { answer: Some(Answer::Chosen(vec![Pick::of(choice)])), importance: None, ..response.clone() };
        }
        return;
    }
    let mut picks = response.take_picks();
    if !picks.iter().any(|pick| pick.choice == choice) {
        picks.push(Pick::of(choice));
        picks.sort_by_key(|pick| pick.choice);
    }
    response.answer = Some(Answer::Chosen(picks));
}

/// Sets how much a choice matters that was chosen; as preset where that is the same.
pub(crate) fn weigh(response: &mut Response, choice: ChoiceIndex, importance: Importance, question: &Question) {
    let importance = (importance != question.importance).then_some(importance);
    if question.kind == Kind::One {
        response.importance = importance;
        return;
    }
    let mut picks = response.take_picks();
    let pick = picks.iter_mut().find(|pick| pick.choice == choice).expect("only what was chosen is weighed");
    pick.importance = importance;
    response.answer = Some(Answer::Chosen(picks));
}

/// Adds a sentence to the note, once.
pub(crate) fn note(response: &mut Response, sentence: &str) {
    if response.note.lines().any(|line| line == sentence) {
        return;
    }
    if !response.note.is_empty() {
        response.note.push('\n');
    }
    response.note.push_str(sentence);
}

/// Takes a choice back. Without any left the question is open again.
pub(crate) fn take_back(response: &mut Response, choice: ChoiceIndex) {
    if let Some(Answer::Chosen(picks)) = &mut response.answer {
        picks.retain(|pick| pick.choice != choice);
        if picks.is_empty() {
            *response = Response { note: std::mem::take(&mut response.note), ..Response::default() };
        }
    }
}

/// Takes a sentence out of the note.
pub(crate) fn forget(response: &mut Response, sentence: &str) {
    let left: Vec<&str> = response.note.lines().filter(|line| *line != sentence).collect();
    response.note = left.join("\n");
}
