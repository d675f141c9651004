//! From an answers file to answers. Nothing is taken from a text that has any error.

use std::collections::HashSet;

use toml::de::DeValue;

use crate::diagnostic::clean::visible;
use crate::diagnostic::code::Code;
use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::toml::{Codes, Reader, Table, Value, parse};
use crate::diagnostic::{self, Diagnostic, File, Place, Severity};
use crate::knowledge::visible::Visible;
use crate::knowledge::{AsOfError, KnowledgeBase};
use crate::model::answers::{Answer, Answers, Pick, Response};
use crate::model::question::{ChoiceIndex, Kind, Question};
use crate::model::scoring::Weights;

use super::named::{Subject, Written, choice, importance, unknown_question};
use super::{DOES_NOT_APPLY, FORMAT, NOT_SURE, brief, gaps, paper, settings};

/// The largest answers file that is read, in bytes.
pub(crate) const LARGEST: usize = 4_000_000;

const CODES: Codes =
    Codes { syntax: Code::A001, unknown_key: Code::A002, missing_key: Code::A005, wrong_kind: Code::A005 };

/// Reads an answers file. The answers are absent if there was any error; every problem is reported.
pub fn read(file: &File, base: &KnowledgeBase) -> (Option<Answers>, Vec<Diagnostic>) {
    if file.text.len() > LARGEST {
        let message = format!("`{}` is larger than four megabytes, so it is no answers file", visible(&file.path));
        return (None, vec![Diagnostic::without_place(Code::A012, message)]);
    }
    let (document, mut diagnostics) = parse(file, 0, CODES);
    if !diagnostics.is_empty() {
        return (None, diagnostics);
    }
    let mut reader = Reader::new(0, CODES);
    let answers = document_answers(Table::root(&document, 0), base, &mut reader);
    diagnostics.append(&mut reader.diagnostics);
    diagnostic::sort(&mut diagnostics);
    // A choice may be named twice in one answer, as chosen and with its importance.
    let mut left_out = HashSet::new();
    diagnostics.retain(|problem| problem.code != Code::A014 || left_out.insert(problem.message.clone()));
    let has_error = diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error);
    (answers.filter(|_| !has_error), diagnostics)
}

fn document_answers(mut document: Table<'_, '_>, base: &KnowledgeBase, reader: &mut Reader) -> Option<Answers> {
    if let Some(format) = document.take("format")
        && !is_known_format(format, reader)
    {
        return None;
    }
    let mut answers = Answers::default();
    if let Some(title) = document.take("title") {
        reader.text(title)?.clone_into(&mut answers.title);
    }
    answers.as_of = document.take("as-of").and_then(|value| as_of(value, base, reader));
    answers.weights = document.take("weights").and_then(|value| weights(value, reader));
    answers.settings = document.take("plan").and_then(|value| settings::read(value, reader)).unwrap_or_default();
    answers.paper = document.take("paper").and_then(|value| paper::read(value, reader)).unwrap_or_default();
    let edition = document.take("edition");
    let other = edition.and_then(|value| reader.text(value)).filter(|edition| base.edition != **edition);
    let written = if other.is_some() { Written::Elsewhere } else { Written::Here };
    if let Some(value) = document.take("answers") {
        responses(value, base, written, &mut answers, reader);
    }
    if let Some(value) = document.take("gaps") {
        gaps::read(value, base, written, &mut answers, reader);
    }
    answers.brief = document.take("brief").and_then(|value| brief::read(value, base, written, reader));
    document.finish(reader);
    if let (Some(value), Some(edition)) = (edition, other) {
        editions_differ(value, edition, &answers, base, reader);
    }
    Some(answers)
}

/// Reads `[answers]`.
fn responses(value: &Value<'_>, base: &KnowledgeBase, written: Written, answers: &mut Answers, reader: &mut Reader) {
    let Some(table) = reader.table(value) else { return };
    for (key, value) in table.entries() {
        let name: &str = key.get_ref();
        match base.question(name) {
            Some(question) => {
                let subject = Subject { question: &base.questions[question], written };
                if let Some(response) = response(value, subject, reader) {
                    answers.set(question, response);
                }
            }
            None => unknown_question(name, key, base, written, reader),
        }
    }
}

