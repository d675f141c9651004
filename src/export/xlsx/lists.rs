//! What the plan assumes, and where the facts are written.

use rust_xlsxwriter::Worksheet;

use crate::export::Document;
use crate::report::bibliography::Work;

use super::look::Look;
use super::table::{self, Cell, Column, Fill, Table};

/// What was said without asking for anything, the figures and notes, and what is still open.
pub(super) fn assumptions(document: &Document<'_>, look: &Look) -> Worksheet {
    let report = &document.report;
    let row = |kind: &str, ask: &str, answer: &str, own: &str, needs: &str| -> Vec<Cell> {
        [kind, ask, answer, own, needs].map(Cell::from).into()
    };
    let assumed = report.assumptions.iter();
    let assumed = assumed.map(|one| row("assumption", &one.ask, &one.answer, &one.amount, &one.sizes.join(" ")));
    let notes = report.notes.iter().map(|(ask, note)| row("note", ask, "", note, ""));
    let open = report.find_out.iter().map(|one| {
        let who = one.who.as_ref().map(|who| format!("{who} would know")).unwrap_or_default();
        row("open", &one.ask, one.state.words(), &who, &one.can)
    });
    let table = Table {
        name: "Assumptions",
        columns: vec![
            Column::given("Kind", 12.0),
            Column::given("Question", 50.0),
            Column::given("Answer", 34.0),
            Column::given("Your number or note", 40.0),
            Column::given("What it means", 50.0),
        ],
        rows: assumed.chain(notes).chain(open).collect(),
        frozen: 2,
        none: "Nothing is assumed.",
    };
    table::sheet(&table, look)
}

/// The sources, the only cells with links.
pub(super) fn sources(works: &[&Work], look: &Look) -> Worksheet {
    let row = |work: &&Work| -> Vec<Cell> {
        vec![
            Cell::Number(u32::try_from(work.number).expect("there are few sources")),
            work.publisher.as_str().into(),
            work.title.as_str().into(),
            work.date.as_str().into(),
            work.reading.as_str().into(),
            work.url.as_str().into(),
        ]
    };
    let table = Table {
        name: "Sources",
        columns: vec![
            Column::given("No.", 6.0),
            Column::given("Publisher", 18.0),
            Column::given("Title", 60.0),
            Column::given("Dated", 18.0),
            Column::given("Last read", 34.0),
            Column::of("Address", 70.0, Fill::Link),
        ],
        rows: works.iter().map(row).collect(),
        frozen: 1,
        none: "No source is cited.",
    };
    table::sheet(&table, look)
}
