//! From answers to an answers file: one line for each question, in the order of the knowledge base.

use std::fmt::Write as _;

use crate::diagnostic::clean::{is_hostile, is_plain};
use crate::knowledge::KnowledgeBase;
use crate::model::answers::{Answer, Answers, Pick, Response};
use crate::model::question::Question;
use crate::model::scoring::Weights;

use super::{DOES_NOT_APPLY, FORMAT, NOT_SURE};

/// The answers as TOML. Reading it gives the same answers again.
pub fn write(answers: &Answers, base: &KnowledgeBase) -> String {
    let mut out = format!("format = {FORMAT}\ntitle = {}\n", quoted(&answers.title));
    if let Some(as_of) = &answers.as_of {
        let _ = writeln!(out, "as-of = {}", quoted(as_of));
    }
    if let Some([must, should, could]) = answers.weights.map(Weights::all) {
        let _ = writeln!(out, "weights = {{ must = {must}, should = {should}, could = {could} }}");
    }
    let _ = writeln!(out, "edition = {}", quoted(&base.edition));
    out.push_str("\n[answers]\n");
    for (key, response) in answers.iter().filter(|(key, _)| key.position() < base.questions.len()) {
        let question = &base.questions[key];
        let _ = writeln!(out, "{} = {}", question.id, value(response, question));
    }
    out
}

fn value(response: &Response, question: &Question) -> String {
    let mut parts = Vec::new();
    let picks = response.answer.as_ref().map_or(&[][..], Answer::picks);
    match &response.answer {
        Some(Answer::Chosen(_)) => {
            let ids: Vec<String> = picks.iter().map(|pick| quoted(id(*pick, question))).collect();
            parts.push(format!("chosen = [{}]", ids.join(", ")));
        }
        Some(Answer::NotSure) => parts.push(format!("answer = \"{NOT_SURE}\"")),
        Some(Answer::DoesNotApply) => parts.push(format!("answer = \"{DOES_NOT_APPLY}\"")),
        None => {}
    }
    parts.extend(importance(response, picks, question));
    if !response.note.is_empty() {
        parts.push(format!("note = {}", quoted(&response.note)));
    }
    match (&response.answer, parts.as_slice()) {
        (Some(Answer::NotSure), [_]) => format!("\"{NOT_SURE}\""),
        (Some(Answer::DoesNotApply), [_]) => format!("\"{DOES_NOT_APPLY}\""),
        _ => format!("{{ {} }}", parts.join(", ")),
    }
}

/// One importance for the answer, or one for each choice as soon as any has its own.
fn importance(response: &Response, picks: &[Pick], question: &Question) -> Option<String> {
    if picks.iter().all(|pick| pick.importance.is_none()) {
        return response.importance.map(|importance| format!("importance = \"{}\"", importance.word()));
    }
    let own = picks.iter().filter_map(|pick| {
        let importance = pick.importance.or(response.importance)?;
        Some(format!("{} = \"{}\"", id(*pick, question), importance.word()))
    });
    Some(format!("importance = {{ {} }}", own.collect::<Vec<_>>().join(", ")))
}

fn id(pick: Pick, question: &Question) -> &str {
    question.choice(pick.choice).map_or("", |choice| choice.id.as_str())
}

/// A TOML string on one line, with everything escaped that could drive a terminal or hide text.
pub fn quoted(text: &str) -> String {
    if is_plain(text) && !text.contains(['"', '\\']) {
        return ["\"", text, "\""].concat();
    }
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            _ if is_hostile(letter) => {
                let _ = write!(out, "\\U{:08X}", u32::from(letter));
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
    out
}
