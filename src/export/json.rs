//! JSON: the advice for programs, and how any JSON of this program is written. Versioned; keys are only ever added.

mod advice;
mod assumptions;
mod brief;
mod grounds;
mod import;
mod journeys;
mod knowledge;
mod paper;
pub mod portfolio;
mod words;
mod work;

use std::fmt::Write as _;

use serde::Serialize;

use crate::advise::timeline::then_and_now;
use crate::diagnostic::clean::{all_bytes, is_hostile};
use crate::model::date::Today;

use super::wording::{self, Form};
use super::{Document, Extent, statements};
use advice::Advice;
pub use advice::Given;
pub use brief::{BRIEF_SCHEMA, brief};
use grounds::Grounds;
pub use import::{IMPORT_SCHEMA, import};
use paper::Paper;

/// The schema of the export and of its lines.
pub const SCHEMA: &str = include_str!("../../schemas/advice.schema.json");

/// The advice as JSON, with the document in words.
pub(super) fn write(document: &Document<'_>) -> String {
    let Document { facts, answers, verdict, analysis, today, origin, ref report, .. } = *document;
    let verdicts = then_and_now(facts.base, answers, verdict.as_of, today);
    let given =
        Given { facts, answers, verdict, analysis, then_and_now: &verdicts, today: Today { day: today, origin } };
    let mut advice = Advice::of(&given, Extent::Full);
    advice.grounds = Some(Grounds::of(facts, answers, verdict, analysis));
    advice.paper = Some(Paper::of(&document.paper));
    advice.document = Some(statements::all(report, &document.paper));
    advice.words = Some(wording::recorded(Form::Json, &text(&advice)));
    text(&advice)
}

/// Adds the advice on one plan of many to the lines so far. In brief it names the musts that decide; in full only the document
/// is left out.
pub fn add_line(given: &Given<'_>, file: &str, extent: Extent, lines: &mut Vec<u8>) {
    let mut advice = Advice::of(given, extent);
    advice.file = Some(file);
    let Given { facts, answers, verdict, analysis, .. } = *given;
    advice.grounds = (extent == Extent::Full).then(|| Grounds::of(facts, answers, verdict, analysis));
    let begin = lines.len();
    serde_json::to_writer(&mut *lines, &advice).expect("the keys are text and memory takes any write");
    if !lines.get(begin..).is_some_and(is_plain) {
        let line = String::from_utf8(lines.split_off(begin)).expect("JSON is UTF-8");
        lines.extend(escaped(line).into_bytes());
    }
    lines.push(b'\n');
}

/// Any value as JSON, with everything escaped that could drive a terminal or hide text.
pub fn text(value: &impl Serialize) -> String {
    escaped(serde_json::to_string_pretty(value).expect("the keys are text and no part fails")) + "\n"
}

/// The same with what could drive a terminal as escapes.
fn escaped(json: String) -> String {
    if is_plain(json.as_bytes()) || hostile(&json).is_none() {
        return json;
    }
    let mut out = String::with_capacity(json.len());
    let mut units = [0; 2];
    let mut rest = json.as_str();
    // What is plain between two hostile letters is taken as a whole.
    while let Some((start, letter)) = hostile(rest) {
        let (plain, later) = rest.split_at(start);
        out.push_str(plain);
        for unit in letter.encode_utf16(&mut units) {
            let _ = write!(out, "\\u{unit:04x}");
        }
        rest = later.strip_prefix(letter).expect("the letter stands where it was found");
    }
    out.push_str(rest);
    out
}

/// Whether there is nothing but line ends and printable ASCII, which is never hostile.
fn is_plain(json: &[u8]) -> bool {
    all_bytes(json, |byte| matches!(byte, b' '..=b'~' | b'\n'))
}

/// The first letter that could drive a terminal, and where it stands.
fn hostile(json: &str) -> Option<(usize, char)> {
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
