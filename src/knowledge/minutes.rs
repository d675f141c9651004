//! How long the questions take that everybody is asked.

use crate::model::arena::Arena;
use crate::model::question::Question;

/// Words that people read in a minute, with care.
const WORDS_A_MINUTE: usize = 200;
/// Seconds to settle on an answer once a question is read.
const SECONDS_A_QUESTION: usize = 10;

/// Minutes to read and answer the questions that are asked without an answer before, rounded up.
pub(super) fn of(questions: &Arena<Question>) -> u16 {
    let asked = || questions.iter().map(|(_, question)| question).filter(|question| question.condition.is_none());
    let words = |text: &str| text.split_whitespace().count();
    let read = |question: &Question| {
        words(&question.ask) + question.choices.iter().map(|choice| words(&choice.label)).sum::<usize>()
    };
    let seconds = asked().map(read).sum::<usize>() * 60 / WORDS_A_MINUTE + asked().count() * SECONDS_A_QUESTION;
    u16::try_from(seconds.div_ceil(60)).unwrap_or(u16::MAX)
}
