//! The client's text of a plan in its file, and which of its proposals are not to become answers.

use std::fmt::Write as _;

use crate::diagnostic::Place;
use crate::diagnostic::clean;
use crate::diagnostic::code::Code;
use crate::diagnostic::toml::{Reader, Value};
use crate::knowledge::KnowledgeBase;
use crate::model::arena::Key;
use crate::model::journeys::Chosen;
use crate::model::kept_brief::{KeptBrief, LARGEST};
use crate::model::question::{Importance, Question};

use super::named::{Subject, Written, choice, importance, unknown_question};
use super::quote::quoted;

/// The table of the file that holds it.
pub(super) const TABLE: &str = "[brief]";

/// What [`TABLE`] says about choices.
const DECISIONS: [&str; 2] = ["rejected", "importance"];

/// Where a line of that key stands, so that it can be read without the others; `None` if it is none of these.
pub(super) fn heading(key: &str) -> Option<&'static str> {
    match key {
        "text" => Some(TABLE),
        key if DECISIONS.contains(&key) => Some("[brief]\ntext = \"\""),
        _ => None,
    }
}

/// What two lines say together.
pub(super) fn joined(first: Option<KeptBrief>, second: KeptBrief) -> KeptBrief {
    let Some(mut joined) = first else { return second };
    if !second.text.is_empty() {
        joined.text = second.text;
    }
    joined.rejected.extend(second.rejected);
    joined.importances.extend(second.importances);
    joined
}

/// Reads `[brief]`. What is wrong is reported and left out; what could drive a terminal is made visible.
pub(super) fn read(
    value: &Value<'_>,
    base: &KnowledgeBase,
    written: Written,
    reader: &mut Reader,
) -> Option<KeptBrief> {
    let mut table = reader.table(value)?;
    let text = table.require("text", reader).and_then(|value| text(value, reader));
    let (rejected, weighed) = (table.take("rejected"), table.take("importance"));
    table.finish(reader);
    let mut brief = KeptBrief::of(&text?);
    if let Some(value) = rejected {
        brief.rejected.extend(self::rejected(value, base, written, reader));
    }
    if let Some(value) = weighed {
        brief.importances.extend(importances(value, base, written, reader));
    }
    Some(brief)
}

/// `{ question = ["choice"] }`
fn rejected(value: &Value<'_>, base: &KnowledgeBase, written: Written, reader: &mut Reader) -> Vec<Chosen> {
    let mut found = Vec::new();
    for (question, value) in by_question(value, base, written, reader) {
        let subject = Subject { question: &base.questions[question], written };
        let Some(listed) = reader.list(value) else { continue };
        for item in listed {
            let text = reader.text(item);
            let known = text.and_then(|text| choice(text, reader.place(item), subject, reader));
            found.extend(known.map(|choice| (question, choice)));
        }
    }
    found
}

/// `{ question = { choice = "must" } }`
fn importances(
    value: &Value<'_>,
    base: &KnowledgeBase,
    written: Written,
    reader: &mut Reader,
) -> Vec<(Chosen, Importance)> {
    let mut found = Vec::new();
    for (question, value) in by_question(value, base, written, reader) {
        let subject = Subject { question: &base.questions[question], written };
        let Some(table) = reader.table(value) else { continue };
        for (key, value) in table.entries() {
            let known = choice(key.get_ref(), Place::new(0, key.span()), subject, reader);
            let weight = importance(value, reader);
            found.extend(known.zip(weight).map(|(choice, weight)| ((question, choice), weight)));
        }
    }
    found
}

fn text(value: &Value<'_>, reader: &mut Reader) -> Option<String> {
    let text = clean::lines(reader.text(value)?);
    if text.len() <= LARGEST {
        return Some(text);
    }
    let help = format!("keep the part that is about the plan, of at most {LARGEST} bytes");
    reader.report(Code::A033, "the text is longer than any brief", value).help = Some(help);
    None
}

/// The values of a table whose keys are questions.
fn by_question<'v, 't>(
    value: &'v Value<'t>,
    base: &KnowledgeBase,
    written: Written,
    reader: &mut Reader,
) -> Vec<(Key<Question>, &'v Value<'t>)> {
    let Some(table) = reader.table(value) else { return Vec::new() };
    let mut found = Vec::new();
    for (key, value) in table.entries() {
        match base.question(key.get_ref()) {
            Some(question) => found.push((question, value)),
            None => unknown_question(key.get_ref(), key, base, written, reader),
        }
    }
    found
}

/// Writes `[brief]`, with an empty line before it; nothing where there is no text.
pub(super) fn write(brief: Option<&KeptBrief>, base: &KnowledgeBase, out: &mut String) {
    let Some(brief) = brief else { return };
    let _ = writeln!(out, "\n{TABLE}\ntext = {}", quoted(&brief.text));
    let rejected = brief.rejected.iter().map(|chosen| (*chosen, None));
    line("rejected", rejected, base, out);
    let weighed = brief.importances.iter().map(|(chosen, importance)| (*chosen, Some(*importance)));
    line("importance", weighed, base, out);
}

/// `name = { question = ["choice"] }`, or `{ question = { choice = "must" } }` where each has an importance.
fn line(
    name: &str,
    choices: impl Iterator<Item = (Chosen, Option<Importance>)>,
    base: &KnowledgeBase,
    out: &mut String,
) {
    let mut before: Option<Key<Question>> = None;
    let mut end = "";
    for ((key, choice), importance) in choices {
        let question = &base.questions[key];
        let (opening, closing) = if importance.is_some() { ("{ ", " }") } else { ("[", "]") };
        let _ = match before {
            Some(before) if before == key => write!(out, ", "),
            Some(_) => write!(out, "{end}, {} = {opening}", question.id),
            None => write!(out, "{name} = {{ {} = {opening}", question.id),
        };
        let id = &question[choice].id;
        let _ = match importance {
            Some(importance) => write!(out, "{id} = \"{}\"", importance.word()),
            None => write!(out, "\"{id}\""),
        };
        (before, end) = (Some(key), closing);
    }
    if before.is_some() {
        let _ = writeln!(out, "{end} }}");
    }
}
