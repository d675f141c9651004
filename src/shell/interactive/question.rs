//! What the terminal was asked, until it has answered. An answer comes among the keys, soon, late or never.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::shell::clock;

/// How long an answer is awaited. A terminal that has said nothing by then will say nothing.
const AWAITED: Duration = Duration::from_secs(1);

/// The question, shared by who asks it and who hears the answer.
#[derive(Debug, Clone, Default)]
pub(super) struct Question(Arc<(Mutex<State>, Condvar)>);

#[derive(Debug, Clone, Copy, Default)]
enum State {
    #[default]
    NotAsked,
    /// Asked, and awaited until then.
    Visible(Instant),
    Answered,
}

impl Question {
    pub(super) fn ask(&self) {
        *self.state() = State::Visible(clock::moment() + AWAITED);
    }

    /// All that belongs to the answer has been heard.
    #[cfg_attr(not(any(unix, test)), expect(dead_code, reason = "the terminal is asked nothing there"))]
    pub(super) fn answered(&self) {
        *self.state() = State::Answered;
        self.0.1.notify_all();
    }

    /// Whether an answer may still come, however late.
    #[cfg_attr(not(any(unix, test)), expect(dead_code, reason = "the terminal is asked nothing there"))]
    pub(super) fn is_open(&self) -> bool {
        matches!(*self.state(), State::Visible(_))
    }

    /// How much longer the answer is awaited; nothing if it is not.
    pub(super) fn awaited(&self) -> Duration {
        match *self.state() {
            State::Visible(until) => until.saturating_duration_since(clock::moment()),
            State::NotAsked | State::Answered => Duration::ZERO,
        }
    }

    /// Waits for the answer as long as it is awaited. What comes meanwhile is read by somebody else.
    pub(super) fn wait(&self) {
        let awaited = self.awaited();
        let is_asked = |state: &mut State| matches!(state, State::Visible(_));
        // Whether it came or not: there is nothing more to be done about it.
        drop(self.0.1.wait_timeout_while(self.state(), awaited, is_asked));
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Question;

    #[test]
    fn nothing_is_awaited_before_the_question_and_after_the_answer() {
        let question = Question::default();
        assert_eq!((question.awaited(), question.is_open()), (Duration::ZERO, false));
        question.wait();
        question.ask();
        assert!(question.is_open());
        question.answered();
        assert_eq!((question.awaited(), question.is_open()), (Duration::ZERO, false));
        question.wait();
    }

    #[test]
    fn who_waits_goes_on_with_the_answer_or_without() {
        let question = Question::default();
        question.ask();
        let other = question.clone();
        std::thread::spawn(move || other.answered());
        question.wait();
        question.ask();
        question.wait();
        assert_eq!((question.awaited(), question.is_open()), (Duration::ZERO, true));
    }
}
