//! How far the answers to some questions are.

use crate::knowledge::KnowledgeBase;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::topic::Topic;

/// How far the answers to some questions are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Progress {
    pub(crate) answered: usize,
    pub(crate) visible: usize,
}

impl Progress {
    /// How far answers are to questions that are asked.
    pub(super) fn of(answers: &Answers, visible: impl Iterator<Item = Key<Question>>) -> Self {
        visible.fold(Self::default(), |progress, question| Self {
            answered: progress.answered + usize::from(answers.answer(question).is_some()),
            visible: progress.visible + 1,
        })
    }

    /// How many of the questions have an answer, in words.
    pub(crate) fn words(self) -> String {
        format!("{} of {} answered", self.answered, self.visible)
    }

    pub(crate) fn is_complete(self) -> bool {
        self.answered == self.visible
    }
}

/// Where a question stands among the topics that every plan goes through. Topics that only some answers open belong to the one
/// before them, so the end never moves away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TopicPlace {
    /// The number of the topic, from 1.
    pub(crate) number: usize,
    /// How many there are.
    pub(crate) of: usize,
}

impl TopicPlace {
    pub(crate) fn of(base: &KnowledgeBase, question: Key<Question>) -> Self {
        let is_always_asked =
            |topic: &Key<Topic>| base.questions.iter().any(|(_, one)| one.topic == *topic && one.condition.is_none());
        let here = base.questions[question].topic;
        let all: Vec<Key<Topic>> = base.topics.keys().filter(is_always_asked).collect();
        Self { number: all.iter().filter(|topic| **topic <= here).count().max(1), of: all.len().max(1) }
    }

    /// The place in words: `topic 3 of 8`.
    pub(crate) fn words(self) -> String {
        format!("topic {} of {}", self.number, self.of)
    }
}
