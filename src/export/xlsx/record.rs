//! The sheet that `verify` reads.

use rust_xlsxwriter::Worksheet;

use crate::export::record::Record;

use super::look::Look;
use super::sheet::Sheet;

/// The name of the sheet that `verify` reads.
pub(crate) const RECORD: &str = "Record";

/// So many letters of the record stand in a cell.
const IN_A_CELL: usize = 30_000;

/// The sheet: what it is for, and below it the record.
pub(super) fn sheet(record: &Record, look: &Look) -> Worksheet {
    let mut sheet = Sheet::new(RECORD, vec![100.0]);
    sheet.line((0, 0), "journey-advisor verify reads this sheet. Leave it as it is.", &look.strong);
    let encoded: Vec<char> = record.encoded().chars().collect();
    for (row, letters) in (1..).zip(encoded.chunks(IN_A_CELL)) {
        sheet.line((row, 0), &letters.iter().collect::<String>(), &look.quiet);
    }
    let mut sheet = sheet.finished();
    for row in 1..=u32::try_from(encoded.len().div_ceil(IN_A_CELL)).expect("a record is short") {
        sheet.set_row_height(row, 15).expect("the place is on the sheet");
    }
    sheet
}
