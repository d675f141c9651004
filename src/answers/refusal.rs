//! What is said where a text cannot stand there: in a file with its place, in a form without.

use crate::diagnostic::clean::visible;
use crate::diagnostic::code::Code;
use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::toml::{Reader, Value};
use crate::model::line::LineProblem;
use crate::model::paper::Refusal;

use super::amount;

/// What is wrong with a text, and what to do.
struct Problem {
    code: Code,
    message: String,
    help: String,
}

impl Problem {
    fn of(refusal: Refusal, what: &str, text: &str) -> Self {
        let shown = visible(text);
        match refusal {
            Refusal::Line(problem) => {
                let help = match problem {
                    LineProblem::Empty => "write it, or leave the line out",
                    LineProblem::SeveralLines => "write it on one line",
                    LineProblem::TooLong { .. } => "shorten it",
                };
                let message = format!("`{what}` {}", amount::words(problem));
                Self { code: Code::A037, message, help: help.to_owned() }
            }
            Refusal::NotADay => {
                let help = "write a day, such as `\"2026-12-14\"`".to_owned();
                Self { code: Code::A035, message: format!("`{shown}` is not a day"), help }
            }
            Refusal::UnknownWord(words) => {
                let help = did_you_mean(text, words.iter().copied()).expect("the words are few");
                Self { code: Code::A036, message: format!("`{shown}` is no {what}"), help }
            }
        }
    }
}

/// Reports that a text cannot stand there.
pub(super) fn refused(refusal: Refusal, what: &str, text: &str, value: &Value<'_>, reader: &mut Reader) {
    let problem = Problem::of(refusal, what, text);
    reader.report(problem.code, problem.message, value).help = Some(problem.help);
}

/// The same where there are no places to show: what is wrong, and what to do.
pub(crate) fn words(refusal: Refusal, what: &str, text: &str) -> (String, String) {
    let problem = Problem::of(refusal, what, text);
    (problem.message, problem.help)
}
