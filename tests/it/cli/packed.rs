//! Word documents and workbooks on the command line: written to files, and verified after other programs had them.

use std::path::Path;

use super::run::{Desk, EARLIER, TODAY};
use crate::support::archive::archive;
use crate::support::package::Package;

const FILES: [&str; 2] = ["plan.docx", "plan.xlsx"];

/// Writes the plan of the desk into both files.
fn desk() -> Desk {
    let desk = Desk::new();
    for file in FILES {
        assert_eq!(desk.run(&["advise", "plan.toml", "-o", file]).done(), "");
    }
    desk
}

/// Saves a package anew after something was changed in the text of a part.
fn change(path: &Path, part: &str, change: impl Fn(&str) -> String) {
    let mut package = Package::read(&std::fs::read(path).unwrap());
    let changed = change(package.text(part));
    package.0.insert(part.to_owned(), changed.into_bytes());
    save(path, &package);
}

fn save(path: &Path, package: &Package) {
    // In the order of the alphabet, as other programs have orders of their own.
    let files: Vec<(&str, &Vec<u8>)> = package.0.iter().map(|(name, bytes)| (name.as_str(), bytes)).collect();
    std::fs::write(path, archive(&files)).unwrap();
}

const HOLDS: &str = "The decision holds.\n\
    Its words are as they were exported.\n\
    On 24 November 2026, with edition test: real-time marketing.\n\
    Now, with edition test: real-time marketing.\n";

#[test]
fn an_ending_names_the_format_and_the_file_can_be_verified() {
    let desk = desk();
    for file in FILES {
        assert!(std::fs::read(desk.path(file)).unwrap().starts_with(b"PK\x03\x04"));
        assert_eq!(desk.run(&["verify", file]).done(), HOLDS, "{file}");
    }
}

#[test]
fn a_decision_in_a_package_falls_when_its_facts_change() {
    let desk = Desk::new().on(EARLIER);
    desk.put("leads.toml", "[answers]\nlead-creation = { chosen = [\"yes\"], importance = \"must\" }\n");
    for file in FILES {
        desk.run(&["advise", "leads.toml", "-o", file]).done();
    }
    let desk = desk.on(TODAY);
    for file in FILES {
        let ran = desk.run(&["verify", file]);
        assert_eq!((ran.code, ran.err.as_str()), (6, ""), "{file}: {}", ran.out);
        assert!(ran.out.starts_with("The decision no longer holds."), "{}", ran.out);
        assert!(ran.out.contains("Its words are as they were exported."), "{}", ran.out);
    }
}

/// Word processors cut runs anew and give parts other numbers; what people read stays.
#[test]
fn a_document_that_was_saved_anew_is_not_altered() {
    let desk = desk();
    let path = desk.path("plan.docx");
    change(&path, "word/document.xml", |xml| {
        let cut = xml.replace('\u{2011}', "</w:t><w:noBreakHyphen/><w:t xml:space=\"preserve\">");
        assert_ne!(cut, xml, "numbers are not broken at their hyphen");
        let cut = cut.replace("e</w:t>", "</w:t></w:r><w:r w:rsidR=\"00A1\"><w:t>e</w:t>");
        cut.replace("<w:p>", "<w:p w:rsidR=\"00B2\" w:rsidRDefault=\"00B2\">").replace("<w:tbl>", "<w:tbl><!-- x -->")
    });
    let mut package = Package::read(&std::fs::read(&path).unwrap());
    for (from, to) in [("item1.xml", "item3.xml"), ("itemProps1.xml", "itemProps3.xml")] {
        let bytes = package.0.remove(&format!("customXml/{from}")).unwrap();
        package.0.insert(format!("customXml/{to}"), bytes);
    }
    save(&path, &package);
    assert_eq!(desk.run(&["verify", "plan.docx"]).done(), HOLDS);
}

/// A cell of the register with a text in place of what it says.
fn filled(xml: &str, place: &str, text: &str) -> String {
    let (before, rest) = xml.split_once(&format!("<c r=\"{place}\"")).unwrap_or_else(|| panic!("{place}: {xml}"));
    let (_, after) = rest.split_once("</c>").unwrap();
    format!("{before}<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>{after}")
}

#[test]
fn cells_to_fill_in_may_be_filled_in() {
    let desk = desk();
    change(&desk.path("plan.xlsx"), "xl/worksheets/sheet2.xml", |xml| {
        let inputs = [("L2", "XL"), ("M2", "12.5"), ("N2", "Jo"), ("O2", "1 May"), ("P2", "done")];
        inputs.into_iter().fold(xml.to_owned(), |xml, (place, text)| filled(&xml, place, text))
    });
    assert_eq!(desk.run(&["verify", "plan.xlsx"]).done(), HOLDS);
    let signed = |xml: &str| {
        let (before, after) = xml.rsplit_once("The decision</w:t></w:r></w:p></w:tc>").unwrap();
        let blank = "</w:pPr></w:p>";
        let name = "</w:pPr><w:r><w:t>Jo</w:t></w:r></w:p>";
        format!("{before}The decision</w:t></w:r></w:p></w:tc>{}", after.replacen(blank, name, 1))
    };
    change(&desk.path("plan.docx"), "word/document.xml", signed);
    assert_eq!(desk.run(&["verify", "plan.docx"]).done(), HOLDS);
}

#[test]
fn what_was_changed_is_named_with_its_place() {
    let desk = desk();
    change(&desk.path("plan.docx"), "word/document.xml", |xml| xml.replacen("built in", "broken", 1));
    change(&desk.path("plan.xlsx"), "xl/worksheets/sheet2.xml", |xml| filled(xml, "D2", "could"));
    for (file, said) in [("plan.docx", "broken"), ("plan.xlsx", "under \"Register\": \"REQ-01")] {
        let ran = desk.run(&["verify", file]);
        assert_eq!((ran.code, ran.err.as_str()), (6, ""), "{file}");
        assert!(ran.out.contains(said), "{file}: {}", ran.out);
    }
}

#[test]
fn a_package_of_somebody_else_carries_no_decision() {
    let desk = Desk::new();
    std::fs::write(desk.path("other.docx"), archive(&[("word/document.xml", "<w:document/>")])).unwrap();
    std::fs::write(desk.path("broken.xlsx"), b"PK\x03\x04broken").unwrap();
    for file in ["other.docx", "broken.xlsx"] {
        let message = desk.run(&["verify", file]).failed(3);
        assert!(message.starts_with(&format!("error: `{file}` carries no decision\n")), "{message}");
    }
}
