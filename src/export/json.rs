//! JSON: the advice for programs, and how any JSON of this program is written. Versioned; keys are only ever added.

mod advice;

use std::fmt::Write as _;

use serde::Serialize;

use crate::advise::conflicts::Contradiction;
use crate::advise::moments::{Moment, then_and_now};
use crate::advise::outlook::{Decided, Outlook, Settled};
use crate::diagnostic::clean::{all_bytes, is_hostile};
use crate::knowledge::facts::Facts;
use crate::model::answers::Answers;
use crate::model::date::Today;
use crate::model::verdict::{Requirement, Verdict};

use super::{Document, statements};
pub(super) use advice::recommendation;
use advice::{Advice, Given, Grounds};

/// The version of the advice's form.
pub const SCHEMA_VERSION: u32 = 1;

/// The schema of what the export and [`Line`] give.
pub const SCHEMA: &str = include_str!("../../schemas/advice.schema.json");

/// The advice as JSON, with the document in words.
pub(super) fn write(document: &Document<'_>) -> String {
    let Document { facts, answers, verdict, outlook, today, origin, report } = document;
    let moments: Vec<Moment> =
        then_and_now(facts.base, answers, verdict.as_of, *today).iter().map(Moment::from).collect();
    let given = Given {
        base: facts.base,
        answers,
        verdict,
        is_decided: outlook.decided != Decided::No,
        contradictions: &outlook.contradictions,
        moments: &moments,
        today: Today { day: *today, origin: *origin },
    };
    let mut advice = Advice::of(&given, |_| true);
    advice.grounds = Some(Grounds::of(facts, answers, verdict, outlook));
    advice.document = Some(statements::all(report));
    text(&advice)
}

/// The advice on one plan of many.
#[derive(Debug)]
pub struct Line<'l, 'k> {
    /// The file that the answers came from.
    pub file: &'l str,
    /// The facts of the day planned for.
    pub facts: &'l Facts<'k>,
    /// The answers.
    pub answers: &'l Answers,
    /// How much is said.
    pub advised: &'l Advised,
    /// The advice then and now, the earliest first.
    pub moments: &'l [Moment],
    /// The day on which it is given.
    pub today: Today,
}

/// The advice on one plan of many, said so fully.
#[derive(Debug)]
pub enum Advised {
    /// What to do, with the musts that decide it.
    Short(Settled),
    /// The same with everything that it stands on and that would change it.
    Full(Verdict, Outlook),
}

impl Advised {
    /// The verdict.
    pub fn verdict(&self) -> &Verdict {
        match self {
            Self::Short(settled) => &settled.verdict,
            Self::Full(verdict, _) => verdict,
        }
    }

    fn is_decided(&self) -> bool {
        match self {
            Self::Short(settled) => settled.is_decided,
            Self::Full(_, outlook) => outlook.decided != Decided::No,
        }
    }

    fn contradictions(&self) -> &[Contradiction] {
        match self {
            Self::Short(settled) => &settled.contradictions,
            Self::Full(_, outlook) => &outlook.contradictions,
        }
    }
}

impl Line<'_, '_> {
    /// Adds it to others, on one line and without the document.
    pub fn add_to(&self, lines: &mut Vec<u8>) {
        let begin = lines.len();
        // Nothing fails that is written to memory.
        let _ = serde_json::to_writer(&mut *lines, &self.advice());
        if !lines.get(begin..).is_some_and(is_plain) {
            let line = String::from_utf8(lines.split_off(begin)).unwrap_or_default();
            lines.extend(escaped(line).into_bytes());
        }
        lines.push(b'\n');
    }

    fn advice(&self) -> Advice<'_> {
        let Self { facts, answers, advised, moments, today, .. } = *self;
        let verdict = advised.verdict();
        let given = Given {
            base: facts.base,
            answers,
            verdict,
            is_decided: advised.is_decided(),
            contradictions: advised.contradictions(),
            moments,
            today,
        };
        let grounds = match advised {
            Advised::Short(_) => None,
            Advised::Full(_, outlook) => Some(Grounds::of(facts, answers, verdict, outlook)),
        };
        let mut advice = Advice::of(&given, |required| grounds.is_some() || decides(required, verdict));
        advice.file = Some(self.file);
        advice.grounds = grounds;
        advice
    }
}

/// Whether a requirement is named where it is said how the alternatives stand.
fn decides(requirement: &Requirement, verdict: &Verdict) -> bool {
    verdict.standings.iter().any(|(_, standing)| {
        [&standing.vetoed_by, &standing.accepted_workarounds, &standing.unconfirmed]
            .into_iter()
            .any(|numbers| numbers.contains(&requirement.number))
    })
}

/// Any value as JSON, with everything escaped that could drive a terminal or hide text.
pub fn text(value: &impl Serialize) -> String {
    // These types have text keys only and no fallible parts, so serialising cannot fail.
    escaped(serde_json::to_string_pretty(value).unwrap_or_default()) + "\n"
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
        rest = later.get(letter.len_utf8()..).unwrap_or_default();
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
