//! `verify`: an exported decision against today's knowledge.

use serde::Serialize;

use crate::diagnostic::File;
use crate::diagnostic::suggest::enumerate;
use crate::export::decision::{Decision, NoDecision};
use crate::export::record::SCHEMA_VERSION;
use crate::export::{json, unpacked};
use crate::knowledge::KnowledgeBase;
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
    let decision = decision(args, &base)?;
    let file =
        File { path: format!("the answers in {}", files::named(&args.file)), text: decision.answers().to_owned() };
    let answers = plan::judge(file, &base, world)?;
    let facts = base.at(super::as_of(&base, world, answers.as_of.as_deref())?).for_plan(&answers);
    let verification = decision.verified(&facts, &answers, world.today);
    output::data(&match args.format {
        Form::Text => verification.lines().collect::<Vec<_>>().join("\n") + "\n",
        Form::Json => json::text(&Verified::of(&verification)),
    })?;
    Ok(if verification.holds() { Exit::Done } else { Exit::NoLongerHolds })
}

/// The decision that the document carries.
fn decision(args: &Verify, base: &KnowledgeBase) -> Result<Decision, Failure> {
    let bytes = files::read_bytes(&args.file, LARGEST, files::Origin::Named)?;
    let decision = if unpacked::is_packed(&bytes) {
        Decision::of_package(&bytes, base)
    } else {
        Decision::of_text(files::decoded(&args.file, bytes)?, base)
    };
    let shown = files::quoted(&args.file);
    let failure = |message: String, help| Failure::new(Exit::Invalid, message).help(help);
    decision.map_err(|why| match why {
        NoDecision::Absent => failure(
            format!("{shown} carries no decision"),
            "verify reads what `advise` wrote with `--format docx`, `xlsx`, `markdown`, `html`, `json` or `adr`",
        ),
        NoDecision::Several(lines) => {
            let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
            let message = format!("{shown} carries several decisions, on the lines {}", enumerate(&lines, "and"));
            failure(message, "verify one document at a time")
        }
        NoDecision::Newer => {
            failure(format!("{shown} was written by a newer version of this program"), "update the program to read it")
        }
    })
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
