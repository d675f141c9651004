//! A heat map: numbers by row and column, the larger the stronger.

use super::table::{Cell, ColumnKind, Table};
use super::{Line, Piece};

/// A heat map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heat {
    /// What it shows.
    pub(crate) caption: String,
    /// What its rows are.
    pub(crate) head: String,
    /// What its columns are.
    pub(crate) columns: Vec<String>,
    /// Its rows.
    pub(crate) rows: Vec<HeatLine>,
    /// Sums below the rows, which have no strength.
    pub(crate) sums: Vec<HeatLine>,
}

/// A row of a heat map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HeatLine {
    /// What it is about.
    pub(crate) name: Piece,
    /// Its numbers, one for each column.
    pub(crate) cells: Vec<u32>,
}

impl HeatLine {
    /// The sum of its numbers.
    pub(crate) fn total(&self) -> u32 {
        self.cells.iter().sum()
    }
}

impl Heat {
    /// The largest number of a row.
    pub(crate) fn most(&self) -> u32 {
        self.rows.iter().flat_map(|row| &row.cells).copied().max().unwrap_or(0)
    }

    /// What stands above the sums of the rows.
    pub(crate) fn all() -> &'static str {
        "All"
    }

    /// The same as a table, for faces that draw nothing.
    pub(crate) fn table(&self) -> Table {
        let cell = |number: u32| if number == 0 { Cell::text("-") } else { Cell::text(number.to_string()) };
        let row = |line: &HeatLine| {
            let numbers = line.cells.iter().copied().chain([line.total()]);
            let name = Cell::from(vec![line.name.clone()] as Line);
            std::iter::once(name).chain(numbers.map(cell)).collect()
        };
        let heads = self.columns.iter().map(String::as_str).chain([Self::all()]);
        let heads =
            std::iter::once((self.head.as_str(), ColumnKind::Text)).chain(heads.map(|head| (head, ColumnKind::Number)));
        Table::of_rows(self.caption.clone(), heads, self.rows.iter().chain(&self.sums).map(row))
    }
}
