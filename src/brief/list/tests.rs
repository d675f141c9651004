//! Whole lists: separated texts, workbooks, exports of work items, and what is none of these.

use proptest::prelude::{any, prop, proptest};

use super::super::office::archive::archive;
use super::{Backlog, Columns, MOST_ROWS, NoList, Refused, Role, Row, excel, read};
use crate::model::question::Importance;

const LINKS: &str = "<Relationships>\
    <Relationship Id=\"rId3\" Type=\"http://x/sharedStrings\" Target=\"sharedStrings.xml\"/>\
    <Relationship Id=\"rId1\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
    <Relationship Id=\"rId2\" Type=\"http://x/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>\
    <Relationship Id=\"rId9\" Type=\"http://x/externalLink\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/>\
    </Relationships>";

/// A workbook whose first sheet holds these rows.
fn book(rows: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let sheets = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Old\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/>\
                  <sheet name=\"Journeys\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    let files =
        [("xl/workbook.xml", sheets), ("xl/_rels/workbook.xml.rels", LINKS), ("xl/worksheets/sheet1.xml", &sheet)];
    let shared = "<sst><si><t>Title</t></si><si><r><t xml:space=\"preserve\">Descrip</t></r><r><t>tion</t></r><rPh><t>x</t></rPh></si></sst>";
    archive(&[&files[..], &[("xl/sharedStrings.xml", shared)], more].concat())
}

const HEADS: &str = "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"s\"><v>1</v></c></row>";

fn list(text: &str) -> Backlog {
    read(text.as_bytes(), &Columns::default()).unwrap()
}

/// The titles with their rows.
fn journeys(backlog: &Backlog) -> Vec<(&str, &[usize])> {
    backlog.journeys.iter().map(|one| (one.title.as_str(), one.rows.as_slice())).collect()
}

/// What a journey says: titles, texts, importance and number.
fn said(backlog: &Backlog, place: usize) -> Vec<(&str, &str, Option<Importance>, Option<&str>)> {
    let passages = backlog.journeys[place].passages.iter();
    passages.map(|one| (one.title.as_str(), one.text.as_str(), one.importance, one.number.as_deref())).collect()
}

fn refused(backlog: &Backlog) -> Vec<String> {
    backlog.refused.iter().map(|Refused { row, column, why }| format!("{row} {column:?} {why}")).collect()
}

#[test]
fn each_row_is_a_journey() {
    let backlog = list(
        "No;Title;Description;Priority\n7;Birthday;A voucher by mail;High\n8;;Tell them to come back;\n9;Birthday;;blue\n",
    );
    assert_eq!(journeys(&backlog), [("Birthday", &[2][..]), ("Tell them to come back", &[3]), ("Birthday 2", &[4])]);
    assert_eq!(said(&backlog, 0), [("Birthday", "A voucher by mail", Some(Importance::Must), Some("7"))]);
    assert_eq!(said(&backlog, 2), [("", "Birthday", None, Some("9"))]);
    let told = "Row 4: `blue` does not say how much it matters, so its text does. Write must, should, could or won't.";
    assert_eq!(backlog.remarks, [told]);
    assert_eq!(refused(&backlog), [""; 0]);
}

#[test]
fn rows_of_one_journey_are_one_and_what_is_not_wanted_is_left_out() {
    let text = "Journey,Requirement,MoSCoW\nTrial,Welcome mail,M\nWinback,A text message,S\ntrial,Voice calls,Won't\nTRIAL,A survey,C\n,Lost,M\n";
    let backlog = list(text);
    assert_eq!(journeys(&backlog), [("Trial", &[2, 5][..]), ("Winback", &[3])]);
    let wanted = [
        ("Trial", "", None, None),
        ("", "Welcome mail", Some(Importance::Must), None),
        ("", "A survey", Some(Importance::Could), None),
    ];
    assert_eq!(said(&backlog, 0), wanted);
    let left_out = Refused { row: 4, column: Some(2), why: "it is not wanted: `Won't`".to_owned() };
    assert_eq!(backlog.left_out, [left_out]);
    assert_eq!(refused(&backlog), ["6 Some(0) it names no journey; write the name into every row that belongs to it"]);
}

