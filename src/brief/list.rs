//! Lists of journeys: from the bytes of a spreadsheet or of a text with separators to what each journey asks for.
//!
//! [`separated`] and [`excel`] read cells, [`heads`] finds the columns, [`markup`] and [`worth`] read what stands in them, and
//! [`journeys`] makes journeys of the rows and refuses those that cannot be one. [`naming`] gives each its name. Every row that
//! says anything is in a journey, left out, or refused.

mod encoding;
pub(crate) mod excel;
pub mod heads;
mod journeys;
mod markup;
mod naming;
mod no_list;
mod separated;
mod worth;

pub use heads::{Columns, Role};
pub use no_list::NoList;

use crate::knowledge::KnowledgeBase;

use super::{Brief, Index, Passage, office, read_passages};

/// The most bytes of a list.
pub const LARGEST: usize = 20_000_000;
/// The most rows of a list.
const MOST_ROWS: usize = 10_000;

/// What a list holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Backlog {
    /// In the order in which they begin.
    pub journeys: Vec<Journey>,
    /// The rows that are not wanted, by what stands in them.
    pub left_out: Vec<Refused>,
    /// The rows that cannot be used.
    pub refused: Vec<Refused>,
    /// What else should be known about how the list was read.
    pub remarks: Vec<String>,
    /// What the columns were taken for.
    pub uses: Uses,
}

/// One journey of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journey {
    /// What it is called; no two of a list are called the same.
    pub title: String,
    /// The name of its file without the ending; no two of a list have the same.
    pub file: String,
    /// Its rows, as a spreadsheet numbers them.
    pub rows: Vec<usize>,
    /// What they say.
    passages: Vec<Passage>,
}

impl Journey {
    /// What it asks for.
    pub fn read(&self, index: &Index, base: &KnowledgeBase) -> Brief {
        read_passages(&self.title, &self.passages, index, base)
    }
}

/// A row that becomes no part of a journey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Its number, as a spreadsheet numbers it.
    pub row: usize,
    /// The column, counted from 0, if one is to blame.
    pub column: Option<usize>,
    /// Why, to be said after the row and the column.
    pub why: String,
}

/// What the columns were taken for, by their heads.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Uses {
    /// What each column is read as.
    pub read: Vec<(Role, String)>,
    /// The heads of columns that are not read.
    pub unread: Vec<String>,
}

/// Rows of cells.
#[derive(Debug, Default)]
struct Sheet {
    rows: Vec<Row>,
    refused: Vec<Refused>,
    remarks: Vec<String>,
    /// What separates the cells, where they are text.
    separator: Option<char>,
}

/// A row that is not empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Row {
    number: usize,
    /// How many cells it has, the empty ones included.
    pub(crate) width: usize,
    /// The cells that are not empty.
    cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Cell {
    /// Counted from 0.
    column: usize,
    text: String,
}

impl Row {
    /// What stands in a column, without the spaces around it.
    pub(crate) fn cell(&self, column: usize) -> &str {
        self.cells.iter().find(|cell| cell.column == column).map_or("", |cell| cell.text.trim())
    }
}

/// Reads a list.
pub fn read(bytes: &[u8], columns: &Columns) -> Result<Backlog, NoList> {
    let sheet = if office::is_archive(bytes) {
        excel::sheet(bytes)?
    } else {
        let (text, remark) = encoding::text(bytes)?;
        let mut sheet = separated::sheet(&text, columns)?;
        sheet.remarks.extend(remark);
        sheet
    };
    journeys::backlog(sheet, columns)
}

/// The name of a column, as a spreadsheet shows it: `A`, `AB`.
pub fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = Some(column);
    while let Some(place) = rest {
        letters.push(char::from(b'A' + u8::try_from(place % 26).expect("a remainder of 26 is small")));
        rest = (place / 26).checked_sub(1);
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests;
