//! The order of work: what can be built when, what must be decided first, and what nothing carries.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::model::arena::Key;
use crate::model::capability::Capability;
use crate::report::page::{Block, Cell, ColumnKind, Item, Piece as Stretch, Section, Table, line};
use crate::report::portfolio::Portfolio;
use crate::report::portfolio::line::PlanLine;
use crate::report::portfolio::order::Step;
use crate::report::portfolio::piece::PieceNumber;
use crate::report::portfolio::stage::{Reason, Stage};
use crate::report::words::count;

use super::words::{named, what, work};

/// What the words of this part mean.
const MEANING: &str = "A plan is ready when nothing has to be built, found out, ordered or switched on for any of its musts and \
     shoulds, as far as it is answered. What is only a could holds nothing up.";

/// What is ready, what waits for one piece of work alone, and the pieces of work one after the other.
pub(super) fn section(portfolio: &Portfolio<'_>, steps: &[Step]) -> Section {
    let ready = || portfolio.lines.iter().filter(|line| line.stage == Stage::Ready);
    let ready_now = Item { line: vec![Stretch::Strong("Ready now".to_owned())], more: vec![named(ready())] };
    let ready_now = ready().next().map(|_| ready_now);
    let items = ready_now.into_iter().chain(after_one(portfolio)).collect();
    let blocks = vec![Block::Remark(line(MEANING)), Block::List(items), Block::Table(table(portfolio, steps))];
    Section::new("order", "Order of work", blocks)
}

/// What waits for one piece of work alone, by that piece.
fn after_one<'p>(portfolio: &'p Portfolio<'_>) -> impl Iterator<Item = Item> + use<'p> {
    let mut alone: BTreeMap<PieceNumber, Vec<&PlanLine>> = BTreeMap::new();
    for line in &portfolio.lines {
        if let Stage::AfterOne(piece) = line.stage {
            alone.entry(piece).or_default().push(line);
        }
    }
    let mut alone: Vec<_> = alone.into_iter().collect();
    alone.sort_by_key(|(piece, lines)| (Reverse(lines.len()), *piece));
    alone.into_iter().map(move |(piece, lines)| {
        let plans = count(lines.len(), "plan");
        let head = Stretch::Strong(format!("After one piece of work, {plans}"));
        Item {
            line: vec![head, Stretch::Text(format!(": {}", what(portfolio, piece)))],
            more: vec![named(lines.into_iter())],
        }
    })
}

/// The pieces of work in their turn.
fn table(portfolio: &Portfolio<'_>, steps: &[Step]) -> Table {
    let rows = steps.iter().enumerate().map(|(turn, step)| {
        [
            Cell::text(format!("{}. {}", turn + 1, what(portfolio, step.piece))),
            Cell::text(work(portfolio, step.piece)),
            Cell::text(step.wait.to_string()),
            Cell::text(step.ready.to_string()),
        ]
    });
    let caption = "First what makes most plans ready, then what most of them wait for";
    let table = Table::of(caption, ["Step", "Work", "Plans that wait for it", "Ready then"], rows);
    table.with("Plans that wait for it", ColumnKind::Number).with("Ready then", ColumnKind::Number)
}

/// What somebody has to decide or find out first.
pub(super) fn decisions(portfolio: &Portfolio<'_>) -> Section {
    let item = |reason: Reason| {
        let waiting = || portfolio.lines.iter().filter(|line| line.stage == Stage::Decision(reason));
        let plans = waiting().count();
        let head = Stretch::Strong(format!("{}.", reason.task(&portfolio.base.nouns, plans)));
        (plans > 0).then(|| Item { line: vec![head], more: vec![named(waiting())] })
    };
    let items = Reason::ALL.into_iter().filter_map(item).collect();
    Section::new("decisions", "To decide first", vec![Block::List(items)])
}

/// What nothing carries, by what stops it.
pub(super) fn not_carried(portfolio: &Portfolio<'_>) -> Section {
    let mut stopped: BTreeMap<Key<Capability>, Vec<&PlanLine>> = BTreeMap::new();
    for line in &portfolio.lines {
        for capability in &line.stopped_by {
            stopped.entry(*capability).or_default().push(line);
        }
    }
    let mut stopped: Vec<_> = stopped.into_iter().collect();
    stopped.sort_by_key(|(capability, lines)| (Reverse(lines.len()), *capability));
    let gone = gone(portfolio).into_iter();
    let items = stopped.into_iter().map(|(capability, lines)| {
        let title = Stretch::Strong(format!("\"{}\"", portfolio.base.capabilities[capability].title));
        let stops = format!(
            " is a must of {} and cannot be met. Let it be a should, or leave it to another product.",
            count(lines.len(), "plan")
        );
        Item { line: vec![title, Stretch::Text(stops)], more: vec![named(lines.into_iter())] }
    });
    Section::new("not-carried", "Cannot be carried", vec![Block::List(items.chain(gone).collect())])
}

/// The plans for which nothing can be had on their day, whatever they ask for.
fn gone(portfolio: &Portfolio<'_>) -> Option<Item> {
    let gone = || {
        let lines = portfolio.lines.iter().filter(|line| line.stage == Stage::NotCarried);
        lines.filter(|line| line.stopped_by.is_empty())
    };
    let plans = count(gone().count(), "plan");
    let area = &portfolio.base.nouns.alternative.one;
    let head = Stretch::Strong(format!("No {area} can be had on the day, or for long enough, for {plans}"));
    gone().next().map(|_| Item { line: vec![head], more: vec![named(gone())] })
}