/// Says that the knowledge is another one, and what nobody may have been asked yet.
fn editions_differ(value: &Value<'_>, edition: &str, answers: &Answers, base: &KnowledgeBase, reader: &mut Reader) {
    let message = format!(
        "the answers were given to edition {} of the knowledge, and this is edition {}",
        visible(edition),
        base.edition
    );
    reader.report(Code::A015, message, value);
    let asked = Visible::of(base, answers);
    let open: Vec<&str> = asked
        .iter()
        .filter(|question| answers.answer(*question).is_none())
        .map(|question| base.questions[question].id.as_str())
        .collect();
    if !open.is_empty() {
        let message = format!("these questions have no answer and may be new: {}", open.join(", "));
        reader.diagnostics.push(Diagnostic::without_place(Code::A016, message));
    }
}

fn is_known_format(value: &Value<'_>, reader: &mut Reader) -> bool {
    let number =
        value.get_ref().as_integer().and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok());
    match number {
        Some(newer) if newer > FORMAT => {
            let message = format!("the file has format {newer}; this program reads format {FORMAT}");
            reader.report(Code::A010, message, value).help = Some("update the program to read it".to_owned());
            false
        }
        Some(FORMAT) => true,
        _ => {
            reader.wrong_kind(value, &format!("the number {FORMAT}"));
            true
        }
    }
}

fn as_of(value: &Value<'_>, base: &KnowledgeBase, reader: &mut Reader) -> Option<String> {
    let text = reader.text(value)?;
    let Err(error) = base.as_of(text, base.facts_from.first_day()) else { return Some(text.to_owned()) };
    let (message, help) = as_of_problem(text, error, base);
    reader.report(Code::A009, message, value).help = Some(help);
    None
}

/// `{ must = 5, should = 3, could = 1 }`
fn weights(value: &Value<'_>, reader: &mut Reader) -> Option<Weights> {
    let mut table = reader.table(value)?;
    let mut weight = |name| {
        let value = table.require(name, reader)?;
        let Some(number) = value.get_ref().as_integer() else {
            reader.wrong_kind(value, "a number from 1 to 100");
            return None;
        };
        let weight = u8::from_str_radix(number.as_str(), number.radix()).ok();
        if weight.is_none() {
            reader.report(Code::A017, format!("`{number}` is no weight"), value).help = Some(WEIGHTS.to_owned());
        }
        weight
    };
    let (must, should, could) = (weight("must"), weight("should"), weight("could"));
    table.finish(reader);
    let weights = Weights::new(must?, should?, could?);
    if weights.is_none() {
        reader.report(Code::A017, "weights that cannot be", value).help = Some(WEIGHTS.to_owned());
    }
    weights
}

/// What weights can be.
const WEIGHTS: &str = "weights are numbers from 1 to 100, that of a must the greatest and that of a could the least";

/// What is wrong with a day to plan for, and what to write instead.
pub(crate) fn as_of_problem(text: &str, error: AsOfError, base: &KnowledgeBase) -> (String, String) {
    let text = visible(text);
    match error {
        AsOfError::NotADay => {
            let names = did_you_mean(&text, base.as_of_names()).unwrap_or_default();
            let dates = if names.ends_with('?') { " A date looks like" } else { ", or a date such as" };
            (format!("`{text}` is no day to plan for"), format!("{names}{dates} `2026-05-01`"))
        }
        AsOfError::TooEarly => {
            let from = base.facts_from;
            (format!("`{text}` lies before the facts begin"), format!("the earliest day is `{from}`"))
        }
    }
}

fn response(value: &Value<'_>, subject: Subject<'_>, reader: &mut Reader) -> Option<Response> {
    match value.get_ref() {
        DeValue::String(_) => {
            Some(Response { answer: Some(word(value, subject.question, reader)?), ..Response::default() })
        }
        DeValue::Array(_) => Some(Response { answer: chosen(value, subject, reader), ..Response::default() }),
        DeValue::Table(_) => Some(full(reader.table(value)?, subject, reader)),
        _ => {
            reader.wrong_kind(value, "an answer").help = Some(ANSWER_FORMS.to_owned());
            None
        }
    }
}

const ANSWER_FORMS: &str = "an answer is `\"not-sure\"`, `\"does-not-apply\"`, `[\"choice\"]` or `{ chosen = [\"choice\"], importance = \"must\" }`";

