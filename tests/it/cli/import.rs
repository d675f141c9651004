//! From a list of journeys to a plan for each: what is written, what is said, and what is refused.

use std::collections::BTreeSet;

use serde_json::Value;

use super::run::{Desk, Ran};
use crate::support::archive::archive;

const LIST: &str = "\
ID,Title,Description,MoSCoW,Owner
R1,Clinic reminders,Patients get a text message two days before their appointment.,Must,Anna
R2,Survey,A satisfaction survey after the visit would be nice to have. Pancakes are served on Fridays.,,Ben
R3,Chat,WhatsApp messages for everybody.,Won't have,Ben
R4,survey,It starts as soon as our app sends a signal.,S,Anna
";

fn desk(list: &str) -> Desk {
    let desk = Desk::new().embedded();
    desk.put("list.csv", list);
    desk
}

fn put(desk: &Desk, name: &str, bytes: &[u8]) {
    std::fs::write(desk.path(name), bytes).unwrap();
}

/// The names of the files in a folder.
fn files(desk: &Desk, folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(desk.path(folder)).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// A workbook with these rows of texts.
fn book(rows: &[&[&str]], more: &[(&str, &str)]) -> Vec<u8> {
    let cell = |text: &&str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let row = |cells: &&[&str]| format!("<row>{}</row>", cells.iter().map(cell).collect::<String>());
    let rows: String = rows.iter().map(row).collect();
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let links = "<Relationships><Relationship Id=\"a\" Type=\"t/worksheet\" Target=\"s.xml\"/></Relationships>";
    let workbook = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"a\"/></sheets></workbook>";
    let parts = [("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", links), ("xl/s.xml", sheet.as_str())];
    archive(&[&parts[..], more].concat())
}

#[test]
fn each_row_becomes_a_plan_whose_proposals_wait() {
    let desk = desk(LIST);
    let out = desk.run(&["import", "list.csv"]).done();
    insta::assert_snapshot!("import-as-text", out);
    assert_eq!(files(&desk, "list"), ["clinic-reminders.toml", "survey-2.toml", "survey.toml"]);
    let plan = desk.get("list/clinic-reminders.toml");
    assert!(plan.contains("\n[answers]\n\n# Proposed from a text."), "{plan}");
    assert!(plan.contains("# likely: Text messages (SMS)\n"), "{plan}");
    let plan = desk.get("list/survey-2.toml");
    assert!(plan.contains("title = \"survey 2\""), "{plan}");
    let out = desk.run(&["portfolio", "list", "--format", "json"]).done();
    assert_eq!(serde_json::from_str::<Value>(&out).unwrap()["counts"]["plans"], 3);
}

#[test]
fn likely_proposals_become_answers_with_their_sentence_and_the_importance_of_the_row() {
    let desk = desk(LIST);
    desk.run(&["import", "list.csv", "--accept", "likely", "--into", "plans/spring"]).done();
    let plan = desk.get("plans/spring/clinic-reminders.toml");
    let note = "note = \"R1: Patients get a text message two days before their appointment.\"";
    assert!(plan.contains("\nchannels = { chosen = [\"sms\"]") && plan.contains(note), "{plan}");
    assert!(!plan.contains("could"), "{plan}");
    let could = LIST.replace(",Must,", ",Could,");
    desk.put("could.csv", &could);
    desk.run(&["import", "could.csv", "--accept", "likely"]).done();
    assert!(desk.get("could/clinic-reminders.toml").contains("{ sms = \"could\" }"));
}

#[test]
fn programs_get_the_same_as_json() {
    let desk = desk(LIST);
    let out = desk.run(&["import", "list.csv", "--format", "json"]).done();
    let told: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&told["plans"], &told["folder"]), (&3.into(), &"list".into()));
    let rows: Vec<String> = told["journeys"].as_array().unwrap().iter().map(|one| one["rows"].to_string()).collect();
    assert_eq!(rows, ["[2]", "[3]", "[5]"]);
    assert_eq!(told["journeys"][1]["not_understood"][0], "Pancakes are served on Fridays.");
    assert_eq!((&told["left_out"][0]["row"], &told["left_out"][0]["column"]), (&4.into(), &"D".into()));
    assert_eq!(told["columns_not_read"], serde_json::json!(["Owner"]));
}

#[test]
fn rows_that_would_replace_a_plan_are_refused_and_all_others_written() {
    let desk = desk(LIST);
    std::fs::create_dir(desk.path("list")).unwrap();
    desk.put("list/survey.toml", "mine");
    let Ran { code, out, err } = desk.run(&["import", "list.csv"]);
    assert_eq!(
        (code, err.as_str()),
        (3, "error: row 3: `list/survey.toml` is there already, and nothing is replaced\n")
    );
    assert!(out.contains("REFUSED\n  Row 3: `list/survey.toml` is there already"), "{out}");
    assert_eq!(desk.get("list/survey.toml"), "mine");
    assert_eq!(files(&desk, "list").len(), 3);
    let again = desk.run(&["import", "list.csv"]);
    assert_eq!((again.code, again.err.lines().count()), (3, 3));
    assert_eq!(files(&desk, "list").len(), 3, "a second time makes no further copies");
}

