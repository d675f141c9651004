//! Workbooks: which sheets, what may be chosen, what is counted, and that no cell is a formula of somebody else's.

use journey_advisor::export::Format;
use journey_advisor::model::answers::Answers;

use super::packed::packed;
use crate::support::documents::{small, with_document};
use crate::support::generate::{self, Random};
use crate::support::package::{Element, Package};

const SHEETS: [&str; 7] = ["Decision", "Register", "Gaps", "Plan", "Assumptions", "Sources", "Record"];

/// A sheet by its position, from 1.
fn sheet(package: &Package, number: usize) -> Element {
    package.root(&format!("xl/worksheets/sheet{number}.xml"))
}

/// Checks what holds for every workbook.
pub(super) fn holds(package: &Package) {
    let book = package.root("xl/workbook.xml");
    let names: Vec<&str> = book.named("sheet").iter().map(|sheet| sheet.attribute("name").unwrap()).collect();
    assert_eq!(names, SHEETS);
    let texts: Vec<String> = package.root("xl/sharedStrings.xml").named("si").iter().map(|text| text.whole()).collect();
    let styles = package.root("xl/styles.xml");
    let looks = styles.named("cellXfs");
    let is_quoted = |cell: &Element| {
        let look: usize = cell.attribute("s").map_or(0, |look| look.parse().unwrap());
        looks[0].inside[look].attribute("quotePrefix") == Some("1")
    };
    for number in 1..=SHEETS.len() {
        for cell in sheet(package, number).named("c") {
            for formula in cell.named("f") {
                assert!(formula.whole().starts_with("COUNTIFS(Register!$"), "{formula:?}");
            }
            if cell.attribute("t") == Some("s") {
                let text = &texts[cell.named("v")[0].whole().parse::<usize>().unwrap()];
                let begins =
                    text.trim_start().starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']);
                assert!(!begins || is_quoted(cell), "{text}");
                assert!(text.encode_utf16().count() <= 32_767);
                // Only what looks like such a letter itself is written so.
                assert!(!has_coded(&text.replace("_x005F_", "")), "a letter that is no text: {text}");
            } else {
                let is_number = cell.named("v").iter().all(|value| value.whole().parse::<f64>().is_ok());
                assert!(is_number, "{cell:?}");
            }
        }
    }
}

/// Whether a letter stands in a text by its number: `_x0041_`.
fn has_coded(text: &str) -> bool {
    text.match_indices("_x").any(|(at, begin)| {
        let number = text[at + begin.len()..].split_once('_').map_or("", |(number, _)| number);
        number.len() == 4 && number.chars().all(|digit| digit.is_ascii_hexdigit())
    })
}

#[test]
fn the_register_is_there_to_be_worked_with() {
    let answers = generate::answers(&mut Random::new(3), &small());
    let package = Package::read(&packed(&small(), &answers, Format::Excel));
    holds(&package);
    let register = sheet(&package, 2);
    let pane = register.named("pane")[0];
    assert_eq!([pane.attribute("topLeftCell"), pane.attribute("state")], [Some("D2"), Some("frozen")]);
    assert_eq!(register.named("autoFilter").len(), 1);
    assert_eq!(register.named("pageSetup")[0].attribute("paperSize"), Some("8"), "A3");
    let lists: Vec<String> = register.named("dataValidation").iter().map(|list| list.whole()).collect();
    for words in ["must,should,could", "✓ built in", "open,in progress,done,dropped", "S,M,L,XL"] {
        assert!(lists.iter().any(|list| list.contains(words)), "{words}: {lists:?}");
    }
    assert!(register.named("cfRule").len() >= 10, "five levels of two areas have colours");
    let heights = register.named("row").iter().filter(|row| row.attribute("customHeight") == Some("1")).count();
    assert_eq!(heights, register.named("row").len());
}

/// The counts on the first sheet are what the register says, and their formulas count the columns that they name.
#[test]
fn what_is_counted_is_what_the_register_holds() {
    let mut tried = 0;
    for seed in 0..40 {
        let answers = generate::answers(&mut Random::new(seed), &small());
        let chart = with_document(&small(), &answers, |document| document.paper.chart.clone());
        let package = Package::read(&packed(&small(), &answers, Format::Excel));
        let texts: Vec<String> =
            package.root("xl/sharedStrings.xml").named("si").iter().map(|text| text.whole()).collect();
        let register = sheet(&package, 2);
        let column = |name: &str| -> Vec<String> {
            let cells = register.named("c").into_iter().filter(|cell| {
                let place = cell.attribute("r").unwrap();
                place.trim_end_matches(|letter: char| letter.is_ascii_digit()) == name
            });
            cells.skip(1).map(|cell| texts[cell.whole().parse::<usize>().unwrap()].clone()).collect()
        };
        let mut counted = 0;
        for cell in sheet(&package, 1).named("c").iter().filter(|cell| !cell.named("f").is_empty()) {
            let formula = cell.named("f")[0].whole();
            let parts: Vec<&str> = formula.split(['$', ',', '"', ':', ')']).filter(|part| !part.is_empty()).collect();
            let quoted: Vec<&str> = formula.split('"').skip(1).step_by(2).collect();
            let columns: Vec<&str> =
                parts.into_iter().filter(|part| part.len() == 1 && part.chars().all(char::is_alphabetic)).collect();
            let (importances, levels) = (column(columns[0]), column(columns[2]));
            let met =
                importances.iter().zip(&levels).filter(|(one, other)| *one == quoted[0] && *other == quoted[1]).count();
            assert_eq!(cell.named("v")[0].whole(), met.to_string(), "{formula}");
            counted += met;
        }
        assert_eq!(counted, chart.bars.iter().map(|bar| bar.total).sum::<usize>());
        tried += counted;
    }
    assert!(tried > 50);
}

#[test]
fn the_chart_says_what_it_shows() {
    let answers = generate::answers(&mut Random::new(3), &small());
    let package = Package::read(&packed(&small(), &answers, Format::Excel));
    let drawing = package.root("xl/drawings/drawing1.xml");
    let picture = drawing.named("xdr:cNvPr")[0];
    let chart = with_document(&small(), &answers, |document| document.paper.chart.clone());
    assert_eq!(picture.attribute("descr"), Some(chart.description.as_str()));
    let root = package.root("xl/charts/chart1.xml");
    let axis = |name: &str| {
        let axis = root.named(name)[0];
        let deleted = axis.named("c:delete").iter().any(|said| said.attribute("val") == Some("1"));
        (axis.named("c:orientation")[0].attribute("val").unwrap().to_owned(), deleted)
    };
    assert_eq!(axis("c:catAx"), ("maxMin".to_owned(), false), "musts stand above shoulds, by name");
    assert_eq!(axis("c:valAx"), ("minMax".to_owned(), true), "bars begin on the left");
    assert!(root.named("c:majorGridlines").is_empty());
    let series = root.named("c:ser").len();
    assert_eq!(series, chart.levels.len(), "a level that nothing has is no series");
    let nothing = Package::read(&packed(&small(), &Answers::default(), Format::Excel));
    assert!(!nothing.0.contains_key("xl/charts/chart1.xml"));
}
