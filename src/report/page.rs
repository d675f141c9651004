//! A page: everything that anybody reads about advice or about an entry of the knowledge. The report makes pages; screens,
//! copies and documents lay them out and add no words.

mod heat;
mod line;
mod numbering;
mod table;

use crate::model::alternative::Side;
use crate::model::capability::{Level, Severity};

pub use heat::Heat;
pub(crate) use heat::HeatLine;
pub use line::{Line, Piece, line};
pub(crate) use line::{citations, ids, numbers, on, with};
pub(crate) use table::{Cell, ColumnKind, Row, Table};

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// What it is about; the title of a plan is in the user's own words.
    pub title: String,
    /// The parts, in order.
    pub sections: Vec<Section>,
}

/// Blocks that follow those of a part, made one after the other as they are laid out: there may be too many to hold.
pub struct Long<'b> {
    /// The part that they belong to.
    pub(crate) section: &'static str,
    /// The blocks.
    pub(crate) blocks: Box<dyn Iterator<Item = Block> + 'b>,
}

impl Long<'_> {
    /// The page with these blocks in it.
    pub(crate) fn within(self, mut page: Page) -> Page {
        let of = self.section;
        if let Some(section) = page.sections.iter_mut().find(|section| section.id == of) {
            section.blocks.extend(self.blocks);
        }
        page
    }
}

/// One part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its name for links.
    pub id: &'static str,
    /// Its heading; empty for the head of the document.
    pub(crate) heading: String,
    /// What it consists of.
    pub blocks: Vec<Block>,
}

/// What stands on lines of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Line),
    /// A paragraph of less weight.
    Remark(Line),
    /// Points in no order.
    List(Vec<Item>),
    /// Steps in order.
    Steps(Vec<Line>),
    /// A table.
    Table(Table),
    /// A heat map.
    Heat(Heat),
    /// How well an area does something.
    Support(Support),
    /// A limitation.
    Limit {
        /// The area; nobody's where the page is about one area only.
        side: Option<Side>,
        /// How much it hurts.
        severity: Severity,
        /// What does not work, and below it what to do about it.
        item: Item,
    },
}

/// How well an area does something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Support {
    /// The area.
    pub side: Side,
    /// Its name, as a sentence begins.
    pub(crate) name: String,
    /// How well.
    pub(crate) level: Level,
    /// The same in words.
    pub line: Line,
}

/// A point with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The point.
    pub line: Line,
    /// What belongs to it.
    pub(crate) more: Vec<Line>,
}

impl Page {
    /// A page without those of its sections that are empty, and with its sources numbered in the order in which it cites them.
    pub(crate) fn of(title: String, mut sections: Vec<Section>) -> Self {
        numbering::renumber(&mut sections);
        sections.retain(|section| !section.blocks.is_empty());
        Self { title, sections }
    }
}

impl Section {
    /// A part without those of its blocks that are empty.
    pub(crate) fn new(id: &'static str, heading: impl Into<String>, blocks: Vec<Block>) -> Self {
        let blocks = blocks.into_iter().filter(|block| !block.is_empty()).collect();
        Self { id, heading: heading.into(), blocks }
    }
}

impl Block {
    fn is_empty(&self) -> bool {
        match self {
            Self::Paragraph(line) | Self::Remark(line) => line.iter().all(Piece::is_empty),
            Self::List(items) => items.is_empty(),
            Self::Steps(lines) => lines.is_empty(),
            Self::Table(table) => table.rows.is_empty(),
            Self::Heat(heat) => heat.rows.is_empty(),
            Self::Support(_) | Self::Limit { .. } => false,
        }
    }

    /// Every line in it.
    pub fn lines(&self) -> Vec<&Line> {
        match self {
            Self::Paragraph(line) | Self::Remark(line) | Self::Support(Support { line, .. }) => vec![line],
            Self::List(items) => items.iter().flat_map(Item::lines).collect(),
            Self::Limit { item, .. } => item.lines().collect(),
            Self::Steps(lines) => lines.iter().collect(),
            Self::Table(table) => table.rows.iter().flat_map(|row| &row.cells).filter_map(Cell::line).collect(),
            Self::Heat(_) => Vec::new(),
        }
    }
}

impl Block {
    /// Every line in it, to be changed.
    fn lines_mut(&mut self) -> Vec<&mut Line> {
        match self {
            Self::Paragraph(line) | Self::Remark(line) | Self::Support(Support { line, .. }) => vec![line],
            Self::List(items) => items.iter_mut().flat_map(Item::lines_mut).collect(),
            Self::Limit { item, .. } => item.lines_mut().collect(),
            Self::Steps(lines) => lines.iter_mut().collect(),
            Self::Table(table) => {
                table.rows.iter_mut().flat_map(|row| &mut row.cells).filter_map(Cell::line_mut).collect()
            }
            Self::Heat(_) => Vec::new(),
        }
    }
}

impl Item {
    fn lines_mut(&mut self) -> impl Iterator<Item = &mut Line> {
        std::iter::once(&mut self.line).chain(&mut self.more)
    }

    /// A point by itself.
    pub(crate) fn of(line: Line) -> Self {
        Self { line, more: Vec::new() }
    }

    fn lines(&self) -> impl Iterator<Item = &Line> {
        std::iter::once(&self.line).chain(&self.more)
    }
}

/// Points by themselves.
pub(crate) fn list(lines: impl IntoIterator<Item = Line>) -> Block {
    Block::List(lines.into_iter().map(Item::of).collect())
}
