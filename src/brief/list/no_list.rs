//! Why a file is no list.

use crate::diagnostic::suggest::enumerate;

use super::Role;

/// Why nothing of a file can be read as a list of journeys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoList {
    /// There is nothing in it.
    Empty,
    /// There are heads, and no row below them.
    NoRows,
    /// Another kind of file.
    Other {
        /// What it looks like.
        kind: &'static str,
        /// What to do.
        help: &'static str,
    },
    /// A workbook with macros.
    Macros,
    /// A broken workbook.
    Damaged,
    /// A workbook that a password locks.
    Locked,
    /// It unpacks to more than any list.
    TooLarge,
    /// More rows than are read.
    TooLong {
        /// The most.
        most: usize,
    },
    /// No row has heads that are known.
    NoHeads {
        /// The row in which they were expected.
        row: usize,
        /// What stands there.
        cells: Vec<String>,
    },
    /// No column is headed as the command line says.
    NoSuchHead {
        /// What the column was to be.
        role: Role,
        /// The head that is missing.
        head: String,
        /// The heads that there are.
        heads: Vec<String>,
    },
}

/// So many cells are shown of a row.
const SHOWN: usize = 8;

impl NoList {
    /// What is wrong, to be said after the name of the file.
    pub fn message(&self) -> String {
        match self {
            Self::Empty => "is empty".to_owned(),
            Self::NoRows => "has heads, but no row below them".to_owned(),
            Self::Other { kind, .. } => format!("is no list that can be read; it looks like {kind}"),
            Self::Macros => "is a workbook with macros, and such are not opened".to_owned(),
            Self::Damaged => "is a damaged workbook".to_owned(),
            Self::Locked => "is locked by a password".to_owned(),
            Self::TooLarge => "unpacks to more than any list of plans has".to_owned(),
            Self::TooLong { most } => format!("has more than {most} rows"),
            Self::NoHeads { row, cells } => {
                format!("has no heads that are known; in row {row} there is {}", quoted(cells))
            }
            Self::NoSuchHead { role, head, heads } => {
                format!("has no column `{head}` for `{}`; its heads are {}", role.word(), quoted(heads))
            }
        }
    }

    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Empty | Self::NoRows => "write a row for each plan, with a title and what it must do",
            Self::Other { help, .. } => help,
            Self::Macros => "open it in Excel and save it as \"Excel Workbook (.xlsx)\", which holds none",
            Self::Damaged => "open it in Excel and save it anew, or save it as CSV",
            Self::Locked => "save it without a password, or save the sheet as CSV",
            Self::TooLarge => "copy the sheet with the plans into a workbook of its own, or save it as CSV",
            Self::TooLong { .. } => "divide it into several lists",
            Self::NoHeads { .. } => {
                "begin it with a row of heads such as Title, Description and Priority, or name yours: `--columns \
                 title=NAME,text=NAME`"
            }
            Self::NoSuchHead { .. } => "write the head as it stands in the list",
        }
    }

    /// Whether the command line is to blame, not the file.
    pub(crate) fn is_misuse(&self) -> bool {
        matches!(self, Self::NoSuchHead { .. })
    }
}

fn quoted(cells: &[String]) -> String {
    let mut shown: Vec<String> = cells.iter().take(SHOWN).map(|cell| format!("`{cell}`")).collect();
    if cells.len() > SHOWN {
        shown.push(format!("{} more", cells.len() - SHOWN));
    }
    enumerate(&shown, "and")
}

#[cfg(test)]
mod tests {
    use super::NoList;
    use crate::brief::list::Role;

    #[test]
    fn what_is_wrong_and_what_to_do_reads_well() {
        let cells = |count: usize| (1..=count).map(|number| number.to_string()).collect::<Vec<_>>();
        let all = [
            NoList::Empty,
            NoList::NoRows,
            NoList::Other { kind: "a picture", help: "draw it" },
            NoList::Macros,
            NoList::Damaged,
            NoList::Locked,
            NoList::TooLarge,
            NoList::TooLong { most: 10_000 },
            NoList::NoHeads { row: 1, cells: cells(8) },
            NoList::NoHeads { row: 1, cells: cells(10) },
            NoList::NoSuchHead { role: Role::Title, head: "Was".to_owned(), heads: cells(2) },
        ];
        let said = all.map(|none| format!("The list {}.\n  {}\n", none.message(), none.help()));
        insta::assert_snapshot!(said.concat());
    }
}
