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

    /// So many strengths there are above none.
    pub(crate) const STRENGTHS: u32 = 5;

    /// How strong a number is among those of which `most` is the largest, from 1 for little to [`Self::STRENGTHS`]; 0 for nothing.
    pub(crate) fn strength(number: u32, most: u32) -> u32 {
        (number * Self::STRENGTHS).div_ceil(most.max(1))
    }

    /// The heads above the numbers: those of the columns, and one above the sums of the rows.
    pub(crate) fn heads(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(String::as_str).chain(["All"])
    }

    /// The same as a table, for faces that draw nothing.
    pub(crate) fn table(&self) -> Table {
        let cell = |number: u32| if number == 0 { Cell::text("-") } else { Cell::text(number.to_string()) };
        let row = |line: &HeatLine| {
            let numbers = line.cells.iter().copied().chain([line.total()]);
            let name = Cell::from(vec![line.name.clone()] as Line);
            std::iter::once(name).chain(numbers.map(cell)).collect()
        };
        let numbers = self.heads().map(|head| (head, ColumnKind::Number));
        let heads = std::iter::once((self.head.as_str(), ColumnKind::Text)).chain(numbers);
        Table::of_rows(self.caption.clone(), heads, self.rows.iter().chain(&self.sums).map(row))
    }
}

#[cfg(test)]
mod tests {
    use super::Heat;

    #[test]
    fn the_largest_number_is_the_strongest_and_something_is_never_nothing() {
        assert_eq!([0, 1, 2, 3, 9, 10].map(|number| Heat::strength(number, 10)), [0, 1, 1, 2, 5, 5]);
        assert_eq!([Heat::strength(1, 1), Heat::strength(0, 0)], [5, 0]);
    }
}
