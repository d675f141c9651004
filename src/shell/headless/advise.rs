//! `advise`: the advice on a file of answers, as a document.

use crate::advise::analysis;
use crate::advise::components::Forest;
use crate::export::brand::Brand;
use crate::export::devops::{Suffix, Template};
use crate::export::{Document, Format};
use crate::model::answers::Answers;
use crate::model::paper::PaperField;
use crate::shell::cli::{Advise, Preset};
use crate::shell::exit::{Exit, Failure};
use crate::shell::files::Origin;
use crate::shell::{World, knowledge, logo};

use super::{jsonl, plan};

pub(super) fn run(args: &Advise, world: &World) -> Result<Exit, Failure> {
    if args.jsonl {
        return jsonl::run(args, world);
    }
    let [path] = args.answers.as_slice() else {
        return Err(Failure::new(Exit::Usage, "one document is about one plan").help("add `--jsonl` for many"));
    };
    let format = format(args)?;
    let dialect = super::dialect(&args.csv, format == Format::Csv)?;
    let base = knowledge::knowledge_today(world)?;
    let answers = plan::shared(plan::read(path, Origin::Named, &base, world)?, args.redact);
    let facts = base.at(super::as_of(&base, world, answers.as_of.as_deref())?).for_plan(&answers);
    let forest = Forest::of(&facts);
    let (verdict, analysis) = analysis::advise_in(&forest, &answers);
    let advice = Document::of(&forest, &answers, &verdict, &analysis, world.dated());
    let template = template(args)?;
    let advice = advice
        .branded(brand(args, format, &answers, world)?)
        .in_dialect(dialect)
        .for_import(template)
        .write(format, args.extent);
    super::hand_over(advice, &args.target, world.environment.stdout_is_terminal)?;
    Ok(if verdict.recommendation.is_advice() { Exit::Done } else { Exit::NoRecommendation })
}

/// The look of the document. A logo lies beside the file of answers, unless its path is whole; a redacted document shows nobody's
/// colours.
fn brand(args: &Advise, format: Format, answers: &Answers, world: &World) -> Result<Brand, Failure> {
    if args.redact {
        return Ok(Brand::default());
    }
    let folder = args.answers.first().and_then(|path| path.parent()).unwrap_or("".as_ref());
    let path = answers.paper.said(PaperField::Logo).filter(|_| format.has_logo());
    let logo = path.map(|path| logo::read(&path, folder)).transpose()?;
    Ok(world.effective.preferences.brand(logo))
}

/// What the endings of files stand for.
const ENDINGS: [(&str, Format); 9] = [
    ("txt", Format::Text),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("html", Format::Html),
    ("htm", Format::Html),
    ("docx", Format::Word),
    ("xlsx", Format::Excel),
    ("json", Format::Json),
    ("csv", Format::Csv),
];

fn format(args: &Advise) -> Result<Format, Failure> {
    match (super::form(args.format, &args.target, &ENDINGS)?, args.preset) {
        (format, None) => Ok(format),
        (Format::Csv, Some(_)) => Ok(Format::DevOps),
        (_, Some(_)) => {
            let failure = Failure::new(Exit::Usage, "`--preset` says what the csv form is made for");
            Err(failure.help("add `--format csv`"))
        }
    }
}

/// The process template that work items are made for.
fn template(args: &Advise) -> Result<Template, Failure> {
    match (args.preset, &args.ado_suffix) {
        (Some(Preset::AdoD365), suffix) => Ok(Preset::AdoD365.template(suffix.clone().unwrap_or_default())),
        (_, Some(_)) => {
            let failure = Failure::new(Exit::Usage, "`--ado-suffix` names fields that only the preset ado-d365 has");
            Err(failure.help("add `--preset ado-d365`"))
        }
        (preset, None) => Ok(preset.unwrap_or(Preset::AdoAgile).template(Suffix::default())),
    }
}
