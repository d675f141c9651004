//! The cells of a sheet.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::brief::list::{Cell, MOST_ROWS, NoList, Row};
use crate::brief::office::letter;

use super::parts::attribute;

/// Columns beyond are none of a list.
const MOST_COLUMNS: usize = 256;

/// The texts that cells share, in their order.
pub(super) fn texts(xml: &str) -> Result<Vec<String>, NoList> {
    let mut reader = Reader::from_str(xml);
    let mut texts = Vec::new();
    let mut text = Said::default();
    loop {
        let event = reader.read_event().map_err(|_| NoList::Damaged)?;
        match &event {
            Event::Start(tag) if tag.local_name().as_ref() == "si" => text = Said::default(),
            Event::End(tag) if tag.local_name().as_ref() == "si" => texts.push(std::mem::take(&mut text.words)),
            Event::Empty(tag) if tag.local_name().as_ref() == "si" => texts.push(String::new()),
            Event::Eof => return Ok(texts),
            _ => {}
        }
        text.hear(&event, &["t"]).ok_or(NoList::Damaged)?;
    }
}

/// The words within certain tags, without how they are pronounced.
#[derive(Debug, Default)]
struct Said {
    words: String,
    is_heard: bool,
    is_pronounced: bool,
}

impl Said {
    /// `None` where a letter cannot be one.
    fn hear(&mut self, event: &Event<'_>, tags: &[&str]) -> Option<()> {
        match event {
            Event::Start(tag) if tag.local_name().as_ref() == "rPh" => self.is_pronounced = true,
            Event::End(tag) if tag.local_name().as_ref() == "rPh" => self.is_pronounced = false,
            Event::Start(tag) if tags.contains(&tag.local_name().as_ref()) => self.is_heard = !self.is_pronounced,
            Event::End(tag) if tags.contains(&tag.local_name().as_ref()) => self.is_heard = false,
            Event::Text(text) if self.is_heard => self.words.push_str(&text.xml10_content()),
            Event::CData(text) if self.is_heard => self.words.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) if self.is_heard => self.words.push_str(&letter(reference)?),
            _ => {}
        }
        Some(())
    }
}

/// The rows that are not empty. `texts` are those that cells share, `most` how many bytes all cells may hold together.
pub(super) fn rows(xml: &str, texts: &[String], most: usize) -> Result<Vec<Row>, NoList> {
    let mut reader = Reader::from_str(xml);
    let mut reading =
        Reading { texts, left: most, rows: Vec::new(), number: 0, next: 0, cell: None, merged: Vec::new() };
    let mut is_whole = false;
    loop {
        let event = reader.read_event().map_err(|_| NoList::Damaged)?;
        match &event {
            Event::Start(tag) => reading.begin(tag)?,
            Event::Empty(tag) => {
                reading.begin(tag)?;
                if tag.local_name().as_ref() == "c" {
                    reading.cell = None;
                }
            }
            Event::End(tag) => {
                is_whole |= tag.local_name().as_ref() == "worksheet";
                if tag.local_name().as_ref() == "c" {
                    reading.end_cell()?;
                }
            }
            Event::Eof if is_whole => break,
            Event::Eof => return Err(NoList::Damaged),
            _ => {}
        }
        if let Some(cell) = &mut reading.cell {
            cell.said.hear(&event, &["t", "v"]).ok_or(NoList::Damaged)?;
        }
    }
    reading.fill_merged()?;
    reading.rows.retain(|row| !row.cells.is_empty());
    Ok(reading.rows)
}

struct Reading<'t> {
    texts: &'t [String],
    /// How many bytes cells may still hold.
    left: usize,
    rows: Vec<Row>,
    number: usize,
    /// The column of the next cell, where it does not say.
    next: usize,
    cell: Option<Open>,
    /// Cells that are one over several rows: the column, the first row and the last.
    merged: Vec<(usize, usize, usize)>,
}

/// A cell that is being read.
struct Open {
    column: usize,
    is_shared: bool,
    said: Said,
}

