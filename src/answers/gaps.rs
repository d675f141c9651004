//! What is said about the work on gaps, in a plan's file: a line for each, by the capability that is missing.

use std::fmt::Write as _;

use toml::Spanned;
use toml::de::DeString;

use crate::diagnostic::clean::visible;
use crate::diagnostic::code::Code;
use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::toml::{Reader, Value};
use crate::diagnostic::{Diagnostic, Place};
use crate::knowledge::KnowledgeBase;
use crate::model::answers::Answers;
use crate::model::gap_work::{GapField, GapWork};

use super::named::Written;
use super::quote::quoted;
use super::refusal::refused;

/// The table of the file that holds it.
pub(super) const TABLE: &str = "[gaps]";

/// The capability of a heading such as `[gaps.send-sms]`.
pub(super) fn of_heading(line: &str) -> Option<&str> {
    line.strip_prefix("[gaps.")?.strip_suffix(']')
}

/// Whether a line of that key says something under such a heading.
pub(super) fn is_part(key: &str) -> bool {
    GapField::ALL.iter().any(|field| field.word() == key)
}

/// Reads `[gaps]` into answers. What is wrong is reported and left out.
pub(super) fn read(
    value: &Value<'_>,
    base: &KnowledgeBase,
    written: Written,
    answers: &mut Answers,
    reader: &mut Reader,
) {
    let Some(table) = reader.table(value) else { return };
    for (key, value) in table.entries() {
        match base.capability(key.get_ref()) {
            Some(capability) => answers.set_gap_work(capability, work(value, reader).unwrap_or_default()),
            None => unknown(key, base, written, reader),
        }
    }
}

/// `{ owner = "...", size = "M", due = "2027-01-31", decision = "close" }`
fn work(value: &Value<'_>, reader: &mut Reader) -> Option<GapWork> {
    let mut table = reader.table(value)?;
    let mut work = GapWork::default();
    for field in GapField::ALL {
        let Some(value) = table.take(field.word()) else { continue };
        let Some(text) = reader.text(value) else { continue };
        if let Err(refusal) = work.say(field, text) {
            refused(refusal, field.word(), text, value, reader);
        }
    }
    table.finish(reader);
    Some(work)
}

fn unknown(key: &Spanned<DeString<'_>>, base: &KnowledgeBase, written: Written, reader: &mut Reader) {
    let name = key.get_ref();
    let place = Place::new(0, key.span());
    if written == Written::Elsewhere {
        let message =
            format!("the capability `{}` is no longer known; what was said about it is left out", visible(name));
        return reader.diagnostics.push(Diagnostic::new(Code::A038, message, place));
    }
    let ids: Vec<&str> = base.capabilities.iter().map(|(_, capability)| capability.id.as_str()).collect();
    let help =
        did_you_mean(name, ids).unwrap_or_else(|| "`advise --format json` names the capability of each gap".to_owned());
    let message = format!("unknown capability `{}`", visible(name));
    reader.diagnostics.push(Diagnostic::new(Code::A034, message, place).help(help));
}

/// What two lines say together; of what is said twice the second counts.
pub(super) fn join(answers: &mut Answers, line: &Answers) {
    for (capability, second) in line.gaps() {
        let mut work = answers.gap_work(capability).cloned().unwrap_or_default();
        for field in GapField::ALL {
            if let Some(text) = second.said(field) {
                work.say(field, &text).expect("what was said once can be said again");
            }
        }
        answers.set_gap_work(capability, work);
    }
}

/// Writes `[gaps]`, with an empty line before it; nothing where nothing is said.
pub(super) fn write(answers: &Answers, base: &KnowledgeBase, out: &mut String) {
    for (position, (capability, work)) in answers.gaps().enumerate() {
        if position == 0 {
            let _ = writeln!(out, "\n{TABLE}");
        }
        let said = |field: GapField| Some(format!("{} = {}", field.word(), quoted(&work.said(field)?)));
        let said: Vec<String> = GapField::ALL.into_iter().filter_map(said).collect();
        let _ = writeln!(out, "{} = {{ {} }}", base.capabilities[capability].id, said.join(", "));
    }
}

/// The table as a form to fill in: everything is a comment.
pub(super) fn blank(base: &KnowledgeBase) -> String {
    let example = base.capabilities.iter().next().map_or("capability", |(_, capability)| capability.id.as_str());
    format!(
        "# Who sees to a gap, how large it is (S, M, L, XL, or up to 12 letters of your own), by when, and what was decided\n\
         # (open, accept, close), by the capability that is missing:\n\
         # {TABLE}\n\
         # {example} = {{ owner = \"\", size = \"M\", due = \"2027-01-31\", decision = \"open\" }}\n"
    )
}