#[test]
fn work_items_are_read_with_their_markup_and_levels() {
    let text = "ID,Work Item Type,Title 1,Title 2,Description,Acceptance Criteria,Tags,Priority\n\
                1,Epic,Onboarding,,,,,2\n\
                2,Feature,,Welcome,<div>Send &amp; greet</div>,<ul><li>At once</li></ul>,mail,1\n\
                3,Epic,Service,,,,,2\n";
    let backlog = list(text);
    assert_eq!(journeys(&backlog), [("Onboarding", &[2][..]), ("Welcome", &[3]), ("Service", &[4])]);
    assert!(said(&backlog, 1)[0].1.contains("Send & greet") && said(&backlog, 1)[0].1.contains("\n- At once"));
    assert!(backlog.remarks[0].contains("journey=Title 1"), "{:?}", backlog.remarks);
    assert_eq!(backlog.uses.unread, ["Work Item Type", "Tags"]);
    let grouped = read(text.as_bytes(), &"journey=Title 1".parse().unwrap()).unwrap();
    assert_eq!(journeys(&grouped), [("Onboarding", &[2, 3][..]), ("Service", &[4])]);
    assert_eq!(grouped.uses.read[0], (Role::Title, "Title 1".to_owned()));
}

#[test]
fn rows_that_cannot_be_one_are_refused_with_row_and_column() {
    let text =
        format!("Title,Description,Owner\nA,b,c,d\nB;b;c\n,,Anna\nC,{}\nD,fine\nE,b,,\n", "long ".repeat(30_000));
    let backlog = list(&text);
    assert_eq!(journeys(&backlog), [("D", &[6][..]), ("E", &[7])]);
    let wanted = [
        "2 Some(3) the row has 4 cells, and there are 3 heads; put quotation marks around a cell with a comma in it",
        "3 Some(0) the row seems to be separated by a semicolon, the heads by a comma; use one of them",
        "4 None it has neither a title nor a text; fill in one of them",
        "5 Some(1) this is more than a row may say, which is 100000 bytes; shorten it",
    ];
    assert_eq!(refused(&backlog), wanted);
    let swallowed = list("Title,Text\nA,b\nC,\"d\nE,f\n");
    assert_eq!(journeys(&swallowed), [("A", &[2][..])]);
    assert!(
        refused(&swallowed)[0].starts_with("3 Some(1) a quotation mark is opened here"),
        "{:?}",
        refused(&swallowed)
    );
    let tabs = list("Title\tText\nA;b\nB\tc\n");
    assert_eq!(journeys(&tabs), [("B", &[3][..])]);
    assert!(refused(&tabs)[0].contains("separated by a semicolon, the heads by a tab"), "{:?}", refused(&tabs));
}

#[test]
fn workbooks_are_read_from_their_first_sheet_that_is_shown() {
    let rows = format!(
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Backlog &#50;026</t></is></c></row>{HEADS}\
         <row r=\"4\"><c r=\"A4\" t=\"str\"><f>\"B\"&amp;\"irthday\"</f><v>Birthday</v></c><c r=\"C4\" t=\"inlineStr\"><is><t>A &amp; b</t></is></c></row>\
         <row><c t=\"inlineStr\"><is><t>Next</t></is></c></row>"
    );
    let backlog = read(&book(&rows, &[]), &Columns::default()).unwrap();
    assert_eq!(journeys(&backlog), [("Birthday", &[4][..]), ("Next", &[5])]);
    assert_eq!(said(&backlog, 0)[0].1, "A & b");
    let remarks = [
        "Only the sheet `Journeys` was read, not `Old`.",
        "The heads stand in row 2; what stands above, to row 1, was left out.",
    ];
    assert_eq!(backlog.remarks, remarks);
}

