//! The report as a document: its parts in order, each of paragraphs, lists and tables. Exports lay these out and add no words.

mod advice;
mod background;
mod piece;
mod table;

pub use piece::{Line, Piece, line};
pub use table::{Cell, Column, ColumnKind, Row, Table};

use super::Report;

/// The report as a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// What the plan is called, in the user's own words.
    pub title: String,
    /// The parts, in order.
    pub sections: Vec<Section>,
}

/// One part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its name for links.
    pub id: &'static str,
    /// Its heading; empty for the head of the document.
    pub heading: String,
    /// What it consists of.
    pub blocks: Vec<Block>,
}

/// What stands on lines of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Line),
    /// Points in no order.
    List(Vec<Item>),
    /// Steps in order.
    Steps(Vec<Line>),
    /// A table.
    Table(Table),
}

/// A point with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The point.
    pub line: Line,
    /// What belongs to it.
    pub more: Vec<Line>,
}

impl Outline {
    /// The whole document.
    pub fn full(report: &Report) -> Self {
        Self::of(
            report,
            vec![
                background::header(report),
                advice::advice(report),
                advice::contradictions(report),
                advice::then_and_now(report),
                advice::knock_outs(report),
                advice::arguments(report),
                advice::why_not(report),
                advice::what_if(report),
                background::register(report),
                advice::gaps(report),
                advice::conditions(report),
                advice::gone(report),
                advice::division(report),
                advice::costs(report),
                background::counts(report),
                background::open_questions(report),
                background::changes(report),
                background::life_cycle(report),
                background::why_asked(report),
                background::traceability(report),
                background::next_steps(report),
                background::notes(report),
                background::method(report),
                background::sources(&report.works),
                background::sign_off(report),
            ],
        )
    }

    /// What somebody reads who only wants the advice.
    pub fn brief(report: &Report) -> Self {
        let mut sections = vec![
            background::planned_for(report),
            advice::advice(report),
            advice::contradictions(report),
            advice::then_and_now(report),
            advice::knock_outs(report),
            advice::arguments(report),
            advice::gaps(report),
            advice::conditions(report),
            advice::gone(report),
            advice::division(report),
            advice::costs(report),
            background::open_questions(report),
            background::notes(report),
        ];
        let works: Vec<_> = report.works.iter().filter(|work| cites(&sections, work.number)).cloned().collect();
        sections.push(background::sources(&works));
        Self::of(report, sections)
    }

    fn of(report: &Report, sections: Vec<Section>) -> Self {
        let sections = sections.into_iter().filter(|section| !section.blocks.is_empty()).collect();
        Self { title: report.title.clone(), sections }
    }
}

impl Section {
    /// A part without those of its blocks that are empty.
    fn new(id: &'static str, heading: impl Into<String>, blocks: Vec<Block>) -> Self {
        let blocks = blocks.into_iter().filter(|block| !block.is_empty()).collect();
        Self { id, heading: heading.into(), blocks }
    }
}

impl Block {
    fn is_empty(&self) -> bool {
        match self {
            Self::Paragraph(line) => line.is_empty(),
            Self::List(items) => items.is_empty(),
            Self::Steps(lines) => lines.is_empty(),
            Self::Table(table) => table.rows.is_empty(),
        }
    }

    /// Every line in it.
    pub fn lines(&self) -> Vec<&Line> {
        match self {
            Self::Paragraph(line) => vec![line],
            Self::List(items) => items.iter().flat_map(|item| std::iter::once(&item.line).chain(&item.more)).collect(),
            Self::Steps(lines) => lines.iter().collect(),
            Self::Table(table) => table.rows.iter().flat_map(|row| &row.cells).filter_map(Cell::line).collect(),
        }
    }
}

impl Item {
    /// A point by itself.
    fn of(line: Line) -> Self {
        Self { line, more: Vec::new() }
    }
}

/// Points by themselves.
fn list(lines: impl IntoIterator<Item = Line>) -> Block {
    Block::List(lines.into_iter().map(Item::of).collect())
}

fn cites(sections: &[Section], number: usize) -> bool {
    let mut pieces = sections.iter().flat_map(|section| &section.blocks).flat_map(Block::lines).flatten();
    pieces.any(|piece| matches!(piece, Piece::Cited(cited) if cited.number == number))
}
