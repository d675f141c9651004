//! The register, to be worked with.

use rust_xlsxwriter::Worksheet;

use crate::export::Document;
use crate::model::alternative::Side;
use crate::report::paper::costs::Work;
use crate::report::paper::identity::TO_BE_NAMED;
use crate::report::parts::register::{RegisterEntry, approach};

use super::look::Look;
use super::sheet::A3;
use super::table::{self, Cell, Column, Fill, OPEN, Table, level};

/// The name of the sheet.
pub(super) const NAME: &str = "Register";

/// Said of a size or an effort that nothing is to be done for, or nobody knows.
const NO_WORK: &str = "none";
const UNESTIMATED: &str = "to be estimated";

/// Where on the sheet stands what the first sheet counts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Places {
    /// The column of the importance.
    pub(super) importance: u16,
    /// The column of the level in the area in which a requirement would be built.
    pub(super) level: u16,
    /// The last row, counted from 1.
    pub(super) last_row: u32,
}

/// The sheet, and where things stand on it.
pub(super) fn sheet(document: &Document<'_>, look: &Look) -> (Worksheet, Places) {
    let report = &document.report;
    let mixed = report.counts.side.is_none();
    let table = Table {
        name: NAME,
        columns: columns(document, mixed),
        rows: report.register.iter().map(|entry| row(document, entry, mixed)).collect(),
        frozen: 3,
        none: "Nothing is asked for yet.",
    };
    let position = |wanted: &dyn Fn(&Column) -> bool| {
        let position = table.columns.iter().position(wanted).expect("the column is there");
        u16::try_from(position).expect("there are few columns")
    };
    let head = report.counts.side.map_or_else(|| BUILT.to_owned(), |side| report.standings[side].head());
    let places = Places {
        importance: position(&|column| column.fill == Fill::Importance),
        level: position(&|column| column.head == head),
        last_row: u32::try_from(table.rows.len() + 1).expect("there are few rows"),
    };
    let mut sheet = table::sheet(&table, look);
    sheet.set_paper_size(A3);
    (sheet, places)
}

/// The head of the column that says how well a requirement is met where it would be built, where that differs from row to row.
const BUILT: &str = "Where it is built";

fn columns(document: &Document<'_>, mixed: bool) -> Vec<Column> {
    let head = |side| document.report.standings[side].head();
    let mut columns = vec![
        Column::given("ID", 8.0),
        Column::given("Topic", 16.0),
        Column::given("Requirement", 34.0),
        Column::of("Importance", 12.0, Fill::Importance),
        Column::given("Answer given", 30.0),
        Column::of(head(Side::First), 16.0, Fill::Level),
        Column::of(head(Side::Second), 16.0, Fill::Level),
        Column::given("Adds", 14.0),
        Column::given("Limitation", 34.0),
        Column::given("Workaround", 44.0),
        Column::given("Way to close", 16.0),
        Column::input("Size", 8.0),
        Column::input("Effort (days)", 11.0),
        Column::input("Owner", 18.0),
        Column::input("Due", 13.0),
        Column::input("Status", 12.0),
        Column::given("Acceptance criterion", 44.0),
        Column::given("Sources", 16.0),
    ];
    columns.extend(mixed.then(|| Column::of(BUILT, 16.0, Fill::Level)));
    columns
}

fn row(document: &Document<'_>, entry: &RegisterEntry, mixed: bool) -> Vec<Cell> {
    let piece = document.paper.costs.work.iter().find(|piece| piece.numbers.contains(&entry.number));
    let said = |what: fn(&Work) -> &str, otherwise: &str| piece.map_or(otherwise, what).to_owned();
    let limits: Vec<&str> = entry.limits.iter().map(|limit| limit.title.as_str()).collect();
    let sources: Vec<String> = entry.cited.iter().map(ToString::to_string).collect();
    let mut row: Vec<Cell> = vec![
        entry.number.to_string().into(),
        entry.topic.as_str().into(),
        entry.wish.as_str().into(),
        entry.importance.word().into(),
        entry.choice.as_str().into(),
        level(entry.levels.first).into(),
        level(entry.levels.second).into(),
        entry.adds.words.as_str().into(),
        limits.join("; ").into(),
        entry.workarounds().collect::<Vec<_>>().join("; ").into(),
        approach(entry).into(),
        said(|piece| &piece.size, NO_WORK).into(),
        (if piece.is_some() { UNESTIMATED } else { NO_WORK }).into(),
        said(|piece| &piece.owner, TO_BE_NAMED).into(),
        said(|piece| &piece.by, TO_BE_NAMED).into(),
        OPEN.into(),
        entry.acceptance.as_str().into(),
        sources.join(" ").into(),
    ];
    row.extend(mixed.then(|| level(entry.levels[entry.side]).into()));
    row
}
