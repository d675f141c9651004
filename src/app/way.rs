//! From one screen to another.

use super::App;
use super::context::Screen;
use super::popup::Flow;
use crate::model::arena::Key;
use crate::model::question::{ChoiceIndex, Question};

impl App<'_> {
    /// Carries out where it leads.
    pub(super) fn follow(&mut self, flow: Flow) {
        match flow {
            Flow::Done | Flow::Ignored | Flow::Close => {}
            Flow::Go(screen) => self.go(screen),
            Flow::Question(question, choice) => self.go_to_question(question, choice),
            Flow::Open(popup) => self.popup = Some(*popup),
            Flow::Act(action) => self.update(action),
        }
    }

    /// Goes to a screen; one that was open before is gone back to.
    pub(super) fn go(&mut self, screen: Screen) {
        self.cx.here = self.screen_context();
        self.screens.get(screen).enter(&mut self.cx);
        match self.open.iter().position(|open| *open == screen) {
            Some(position) => self.open.truncate(position + 1),
            None if screen == Screen::Start => self.open.clear(),
            None => self.open.push(screen),
        }
        if screen != Screen::Start {
            self.screens.start.left_at = None;
        }
        self.cx.here = self.screen_context();
    }

    /// Goes to a question; to the one it depends on if it is not asked.
    pub(super) fn go_to_question(&mut self, question: Key<Question>, choice: Option<ChoiceIndex>) {
        let plan = &self.cx.plan;
        let mut wanted = question;
        while !plan.visible.contains(wanted) {
            match &plan.base.questions[wanted].condition {
                Some(condition) => wanted = condition.question,
                None => break,
            }
        }
        self.screens.interview.ask(plan, wanted);
        if let Some(choice) = choice {
            self.screens.interview.mark_choice(plan, choice);
        }
        if wanted != question && self.cx.message.is_none() {
            self.cx.mention("That question is asked only after another answer here.");
        }
        self.go(Screen::Interview);
    }
}
