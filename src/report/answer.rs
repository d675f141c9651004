//! An answer in words.

use crate::diagnostic::clean::visible;
use crate::diagnostic::suggest::enumerate;
use crate::model::answers::{Answer, Pick, Response};
use crate::model::question::Question;

/// Returns what was said to a question, in the words of the interview: `"Email" as a must and "Push" as a could`; with the
/// user's own figure behind it: `"Contacts" (40,000)`.
pub(crate) fn said(question: &Question, response: Option<&Response>) -> String {
    let said = answer(question, response);
    match response.map(|response| visible(response.amount.trim())) {
        Some(amount) if !amount.is_empty() => format!("{said} ({amount})"),
        _ => said,
    }
}

fn answer(question: &Question, response: Option<&Response>) -> String {
    let answer = response.and_then(|response| Some((response, response.answer.as_ref()?)));
    match answer {
        None => "no answer yet".to_owned(),
        Some((_, Answer::NotSure)) => "not sure".to_owned(),
        Some((_, Answer::DoesNotApply)) => "not relevant".to_owned(),
        Some((_, Answer::Chosen(picks))) if picks.is_empty() => "none of these".to_owned(),
        Some((response, Answer::Chosen(picks))) => {
            let labels: Vec<String> = picks.iter().map(|pick| chosen(question, response, *pick)).collect();
            enumerate(&labels, "and")
        }
    }
}

fn chosen(question: &Question, response: &Response, pick: Pick) -> String {
    let choice = &question[pick.choice];
    if choice.needs.is_empty() {
        return format!("\"{}\"", choice.label);
    }
    format!("\"{}\" as a {}", choice.label, response.importance_of(pick, question).word())
}
