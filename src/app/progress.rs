//! How far the answers to some questions are.

use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::question::Question;

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
