//! What keys do on a question as it stands.

use crate::model::answers::Answer;
use crate::model::question::{Importance, Kind};

use super::InterviewScreen;
use super::row::QuestionRow;
use crate::app::action::Action;
use crate::app::plan::Plan;

impl InterviewScreen {
    /// What an action does on the question as it stands, in a word or two; nothing if it would do nothing. `otherwise`
    /// is what it does anywhere.
    pub(crate) fn word<'w>(&self, plan: &Plan<'_>, action: Action, otherwise: &'w str) -> Option<&'w str> {
        let question = &plan.base.questions[self.question];
        let (row, answer) = (self.marked(question), plan.answers().answer(self.question));
        let is_chosen = row.is_some_and(|row| row.is_chosen(answer));
        let has_picks = answer.is_some_and(|answer| !answer.picks().is_empty());
        let ticks = question.kind == Kind::Many && matches!(row, Some(QuestionRow::Choice(_)));
        let enter_chooses = row.is_some() && !ticks && !is_chosen;
        match action {
            Action::Down => row.is_none().then_some("mark"),
            Action::Confirm => Some(if enter_chooses { "choose" } else { otherwise }),
            Action::NextQuestion => enter_chooses.then_some(otherwise),
            Action::Choose if row.is_none() || enter_chooses => None,
            Action::Choose if ticks => Some(if is_chosen { "untick" } else { "tick" }),
            Action::Choose => Some("take back"),
            Action::Must | Action::Should | Action::Could => {
                (has_picks && !question.asks_for_nothing()).then_some("importance")
            }
            _ => Some(otherwise),
        }
    }

    /// What stands first among the keys: space where the marked row waits for a tick.
    pub(crate) fn first_keys(&self, plan: &Plan<'_>) -> &'static [Action] {
        const ENTER: &[Action] = &[
            Action::Down,
            Action::Confirm,
            Action::Must,
            Action::Choose,
            Action::NextQuestion,
            Action::PreviousQuestion,
        ];
        const SPACE: &[Action] =
            &[Action::Choose, Action::Confirm, Action::Must, Action::NextQuestion, Action::PreviousQuestion];
        if self.word(plan, Action::Choose, "") == Some("tick") { SPACE } else { ENTER }
    }

    /// How much the answer counts, where that can be said in one word: the marked choice's importance, or that of the only one.
    pub(crate) fn counts_as(&self, plan: &Plan<'_>) -> Option<Importance> {
        let question = &plan.base.questions[self.question];
        let response = plan.response(self.question);
        let marked = self.marked(question);
        let picks = response.answer.as_ref().map(Answer::picks).unwrap_or_default();
        let pick = match picks {
            [only] => Some(only),
            several => several.iter().find(|pick| marked == Some(QuestionRow::Choice(pick.choice))),
        }?;
        (!question[pick.choice].needs.is_empty()).then(|| response.importance_of(*pick, question))
    }
}
