//! `advise`: the advice on a file of answers.

use std::path::Path;

use crate::advise::outlook;
use crate::answers;
use crate::diagnostic::{File, Severity, render};
use crate::export::{json, markdown, text};
use crate::knowledge::KnowledgeBase;
use crate::model::alternative::Pair;
use crate::model::answers::Answers;
use crate::report::Report;
use crate::shell::cli::{AdviceFormat, Advise};
use crate::shell::exit::{Exit, Failure};
use crate::shell::{World, files, knowledge, output};

pub(super) fn run(asked: &Advise, world: &World) -> Result<Exit, Failure> {
    let base = knowledge::knowledge(world)?;
    let answers = read(&asked.answers, &base, world)?;
    let facts = base.at(super::as_of(&base, world, answers.as_of.as_deref())?);
    let (verdict, outlook) = outlook::advise(&facts, &answers);
    let names = Pair::of(|side| base.alternatives[side].short.clone());
    let report = || Report::of(&facts, &answers, &verdict, &outlook, world.today);
    let advice = match asked.format {
        AdviceFormat::Text => text::write(&report(), &names, asked.why),
        AdviceFormat::Markdown => markdown::write(&report(), &names),
        AdviceFormat::Json => json::write(&facts, &answers, &verdict, &outlook, world.today),
    };
    match asked.output.as_deref().filter(|path| *path != Path::new("-")) {
        Some(path) => files::write(path, &advice, asked.force)?,
        None => output::data(&advice)?,
    }
    Ok(if verdict.recommendation.is_advice() { Exit::Done } else { Exit::NoRecommendation })
}

fn read(path: &Path, base: &KnowledgeBase, world: &World) -> Result<Answers, Failure> {
    let shown = if path == Path::new("-") { "standard input".to_owned() } else { files::shown(path) };
    let file = File { text: files::read_text(path, answers::LARGEST)?, path: shown };
    let (answers, diagnostics) = answers::read(&file, base);
    let styled = world.environment.colors_stderr(world.global.color);
    let message = format!("`{}` has {}", file.path, render::summary(&diagnostics));
    let rendered = render::render(&diagnostics, std::slice::from_ref(&file), styled);
    if diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Warning) && answers.is_some() {
        output::message(&rendered);
    }
    answers.ok_or_else(|| Failure::new(Exit::Invalid, message).details(rendered))
}