/// The heads are a row of their own, so the longest list has one row more than it has plans.
#[test]
fn a_list_is_as_long_as_the_limit_and_no_longer() {
    let workbook = |plans: usize| book(&format!("{HEADS}{}", "<row><c><v>1</v></c></row>".repeat(plans)), &[]);
    let text = |plans: usize| format!("Title\n{}", "1\n".repeat(plans)).into_bytes();
    for (plans, is_read) in [(MOST_ROWS, true), (MOST_ROWS + 1, false)] {
        for bytes in [workbook(plans), text(plans)] {
            let read = read(&bytes, &Columns::default()).map(|backlog| backlog.journeys.len());
            assert_eq!(read, if is_read { Ok(plans) } else { Err(NoList::TooLong { most: MOST_ROWS }) });
        }
    }
}

#[test]
fn every_sheet_of_a_workbook_can_be_had_hidden_or_not() {
    let hidden = "<worksheet><row><c><v>old</v></c></row></worksheet>";
    let sheets = excel::all(&book(HEADS, &[("xl/worksheets/sheet2.xml", hidden)])).unwrap();
    let cells = |rows: &[Row]| rows.iter().flat_map(|row| &row.cells).map(|cell| cell.text.clone()).collect::<Vec<_>>();
    let found: Vec<_> = sheets.iter().map(|(name, rows)| (name.as_str(), cells(rows))).collect();
    let wanted = [("Old", vec!["old".to_owned()]), ("Journeys", vec!["Title".to_owned(), "Description".to_owned()])];
    assert_eq!(found, wanted);
}

#[test]
fn a_title_may_be_long_beside_a_long_text() {
    let (title, text) = ("t".repeat(400), "x".repeat(400));
    assert_eq!(list(&format!("Title,Text\n{title},{text}\n")).journeys.len(), 1);
}

#[test]
fn a_merged_cell_holds_for_all_its_rows() {
    let cell = |place: &str, text: &str| format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let row = |number: usize, cells: &[(&str, &str)]| {
        let cells: String = cells.iter().map(|(column, text)| cell(&format!("{column}{number}"), text)).collect();
        format!("<row r=\"{number}\">{cells}</row>")
    };
    let rows = [
        row(1, &[("A", "Journey"), ("B", "Text")]),
        row(2, &[("A", "Trial"), ("B", "one")]),
        row(3, &[("B", "two")]),
        row(4, &[("A", "Other"), ("B", "three")]),
    ];
    let sheet = format!(
        "<worksheet><sheetData>{}</sheetData><mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells></worksheet>",
        rows.concat()
    );
    let links = "<Relationships><Relationship Id=\"a\" Type=\"t/worksheet\" Target=\"s.xml\"/></Relationships>";
    let workbook = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"a\"/></sheets></workbook>";
    let bytes = archive(&[("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", links), ("xl/s.xml", &sheet)]);
    let backlog = read(&bytes, &Columns::default()).unwrap();
    assert_eq!(journeys(&backlog), [("Trial", &[2, 3][..]), ("Other", &[4])]);
}

