//! `advise --jsonl`: many plans, one line each. Several are worked on at a time, and only a few shares of them are in memory.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use crate::advise::analysis::LookFor;
use crate::advise::components::Forest;
use crate::advise::{analysis, timeline};
use crate::export::Extent;
use crate::export::json::{self, Given};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::model::answers::Answers;
use crate::model::verdict::{AsOf, Verdict};
use crate::shell::cli::Advise;
use crate::shell::exit::{Exit, Failure};
use crate::shell::files::Origin;
use crate::shell::output::Reader;
use crate::shell::{World, files, knowledge, output};

use super::plan;

/// How many plans a worker works on before it hands their lines over. It is never more than two shares ahead.
const SHARE: usize = 64;

/// Bytes of a line: most take no more.
const ROOM: usize = 6 * 1024;

/// Of so many days a worker remembers what holds on them.
const MOST_DAYS: usize = 32;

/// A plan to advise on.
struct Plan {
    path: PathBuf,
    origin: Origin,
}

/// What came of some plans.
#[derive(Default)]
struct Share {
    lines: Vec<u8>,
    failures: Vec<Failure>,
}

pub(super) fn run(args: &Advise, world: &World) -> Result<Exit, Failure> {
    let base = knowledge::knowledge_today(world)?;
    let plans: Vec<Result<Plan, Failure>> = args.answers.iter().flat_map(|given| plans(given)).collect();
    let workers = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    thread::scope(|scope| {
        let work = |first: usize, done: &SyncSender<Share>| {
            let mut worker = Worker { base: &base, args, world, days: Vec::new() };
            let mut shares = plans.chunks(SHARE).skip(first).step_by(workers);
            // Where nobody listens any more, the reader of the output is gone.
            let _ = shares.try_for_each(|plans| done.send(worker.share(plans)));
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

/// The file itself, or the plans of a folder and of those in it, by name.
fn plans(given: &Path) -> Vec<Result<Plan, Failure>> {
    if !given.is_dir() {
        return vec![Ok(Plan { path: given.to_owned(), origin: Origin::Named })];
    }
    let found = files::walk(given, "toml");
    if found.is_empty() {
        let message = format!("there is no plan in `{}`", files::shown(given));
        let help = "plans are files whose names end in `.toml`, in the folder or in a folder in it";
        return vec![Err(Failure::new(Exit::Invalid, message).help(help))];
    }
    found.into_iter().map(|path| Ok(Plan { path: path?, origin: Origin::Found })).collect()
}

/// What holds on a day that some plans are for, and on the other days they are judged by.
struct Day<'k> {
    forest: Forest<'k>,
    then_and_now: Vec<Facts<'k>>,
}

/// Advises on plans one after the other. What holds on a day is looked up once for all of them.
struct Worker<'w> {
    base: &'w KnowledgeBase,
    args: &'w Advise,
    world: &'w World,
    days: Vec<Day<'w>>,
}

impl<'w> Worker<'w> {
    /// The lines of some plans.
    fn share(&mut self, plans: &[Result<Plan, Failure>]) -> Share {
        let mut share = Share { lines: Vec::with_capacity(plans.len() * ROOM), failures: Vec::new() };
        for plan in plans {
            if let Err(failure) = self.add(plan, &mut share.lines) {
                share.failures.push(failure);
            }
        }
        share
    }

    fn add(&mut self, plan: &Result<Plan, Failure>, lines: &mut Vec<u8>) -> Result<(), Failure> {
        let Plan { path, origin } = plan.as_ref().map_err(Clone::clone)?;
        let answers = plan::shared(plan::read(path, *origin, self.base, self.world)?, self.args.redact);
        let as_of = super::as_of(self.base, self.world, answers.as_of.as_deref())?;
        let today = self.world.dated();
        // A line without `--why` tells of no counterfactual but whether the advice is fragile.
        let (extent, look_for) =
            if self.args.why { (Extent::Full, LookFor::Everything) } else { (Extent::Brief, LookFor::Fragility) };
        let day = self.day(as_of, &answers);
        let (verdict, analysis) = analysis::advise_looking_for(look_for, &day.forest, &answers);
        let then_and_now: Vec<Verdict> = day.then_and_now.iter().map(|facts| timeline::on(facts, &answers)).collect();
        let given = Given {
            facts: &day.forest.facts,
            answers: &answers,
            verdict: &verdict,
            analysis: &analysis,
            then_and_now: &then_and_now,
            today,
        };
        json::add_line(&given, &files::shown(path), extent, lines);
        Ok(())
    }

    /// What holds on the day of a plan, with the weights that it wants.
    fn day(&mut self, as_of: AsOf, answers: &Answers) -> &Day<'w> {
        let known = self.days.iter().position(|day| day.forest.facts.are_for(as_of, answers));
        let position = known.unwrap_or_else(|| {
            if self.days.len() == MOST_DAYS {
                self.days.clear();
            }
            self.days.push(self.looked_up(as_of, answers));
            self.days.len() - 1
        });
        self.days.get(position).expect("it was found or just added")
    }

    fn looked_up(&self, as_of: AsOf, answers: &Answers) -> Day<'w> {
        let facts = |as_of: AsOf| self.base.at(as_of).for_plan(answers);
        let then_and_now = timeline::days(self.base, as_of, self.world.today).into_iter().map(facts).collect();
        Day { forest: Forest::of(&facts(as_of)), then_and_now }
    }
}
