//! The visible questions: those without a condition, and those whose parent is visible and has a choice that opens them.

use super::KnowledgeBase;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::question::Question;

/// The questions that are asked, given the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visible {
    by_position: Vec<bool>,
}

impl Visible {
    /// Decides it in one pass, because a parent stands before its children.
    pub fn of(base: &KnowledgeBase, answers: &Answers) -> Self {
        let mut visible = Self { by_position: Vec::with_capacity(base.questions.len()) };
        for (_, question) in base.questions.iter() {
            let is_visible = question.condition.as_ref().is_none_or(|condition| {
                visible.contains(condition.question)
                    && answers
                        .answer(condition.question)
                        .is_some_and(|answer| condition.choices.iter().any(|choice| answer.has(*choice)))
            });
            visible.by_position.push(is_visible);
        }
        visible
    }

    /// Whether a question is asked.
    pub fn contains(&self, question: Key<Question>) -> bool {
        *self.by_position.get(question.position()).expect("a parent stands before its children")
    }

    /// The questions that are asked, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Key<Question>> {
        self.by_position.iter().enumerate().filter(|(_, visible)| **visible).map(|(position, _)| Key::new(position))
    }

    /// The questions that have an answer but are not asked any more.
    pub fn parked(&self, answers: &Answers) -> Vec<Key<Question>> {
        answers
            .iter()
            .filter(|(question, response)| response.answer.is_some() && !self.contains(*question))
            .map(|(question, _)| question)
            .collect()
    }
}
