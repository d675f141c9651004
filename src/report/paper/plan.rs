//! The plan: every step and every piece of work on gaps, with when it is done, who does it and by when.

use crate::report::Report;
use crate::report::page::{Block, Cell, Section, Table, numbers};
use crate::report::parts::gaps::{GapEntry, task};
use crate::report::parts::next_steps::Step;
use crate::report::work::how_long;

use super::Paper;
use super::costs::Work;
use super::identity::{Identity, TO_BE_NAMED};
use super::steps::seen_to_by;

/// The heading.
const HEADING: &str = "Plan";

/// The columns.
const COLUMNS: [&str; 8] = ["No.", "Step", "Done when", "Owner", "By", "Concerns", "Who can do it", "Effort"];

/// Said of what concerns no requirement more than another.
pub(crate) const WHOLE: &str = "the plan";

/// Said of who can do a step: it asks for no skill, and nobody has judged how long it takes.
pub(crate) const NOBODY: &str = "-";

/// Said of work whose effort nobody has judged.
const TO_BE_ESTIMATED: &str = "to be estimated";

/// The part. Where nothing is advised there are no gaps to close yet.
pub(crate) fn section(report: &Report, paper: &Paper) -> Section {
    let steps = report.next_steps.iter().map(|one| step(one, &paper.identity));
    let is_advice = report.decision.recommendation.is_advice();
    let work = paper.costs.work.iter().filter(|_| is_advice).map(|one| piece(report, one));
    let rows = (1..).zip(steps.chain(work)).map(|(number, cells): (usize, _)| {
        let [step, done, owner, by, concerns, who, effort] = cells;
        [Cell::text(number.to_string()), step, done, owner, by, concerns, who, effort]
    });
    let table = Table::of("What is to be done, in order", COLUMNS, rows);
    Section::new("next-steps", HEADING, vec![Block::Table(table)])
}

fn step(step: &Step, identity: &Identity) -> [Cell; 7] {
    let [owner, by] = seen_to_by(&step.who, identity);
    let concerns = if step.concerns.is_empty() { Cell::text(WHOLE) } else { numbers(&step.concerns).into() };
    let [who, effort] = [NOBODY; 2].map(Cell::text);
    [Cell::text(&step.text), Cell::text(step.done), Cell::own(owner), Cell::own(by), concerns, who, effort]
}

fn piece(report: &Report, work: &Work) -> [Cell; 7] {
    let gaps: Vec<&GapEntry> = report.gaps.iter().filter(|gap| work.numbers.contains(&gap.number)).collect();
    let wishes: Vec<&str> = gaps.iter().map(|gap| gap.wish.as_str()).collect();
    let done: Vec<&str> = work.numbers.iter().map(|number| report.entry(*number).acceptance.as_str()).collect();
    let (who, effort) = asks(report, work);
    [
        Cell::text(format!("{}: {}.", task(work.level), wishes.join("; "))),
        Cell::text(done.join(" ")),
        Cell::own(&*work.owner),
        Cell::own(&*work.by),
        numbers(&work.numbers).into(),
        Cell::text(who),
        Cell::text(effort),
    ]
}

/// Who can do the workarounds of a piece of work, and how long the longest takes.
pub(crate) fn asks(report: &Report, work: &Work) -> (String, &'static str) {
    let gaps = report.gaps.iter().filter(|gap| work.numbers.contains(&gap.number));
    let limits = || gaps.clone().flat_map(|gap| &gap.limits);
    let mut who: Vec<&str> = Vec::new();
    for one in limits().filter_map(|limit| limit.who.as_deref()) {
        if !who.contains(&one) {
            who.push(one);
        }
    }
    let who = if who.is_empty() { TO_BE_NAMED.to_owned() } else { who.join(", ") };
    (who, limits().filter_map(|limit| limit.effort).max().map_or(TO_BE_ESTIMATED, how_long))
}
