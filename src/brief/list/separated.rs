//! Cells of a text in which commas, semicolons or tabs separate them.

use std::io::Read as _;

use csv::{ByteRecord, ReaderBuilder};

use super::heads::{Columns, LOOKED_AT};
use super::{Cell, MOST_ROWS, NoList, Refused, Row, Sheet};

pub(super) const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// A record behind the last one. If it does not come out alone, a quotation mark before it was never closed.
const END: &[u8] = b"\n\x03end of the list\x03\n";

/// The rows of a text, which is UTF-8 except where encodings are mixed.
pub(super) fn sheet(text: &[u8], columns: &Columns) -> Result<Sheet, NoList> {
    let (said, text, above) = said(text);
    let separator = said.unwrap_or_else(|| likeliest(text, columns));
    let mut sheet = Sheet { separator: Some(separator), ..Sheet::default() };
    let mut records = reader(text, separator);
    let (mut number, mut record) = (above, ByteRecord::new());
    while records.read_byte_record(&mut record).is_ok_and(|is_there| is_there) {
        let begin = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(usize::MAX));
        if is_end(&record) {
            break;
        }
        number += empty_lines(text, begin) + 1;
        match row(&record, number) {
            Ok(row) if row.cells.is_empty() => {}
            Ok(row) => sheet.rows.push(row),
            Err(refused) => sheet.refused.push(refused),
        }
        // The heads are a row too.
        if sheet.rows.len() > MOST_ROWS + 1 {
            return Err(NoList::TooLong { most: MOST_ROWS });
        }
    }
    if sheet.rows.is_empty() && sheet.refused.is_empty() { Err(NoList::Empty) } else { Ok(sheet) }
}

/// What a first line such as `sep=;` says, as Excel writes it, what stands below, and how many lines are above that.
fn said(text: &[u8]) -> (Option<char>, &[u8], usize) {
    let line = text.split_inclusive(|byte| *byte == b'\n').next().unwrap_or_default();
    let separator = SEPARATORS.into_iter().find(|separator| {
        line.trim_ascii_end() == format!("sep={separator}").trim_end().as_bytes() && line.starts_with(b"sep=")
    });
    match separator {
        Some(separator) => (Some(separator), text.get(line.len()..).unwrap_or_default(), 1),
        None => (None, text, 0),
    }
}

fn reader(text: &[u8], separator: char) -> csv::Reader<impl std::io::Read> {
    let separator = u8::try_from(separator).expect("separators are ASCII");
    ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.chain(END))
}

/// The separator by which most heads are known in one of the first rows, else by which there are most cells.
fn likeliest(text: &[u8], columns: &Columns) -> char {
    let worth = |separator: char| {
        let rows = reader(text, separator).into_byte_records().map_while(Result::ok).take(LOOKED_AT);
        let known = |record: &ByteRecord| {
            let heads = record.iter().filter(|cell| std::str::from_utf8(cell).is_ok_and(|cell| columns.know(cell)));
            (heads.count(), record.len())
        };
        rows.map(|record| known(&record)).max()
    };
    // Of several that are as good the last one counts, and commas are the usual ones.
    SEPARATORS.into_iter().rev().max_by_key(|separator| worth(*separator)).unwrap_or(',')
}

fn is_end(record: &ByteRecord) -> bool {
    record.len() == 1 && record.get(0).is_some_and(|cell| cell == END.trim_ascii())
}

/// How many empty lines stand where the record before ends.
fn empty_lines(text: &[u8], end: usize) -> usize {
    let (before, mut rest) = text.split_at(end.min(text.len()));
    if before.ends_with(b"\r") {
        // The reader takes the second half of a line end for the beginning of what follows.
        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    }
    let mut lines = 0;
    while let Some(after) =
        rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).or_else(|| rest.strip_prefix(b"\r"))
    {
        rest = after;
        lines += 1;
    }
    lines
}

