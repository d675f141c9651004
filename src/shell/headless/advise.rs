//! `advise`: the advice on a file of answers, as a document.

use crate::advise::outlook;
use crate::export::{Document, Extent, Format};
use crate::shell::cli::{AdviceFormat, Advise, Preset};
use crate::shell::exit::{Exit, Failure};
use crate::shell::files::Origin;
use crate::shell::{World, knowledge};

use super::{jsonl, plan};

pub(super) fn run(asked: &Advise, world: &World) -> Result<Exit, Failure> {
    if asked.jsonl {
        return jsonl::run(asked, world);
    }
    let [path] = asked.answers.as_slice() else {
        return Err(Failure::new(Exit::Usage, "one document is about one plan").help("add `--jsonl` for many"));
    };
    let format = format(asked)?;
    let base = knowledge::knowledge_today(world)?;
    let answers = plan::shared(plan::read(path, Origin::Named, &base, world)?, asked.redact);
    let facts = base.at(super::as_of(&base, world, answers.as_of.as_deref())?).weighed_for(&answers);
    let (verdict, outlook) = outlook::advise(&facts, &answers);
    let extent = if asked.why { Extent::Full } else { Extent::Brief };
    let advice = Document::of(&facts, &answers, &verdict, &outlook, world.dated()).write(format, extent);
    super::deliver(&advice, &asked.target)?;
    Ok(if verdict.recommendation.is_advice() { Exit::Done } else { Exit::NoRecommendation })
}

/// What the endings of files stand for.
const ENDINGS: [(&str, AdviceFormat); 7] = [
    ("txt", AdviceFormat::Text),
    ("md", AdviceFormat::Markdown),
    ("markdown", AdviceFormat::Markdown),
    ("html", AdviceFormat::Html),
    ("htm", AdviceFormat::Html),
    ("json", AdviceFormat::Json),
    ("csv", AdviceFormat::Csv),
];

fn format(asked: &Advise) -> Result<Format, Failure> {
    Ok(match (super::form(asked.format, &asked.target, &ENDINGS)?, asked.preset) {
        (AdviceFormat::Csv, Some(Preset::Ado)) => Format::DevOps,
        (_, Some(_)) => {
            return Err(
                Failure::new(Exit::Usage, "`--preset` names the columns of the csv form").help("add `--format csv`")
            );
        }
        (AdviceFormat::Text, None) => Format::Text,
        (AdviceFormat::Markdown, None) => Format::Markdown,
        (AdviceFormat::Html, None) => Format::Html,
        (AdviceFormat::Json, None) => Format::Json,
        (AdviceFormat::Csv, None) => Format::Csv,
        (AdviceFormat::Adr, None) => Format::Adr,
    })
}
