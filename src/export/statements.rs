//! The parts of the document as plain sentences, for formats of cells and members.

use serde::Serialize;

use crate::report::Report;
use crate::report::document;
use crate::report::page::{Block, Cell, Item, Row, Section, Support, Table};
use crate::report::paper::Paper;

use super::text::line;

/// A part of the document with what it states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Statements {
    /// Its name for programs.
    pub(super) id: &'static str,
    /// Its heading; empty for the head of the document.
    pub(super) heading: String,
    /// What it states, in order.
    pub(super) statements: Vec<String>,
}

/// Every part of the whole document.
pub(super) fn all(report: &Report, paper: &Paper) -> Vec<Statements> {
    document::body(report, paper).sections.into_iter().map(part).collect()
}

fn part(section: Section) -> Statements {
    let statements = section.blocks.iter().flat_map(block).collect();
    Statements { id: section.id, heading: section.heading, statements }
}

fn block(block: &Block) -> Vec<String> {
    match block {
        Block::Paragraph(text) | Block::Remark(text) => vec![line(text)],
        Block::Support(Support { name, line: text, .. }) => vec![format!("{name}: {}", line(text))],
        Block::Limit { item: limit, .. } => vec![item(limit)],
        Block::List(items) => items.iter().map(item).collect(),
        Block::Steps(steps) => steps.iter().map(line).collect(),
        Block::Table(table) => rows(table),
        Block::Heat(heat) => rows(&heat.table()),
    }
}

fn rows(table: &Table) -> Vec<String> {
    table.rows.iter().map(|cells| row(table, cells)).collect()
}

/// A point with what belongs to it, sentence by sentence.
fn item(item: &Item) -> String {
    let mut sentences = line(&item.line);
    for more in &item.more {
        let is_ended = sentences.ends_with(['.', '?', '!', ':', ']']);
        sentences.push_str(if is_ended { " " } else { ". " });
        sentences.push_str(&line(more));
    }
    sentences
}

/// What names the row, then every other cell that says something, with the head of its column.
fn row(table: &Table, row: &Row) -> String {
    let mut cells = row.cells.iter().map(|cell: &Cell| cell.words(line));
    let name = cells.next().expect("the first column of a table names the row");
    let told = table.columns.iter().skip(1).zip(cells).filter(|(_, cell)| !matches!(cell.as_str(), "" | "-"));
    let told: Vec<String> = told.map(|(column, cell)| format!("{}: {cell}", column.name)).collect();
    let then = if name.ends_with(['.', '?', '!']) { " " } else { "; " };
    if told.is_empty() { name } else { [&name, then, &told.join("; ")].concat() }
}
