//! All answers on one page, and those that are parked.

use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::topic::Topic;
use crate::report::answer::said;
use crate::report::words::asked_only_after;

use super::{Action, Cursor, Cx, Flow, Plan, ScreenComponent};

/// The overview of all answers.
#[derive(Debug, Default)]
pub struct AnswersScreen {
    pub(crate) cursor: Cursor,
}

/// A question in the overview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct AnswerRow {
    pub(crate) question: Key<Question>,
    pub(crate) topic: Key<Topic>,
    /// Whether its answer does not count, because the question is no longer asked.
    pub(crate) is_parked: bool,
}

impl Plan<'_> {
    /// The rows of the overview: what is asked, then what is parked.
    pub(crate) fn answer_rows(&self) -> Vec<AnswerRow> {
        let row = |question: Key<Question>, is_parked| AnswerRow {
            question,
            topic: self.base.questions[question].topic,
            is_parked,
        };
        let visible = self.visible.iter().map(|question| row(question, false));
        visible.chain(self.verdict().parked.iter().map(|question| row(*question, true))).collect()
    }

    /// What was said to a question, in words.
    pub(crate) fn said(&self, question: Key<Question>) -> String {
        said(&self.base.questions[question], self.answers().response(question))
    }

    /// Why a parked answer does not count.
    pub(crate) fn parked_because(&self, question: Key<Question>) -> Option<String> {
        asked_only_after(self.base, question).map(|because| format!("does not count: {because}"))
    }
}

impl ScreenComponent for AnswersScreen {
    fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        let rows = cx.plan.answer_rows();
        let Some(action) = self.cursor.take(action, rows.len(), cx.reach) else { return Flow::Done };
        match (action, rows.get(self.cursor.row)) {
            (Action::Confirm, Some(row)) => Flow::Question(row.question, None),
            _ => Flow::Ignored,
        }
    }
}
