//! What people fill in by hand is no alteration: owner, size, day and decision of a gap, names and signatures, a later version.

use std::fmt::Write as _;

use journey_advisor::export::Format;
use journey_advisor::export::record::Record;
use journey_advisor::export::wording;
use journey_advisor::report::alteration::{Alteration, Words};

use crate::cli::run::Desk;
use crate::support::archive::archive;
use crate::support::documents::small;
use crate::support::package::Package;

/// The columns that people fill in.
const INPUTS: [&str; 5] = ["Size", "Owner", "By", "Due", "Decision"];

/// Markdown in which every cell below these heads says something else, and a version more is told.
fn filled(markdown: &str) -> String {
    let mut out = String::new();
    let mut heads: Vec<String> = Vec::new();
    for line in markdown.lines() {
        let cells: Vec<&str> = line.split(" | ").map(|cell| cell.trim_matches(['|', ' '])).collect();
        if !line.starts_with("| ") {
            heads.clear();
        } else if heads.is_empty() {
            heads = cells.iter().map(|cell| (*cell).to_owned()).collect();
        } else if !line.starts_with("| ---") {
            let is_input = |at: usize| heads.get(at).is_some_and(|head| INPUTS.contains(&head.as_str()));
            let cells: Vec<&str> =
                cells.iter().enumerate().map(|(at, cell)| if is_input(at) { "Jo Zan" } else { *cell }).collect();
            let _ = writeln!(out, "| {} |", cells.join(" | "));
            if heads.iter().any(|head| head == "Version") {
                out += "| 0.2 | 1 December 2026 | Jo Zan | Owners and days |\n";
            }
            continue;
        }
        out += line;
        out += "\n";
    }
    out
}

fn compared(document: &str) -> (Vec<Alteration>, usize) {
    let (form, record) = Record::carried(document).unwrap();
    match wording::compare(form, document, record.words.as_deref(), Vec::new) {
        Words::Checked { alterations, added } => (alterations, added.len()),
        Words::NotChecked(why) => panic!("{why:?}"),
    }
}

#[test]
fn cells_to_fill_in_and_a_later_version_are_no_alteration_in_markdown() {
    let answers = super::reread(PLAN.to_owned(), &small());
    let formats = super::in_every_format(&small(), &answers);
    let (_, markdown) = formats.into_iter().find(|(format, _)| *format == Format::Markdown).unwrap();
    let filled = filled(&markdown);
    assert!(filled.matches("Jo Zan").count() > 10, "{filled}");
    assert_eq!(compared(&filled), (Vec::new(), 1), "one row was added");
    // What is told beside them still counts.
    let other = filled.replace("| by a workaround |", "| built in |").replace("| not supported |", "| built in |");
    assert!(!compared(&other).0.is_empty());
    let below_no_version = markdown.replacen("| REQ-01 |", "| 0.2 | a row |\n| REQ-01 |", 1);
    assert_eq!(compared(&below_no_version).0.len(), 1, "there is no room in other tables");
}

const PLAN: &str = r#"
title = "Spring campaign"
[answers]
message-channels = { chosen = ["sms", "push"], importance = { sms = "must", push = "could" } }
lead-creation = { chosen = ["yes"], importance = "must" }
"#;

/// A run of text as it stands in a cell.
fn run(text: &str) -> String {
    format!("<w:t xml:space=\"preserve\">{text}</w:t>")
}

/// A Word document in which every cell says something in which nobody or nothing was named, and a version more is told.
pub(super) fn filled_in_word(package: &mut Package) {
    let blank = "<w:p><w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr></w:p></w:tc>";
    let signed =
        format!("<w:p><w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr><w:r>{}</w:r></w:p></w:tc>", run("Jo Zan"));
    let xml = package.text("word/document.xml").to_owned();
    let (before, after) = xml.rsplit_once("Revision history</w:t>").unwrap();
    let (table, behind) = after.split_once("</w:tbl>").unwrap();
    let last = &table[table.rfind("<w:tr>").unwrap()..];
    let later = last.replacen(&run("0.1"), &run("0.2"), 1).replace(&run("to be named"), &run("Jo Zan"));
    let later = later.replace("Draft, with the facts", "Owners and days");
    assert_ne!(later, *last);
    let filled = format!("{before}Revision history</w:t>{table}{later}</w:tbl>{behind}");
    let named = filled.replace(&run("to be named"), &run("Jo Zan"));
    let sized = named.replace(&run("S"), &run("XL")).replace(&run("open"), &run("accept"));
    let signed = sized.replace(blank, &signed);
    assert!(signed.matches("Jo Zan").count() > 10 && signed.contains(&run("XL")), "{signed}");
    package.0.insert("word/document.xml".to_owned(), signed.into_bytes());
}

/// A package as a file.
pub(super) fn packed(package: &Package) -> Vec<u8> {
    let parts: Vec<(&str, &Vec<u8>)> = package.0.iter().map(|(name, bytes)| (name.as_str(), bytes)).collect();
    archive(&parts)
}

#[test]
fn cells_to_fill_in_and_a_later_version_are_no_alteration_in_word() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["advise", "other.toml", "-o", "plan.docx"]).done(), "");
    let mut package = Package::read(&std::fs::read(desk.path("plan.docx")).unwrap());
    filled_in_word(&mut package);
    std::fs::write(desk.path("filled.docx"), packed(&package)).unwrap();
    let said = desk.run(&["verify", "filled.docx"]).done();
    assert!(said.contains("Its words are as they were exported."), "{said}");
    assert!(said.contains("was added by somebody; it was not checked."), "{said}");
    // What is told beside them still counts.
    let xml = package.text("word/document.xml").replace("lead", "sale");
    package.0.insert("word/document.xml".to_owned(), xml.into_bytes());
    std::fs::write(desk.path("altered.docx"), packed(&package)).unwrap();
    let ran = desk.run(&["verify", "altered.docx"]);
    assert!(ran.code == 6 && ran.out.contains("was altered"), "{ran:?}");
}
