//! `verify`: an exported decision against today's knowledge.

use serde::Serialize;

use crate::advise::analysis;
use crate::diagnostic::File;
use crate::diagnostic::suggest::enumerate;
use crate::export::record::{Record, SCHEMA_VERSION, lines};
use crate::export::wording::{self, Form as Written};
use crate::export::{Document, Format, json, unpacked};
use crate::knowledge::KnowledgeBase;
use crate::model::answers::Answers;
use crate::model::date::Day;
use crate::report::alteration::{Alteration, Lines, Place, Words};
use crate::report::verification::Verification;
use crate::shell::cli::{Form, Verify};
use crate::shell::exit::{Exit, Failure};
use crate::shell::{World, files, knowledge, output};

use super::plan;

/// The largest document that is read, in bytes.
const LARGEST: usize = 20_000_000;

pub(super) fn run(args: &Verify, world: &World) -> Result<Exit, Failure> {
    let base = knowledge::knowledge_today(world)?;
    let shown = files::quoted(&args.file);
    let none = || {
        Failure::new(Exit::Invalid, format!("{shown} carries no decision"))
            .help("verify reads what `advise` wrote with `--format docx`, `xlsx`, `markdown`, `html`, `json` or `adr`")
    };
    let bytes = files::read_bytes(&args.file, LARGEST, files::Origin::Named)?;
    let (document, form, record) = if unpacked::is_packed(&bytes) {
        let (words, record) = unpacked::carried(&bytes).ok_or_else(none)?;
        (words, Written::Packed, record)
    } else {
        let document = files::decoded(&args.file, bytes)?;
        let (form, record) = only(&document, &shown)?.ok_or_else(none)?;
        (document, form, record)
    };
    let recorded = record.recorded(&base).ok_or_else(none)?;
    if record.schema_version > SCHEMA_VERSION {
        let message = format!("{shown} was written by a newer version of this program");
        return Err(Failure::new(Exit::Invalid, message).help("update the program to read it"));
    }
    let file = File { path: format!("the answers in {}", files::named(&args.file)), text: record.answers.clone() };
    let answers = plan::judge(file, &base, world)?;
    let facts = base.at(super::as_of(&base, world, answers.as_of.as_deref())?).for_plan(&answers);
    let (verdict, _) = analysis::advise(&facts, &answers);
    let drafts = || drafts(form, &record, &base, &answers).unwrap_or_default();
    let words = wording::compare(form, &document, record.words.as_deref(), drafts);
    let verification = Verification::of(&facts, &verdict, &recorded, words, world.today);
    output::data(&match args.format {
        Form::Text => verification.lines().collect::<Vec<_>>().join("\n") + "\n",
        Form::Json => json::text(&Verified::of(&verification)),
    })?;
    Ok(if verification.holds() { Exit::Done } else { Exit::NoLongerHolds })
}

/// The record of a document, with how its words are read. Which of several would count nobody can tell.
fn only(document: &str, shown: &str) -> Result<Option<(Written, Record)>, Failure> {
    match lines(document).as_slice() {
        [] | [_] => Ok(Record::carried(document)),
        several => {
            let lines: Vec<String> = several.iter().map(ToString::to_string).collect();
            let message = format!("{shown} carries several decisions, on the lines {}", enumerate(&lines, "and"));
            Err(Failure::new(Exit::Invalid, message).help("verify one document at a time"))
        }
    }
}

/// The document as it would be exported with the knowledge of today on the day of the record, in every format of that form;
/// `None` if the record names no day of which anything is known.
fn drafts(form: Written, record: &Record, base: &KnowledgeBase, answers: &Answers) -> Option<Vec<String>> {
    let known = |day: &Day| *day >= base.facts_from.first_day();
    let (made_on, as_of) = record.days(base).filter(|(made_on, as_of)| known(made_on) && known(&as_of.day))?;
    let facts = base.at(as_of).for_plan(answers);
    let (verdict, analysis) = analysis::advise(&facts, answers);
    let document = Document::of(&facts, answers, &verdict, &analysis, made_on);
    let formats: &[Format] = match form {
        Written::Markdown => &[Format::Markdown, Format::Adr],
        Written::Html => &[Format::Html],
        Written::Json => &[Format::Json],
        Written::Packed => &[Format::Word, Format::Excel],
    };
    Some(formats.iter().filter_map(|format| document.words(*format)).collect())
}

#[derive(Serialize)]
struct Verified<'v> {
    schema_version: u32,
    finding: &'static str,
    decision: &'static str,
    words: &'static str,
    alterations: Vec<Altered<'v>>,
    added_lines: Vec<[usize; 2]>,
    headline: &'v str,
    then_and_now: &'v [String; 2],
    changes: &'v [String],
}

impl<'v> Verified<'v> {
    fn of(verification: &'v Verification) -> Self {
        let (alterations, added): (&[Alteration], &[Lines]) = match &verification.words {
            Words::NotChecked(_) => (&[], &[]),
            Words::Checked { alterations, added } => (alterations, added),
        };
        Self {
            schema_version: SCHEMA_VERSION,
            finding: verification.word(),
            decision: verification.finding.word(),
            words: verification.words.word(),
            alterations: alterations.iter().map(Altered::of).collect(),
            added_lines: added.iter().map(|Lines { first, last }| [*first, *last]).collect(),
            headline: &verification.headline,
            then_and_now: &verification.then_and_now,
            changes: &verification.changes,
        }
    }
}

/// A place that differs from what was exported.
#[derive(Serialize)]
struct Altered<'v> {
    line: Option<usize>,
    heading: Option<&'v str>,
    member: Option<&'v str>,
    now: &'v [String],
    missing: usize,
    before: &'v [String],
    sentence: String,
}

impl<'v> Altered<'v> {
    fn of(alteration: &'v Alteration) -> Self {
        let (line, heading, member) = match &alteration.place {
            Place::Line { number, heading } => (Some(*number), Some(heading.as_str()), None),
            Place::Member(path) => (None, None, Some(path.as_str())),
        };
        let Alteration { now, missing, before, .. } = alteration;
        Self { line, heading, member, now, missing: *missing, before, sentence: alteration.sentence() }
    }
}