#[test]
fn bad_rows_are_said_with_row_and_column_and_good_ones_written() {
    let list = format!(
        "{LIST}R5,Too,many,M,Anna,cells\nR6;x;y;z;Anna\n,,,M,\nR7,Last,\"A text message\nis never closed,M,Anna\n"
    );
    let Ran { code, out, err } = desk(&list).run(&["import", "list.csv"]);
    assert_eq!(code, 3);
    insta::assert_snapshot!("import-of-bad-rows", err);
    assert!(out.contains("3 rows became 3 plans in list; 4 refused, 1 left out."), "{out}");
}

#[test]
fn what_is_no_list_is_refused_with_what_to_do() {
    let desk = desk("");
    let whole = book(&[&["Title", "Text"], &["A", "A text message"]], &[]);
    put(&desk, "damaged.xlsx", &whole[..whole.len() / 2]);
    put(&desk, "macros.xlsm", &book(&[&["Title"]], &[("xl/vbaProject.bin", "Sub AutoOpen()")]));
    put(&desk, "bomb.xlsx", &book(&[&[&" ".repeat(64_000_001)]], &[]));
    put(&desk, "binary.xlsb", &archive(&[("xl/workbook.bin", "")]));
    put(&desk, "text.docx", &archive(&[("word/document.xml", "<d/>")]));
    put(&desk, "old.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    put(&desk, "picture.png", b"\x89PNG\r\n\x1a\n");
    put(&desk, "zeros.bin", &[0; 100]);
    put(&desk, "bare.csv", b"T\0i\0t\0l\0e\0\n\0");
    put(&desk, "large.csv", &vec![b'a'; 20_000_001]);
    desk.put("headless.csv", "Spring sale,Customers get a text message\nAutumn sale,And a push\n");
    desk.put("heads.csv", "Title,Description\n");
    desk.put("long.csv", &format!("Title\n{}", "x\n".repeat(10_001)));
    let told = [
        "list.csv",
        "heads.csv",
        "headless.csv",
        "damaged.xlsx",
        "macros.xlsm",
        "bomb.xlsx",
        "binary.xlsb",
        "text.docx",
        "old.xls",
        "picture.png",
        "zeros.bin",
        "bare.csv",
        "large.csv",
        "long.csv",
    ]
    .map(|name| desk.run(&["import", name]).failed(3));
    insta::assert_snapshot!("import-of-what-is-no-list", told.concat());
    let folders = std::fs::read_dir(desk.path(".")).unwrap().filter(|entry| entry.as_ref().unwrap().path().is_dir());
    assert_eq!(folders.count(), 0, "nothing was written");
    assert_eq!(
        desk.run(&["import", "none.csv"]).failed(1),
        "error: there is no `none.csv`\nhelp: check the name and the folder\n"
    );
}

#[test]
fn where_nothing_is_understood_nothing_is_written() {
    let german = "Wir möchten unsere Kundschaft regelmäßig über Veranstaltungen unterrichten, die unser Verein durchführt, und \
                  anschließend um ihre Meinung bitten, sofern sie dem zugestimmt haben.";
    for list in [format!("Title,Text\nVerein,\"{german}\"\n"), "Title\nPancakes on the lawn\n".to_owned()] {
        let desk = desk(&list);
        let Ran { code, out, err } = desk.run(&["import", "list.csv"]);
        assert_eq!(code, 4, "{out}");
        assert!(err.starts_with("Nothing in the list was understood"), "{err}");
        assert!(out.contains("became 0 plans") && !desk.path("list").exists(), "{out}");
    }
    let Ran { code, err, .. } = desk("Title,MoSCoW\nSMS,W\n").run(&["import", "list.csv"]);
    assert_eq!((code, err.as_str()), (4, "Every row is marked as not wanted, so no plan was written.\n"));
}

#[test]
fn lists_of_other_programs_are_read() {
    let desk = desk("");
    let text = "Title;Description\r\nGröße;Send a text message. Pay 10 €.\r\n";
    let units: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    put(&desk, "utf16.csv", &units);
    put(&desk, "marked.csv", format!("\u{feff}{text}").as_bytes());
    put(&desk, "tabs.tsv", text.replace(';', "\t").as_bytes());
    put(&desk, "book.xlsx", &book(&[&["Title", "Description"], &["Größe", "Send a text message. Pay 10 €."]], &[]));
    let old: Vec<u8> =
        text.chars().map(|letter| if letter == '€' { 0x80 } else { u8::try_from(letter).unwrap() }).collect();
    put(&desk, "old.csv", &old);
    for name in ["utf16.csv", "marked.csv", "tabs.tsv", "book.xlsx", "old.csv"] {
        let folder = name.split('.').next().unwrap();
        let out = desk.run(&["import", name]).done();
        assert_eq!(files(&desk, folder), ["grosse.toml"], "{name}");
        let is_told = out.contains("was read as Windows-1252. Check words such as `Größe`\nin line 2.");
        assert_eq!(is_told, name == "old.csv", "{out}");
        assert!(desk.get(&format!("{folder}/grosse.toml")).contains("title = \"Größe\""));
    }
    let hostile = "Title,Text\n\"\u{1b}]0;x\u{7}\u{202e}\",\"=HYPERLINK(1) Send a text message\u{9b}.\"\n";
    let out = desk.feed(&["import", "-", "--into", "fed"], hostile).done();
    let plan = desk.get(&format!("fed/{}", files(&desk, "fed")[0]));
    assert!(![out, plan].concat().contains(['\u{202e}', '\u{1b}', '\u{7}', '\u{9b}']));
}

#[test]
fn columns_can_be_named_and_rows_of_one_journey_are_one_plan() {
    let desk = desk(
        "Vorhaben;Wunsch;Stufe\nClinic;Send a text message.;1\nclinic;A survey after the visit.;3\nShop;Push notifications.;2\n",
    );
    desk.run(&[
        "import",
        "list.csv",
        "--columns",
        "journey=Vorhaben,text=Wunsch,importance=Stufe",
        "--accept",
        "likely",
    ])
    .done();
    assert_eq!(files(&desk, "list"), ["clinic.toml", "shop.toml"]);
    let plan = desk.get("list/clinic.toml");
    assert!(plan.contains("\"sms\"") && plan.contains("\"survey\""), "{plan}");
    let told = "error: `list.csv` has no column `Name` for `title`; its heads are `Vorhaben`, `Wunsch` and `Stufe`\nhelp: write the head as \
                it stands in the list\n";
    assert_eq!(desk.run(&["import", "list.csv", "--columns", "title=Name"]).failed(2), told);
    assert_eq!(desk.run(&["import", "list.csv", "--columns", "name=Name"]).code, 2);
    let told = "error: `standard input` gives no name to a folder for the plans\nhelp: add `--into DIR`\n";
    assert_eq!(desk.feed(&["import", "-"], "").failed(2), told);
    desk.put("file", "");
    let told = desk.run(&["import", "list.csv", "--columns", "title=Vorhaben,text=Wunsch", "--into", "file"]).failed(1);
    assert_eq!(
        told,
        "error: `file` cannot be a folder: a file has that name\nhelp: name another one with `--into DIR`\n"
    );
}

/// Forty journeys in the words of clients: a garden centre, a university, a bank, a town hall and others.
const BACKLOG: &str = include_str!("../portfolio/backlog.csv");

#[test]
fn forty_journeys_of_clients_become_forty_plans_and_one_portfolio() {
    let desk = Desk::new().embedded();
    desk.put("backlog.csv", BACKLOG);
    let out = desk.run(&["import", "backlog.csv", "--accept", "likely"]).done();
    assert!(out.contains("40 rows became 40 plans in backlog; 0 refused, 0 left out."), "{out}");
    assert_eq!(files(&desk, "backlog").len(), 40);
    let out = desk.run(&["portfolio", "backlog", "--format", "json"]).done();
    let portfolio: Value = serde_json::from_str(&out).unwrap();
    let lines = portfolio["plans"].as_array().unwrap();
    let titles: BTreeSet<&str> = lines.iter().map(|plan| plan["title"].as_str().unwrap()).collect();
    assert_eq!((lines.len(), titles.len()), (40, 40));
    let html = desk.run(&["portfolio", "backlog", "--format", "html"]).done();
    assert!(titles.iter().all(|title| html.contains(&title.replace('\'', "&#39;"))), "{html}");
}

/// A list of a thousand rows in the time that somebody waits for.
#[test]
#[ignore = "is a promise about the release build"]
fn a_thousand_rows_take_seconds() {
    let desk = Desk::new().embedded();
    let (heads, rows) = BACKLOG.split_once('\n').unwrap();
    let rows: String = rows.lines().cycle().take(1000).flat_map(|row| [row, "\n"]).collect();
    desk.put("list.csv", &format!("{heads}\n{rows}"));
    let begin = std::time::Instant::now();
    desk.run(&["import", "list.csv", "--accept", "likely"]).done();
    let taken = begin.elapsed();
    println!("1000 rows of 35 words: {taken:?}");
    assert_eq!(files(&desk, "list").len(), 1000);
    assert!(taken.as_secs() < 10, "{taken:?}");
}
