//! `advise --jsonl`: many plans, one line each. Several are worked on at a time, and only a batch of them is in memory.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;

use crate::advise::outlook;
use crate::export::json;
use crate::knowledge::KnowledgeBase;
use crate::shell::cli::Advise;
use crate::shell::exit::{Exit, Failure};
use crate::shell::output::Reader;
use crate::shell::{World, files, knowledge, output};

use super::plan;

/// How many plans are in memory at a time.
const BATCH: usize = 256;

pub(super) fn run(asked: &Advise, world: &World) -> Result<Exit, Failure> {
    let base = knowledge::knowledge(world)?;
    let styled = world.environment.colors_stderr(world.global.color);
    let mut exit = Exit::Done;
    let plans: Vec<Result<PathBuf, Failure>> = asked.answers.iter().flat_map(|given| plans(given)).collect();
    for batch in plans.chunks(BATCH) {
        for line in lines(batch, &base, asked, world) {
            match line {
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
fn plans(given: &Path) -> Vec<Result<PathBuf, Failure>> {
    if !given.is_dir() {
        return vec![Ok(given.to_owned())];
    }
    match files::list(given, "toml") {
        Ok(paths) => paths.into_iter().map(Ok).collect(),
        Err(failure) => vec![Err(failure)],
    }
}

/// The lines of a batch in its order, made on every processor.
fn lines(
    batch: &[Result<PathBuf, Failure>],
    base: &KnowledgeBase,
    asked: &Advise,
    world: &World,
) -> Vec<Result<String, Failure>> {
    let workers = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let share = batch.len().div_ceil(workers).max(1);
    let work = |paths: &[Result<PathBuf, Failure>]| -> Vec<_> {
        paths.iter().map(|path| line(path.as_ref().map_err(Clone::clone)?, base, asked, world)).collect()
    };
    thread::scope(|scope| {
        let shares: Vec<_> = batch.chunks(share).map(|paths| scope.spawn(move || work(paths))).collect();
        let joined =
            shares.into_iter().map(|share| share.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        joined.flatten().collect()
    })
}

fn line(path: &Path, base: &KnowledgeBase, asked: &Advise, world: &World) -> Result<String, Failure> {
    let answers = plan::shared(plan::read(path, base, world)?, asked.redact);
    let facts = base.at(super::as_of(base, world, answers.as_of.as_deref())?);
    let (verdict, outlook) = outlook::advise(&facts, &answers);
    Ok(json::line(&files::shown(path), &facts, &answers, &verdict, &outlook, world.today))
}
