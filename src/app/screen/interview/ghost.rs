//! Where the marked row would move the balance.

use crate::advise;
use crate::model::alternative::Pair;

use super::InterviewScreen;
use crate::app::plan::Plan;

impl InterviewScreen {
    /// How well both areas would fit, from 0 to 100, if the marked row were chosen; nothing if none is marked or it is chosen
    /// already.
    pub(crate) fn ghost(&self, plan: &Plan<'_>) -> Option<Pair<Option<u8>>> {
        let question = &plan.base.questions[self.question];
        let before = plan.response(self.question);
        let row = self.marked(question).filter(|row| !row.is_chosen(before.answer.as_ref()))?;
        let mut answers = plan.answers().clone();
        answers.set(self.question, row.chosen(before, question.kind));
        Some(advise::fits(&plan.facts, &answers))
    }
}
