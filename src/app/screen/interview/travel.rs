//! From question to question.

use crate::model::arena::Key;
use crate::model::question::Question;

use super::{InterviewScreen, Screen};
use crate::app::action::Action;
use crate::app::cx::Cx;
use crate::app::plan::Plan;
use crate::app::popup::Flow;

impl InterviewScreen {
    /// Goes to the next question; after the last to the advice, or to the answers if one is missing.
    pub(crate) fn next(&mut self, cx: &Cx<'_>) -> Flow {
        match cx.plan.after(self.question) {
            Some(question) => self.ask(&cx.plan, question),
            None if cx.plan.progress().is_complete() => return Flow::Go(Screen::Advice),
            None => return Flow::Go(Screen::Answers),
        }
        Flow::Done
    }

    /// Goes from question to question.
    pub(crate) fn travel(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        let (plan, here) = (&cx.plan, self.question);
        let (found, otherwise) = match action {
            Action::PreviousQuestion => (plan.before(here), "This is the first question."),
            Action::NextOpen => (plan.next_open(here), "Every question has an answer."),
            Action::MostUseful => (plan.most_useful(here), "No other open question can change anything."),
            Action::NextTopic => (self.topic_from(plan, 1), "This is the last topic."),
            Action::PreviousTopic => (self.topic_from(plan, -1), "This is the first topic."),
            _ => return Flow::Ignored,
        };
        match found {
            Some(question) => self.ask(plan, question),
            None => cx.mention(otherwise),
        }
        Flow::Done
    }

    fn topic_from(&self, plan: &Plan<'_>, step: isize) -> Option<Key<Question>> {
        let topics = plan.topics();
        let here = plan.base.questions[self.question].topic;
        let position = topics.iter().position(|topic| *topic == here)?.checked_add_signed(step)?;
        plan.first_of(*topics.get(position)?)
    }
}
