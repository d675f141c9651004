//! `advise --jsonl`: many plans, one line each. Several are worked on at a time, and only a few shares of them are in memory.

use std::ops::ControlFlow;

use crate::advise::analysis::LookFor;
use crate::advise::components::Forest;
use crate::advise::{analysis, timeline};
use crate::export::Extent;
use crate::export::json::{self, Given};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::days::Days;
use crate::knowledge::facts::Facts;
use crate::model;
use crate::model::answers::Answers;
use crate::model::verdict::{AsOf, Verdict};
use crate::shell::cli::Advise;
use crate::shell::exit::{Exit, Failure};
use crate::shell::output::Reader;
use crate::shell::{World, files, knowledge, output};

use super::many::{self, Meant};
use super::plan;

/// Bytes of a line: most take no more.
const ROOM: usize = 6 * 1024;

/// What came of some plans.
#[derive(Default)]
struct Share {
    lines: Vec<u8>,
    failures: Vec<Failure>,
}

pub(super) fn run(args: &Advise, world: &World) -> Result<Exit, Failure> {
    let base = knowledge::knowledge_today(world)?;
    let styled = world.environment.colors_stderr(world.global.color);
    let mut exit = Ok(Exit::Done);
    many::work(
        &many::plans(&args.answers),
        || Worker { base: &base, args, world, days: Days::default() },
        Worker::share,
        |share| hand_out(&share, styled, &mut exit),
    );
    exit
}

/// Prints what came of a share: what could not be read, and the lines.
fn hand_out(share: &Share, styled: bool, exit: &mut Result<Exit, Failure>) -> ControlFlow<()> {
    for failure in &share.failures {
        output::failure(failure, styled);
        *exit = Ok(Exit::Invalid);
    }
    match output::part(&share.lines) {
        Ok(Reader::There) => ControlFlow::Continue(()),
        Ok(Reader::Gone) => ControlFlow::Break(()),
        Err(failure) => {
            *exit = Err(failure);
            ControlFlow::Break(())
        }
    }
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
    days: Days<Day<'w>>,
}

impl<'w> Worker<'w> {
    /// The lines of some plans.
    fn share(&mut self, plans: &[Result<Meant, Failure>]) -> Share {
        let mut share = Share { lines: Vec::with_capacity(plans.len() * ROOM), failures: Vec::new() };
        for plan in plans {
            if let Err(failure) = self.add(plan, &mut share.lines) {
                share.failures.push(failure);
            }
        }
        share
    }

    fn add(&mut self, plan: &Result<Meant, Failure>, lines: &mut Vec<u8>) -> Result<(), Failure> {
        let Meant { path, origin } = plan.as_ref().map_err(Clone::clone)?;
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
        let base = self.base;
        let today = self.world.today;
        self.days.get(|day| day.forest.facts.are_for(as_of, answers), || looked_up(base, today, as_of, answers))
    }
}

fn looked_up<'w>(base: &'w KnowledgeBase, today: model::date::Day, as_of: AsOf, answers: &Answers) -> Day<'w> {
    let facts = |as_of: AsOf| base.at(as_of).for_plan(answers);
    let then_and_now = timeline::days(base, as_of, today).into_iter().map(facts).collect();
    Day { forest: Forest::of(&facts(as_of)), then_and_now }
}