#[test]
fn workbooks_that_are_damaged_hostile_or_of_another_kind_are_refused() {
    let whole = book(HEADS, &[]);
    let shared = |count: usize| {
        let cell = "<c t=\"s\"><v>0</v></c>".repeat(200);
        let rows = format!("<row>{cell}</row>").repeat(count);
        let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
        let texts = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(30_000));
        let book = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"rId1\"/></sheets></workbook>";
        archive(&[
            ("xl/workbook.xml", book),
            ("xl/_rels/workbook.xml.rels", LINKS),
            ("xl/worksheets/sheet1.xml", &sheet),
            ("xl/sharedStrings.xml", &texts),
        ])
    };
    let long = format!("{HEADS}{}", "<row><c><v>1</v></c></row>".repeat(10_001));
    for (bytes, wanted) in [
        (whole[..whole.len() / 2].to_vec(), NoList::Damaged),
        (book(HEADS, &[("xl/vbaProject.bin", "Sub AutoOpen()")]), NoList::Macros),
        (book("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c></row>", &[]), NoList::Damaged),
        (book("<row r=\"1\">", &[]).clone(), NoList::Damaged),
        (book("", &[]), NoList::Empty),
        (book(HEADS, &[]), NoList::NoRows),
        (book(&" ".repeat(64_000_001), &[]), NoList::TooLarge),
        (book(&long, &[]), NoList::TooLong { most: 10_000 }),
        (shared(20), NoList::TooLarge),
    ] {
        assert_eq!(read(&bytes, &Columns::default()).map(|_| ()), Err(wanted));
    }
    for (name, kind) in [
        ("xl/workbook.bin", "a binary workbook (.xlsb)"),
        ("word/document.xml", "a Word document"),
        ("x", "a zip archive"),
    ] {
        let wrong = read(&archive(&[(name, "")]), &Columns::default());
        assert!(matches!(&wrong, Err(NoList::Other { kind: own, .. }) if *own == kind), "{wrong:?}");
    }
}

#[test]
fn hostile_letters_are_shown_and_drive_nothing() {
    let backlog = list("Title,Description,Priority\n\"a\u{1b}[31m\u{202e}b\",\"=cmd|' /C calc'!A0\",\"\u{1b}]0;x\"\n");
    assert_eq!(backlog.journeys[0].title, "a<U+001B>[31m<U+202E>b");
    assert_eq!(backlog.journeys[0].file, "a-u-001b-31m-u-202e-b");
    assert!(backlog.remarks[0].contains("`<U+001B>]0;x`"), "{:?}", backlog.remarks);
}

/// How many rows of a list that could be read are in journeys, left out or refused; no row is there twice.
fn all_rows(backlog: &Backlog) -> usize {
    let journeys = backlog.journeys.iter().flat_map(|one| one.rows.iter().copied());
    let others = backlog.left_out.iter().chain(&backlog.refused).map(|one| one.row);
    let mut rows: Vec<usize> = journeys.chain(others).collect();
    let all = rows.len();
    rows.sort_unstable();
    rows.dedup();
    assert_eq!(rows.len(), all);
    all
}

proptest! {
    #[test]
    fn any_bytes_are_a_list_or_none(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, &Columns::default());
    }

    #[test]
    fn any_cells_are_a_list_or_none(text in "(Title|Journey|Text|[a-c\"\r\n;,\t]){0,60}") {
        let _ = read(text.as_bytes(), &Columns::default());
    }

    #[test]
    fn every_row_is_in_a_journey_left_out_or_refused(
        rows in prop::collection::vec(("[ a-c\"é\u{202e},;\n]{0,9}", "[ a-c<>&/b\n]{0,9}", "(m|w|x||won't)"), 1..20),
    ) {
        let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
        let lines = rows.iter().map(|(title, text, worth)| [title, text, worth].map(|cell| quoted(cell)).join(","));
        let list = lines.fold("Title,Description,MoSCoW\n".to_owned(), |all, line| all + &line + "\n");
        let wanted = rows.iter().filter(|(title, text, worth)| [title, text, worth].iter().any(|cell| !cell.trim().is_empty()));
        let wanted = wanted.count();
        match read(list.as_bytes(), &Columns::default()) {
            Ok(backlog) => assert_eq!(all_rows(&backlog), wanted),
            Err(none) => assert_eq!((none, wanted), (NoList::NoRows, 0)),
        }
    }

    #[test]
    fn a_workbook_with_any_byte_changed_is_read_or_refused(place in 0_usize..2000, byte in any::<u8>()) {
        let mut bytes = book(HEADS, &[]);
        let length = bytes.len();
        bytes[place % length] = byte;
        let _ = read(&bytes, &Columns::default());
    }
}
