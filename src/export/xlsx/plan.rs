//! What to do: the next steps, the pieces of work, and what must be there first.

use rust_xlsxwriter::Worksheet;

use crate::export::Document;
use crate::report::paper::costs::Work;
use crate::report::paper::identity::{Identity, TO_BE_NAMED};
use crate::report::paper::plan;
use crate::report::paper::steps::seen_to_by;
use crate::report::parts::next_steps::Step;
use crate::report::parts::work::{ToOrder, kind};

use super::gaps::listed;
use super::look::Look;
use super::table::{self, Cell, Column, OPEN, Table};

/// The sheet.
pub(super) fn sheet(document: &Document<'_>, look: &Look) -> Worksheet {
    let report = &document.report;
    let steps = report.next_steps.iter().map(|one| step(one, &document.paper.identity));
    let is_advice = report.decision.recommendation.is_advice();
    let pieces = document.paper.costs.work.iter().filter(|_| is_advice).map(|piece| piece_of_work(document, piece));
    let orders = report.to_order.iter().map(order);
    let rows = (1..).zip(steps.chain(pieces).chain(orders)).map(|(number, mut row)| {
        row.insert(0, Cell::Number(number));
        row
    });
    let table = Table {
        name: "Plan",
        columns: vec![
            Column::given("No.", 6.0),
            Column::given("Kind", 12.0),
            Column::given("Step", 60.0),
            Column::given("Done when", 50.0),
            Column::given("Concerns", 18.0),
            Column::given("Who can do it", 16.0),
            Column::given("Effort", 14.0),
            Column::input("Size", 8.0),
            Column::input("Owner", 18.0),
            Column::input("By", 13.0),
            Column::input("Status", 12.0),
        ],
        rows: rows.collect(),
        frozen: 3,
        none: "Nothing to do.",
    };
    table::sheet(&table, look)
}

fn step(step: &Step, identity: &Identity) -> Vec<Cell> {
    let [owner, by] = seen_to_by(&step.who, identity);
    let concerns = if step.concerns.is_empty() { plan::WHOLE.to_owned() } else { listed(&step.concerns) };
    row("step", &step.text, step.done, &concerns, [plan::NOBODY; 2], [TO_BE_NAMED, &owner, &by])
}

fn piece_of_work(document: &Document<'_>, piece: &Work) -> Vec<Cell> {
    let closed = document.report.register.iter().filter(|entry| piece.numbers.contains(&entry.number));
    let done: Vec<&str> = closed.map(|entry| entry.acceptance.as_str()).collect();
    let work = format!("{}: {}", piece.gap, piece.workaround);
    let (who, effort) = plan::asks(&document.report, piece);
    let said = [&*piece.size, &*piece.owner, &*piece.by];
    row("gap", &work, &done.join(" "), &listed(&piece.numbers), [&who, effort], said)
}

fn order(item: &ToOrder) -> Vec<Cell> {
    let concerns = listed(&item.numbers);
    row(kind(item.kind), &item.title, "It is there.", &concerns, [plan::NOBODY; 2], [TO_BE_NAMED; 3])
}

fn row(
    kind: &str,
    what: &str,
    done: &str,
    concerns: &str,
    [who, effort]: [&str; 2],
    [size, owner, by]: [&str; 3],
) -> Vec<Cell> {
    [kind, what, done, concerns, who, effort, size, owner, by, OPEN].map(Cell::from).into()
}
