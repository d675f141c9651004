//! Cells of a workbook: its first sheet that is not hidden. Formulas are read as what they last gave, macros are refused.

mod parts;
mod rows;

use crate::brief::office::{NoPart, Office};
use crate::diagnostic::clean::visible;

use super::{NoList, Row, Sheet};
use parts::{Link, Linked, links, sheets};

/// The most bytes that a part may take when it is unpacked.
const LARGEST_PART: u64 = 64_000_000;
/// The most bytes of all cells: many may show the same text.
const MOST_TEXT: usize = 64_000_000;

const BOOK: &str = "xl/workbook.xml";
const LINKS: &str = "xl/_rels/workbook.xml.rels";

impl From<NoPart> for NoList {
    fn from(no_part: NoPart) -> Self {
        match no_part {
            NoPart::Damaged => Self::Damaged,
            NoPart::Locked => Self::Locked,
            NoPart::TooLarge => Self::TooLarge,
        }
    }
}

/// The rows of the first sheet.
pub(super) fn sheet(bytes: &[u8]) -> Result<Sheet, NoList> {
    let mut book = Office::open(bytes)?;
    if book.holds("xl/vbaProject.bin") {
        return Err(NoList::Macros);
    }
    let Some(xml) = book.part(BOOK, LARGEST_PART)? else { return Err(other(&book)) };
    let sheets = sheets(&xml).ok_or(NoList::Damaged)?;
    let links = match book.part(LINKS, LARGEST_PART)? {
        Some(xml) => links(&xml).ok_or(NoList::Damaged)?,
        None => return Err(NoList::Damaged),
    };
    let shown = sheets.iter().find(|sheet| !sheet.is_hidden).or(sheets.first()).ok_or(NoList::Empty)?;
    let target = links.iter().find(|link| link.id == shown.link).ok_or(NoList::Damaged)?;
    let texts = shared(&mut book, &links)?;
    let xml = book.part(&target.target, LARGEST_PART)?.ok_or(NoList::Damaged)?;
    let mut sheet = Sheet { rows: rows::rows(&xml, &texts, MOST_TEXT)?, ..Sheet::default() };
    if sheet.rows.is_empty() {
        return Err(NoList::Empty);
    }
    let others: Vec<String> = sheets
        .iter()
        .filter(|other| other.name != shown.name)
        .map(|other| format!("`{}`", visible(&other.name)))
        .collect();
    if !others.is_empty() {
        let name = visible(&shown.name);
        sheet.remarks.push(format!("Only the sheet `{name}` was read, not {}.", others.join(", ")));
    }
    Ok(sheet)
}

/// Every sheet of a workbook that holds anything, with its name.
pub(crate) fn all(bytes: &[u8]) -> Result<Vec<(String, Vec<Row>)>, NoList> {
    let mut book = Office::open(bytes)?;
    let xml = book.part(BOOK, LARGEST_PART)?.ok_or(NoList::Damaged)?;
    let sheets = sheets(&xml).ok_or(NoList::Damaged)?;
    let xml = book.part(LINKS, LARGEST_PART)?.ok_or(NoList::Damaged)?;
    let links = links(&xml).ok_or(NoList::Damaged)?;
    let texts = shared(&mut book, &links)?;
    let mut read = Vec::new();
    for sheet in sheets {
        let link = links.iter().find(|link| link.id == sheet.link).ok_or(NoList::Damaged)?;
        let xml = book.part(&link.target, LARGEST_PART)?.ok_or(NoList::Damaged)?;
        read.push((sheet.name, rows::rows(&xml, &texts, MOST_TEXT)?));
    }
    Ok(read)
}

/// The texts that cells share.
fn shared(book: &mut Office<'_>, links: &[Link]) -> Result<Vec<String>, NoList> {
    match links.iter().find(|link| link.kind == Linked::Texts) {
        Some(link) => rows::texts(&book.part(&link.target, LARGEST_PART)?.ok_or(NoList::Damaged)?),
        None => Ok(Vec::new()),
    }
}

/// What an archive is that holds no workbook.
fn other(archive: &Office<'_>) -> NoList {
    const SAVE_IT: &str = "open it and save it as \"Excel Workbook (.xlsx)\" or as CSV";
    const READ_IT: &str = "`brief` reads it as one text; for a list save its table as CSV";
    const KINDS: [(&str, &str, &str); 4] = [
        ("xl/workbook.bin", "a binary workbook (.xlsb)", SAVE_IT),
        ("word/document.xml", "a Word document", READ_IT),
        ("ppt/presentation.xml", "a PowerPoint presentation", "write a row for each plan into a CSV file"),
        ("content.xml", "an OpenDocument file", SAVE_IT),
    ];
    let kind = KINDS.iter().find(|(name, ..)| archive.holds(name));
    let (kind, help) =
        kind.map_or(("a zip archive", "unpack it and name the list in it"), |(_, kind, help)| (kind, help));
    NoList::Other { kind, help }
}
