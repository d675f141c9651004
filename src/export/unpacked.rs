//! Word documents and workbooks of the program's own, read back: their words line by line, and the record that they carry. Other
//! programs may have saved them since, with other parts and names; what counts is what people read.

use std::fmt::Write as _;

use crate::brief::list::excel;
use crate::brief::office::{self, Office};
use crate::brief::word;

use super::filled_in::input;
use super::record::Record;
use super::wording::Form;
use super::{docx, xlsx};

/// The most bytes that a part of its own may take when it is unpacked.
const LARGEST_PART: u64 = 4_000_000;
/// Word processors number such parts anew; no document has more of them.
const CUSTOM_PARTS: std::ops::RangeInclusive<u32> = 1..=9;

/// Whether bytes begin as what another program packs.
pub(crate) fn is_packed(bytes: &[u8]) -> bool {
    office::is_archive(bytes)
}

/// The words of a document, with the record; `None` if it cannot be read or carries none.
pub(crate) fn carried(bytes: &[u8]) -> Option<(String, Record)> {
    let record = Record::decoded(&record(bytes)?)?;
    Some((words(bytes)?, record))
}

/// The words, for a record to hold; `None` if it cannot be read.
pub(super) fn words(bytes: &[u8]) -> Option<String> {
    match word::text(bytes) {
        Ok(text) => Some(text),
        Err(_) => sheets(bytes),
    }
}

/// How these words are read.
pub(super) const FORM: Form = Form::Packed;

/// The letters of the record.
fn record(bytes: &[u8]) -> Option<String> {
    let mut archive = Office::open(bytes).ok()?;
    for number in CUSTOM_PARTS {
        let part = archive.part(&format!("customXml/item{number}.xml"), LARGEST_PART).ok().flatten();
        if let Some(part) = part.filter(|part| part.contains(docx::RECORD)) {
            let inside = part.rsplit_once("</")?.0;
            return Some(inside.rsplit_once('>')?.1.to_owned());
        }
    }
    let (_, rows) = excel::all(bytes).ok()?.into_iter().find(|(name, _)| name == xlsx::RECORD)?;
    let letters = rows.iter().skip(1).map(|row| row.cell(0));
    Some(letters.collect())
}

/// The sheets of a workbook but for the record, each below its name, row by row. What stands in cells to fill in does not count.
fn sheets(bytes: &[u8]) -> Option<String> {
    let mut lines = String::new();
    for (name, rows) in excel::all(bytes).ok()?.into_iter().filter(|(name, _)| name != xlsx::RECORD) {
        let _ = writeln!(lines, "# {name}");
        let heads =
            rows.first().map(|row| (0..row.width).map(|column| row.cell(column).to_owned()).collect::<Vec<_>>());
        let heads = heads.unwrap_or_default();
        for row in rows {
            let is_input = |column: usize| heads.get(column).is_some_and(|head| input(head).is_some());
            let cell = |column| if is_input(column) { "" } else { row.cell(column) };
            let cells: Vec<String> =
                (0..row.width.max(heads.len())).map(|column| cell(column).replace(['|', '\n', '\r'], " ")).collect();
            let _ = writeln!(lines, "| {} |", cells.join(" | "));
        }
    }
    Some(lines)
}
