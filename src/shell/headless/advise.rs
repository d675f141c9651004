//! `advise`: the advice on a file of answers, as a document.

use crate::advise::analysis;
use crate::export::{Document, Extent, Format};
use crate::shell::cli::{Advise, Preset};
use crate::shell::exit::{Exit, Failure};
use crate::shell::files::Origin;
use crate::shell::{World, knowledge};

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
    let (verdict, analysis) = analysis::advise(&facts, &answers);
    let extent = if args.why { Extent::Full } else { Extent::Brief };
    let advice = Document::of(&facts, &answers, &verdict, &analysis, world.dated());
    let advice = advice.in_dialect(dialect).write(format, extent);
    super::hand_over(advice, &args.target, world.environment.stdout_is_terminal)?;
    Ok(if verdict.recommendation.is_advice() { Exit::Done } else { Exit::NoRecommendation })
}

/// What the endings of files stand for.
const ENDINGS: [(&str, Format); 7] = [
    ("txt", Format::Text),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("html", Format::Html),
    ("htm", Format::Html),
    ("json", Format::Json),
    ("csv", Format::Csv),
];

fn format(args: &Advise) -> Result<Format, Failure> {
    match (super::form(args.format, &args.target, &ENDINGS)?, args.preset) {
        (format, None) => Ok(format),
        (Format::Csv, Some(Preset::Ado)) => Ok(Format::DevOps),
        (_, Some(_)) => {
            let failure = Failure::new(Exit::Usage, "`--preset` names the columns of the csv form");
            Err(failure.help("add `--format csv`"))
        }
    }
}
