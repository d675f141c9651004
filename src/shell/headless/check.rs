//! `check`: every problem of a knowledge base in one run, or what a code means.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::advise::bounds::Bounds;

use crate::brief::mistaken;
use crate::diagnostic::clean::visible;
use crate::diagnostic::code::Code;
use crate::diagnostic::lines::Lines;
use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::{Diagnostic, File, Label, Severity, render};
use crate::export::json;
use crate::knowledge::{KnowledgeBase, Loaded};
use crate::report::audit::{self, AuditReport};
use crate::report::rereading::Rereading;
use crate::report::words::count;
use crate::shell::cli::{Check, Form};
use crate::shell::exit::{Exit, Failure};
use crate::shell::{World, knowledge, output};

use super::docs;

pub(super) fn run(args: &Check, world: &World) -> Result<Exit, Failure> {
    if let Some(code) = &args.explain {
        return explain(code, args.format);
    }
    let folder = args.folder.as_deref().or(world.global.knowledge.as_deref());
    let mut loaded = knowledge::loaded(folder)?;
    knowledge::check_sample(&mut loaded, folder)?;
    loaded.review(world.today);
    let mistaken = loaded.base.as_ref().map(mistaken).unwrap_or_default();
    loaded.mistake(mistaken.iter().map(|found| ((found.own, found.phrase), found.other)));
    let audits = match &loaded.base {
        Some(base) if args.audit => {
            knowledge::check_today(base, world)?;
            audit::all(base, world.today)
        }
        _ => Vec::new(),
    };
    let rereading = match (&loaded.base, &args.docs) {
        (Some(base), Some(folder)) => Some(docs::rereading(base, folder)?),
        _ => None,
    };
    let text = match args.format {
        Form::Text => {
            let styled = world.environment.colors_stdout(world.global.color);
            text(&loaded, &audits, styled)
                + &rereading.as_ref().map(|found| format!("\n{}", found.text())).unwrap_or_default()
        }
        Form::Json => json::text(&Problems::of(&loaded, &audits, rereading.as_ref())),
    };
    output::data(&text)?;
    let in_band = audits.iter().all(|audit| audit.strays.is_empty());
    Ok(match rereading {
        _ if loaded.base.is_none() || !in_band => Exit::Invalid,
        Some(found) if found.finds_something() => Exit::NoLongerHolds,
        _ => Exit::Done,
    })
}

fn explain(word: &str, format: Form) -> Result<Exit, Failure> {
    let Some(code) = Code::parse(word) else {
        let names = Code::ALL.iter().map(|code| code.word());
        let near = did_you_mean(word, names).unwrap_or_else(|| "codes look like `K012`".to_owned());
        return Err(Failure::new(Exit::Usage, format!("there is no code `{}`", visible(word))).help(near));
    };
    let text = match format {
        Form::Text => {
            let explanation = textwrap::fill(code.explanation(), 80);
            format!("{} ({}): {}\n\n{explanation}\n", code.word(), code.severity().word(), code.title())
        }
        Form::Json => json::text(&Explanation {
            code: code.word(),
            severity: code.severity().word(),
            title: code.title(),
            explanation: code.explanation(),
        }),
    };
    output::data(&text)?;
    Ok(Exit::Done)
}

#[derive(Serialize)]
struct Explanation {
    code: &'static str,
    severity: &'static str,
    title: &'static str,
    explanation: &'static str,
}

fn text(loaded: &Loaded, audits: &[AuditReport], styled: bool) -> String {
    let mut text = render::render(&loaded.diagnostics, &loaded.files, styled);
    text.push_str(&render::summary(&loaded.diagnostics));
    text.push_str(&loaded.base.as_ref().map(contents).unwrap_or_default());
    text.push('\n');
    for audit in audits {
        text.push('\n');
        text.push_str(&audit.text());
    }
    text
}

fn contents(base: &KnowledgeBase) -> String {
    format!(
        " in {}, {}, {}, {} and {}",
        count(base.questions.len(), "question"),
        count(base.capabilities.len(), "capability"),
        count(base.limitations.len(), "limitation"),
        count(base.events.len(), "event"),
        count(base.sources.len(), "source")
    )
}

#[derive(Serialize)]
struct Problems<'l> {
    schema_version: u32,
    errors: usize,
    warnings: usize,
    problems: Vec<Problem<'l>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    audits: Vec<Audited<'l>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    documentation: Option<&'l Rereading>,
}

#[derive(Serialize)]
struct Problem<'l> {
    code: &'static str,
    severity: &'static str,
    message: &'l str,
    #[serde(flatten)]
    place: Option<Place<'l>>,
    related: Vec<Place<'l>>,
    help: Option<&'l str>,
}

#[derive(Serialize)]
struct Audited<'l> {
    day: &'l str,
    combinations: f64,
    shares: BTreeMap<&'l str, f64>,
    swings: BTreeMap<&'l str, [i32; 2]>,
    /// Of each area, in the order of the knowledge.
    first_choices: [usize; 2],
    outside_band: &'l [String],
}

impl<'l> Audited<'l> {
    fn of(audit: &'l AuditReport) -> Self {
        let swing = |(question, swing): &'l (String, Bounds)| (question.as_str(), [swing.lowest, swing.highest]);
        Self {
            day: &audit.day,
            combinations: audit.combinations,
            shares: audit.shares.iter().map(|(advice, share)| (advice.as_str(), *share)).collect(),
            first_choices: [audit.first_choices.first, audit.first_choices.second],
            swings: audit.swings.iter().map(swing).collect(),
            outside_band: &audit.strays,
        }
    }
}

#[derive(Serialize)]
struct Place<'l> {
    file: &'l str,
    line: usize,
    column: usize,
    label: &'l str,
}

impl<'l> Problems<'l> {
    fn of(loaded: &'l Loaded, audits: &'l [AuditReport], rereading: Option<&'l Rereading>) -> Self {
        let count = |severity| loaded.diagnostics.iter().filter(|found| found.severity() == severity).count();
        let files: Vec<(&File, Lines<'_>)> = loaded.files.iter().map(|file| (file, Lines::of(&file.text))).collect();
        Self {
            schema_version: 1,
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            problems: loaded.diagnostics.iter().map(|found| Problem::of(found, &files)).collect(),
            audits: audits.iter().map(Audited::of).collect(),
            documentation: rereading,
        }
    }
}

impl<'l> Problem<'l> {
    fn of(diagnostic: &'l Diagnostic, files: &[(&'l File, Lines<'l>)]) -> Self {
        let mut places = diagnostic.labels.iter().filter_map(|label| Place::of(label, files));
        Self {
            code: diagnostic.code.word(),
            severity: diagnostic.severity().word(),
            message: &diagnostic.message,
            place: places.next(),
            related: places.collect(),
            help: diagnostic.help.as_deref(),
        }
    }
}

impl<'l> Place<'l> {
    fn of(label: &'l Label, files: &[(&'l File, Lines<'l>)]) -> Option<Self> {
        let (file, lines) = files.get(label.place.file)?;
        let (line, column) = lines.line_and_column(label.place.span.start);
        Some(Self { file: &file.path, line, column, label: &label.text })
    }
}