fn row(record: &ByteRecord, number: usize) -> Result<Row, Refused> {
    let mut row = Row { number, width: record.len(), cells: Vec::new() };
    for (column, cell) in record.iter().enumerate() {
        let refused = |why: &str| Refused { row: number, column: Some(column), why: why.to_owned() };
        if cell.ends_with(END) {
            return Err(refused(
                "a quotation mark is opened here and never closed, so that all that follows belongs to this cell; close it, or \
                 write it twice",
            ));
        }
        let text = std::str::from_utf8(cell).map_err(|_| {
            refused("the text is not UTF-8, while that of other rows is; save the whole list as \"CSV UTF-8\"")
        })?;
        if !text.trim().is_empty() {
            row.cells.push(Cell { column, text: text.to_owned() });
        }
    }
    Ok(row)
}

#[cfg(test)]
mod tests {
    use super::{Sheet, sheet};
    use crate::brief::list::{Columns, NoList};

    fn read(text: &str) -> Sheet {
        sheet(text.as_bytes(), &Columns::default()).unwrap()
    }

    fn cells(sheet: &Sheet) -> Vec<(usize, Vec<&str>)> {
        let row = |row: &'_ super::Row| row.number;
        sheet.rows.iter().map(|one| (row(one), one.cells.iter().map(|cell| cell.text.as_str()).collect())).collect()
    }

    #[test]
    fn the_separator_is_found_by_the_heads() {
        let wanted = vec![(1, vec!["Title", "Description"]), (2, vec!["A, b; c", "d"])];
        for text in [
            "Title,Description\n\"A, b; c\",d\n",
            "Title;Description\r\n\"A, b; c\";d",
            "Title\tDescription\rA, b; c\td\r",
        ] {
            assert_eq!(cells(&read(text)), wanted, "{text}");
        }
        let told = read("sep=;\nTitle;Description\nA;b");
        assert_eq!(cells(&told), [(2, vec!["Title", "Description"]), (3, vec!["A", "b"])]);
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_does() {
        let text = "Title,Text\n\n\nA,\"two\nlines\"\r\n\r\n\"B \"\"x\"\"\",b\n,\nC";
        let wanted =
            [(1, vec!["Title", "Text"]), (4, vec!["A", "two\nlines"]), (6, vec!["B \"x\"", "b"]), (8, vec!["C"])];
        assert_eq!(cells(&read(text)), wanted);
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_costs_what_it_swallows_and_says_so() {
        let sheet = read("Title,Text\nA,b\nC,\"d\nE,f\nG,h\n");
        assert_eq!(cells(&sheet), [(1, vec!["Title", "Text"]), (2, vec!["A", "b"])]);
        let refused: Vec<_> = sheet.refused.iter().map(|one| (one.row, one.column)).collect();
        assert_eq!(refused, [(3, Some(1))]);
        let inches = read("Title,Text\nA,5\" pipe");
        assert_eq!((inches.refused.len(), inches.rows.len()), (0, 2));
        assert_eq!(cells(&read("Title,Text\nA,\"b\n\"")).len(), 2);
    }

    #[test]
    fn a_cell_of_another_encoding_costs_its_row() {
        let text = [b"Title,Text\nA,\xFC\nB,".as_slice(), "ü".as_bytes()].concat();
        let sheet = sheet(&text, &Columns::default()).unwrap();
        assert_eq!(cells(&sheet), [(1, vec!["Title", "Text"]), (3, vec!["B", "ü"])]);
        assert_eq!((sheet.refused[0].row, sheet.refused[0].column), (2, Some(1)));
    }

    #[test]
    fn heads_that_are_named_tell_the_separator_too() {
        let columns: Columns = "title=Vorhaben,text=Inhalt".parse().unwrap();
        let sheet = sheet(b"Vorhaben;Inhalt\na, b, c, d;e\n", &columns).unwrap();
        assert_eq!(cells(&sheet), [(1, vec!["Vorhaben", "Inhalt"]), (2, vec!["a, b, c, d", "e"])]);
    }

    #[test]
    fn without_a_cell_it_is_empty() {
        for text in ["", "\n\r\n", ",,,\n", "sep=,\n"] {
            assert_eq!(sheet(text.as_bytes(), &Columns::default()).map(|_| ()), Err(NoList::Empty), "{text:?}");
        }
    }
}
