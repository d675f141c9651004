//! From answers to an answers file: one line for each question, in the order of the knowledge base.

use std::fmt::Write as _;

use crate::knowledge::KnowledgeBase;
use crate::model::answers::{Answer, Answers, Pick, Response};
use crate::model::question::Question;
use crate::model::scoring::Weights;

use super::quote::quote;
use super::{DOES_NOT_APPLY, FORMAT, NOT_SURE, brief, gaps, paper, settings};

/// Bytes of a file: most take no more.
const ROOM: usize = 2048;

/// The answers as TOML. Reading it gives the same answers again.
pub fn write(answers: &Answers, base: &KnowledgeBase) -> String {
    let mut out = write_answers(answers, base);
    brief::write(answers.brief.as_ref(), base, &mut out);
    out
}

/// The same without the client's text: what advice rests on.
pub(crate) fn write_answers(answers: &Answers, base: &KnowledgeBase) -> String {
    let mut out = String::with_capacity(ROOM);
    let _ = write!(out, "format = {FORMAT}\ntitle = ");
    quote(&answers.title, &mut out);
    if let Some(as_of) = &answers.as_of {
        out.push_str("\nas-of = ");
        quote(as_of, &mut out);
    }
    if let Some([must, should, could]) = answers.weights.map(Weights::all) {
        let _ = write!(out, "\nweights = {{ must = {must}, should = {should}, could = {could} }}");
    }
    out.push_str("\nedition = ");
    quote(&base.edition, &mut out);
    out.push('\n');
    settings::write(&answers.settings, base, &mut out);
    paper::write(&answers.paper, &mut out);
    gaps::write(answers, base, &mut out);
    out.push_str("\n[answers]\n");
    for (key, response) in answers.iter() {
        let question = &base.questions[key];
        out.push_str(question.id.as_str());
        out.push_str(" = ");
        value(response, question, &mut out);
        out.push('\n');
    }
    out
}

fn value(response: &Response, question: &Question, out: &mut String) {
    let is_bare = response.note.is_empty() && response.amount.is_empty() && response.importance.is_none();
    let word = match &response.answer {
        Some(Answer::NotSure) => Some(NOT_SURE),
        Some(Answer::DoesNotApply) => Some(DOES_NOT_APPLY),
        Some(Answer::Chosen(_)) | None => None,
    };
    if let (Some(word), true) = (word, is_bare) {
        return quote(word, out);
    }
    out.push_str("{ ");
    let begin = out.len();
    if let Some(word) = word {
        part("answer = ", begin, out);
        quote(word, out);
    } else if response.answer.is_some() {
        part("chosen = [", begin, out);
        listed(response.picks(), out, |pick, out| quote(id(*pick, question), out));
        out.push(']');
    }
    importance(response, question, begin, out);
    if !response.amount.is_empty() {
        part("amount = ", begin, out);
        quote(&response.amount, out);
    }
    if !response.note.is_empty() {
        part("note = ", begin, out);
        quote(&response.note, out);
    }
    out.push_str(" }");
}

/// Begins another part of what began at `begin`.
fn part(name: &str, begin: usize, out: &mut String) {
    if out.len() > begin {
        out.push_str(", ");
    }
    out.push_str(name);
}

fn listed<I>(items: impl IntoIterator<Item = I>, out: &mut String, mut write: impl FnMut(I, &mut String)) {
    for (position, item) in items.into_iter().enumerate() {
        if position > 0 {
            out.push_str(", ");
        }
        write(item, out);
    }
}

/// One importance for the answer, or one for each choice as soon as any has its own.
fn importance(response: &Response, question: &Question, begin: usize, out: &mut String) {
    let picks = response.picks();
    if picks.iter().all(|pick| pick.importance.is_none()) {
        if let Some(importance) = response.importance {
            part("importance = ", begin, out);
            quote(importance.word(), out);
        }
        return;
    }
    part("importance = { ", begin, out);
    let own = picks.iter().filter_map(|pick| Some((id(*pick, question), pick.importance.or(response.importance)?)));
    listed(own, out, |(id, importance), out| {
        out.push_str(id);
        out.push_str(" = ");
        quote(importance.word(), out);
    });
    out.push_str(" }");
}

fn id(pick: Pick, question: &Question) -> &str {
    question[pick.choice].id.as_str()
}
