//! JSON: the advice for programs, and how any JSON of this program is written. Versioned; keys are only ever added.

mod advice;

use std::fmt::Write as _;

use serde::Serialize;

use crate::advise::outlook::Outlook;
use crate::diagnostic::clean::is_hostile;
use crate::knowledge::facts::Facts;
use crate::model::answers::Answers;
use crate::model::date::Day;
use crate::model::verdict::Verdict;

use super::{Document, statements};
use advice::Advice;
pub(super) use advice::recommendation;

/// The version of the advice's form.
pub const SCHEMA_VERSION: u32 = 1;

/// Bytes of a line: most take no more.
const ROOM: usize = 8192;

/// The schema of what [`write`] and [`line`] give.
pub const SCHEMA: &str = include_str!("../../schemas/advice.schema.json");

/// The advice as JSON, with the document in words.
pub(super) fn write(document: &Document<'_>) -> String {
    let Document { facts, answers, verdict, outlook, today, report } = document;
    let mut advice = Advice::of(facts, answers, verdict, outlook, *today);
    advice.document = Some(statements::all(report));
    text(&advice)
}

/// The advice on one line, with the file that the answers came from and without the document.
pub fn line(
    file: &str,
    facts: &Facts<'_>,
    answers: &Answers,
    verdict: &Verdict,
    outlook: &Outlook,
    today: Day,
) -> String {
    let mut advice = Advice::of(facts, answers, verdict, outlook, today);
    advice.file = Some(file);
    let mut line = Vec::with_capacity(ROOM);
    // Nothing fails that is written to memory.
    let _ = serde_json::to_writer(&mut line, &advice);
    escaped(String::from_utf8(line).unwrap_or_default())
}

/// Any value as JSON, with everything escaped that could drive a terminal or hide text.
pub fn text(value: &impl Serialize) -> String {
    // These types have text keys only and no fallible parts, so serialising cannot fail.
    escaped(serde_json::to_string_pretty(value).unwrap_or_default())
}

fn escaped(mut json: String) -> String {
    json.push('\n');
    if hostile(&json).is_none() {
        return json;
    }
    let mut out = String::with_capacity(json.len());
    let mut units = [0; 2];
    let mut rest = json.as_str();
    // What is plain between two hostile letters is taken as a whole; a printable ASCII byte is never hostile.
    while let Some((start, letter)) = hostile(rest) {
        let (plain, later) = rest.split_at(start);
        out.push_str(plain);
        for unit in letter.encode_utf16(&mut units) {
            let _ = write!(out, "\\u{unit:04x}");
        }
        rest = later.get(letter.len_utf8()..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// The first letter that could drive a terminal, and where it stands.
fn hostile(json: &str) -> Option<(usize, char)> {
    let is_plain = |byte: &u8| matches!(byte, b' '..=b'~' | b'\n');
    if json.as_bytes().iter().all(is_plain) {
        return None;
    }
    json.char_indices().find(|(_, letter)| *letter != '\n' && is_hostile(*letter))
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn what_could_drive_a_terminal_is_escaped_and_comes_back_whole() {
        let hostile = "a\u{1b}[31m\u{9b}\u{202e}\u{e0041}\n\"é";
        let json = text(&hostile);
        assert_eq!(json, "\"a\\u001b[31m\\u009b\\u202e\\udb40\\udc41\\n\\\"é\"\n");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), hostile);
    }
}
