//! `verify`: an exported decision against today's knowledge.

use serde::Serialize;

use crate::advise::analysis;
use crate::diagnostic::File;
use crate::export::json;
use crate::export::record::{Record, SCHEMA_VERSION};
use crate::report::verification::{Finding, Verification};
use crate::shell::cli::{Form, Verify};
use crate::shell::exit::{Exit, Failure};
use crate::shell::{World, files, knowledge, output};

use super::plan;

/// The largest document that is read, in bytes.
const LARGEST: usize = 20_000_000;

pub(super) fn run(args: &Verify, world: &World) -> Result<Exit, Failure> {
    let base = knowledge::knowledge_today(world)?;
    let shown = files::shown(&args.file);
    let none = || {
        Failure::new(Exit::Invalid, format!("`{shown}` carries no decision"))
            .help("verify reads what `advise` wrote with `--format markdown`, `html`, `json` or `adr`")
    };
    let record = Record::find(&files::read_text(&args.file, LARGEST, files::Origin::Named)?).ok_or_else(none)?;
    let recorded = record.recorded(&base).ok_or_else(none)?;
    if record.schema_version > SCHEMA_VERSION {
        let message = format!("`{shown}` was written by a newer version of this program");
        return Err(Failure::new(Exit::Invalid, message).help("update the program to read it"));
    }
    let file = File { path: format!("the answers in {shown}"), text: record.answers };
    let answers = plan::judge(file, &base, world)?;
    let facts = base.at(super::as_of(&base, world, answers.as_of.as_deref())?).for_plan(&answers);
    let (verdict, _) = analysis::advise(&facts, &answers);
    let verification = Verification::of(&facts, &verdict, &recorded, world.today);
    output::data(&match args.format {
        Form::Text => verification.lines().collect::<Vec<_>>().join("\n") + "\n",
        Form::Json => json::text(&Verified::of(&verification)),
    })?;
    Ok(match verification.finding {
        Finding::Holds | Finding::SmallerMargin => Exit::Done,
        Finding::NoLongerHolds => Exit::NoLongerHolds,
    })
}

#[derive(Serialize)]
struct Verified<'v> {
    schema_version: u32,
    finding: &'static str,
    headline: &'v str,
    then_and_now: &'v [String; 2],
    changes: &'v [String],
}

impl<'v> Verified<'v> {
    fn of(verification: &'v Verification) -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            finding: verification.finding.word(),
            headline: &verification.headline,
            then_and_now: &verification.then_and_now,
            changes: &verification.changes,
        }
    }
}
