//! Sizes: a choice stands for numbers that there are, and the number of a limit is one that a question asks for.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Code;
use crate::knowledge::names::Names;
use crate::knowledge::raw::{Choice, Limitation, Question, Raw};

/// Checks every choice and every limitation with a number.
pub(super) fn check(raw: &Raw, names: &Names<'_>, findings: &mut Vec<Diagnostic>) {
    let questions: Vec<&Question> =
        raw.files().flat_map(|file| &file.questions).map(|question| &question.value).collect();
    for choice in questions.iter().flat_map(|question| &question.choices) {
        numbers(&choice.value, findings);
    }
    for limitation in raw.files().flat_map(|file| &file.limitations) {
        cap(&limitation.value, &questions, names, findings);
    }
}

fn numbers(choice: &Choice, findings: &mut Vec<Diagnostic>) {
    if let (Some(least), Some(most)) = (&choice.least, &choice.most)
        && least.value > most.value
    {
        let message = format!("no number lies between {} and {}", least.value, most.value);
        findings.push(Diagnostic::new(Code::K065, message, most.place.clone()).with(least.place.clone(), "the least"));
    }
}

fn cap(limitation: &Limitation, questions: &[&Question], names: &Names<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(id) = limitation.caps.as_ref().and_then(|caps| caps.value.question.as_ref()) else { return };
    let question = names.question_position(&id.value).and_then(|position| questions.get(position));
    let asks_for_size = |question: &&&Question| {
        question.choices.iter().any(|choice| choice.value.least.is_some() || choice.value.most.is_some())
    };
    if question.is_some_and(|question| !asks_for_size(&question)) {
        let message = format!("the question `{}` asks for no number", id.value);
        let help = "give its choices `most`, the largest number that each stands for";
        findings.push(Diagnostic::new(Code::K064, message, id.place.clone()).help(help));
    }
}
