//! Word documents and workbooks in LibreOffice: two pages are two sheets of paper, what is read aloud is marked, and what it saves anew
//! is not altered.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use journey_advisor::embedded;
use journey_advisor::export::{Extent, Format};

use super::filled::{filled_in_word, packed};
use crate::cli::run::Desk;
use crate::personas::plan::{answers, names};
use crate::support::archive::archive;
use crate::support::documents::with_document;
use crate::support::package::Package;

/// A folder to work in, where LibreOffice is installed.
struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    /// Nothing where it is not installed, which is said past the test harness.
    fn found() -> Option<Self> {
        let is_there = Command::new("soffice").arg("--version").output().is_ok();
        if !is_there {
            let _ = writeln!(std::io::stderr(), "SKIPPED: LibreOffice is not installed");
        }
        is_there.then(|| Self { folder: tempfile::tempdir().unwrap() })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Saves files in another form into a folder.
    fn saved(&self, files: &[PathBuf], form: &str, into: &Path) {
        let profile = format!("-env:UserInstallation=file://{}", self.path("profile").display());
        let mut command = Command::new("soffice");
        command.args([&profile, "--headless", "--convert-to", form, "--outdir"]).arg(into).args(files);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    /// Each persona as a document, as a file by the name of the persona.
    fn personas(&self, format: Format, extent: Extent) -> Vec<PathBuf> {
        let base = embedded::knowledge();
        let write = |name: String| {
            let bytes =
                with_document(&base, &answers(&base, &name), |document| document.write(format, extent).into_bytes());
            let path = self.path(&format!("{name}.{}", format.word()));
            std::fs::write(&path, bytes).unwrap();
            path
        };
        names().into_iter().map(write).collect()
    }
}

/// Paper whose parts are marked, for whoever has it read aloud.
const TAGGED: &str = "pdf:writer_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"}}";

/// How many pages a printed file has.
fn sheets(paper: &str) -> usize {
    paper.matches("/Type/Page/").count()
}

#[test]
#[ignore = "needs LibreOffice"]
fn the_two_pages_are_two_sheets_and_marked_for_every_persona() {
    let Some(office) = Office::found() else { return };
    let files = office.personas(Format::Word, Extent::Brief);
    office.saved(&files, TAGGED, &office.path("paper"));
    let mut too_long = Vec::new();
    for file in &files {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(office.path(&format!("paper/{name}.pdf"))).unwrap();
        let paper = String::from_utf8_lossy(&bytes);
        if sheets(&paper) != 2 {
            too_long.push(format!("{name}: {}", sheets(&paper)));
        }
        let marked = |mark: &str| paper.matches(&format!("/S/{mark}\n")).count();
        let [heads, figures, headings] = [marked("TH"), marked("Figure"), marked("H1")];
        assert!(heads >= 3, "{name}: {heads} heads of columns are marked");
        assert!(headings >= 1, "{name}: no heading is marked");
        let has_chart = Package::read(&std::fs::read(file).unwrap()).0.contains_key("word/charts/chart1.xml");
        assert_eq!(figures, usize::from(has_chart), "{name}");
    }
    assert_eq!(too_long, Vec::<String>::new());
    println!("{} documents", files.len());
}

const HOLDS: &str = "The decision holds.\n\
    Its words are as they were exported.\n\
    On 24 November 2026, with edition test: real-time marketing.\n\
    Now, with edition test: real-time marketing.\n";

/// A text in the cell of a sheet.
fn filled(xml: &str, place: &str, text: &str) -> String {
    let (before, rest) = xml.split_once(&format!("<c r=\"{place}\"")).unwrap_or_else(|| panic!("no {place}"));
    let rest = rest.split_once("</c>").map_or(rest, |(_, after)| after);
    format!("{before}<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>{rest}")
}

#[test]
#[ignore = "needs LibreOffice"]
fn what_it_saves_anew_is_not_altered_also_once_it_was_filled_in() {
    let Some(office) = Office::found() else { return };
    let desk = Desk::new();
    for file in ["plan.docx", "plan.xlsx"] {
        assert_eq!(desk.run(&["advise", "plan.toml", "-o", file]).done(), "");
        let saved = desk.path("saved");
        let form = file.rsplit('.').next().unwrap();
        office.saved(&[desk.path(file)], form, &saved);
        let anew = format!("saved/{file}");
        assert_ne!(std::fs::read(desk.path(file)).unwrap(), std::fs::read(desk.path(&anew)).unwrap());
        assert_eq!(desk.run(&["verify", &anew]).done(), HOLDS, "{file}");
    }
    // The cells are filled in in what it has saved, and that is saved once more.
    let mut package = Package::read(&std::fs::read(desk.path("saved/plan.xlsx")).unwrap());
    let register = "xl/worksheets/sheet2.xml";
    let inputs = [("L2", "XL"), ("M2", "12"), ("N2", "Jo"), ("O2", "1 May"), ("P2", "done")];
    let xml =
        inputs.into_iter().fold(package.text(register).to_owned(), |xml, (place, text)| filled(&xml, place, text));
    package.0.insert(register.to_owned(), xml.into_bytes());
    let parts: Vec<(&str, &Vec<u8>)> = package.0.iter().map(|(name, bytes)| (name.as_str(), bytes)).collect();
    std::fs::write(desk.path("plan.xlsx"), archive(&parts)).unwrap();
    office.saved(&[desk.path("plan.xlsx")], "xlsx", &desk.path("filled"));
    let anew = Package::read(&std::fs::read(desk.path("filled/plan.xlsx")).unwrap());
    assert!(anew.everything().contains("1 May"), "what was filled in is still there");
    assert_eq!(desk.run(&["verify", "filled/plan.xlsx"]).done(), HOLDS);
}

#[test]
#[ignore = "needs LibreOffice"]
fn what_was_written_by_hand_in_a_document_that_it_saves_anew_is_not_altered() {
    let Some(office) = Office::found() else { return };
    let desk = Desk::new();
    assert_eq!(desk.run(&["advise", "other.toml", "-o", "plan.docx"]).done(), "");
    let mut package = Package::read(&std::fs::read(desk.path("plan.docx")).unwrap());
    filled_in_word(&mut package);
    std::fs::write(desk.path("plan.docx"), packed(&package)).unwrap();
    office.saved(&[desk.path("plan.docx")], "docx", &desk.path("filled"));
    let said = desk.run(&["verify", "filled/plan.docx"]).done();
    assert!(said.contains("Its words are as they were exported."), "{said}");
    assert!(said.contains("was added by somebody; it was not checked."), "{said}");
}

/// Every persona's documents, whole, with the knowledge of the program.
#[test]
#[ignore = "needs LibreOffice"]
fn the_documents_of_every_persona_are_verified_after_it_saved_them() {
    let Some(office) = Office::found() else { return };
    let desk = Desk::new().embedded();
    for format in [Format::Word, Format::Excel] {
        let files = office.personas(format, Extent::Full);
        office.saved(&files, format.word(), &office.path("saved"));
        for file in &files {
            let anew = office.path("saved").join(file.file_name().unwrap());
            let ran = desk.run(&["verify", &anew.display().to_string()]);
            assert!(
                ran.out.contains("Its words are as they were exported."),
                "{}: {}{}",
                anew.display(),
                ran.out,
                ran.err
            );
        }
    }
}
