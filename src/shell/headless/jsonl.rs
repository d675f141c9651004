//! `advise --jsonl`: many plans, one line each. Several are worked on at a time, and only a few shares of them are in memory.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
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

/// How many plans a worker works on before it hands their lines over. It is never more than two shares ahead.
const SHARE: usize = 256;

/// What came of some plans.
#[derive(Default)]
struct Share {
    lines: String,
    failures: Vec<Failure>,
}

pub(super) fn run(asked: &Advise, world: &World) -> Result<Exit, Failure> {
    let base = knowledge::knowledge(world)?;
    let plans: Vec<Result<PathBuf, Failure>> = asked.answers.iter().flat_map(|given| plans(given)).collect();
    let workers = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    thread::scope(|scope| {
        let work = |first: usize, done: &SyncSender<Share>| {
            let mut shares = plans.chunks(SHARE).skip(first).step_by(workers);
            // Where nobody listens any more, the reader of the output is gone.
            let _ = shares.try_for_each(|paths| done.send(share(paths, &base, asked, world)));
        };
        let begin = |first| {
            let (done, shares) = sync_channel(1);
            scope.spawn(move || work(first, &done));
            shares
        };
        let workers: Vec<Receiver<Share>> = (0..workers).map(begin).collect();
        let turns = workers.iter().cycle().take(plans.chunks(SHARE).len());
        hand_out(turns.map_while(|worker| worker.recv().ok()), world)
    })
}

/// Prints the shares in their order, and what could not be read.
fn hand_out(shares: impl Iterator<Item = Share>, world: &World) -> Result<Exit, Failure> {
    let styled = world.environment.colors_stderr(world.global.color);
    let mut exit = Exit::Done;
    for share in shares {
        for failure in &share.failures {
            output::failure(failure, styled);
            exit = Exit::Invalid;
        }
        if output::part(&share.lines)? == Reader::Gone {
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

/// A plan as read: where from, and for which day.
type Read<'p> = (&'p Path, Answers, AsOf);

/// The lines of some plans. What holds on a day is looked up once for all of them.
fn share(paths: &[Result<PathBuf, Failure>], base: &KnowledgeBase, asked: &Advise, world: &World) -> Share {
    let read: Vec<Result<Read<'_>, Failure>> = paths.iter().map(|path| read(path, base, asked, world)).collect();
    let mut facts: Vec<Facts<'_>> = Vec::new();
    for (_, answers, day) in read.iter().flatten() {
        if !facts.iter().any(|facts| facts.are_for(*day, answers)) {
            facts.push(base.at(*day).weighed_for(answers));
        }
    }
    let forests: Vec<Forest<'_, '_>> = facts.into_iter().map(Forest::with).collect();
    let mut share = Share::default();
    for plan in read {
        match plan {
            Ok((path, answers, day)) => {
                let forest = forests.iter().find(|forest| forest.facts.are_for(day, &answers));
                share.lines.extend(forest.map(|forest| line(path, &answers, forest, world)));
            }
            Err(failure) => share.failures.push(failure),
        }
    }
    share
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
