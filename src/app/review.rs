//! All answers on one page, and those that are parked.

use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::topic::Topic;
use crate::report::answer::said;
use crate::report::words::asked_only_after;

use super::action::Action;
use super::plan::Plan;
use super::{App, Screen};

/// Where the overview is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Review {
    /// The marked row.
    pub row: usize,
}

/// A question in the overview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReviewRow {
    /// The question.
    pub question: Key<Question>,
    /// Its topic.
    pub topic: Key<Topic>,
    /// Whether its answer does not count, because the question is no longer asked.
    pub is_parked: bool,
}

impl Plan<'_> {
    /// The rows of the overview: what is asked, then what is parked.
    pub fn review_rows(&self) -> Vec<ReviewRow> {
        let row = |question: Key<Question>, is_parked| ReviewRow {
            question,
            topic: self.base.questions[question].topic,
            is_parked,
        };
        let asked = self.asked.iter().map(|question| row(question, false));
        asked.chain(self.verdict().parked.iter().map(|question| row(*question, true))).collect()
    }

    /// What was said to a question, in words.
    pub fn said(&self, question: Key<Question>) -> String {
        said(&self.base.questions[question], self.answers().response(question))
    }

    /// Why a parked answer does not count.
    pub fn parked_because(&self, question: Key<Question>) -> Option<String> {
        asked_only_after(self.base, question).map(|because| format!("does not count: {because}"))
    }
}

impl App<'_> {
    pub(super) fn update_review(&mut self, action: Action) {
        let rows = self.plan.review_rows();
        let last = rows.len().saturating_sub(1);
        match action {
            Action::Up => self.review.row = self.review.row.saturating_sub(1),
            Action::Down => self.review.row = (self.review.row + 1).min(last),
            Action::First => self.review.row = 0,
            Action::Last => self.review.row = last,
            Action::ScrollUp => self.review.row = self.review.row.saturating_sub(10),
            Action::ScrollDown => self.review.row = (self.review.row + 10).min(last),
            Action::Row(row) if row <= last => {
                self.review.row = row;
                self.update_review(Action::Confirm);
            }
            Action::Confirm => {
                if let Some(row) = rows.get(self.review.row) {
                    self.open_question(row.question);
                }
            }
            _ => {}
        }
    }

    /// Goes to a question; to the one it depends on if it is not asked.
    pub(super) fn open_question(&mut self, question: Key<Question>) {
        let mut wanted = question;
        while !self.plan.asked.contains(wanted) {
            match &self.plan.base.questions[wanted].condition {
                Some(condition) => wanted = condition.question,
                None => break,
            }
        }
        if wanted != question {
            self.mention("That question is asked only after another answer here.");
        }
        self.ask(Some(wanted));
        self.go(Screen::Interview);
    }
}