/// `not-sure` or `does-not-apply`.
fn word(value: &Value<'_>, question: &Question, reader: &mut Reader) -> Option<Answer> {
    let text = reader.text(value)?;
    match text {
        NOT_SURE => return Some(Answer::NotSure),
        DOES_NOT_APPLY => return Some(Answer::DoesNotApply),
        _ => {}
    }
    let shown = visible(text);
    let help = if question.find(text).is_some() {
        Some(format!("a choice stands in brackets: `[\"{shown}\"]`"))
    } else {
        did_you_mean(text, [NOT_SURE, DOES_NOT_APPLY])
    };
    reader.report(Code::A005, format!("`{shown}` is no answer"), value).help = help;
    None
}

/// A list of choices.
fn chosen(value: &Value<'_>, subject: Subject<'_>, reader: &mut Reader) -> Option<Answer> {
    let question = subject.question;
    let mut found: Vec<(ChoiceIndex, Place)> = Vec::new();
    let mut all_known = true;
    for item in reader.list(value)? {
        let index = reader.text(item).and_then(|text| choice(text, reader.place(item), subject, reader));
        let Some(index) = index else {
            all_known = false;
            continue;
        };
        let place = reader.place(item);
        if let Some((_, first)) = found.iter().find(|(known, _)| *known == index) {
            let first = first.clone();
            let message = format!("`{}` is chosen twice", question[index].id);
            reader.diagnostics.push(Diagnostic::new(Code::A007, message, place).with(first, "first here"));
        } else {
            found.push((index, place));
        }
    }
    if question.kind == Kind::One && found.len() != 1 && all_known {
        let message = format!("`{}` takes exactly one choice, {} are chosen", question.id, count(found.len()));
        reader.report(Code::A006, message, value).help =
            Some(format!("choose one, or write `\"{NOT_SURE}\"` or `\"{DOES_NOT_APPLY}\"`"));
    }
    if found.is_empty() && (!all_known || question.kind == Kind::One) {
        return None;
    }
    found.sort_by_key(|(index, _)| *index);
    Some(Answer::Chosen(found.into_iter().map(|(index, _)| Pick::of(index)).collect()))
}

fn count(number: usize) -> String {
    if number == 0 { "none".to_owned() } else { number.to_string() }
}

/// `{ chosen = [...], importance = ..., note = "..." }` and its kin.
fn full(mut table: Table<'_, '_>, subject: Subject<'_>, reader: &mut Reader) -> Response {
    let mut response = Response::default();
    let (list, single) = (table.take("chosen"), table.take("answer"));
    if let (Some(_), Some(single)) = (list, single) {
        reader.report(Code::A005, "`answer` and `chosen` exclude each other", single).help =
            Some("remove one of them".to_owned());
    }
    response.answer = match (list, single) {
        (Some(list), _) => chosen(list, subject, reader),
        (None, Some(single)) => word(single, subject.question, reader),
        (None, None) => None,
    };
    let importance = table.take("importance");
    if let Some(note) = table.take("note") {
        response.note = reader.text(note).unwrap_or_default().to_owned();
    }
    if let Some(value) = table.take("amount") {
        response.amount = amount(value, reader).unwrap_or_default();
    }
    if let Some(value) = importance {
        set_importance(&mut response, value, subject, reader);
    }
    table.finish(reader);
    response
}

fn amount(value: &Value<'_>, reader: &mut Reader) -> Option<String> {
    let read = match value.get_ref().as_str() {
        Some(text) => super::amount(text),
        None => Err("is no text".to_owned()),
    };
    if let Err(problem) = &read {
        reader.report(Code::A032, format!("the amount {problem}"), value).help =
            Some("write one line of up to 40 characters: `amount = \"40,000 contacts\"`".to_owned());
    }
    read.ok()
}

fn set_importance(response: &mut Response, value: &Value<'_>, subject: Subject<'_>, reader: &mut Reader) {
    let DeValue::Table(_) = value.get_ref() else {
        response.importance = importance(value, reader);
        return;
    };
    let Some(table) = reader.table(value) else { return };
    for (key, value) in table.entries() {
        let id: &str = key.get_ref();
        let place = Place::new(0, key.span());
        let Some(index) = choice(id, place.clone(), subject, reader) else { continue };
        let own = importance(value, reader);
        let picks = match &mut response.answer {
            Some(Answer::Chosen(picks)) => picks.as_mut_slice(),
            _ => &mut [],
        };
        if let Some(pick) = picks.iter_mut().find(|pick| pick.choice == index) {
            pick.importance = own;
        } else {
            let message = format!("`{id}` has an importance but is not chosen");
            let help = "add it to `chosen`, or remove its importance";
            reader.diagnostics.push(Diagnostic::new(Code::A008, message, place).help(help));
        }
    }
}
