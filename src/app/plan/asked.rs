//! Which questions a plan asks, in which order, and how far it is with them.

use crate::app::progress::{Progress, TopicPlace};
use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::topic::Topic;

use super::Plan;

impl Plan<'_> {
    pub(crate) fn progress(&self) -> Progress {
        self.count(|_| true)
    }

    pub(crate) fn topic_progress(&self, topic: Key<Topic>) -> Progress {
        self.count(|question| self.base.questions[question].topic == topic)
    }

    fn count(&self, wanted: impl Fn(Key<Question>) -> bool) -> Progress {
        Progress::of(&self.answers, self.visible.iter().filter(|question| wanted(*question)))
    }

    /// The question that is asked after another one.
    pub fn after(&self, question: Key<Question>) -> Option<Key<Question>> {
        self.visible.iter().find(|visible| *visible > question)
    }

    pub(crate) fn before(&self, question: Key<Question>) -> Option<Key<Question>> {
        self.visible.iter().rev().find(|visible| *visible < question)
    }

    /// The next question without an answer, from the beginning again after the last.
    pub(crate) fn next_open(&self, from: Key<Question>) -> Option<Key<Question>> {
        let open = || self.open();
        open().find(|question| *question > from).or_else(|| open().find(|question| *question != from))
    }

    /// The questions that are asked and have no answer yet, in order.
    pub(crate) fn open(&self) -> impl Iterator<Item = Key<Question>> {
        self.visible.iter().filter(|question| self.answers.answer(*question).is_none())
    }

    /// The question whose answer would tell the most about the advice, other than this one.
    pub(crate) fn most_useful(&self, here: Key<Question>) -> Option<Key<Question>> {
        self.analysis().useful().map(|next| next.question).find(|question| *question != here)
    }

    /// The topics that have a question to ask, in order.
    pub(crate) fn topics(&self) -> Vec<Key<Topic>> {
        self.base.topics.keys().filter(|topic| self.topic_progress(*topic).visible > 0).collect()
    }

    pub(crate) fn first_of(&self, topic: Key<Topic>) -> Option<Key<Question>> {
        self.visible.iter().find(|question| self.base.questions[*question].topic == topic)
    }

    /// Where a question stands among the topics.
    pub(crate) fn topic_place(&self, question: Key<Question>) -> TopicPlace {
        TopicPlace::of(self.base, question)
    }
}
