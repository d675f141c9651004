//! Tables. The first column names the row.

use super::{Line, Piece};
use crate::model::capability::Level;
use crate::report::words::how_well;

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub(crate) caption: String,
    /// Its columns.
    pub(crate) columns: Vec<Column>,
    /// Its rows, each with one cell for every column.
    pub(crate) rows: Vec<Row>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    /// Its head.
    pub(crate) name: String,
    /// What stands in it.
    pub(crate) kind: ColumnKind,
}

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ColumnKind {
    /// Words.
    Text,
    /// Numbers.
    Number,
    /// Numbers that a bar may show.
    Bar,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// Its cells; the first names the row.
    pub(crate) cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cell {
    /// Words or a number.
    Line(Line),
    /// How well something is done.
    Level(Level),
    /// A signed number as a part of the largest one in its column.
    Bar {
        /// The number: above zero for the first area, below for the second.
        value: i32,
        /// The largest, without sign.
        most: i32,
        /// The same in words.
        words: String,
    },
}

impl Cell {
    /// The words, if it holds words.
    pub(crate) fn line(&self) -> Option<&Line> {
        match self {
            Self::Line(line) => Some(line),
            Self::Level(_) | Self::Bar { .. } => None,
        }
    }

    /// The same, to be changed.
    pub(super) fn line_mut(&mut self) -> Option<&mut Line> {
        match self {
            Self::Line(line) => Some(line),
            Self::Level(_) | Self::Bar { .. } => None,
        }
    }

    /// What it says, with a line put into words by `line`.
    pub(crate) fn words(&self, line: impl FnOnce(&Line) -> String) -> String {
        match self {
            Self::Line(pieces) => line(pieces),
            Self::Level(level) => how_well(*level).to_owned(),
            Self::Bar { words, .. } => words.clone(),
        }
    }

    /// A cell of text that somebody typed.
    pub(crate) fn own(text: impl Into<String>) -> Self {
        Self::Line(vec![Piece::Own(text.into())])
    }

    /// A cell of text alone.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Line(vec![Piece::Text(text.into())])
    }
}

impl From<Line> for Cell {
    fn from(line: Line) -> Self {
        Self::Line(line)
    }
}

impl Table {
    /// A table of words.
    pub(crate) fn of<const WIDTH: usize>(
        caption: impl Into<String>,
        columns: [&str; WIDTH],
        rows: impl IntoIterator<Item = [Cell; WIDTH]>,
    ) -> Self {
        let column = |name: &str| Column { name: name.to_owned(), kind: ColumnKind::Text };
        Self {
            caption: caption.into(),
            columns: columns.iter().map(|name| column(name)).collect(),
            rows: rows.into_iter().map(|cells| Row { cells: cells.into() }).collect(),
        }
    }

    /// A table with as many columns as there are heads.
    pub(crate) fn of_rows<'h>(
        caption: String,
        heads: impl Iterator<Item = (&'h str, ColumnKind)>,
        rows: impl Iterator<Item = Vec<Cell>>,
    ) -> Self {
        let column = |(name, kind): (&str, ColumnKind)| Column { name: name.to_owned(), kind };
        Self { caption, columns: heads.map(column).collect(), rows: rows.map(|cells| Row { cells }).collect() }
    }

    /// The same with another kind for the columns of that name.
    #[must_use]
    pub(crate) fn with(mut self, name: &str, kind: ColumnKind) -> Self {
        for column in self.columns.iter_mut().filter(|column| column.name == name) {
            column.kind = kind;
        }
        self
    }
}
