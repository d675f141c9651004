//! `compare`: two plans, and which answers make the difference.

use serde::Serialize;

use crate::advise::analysis;
use crate::export::record::SCHEMA_VERSION;
use crate::export::{json, text};
use crate::report::comparison::{Comparison, PartLine};
use crate::shell::cli::{Compare, Form};
use crate::shell::exit::{Exit, Failure};
use crate::shell::files::Origin;
use crate::shell::{World, knowledge, output};

use super::plan;

pub(super) fn run(args: &Compare, world: &World) -> Result<Exit, Failure> {
    let base = knowledge::knowledge_today(world)?;
    let first = plan::read(&args.first, Origin::Named, &base, world)?;
    let second = plan::read(&args.second, Origin::Named, &base, world)?;
    let (first_verdict, _) =
        analysis::advise(&base.at(super::as_of(&base, world, first.as_of.as_deref())?).for_plan(&first), &first);
    let (second_verdict, _) =
        analysis::advise(&base.at(super::as_of(&base, world, second.as_of.as_deref())?).for_plan(&second), &second);
    let comparison = Comparison::of(&base, (&first, &first_verdict), (&second, &second_verdict));
    output::data(&match args.format {
        Form::Text => text::write(&comparison.page()),
        Form::Json => json::text(&Compared::of(&comparison, [first_verdict.margin, second_verdict.margin])),
    })?;
    Ok(Exit::Done)
}

#[derive(Serialize)]
struct Compared<'c> {
    schema_version: u32,
    plans: &'c [String; 2],
    conclusion: &'c str,
    margins: [i32; 2],
    difference: i32,
    parts: Vec<ComparedPart<'c>>,
    without_effect: Vec<ComparedPart<'c>>,
}

#[derive(Serialize)]
struct ComparedPart<'c> {
    question: &'c str,
    said: &'c [String; 2],
    adds: [i32; 2],
    difference: i32,
}

impl<'c> Compared<'c> {
    fn of(comparison: &'c Comparison, margins: [i32; 2]) -> Self {
        let part = |line: &'c PartLine| ComparedPart {
            question: &line.id,
            said: &line.said,
            adds: line.adds,
            difference: line.difference(),
        };
        Self {
            schema_version: SCHEMA_VERSION,
            plans: &comparison.plans,
            conclusion: &comparison.conclusion,
            margins,
            difference: comparison.difference,
            parts: comparison.parts.iter().map(part).collect(),
            without_effect: comparison.without_effect.iter().map(part).collect(),
        }
    }
}
