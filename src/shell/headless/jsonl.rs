//! `advise --jsonl`: many plans, one line each. Several are worked on at a time, and only a batch of them is in memory.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;

use crate::advise::forest::Forest;
use crate::advise::outlook;
use crate::export::json;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::answers::Answers;
use crate::model::verdict::AsOf;
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
        let mut text = String::new();
        for line in lines(batch, &base, asked, world) {
            match line {
                Ok(line) => text.push_str(&line),
                Err(failure) => {
                    output::failure(&failure, styled);
                    exit = Exit::Invalid;
                }
            }
        }
        if output::part(&text)? == Reader::Gone {
            break;
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
    let work = |paths| share_of_lines(paths, base, asked, world);
    thread::scope(|scope| {
        let shares: Vec<_> = batch.chunks(share).map(|paths| scope.spawn(move || work(paths))).collect();
        let joined =
            shares.into_iter().map(|share| share.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        joined.flatten().collect()
    })
}

/// A plan as read: where from, and for which day.
type Read<'p> = (&'p Path, Answers, AsOf);

/// The lines of some plans. What holds on a day is looked up once for all of them.
fn share_of_lines(
    paths: &[Result<PathBuf, Failure>],
    base: &KnowledgeBase,
    asked: &Advise,
    world: &World,
) -> Vec<Result<String, Failure>> {
    let read: Vec<Result<Read<'_>, Failure>> = paths.iter().map(|path| read(path, base, asked, world)).collect();
    let mut facts: Vec<Facts<'_>> = Vec::new();
    for (_, answers, day) in read.iter().flatten() {
        if !facts.iter().any(|facts| facts.are_for(*day, answers)) {
            facts.push(base.at(*day).weighed_for(answers));
        }
    }
    let forests: Vec<Forest<'_, '_>> = facts.into_iter().map(Forest::with).collect();
    let line = |(path, answers, day): Read<'_>| {
        let forest = forests.iter().find(|forest| forest.facts.are_for(day, &answers))?;
        Some(line(path, &answers, forest, world))
    };
    read.into_iter().filter_map(|plan| plan.map(line).transpose()).collect()
}

fn read<'p>(
    path: &'p Result<PathBuf, Failure>,
    base: &KnowledgeBase,
    asked: &Advise,
    world: &World,
) -> Result<Read<'p>, Failure> {
    let path = path.as_ref().map_err(Clone::clone)?;
    let answers = plan::shared(plan::read(path, base, world)?, asked.redact);
    let day = super::as_of(base, world, answers.as_of.as_deref())?;
    Ok((path, answers, day))
}

fn line(path: &Path, answers: &Answers, forest: &Forest<'_, '_>, world: &World) -> String {
    let (verdict, outlook) = outlook::advise_in(forest, answers);
    json::line(&files::shown(path), &forest.facts, answers, &verdict, &outlook, world.today)
}