impl Reading<'_> {
    fn begin(&mut self, tag: &BytesStart<'_>) -> Result<(), NoList> {
        match tag.local_name().as_ref() {
            "row" => self.begin_row(tag),
            "c" => {
                let column =
                    attribute(tag, "r").and_then(|place| place_of(&place)).map_or(self.next, |(column, _)| column);
                self.next = column + 1;
                let is_shared = attribute(tag, "t").is_some_and(|kind| kind == "s");
                self.cell = Some(Open { column, is_shared, said: Said::default() });
                Ok(())
            }
            "mergeCell" if self.merged.len() < MOST_ROWS => {
                let range = attribute(tag, "ref").unwrap_or_default();
                if let Some((first, last)) =
                    range.split_once(':').and_then(|(from, to)| Some((place_of(from)?, place_of(to)?)))
                {
                    self.merged.push((first.0, first.1, last.1));
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn begin_row(&mut self, tag: &BytesStart<'_>) -> Result<(), NoList> {
        let said = attribute(tag, "r").and_then(|number| number.parse().ok());
        let number = said.unwrap_or(self.number + 1);
        if number <= self.number {
            return Err(NoList::Damaged);
        }
        if self.rows.last().is_none_or(|row| !row.cells.is_empty()) {
            self.rows.push(Row::default());
        }
        if self.rows.len() > MOST_ROWS + 1 {
            return Err(NoList::TooLong { most: MOST_ROWS });
        }
        if let Some(row) = self.rows.last_mut() {
            row.number = number;
        }
        self.number = number;
        self.next = 0;
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), NoList> {
        let Some(Open { column, is_shared, said }) = self.cell.take() else { return Ok(()) };
        let text = if is_shared {
            let number: usize = said.words.trim().parse().map_err(|_| NoList::Damaged)?;
            self.texts.get(number).ok_or(NoList::Damaged)?.as_str()
        } else {
            said.words.as_str()
        };
        if text.trim().is_empty() || column >= MOST_COLUMNS {
            return Ok(());
        }
        self.left = self.left.checked_sub(text.len()).ok_or(NoList::TooLarge)?;
        let cell = Cell { column, text: text.to_owned() };
        let row = self.rows.last_mut().ok_or(NoList::Damaged)?;
        row.width = row.width.max(column + 1);
        row.cells.push(cell);
        Ok(())
    }

    /// What stands in a merged cell holds for all of its rows.
    fn fill_merged(&mut self) -> Result<(), NoList> {
        let places: BTreeMap<usize, usize> =
            self.rows.iter().enumerate().map(|(place, row)| (row.number, place)).collect();
        for (column, first, last) in std::mem::take(&mut self.merged) {
            let above = places.get(&first).and_then(|place| self.rows.get(*place));
            let Some(text) = above.map(|row| row.cell(column).to_owned()).filter(|text| !text.is_empty()) else {
                continue;
            };
            for place in
                places.range(first.saturating_add(1)..=last.max(first.saturating_add(1))).map(|(_, place)| *place)
            {
                let row = self.rows.get_mut(place).ok_or(NoList::Damaged)?;
                if row.number > last || row.cells.is_empty() || !row.cell(column).is_empty() {
                    continue;
                }
                self.left = self.left.checked_sub(text.len()).ok_or(NoList::TooLarge)?;
                row.cells.push(Cell { column, text: text.clone() });
                row.cells.sort_by_key(|cell| cell.column);
            }
        }
        Ok(())
    }
}

/// The column, counted from 0, and the row of a place such as `AB12`.
fn place_of(place: &str) -> Option<(usize, usize)> {
    let (letters, number) = place.split_at(place.find(|letter: char| letter.is_ascii_digit())?);
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let column = letters.bytes().try_fold(0, |column, letter| {
        letter.is_ascii_uppercase().then(|| column * 26 + usize::from(letter - b'A') + 1)
    })?;
    Some((column - 1, number.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{MOST_COLUMNS, place_of, rows, texts};
    use crate::brief::list::{MOST_ROWS, letters};

    /// The cells of a sheet with these rows and merged cells, as they would be written: `2: A=x C=y`.
    fn read(xml: &str, merged: &str) -> Vec<String> {
        let sheet = format!("<worksheet><sheetData>{xml}</sheetData><mergeCells>{merged}</mergeCells></worksheet>");
        let rows = rows(&sheet, &[], 1_000).unwrap();
        let shown = rows.iter().map(|row| {
            let cells = row.cells.iter().map(|cell| format!(" {}={}", letters(cell.column), cell.text));
            format!("{}:{}", row.number, cells.collect::<Vec<_>>().concat())
        });
        shown.collect()
    }

    fn row(number: usize, cells: &[(&str, &str)]) -> String {
        let cells = cells.iter().map(|(column, text)| format!("<c r=\"{column}{number}\"><v>{text}</v></c>"));
        format!("<row r=\"{number}\">{}</row>", cells.collect::<Vec<_>>().concat())
    }

    #[test]
    fn a_text_that_cells_share_is_what_is_written_not_how_it_is_pronounced() {
        for (item, text) in [
            ("<si><t>a</t></si>", "a"),
            ("<si/>", ""),
            ("<si><phoneticPr fontId=\"1\"/><t>a</t></si>", "a"),
            ("<si><rPh></rPh><t>a</t></si>", "a"),
            ("<si><t>a</t><rPh><t>x</t><t>y</t></rPh><r><rPr><b/></rPr><t>b</t></r></si>", "ab"),
            ("<si><t>a<x></x>b</t></si>", "ab"),
        ] {
            assert_eq!(texts(&format!("<sst>{item}<si><t>next</t></si></sst>")).unwrap(), [text, "next"], "{item}");
        }
    }

    #[test]
    fn blank_cells_and_columns_beyond_any_list_are_none() {
        let last = letters(MOST_COLUMNS - 1);
        let beyond = letters(MOST_COLUMNS);
        let xml =
            row(1, &[("A", " "), ("B", "b"), (&last, "z"), (&beyond, "y")]) + &row(2, &[("A", "a"), (&beyond, "y")]);
        assert_eq!(read(&xml, ""), [format!("1: B=b {last}=z"), "2: A=a".to_owned()]);
        let widths: Vec<usize> =
            rows(&format!("<worksheet>{xml}</worksheet>"), &[], 9).unwrap().iter().map(|row| row.width).collect();
        assert_eq!(widths, [MOST_COLUMNS, 1]);
    }

    #[test]
    fn a_merged_cell_fills_what_is_empty_in_its_rows_and_nothing_else() {
        let cells =
            [row(2, &[("A", "a"), ("B", "b")]), row(3, &[("B", "c")]), row(4, &[("A", "own")]), row(5, &[("B", "d")])];
        let xml = cells.concat() + "<row r=\"6\"/>";
        for (merged, filled) in [
            ("A2:A6", ["2: A=a B=b", "3: A=a B=c", "4: A=own", "5: A=a B=d"]),
            ("A2:B2", ["2: A=a B=b", "3: B=c", "4: A=own", "5: B=d"]),
            ("A2:A2", ["2: A=a B=b", "3: B=c", "4: A=own", "5: B=d"]),
            ("A9:A12", ["2: A=a B=b", "3: B=c", "4: A=own", "5: B=d"]),
        ] {
            assert_eq!(read(&xml, &format!("<mergeCell ref=\"{merged}\"/>")), filled, "{merged}");
        }
    }

    #[test]
    fn more_merged_cells_than_rows_are_not_looked_at() {
        let xml = row(1, &[("A", "a")]) + &row(2, &[("B", "b")]);
        for (before, second) in [(MOST_ROWS - 1, "2: A=a B=b"), (MOST_ROWS, "2: B=b")] {
            let merged = "<mergeCell ref=\"C1:C2\"/>".repeat(before) + "<mergeCell ref=\"A1:A2\"/>";
            assert_eq!(read(&xml, &merged), ["1: A=a", second]);
        }
    }

    #[test]
    fn places_are_read_as_they_are_named() {
        for (place, column) in [("A1", 0), ("Z1", 25), ("AA1", 26), ("XFD1", 16383)] {
            assert_eq!(place_of(place), Some((column, 1)));
            assert_eq!(format!("{}1", letters(column)), place);
        }
        for wrong in ["", "A", "1", "a1", "ABCD1", "A1B"] {
            assert_eq!(place_of(wrong), None, "{wrong}");
        }
    }
}
