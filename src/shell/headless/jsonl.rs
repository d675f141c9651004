//! `advise --jsonl`: many plans, one line each, with no more than one of them in memory.

use std::path::{Path, PathBuf};

use crate::advise::outlook;
use crate::export::json;
use crate::knowledge::KnowledgeBase;
use crate::shell::cli::Advise;
use crate::shell::exit::{Exit, Failure};
use crate::shell::output::Reader;
use crate::shell::{World, files, knowledge, output};

use super::plan;

pub(super) fn run(asked: &Advise, world: &World) -> Result<Exit, Failure> {
    let base = knowledge::knowledge(world)?;
    let styled = world.environment.colors_stderr(world.global.color);
    let mut exit = Exit::Done;
    for given in &asked.answers {
        for path in plans(given)? {
            match line(&path, &base, asked, world) {
                Ok(line) if output::part(&line)? == Reader::Gone => return Ok(exit),
                Ok(_) => {}
                Err(failure) => {
                    output::failure(&failure, styled);
                    exit = Exit::Invalid;
                }
            }
        }
    }
    Ok(exit)
}

/// The file itself, or the plans of a folder by name.
fn plans(given: &Path) -> Result<Vec<PathBuf>, Failure> {
    if given.is_dir() { files::list(given, "toml") } else { Ok(vec![given.to_owned()]) }
}

fn line(path: &Path, base: &KnowledgeBase, asked: &Advise, world: &World) -> Result<String, Failure> {
    let answers = plan::shared(plan::read(path, base, world)?, asked.redact);
    let facts = base.at(super::as_of(base, world, answers.as_of.as_deref())?);
    let (verdict, outlook) = outlook::advise(&facts, &answers);
    Ok(json::line(&files::shown(path), &facts, &answers, &verdict, &outlook, world.today))
}
