//! The portfolio as a document and as a workbook: sound packages whose sheets say what every other form says, and no formula.

use journey_advisor::embedded;
use journey_advisor::export::brand::Accent;
use journey_advisor::export::portfolio::{Form, Packed, pack, write};
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::answers::Answers;
use journey_advisor::report::portfolio::{HeatMap, Pieces, Portfolio, steps};
use serde_json::Value;

use super::backlog::journeys;
use super::faces::hostile;
use super::portfolio;
use crate::exports::packed::sound;
use crate::exports::word;
use crate::support::generate::{self, Random, SMALL};
use crate::support::package::Package;

const SHEETS: [&str; 7] = ["Plans", "Shared gaps", "Heat map", "To buy", "Order of work", "About", "Sources"];

fn read(portfolio: &Portfolio<'_>, form: Packed) -> Package {
    Package::read(&pack(portfolio, form, Accent::USUAL))
}

/// A cell as a spreadsheet shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Cell {
    Text(String),
    Number(u32),
}

/// The rows of a sheet by its place among all, from 1. No cell is a formula.
fn rows(package: &Package, number: usize) -> Vec<Vec<Cell>> {
    let texts: Vec<String> = package.root("xl/sharedStrings.xml").named("si").iter().map(|text| text.whole()).collect();
    let sheet = package.root(&format!("xl/worksheets/sheet{number}.xml"));
    assert!(sheet.named("f").is_empty(), "a formula on sheet {number}");
    let cell = |cell: &&crate::support::package::Element| {
        let value = cell.named("v").first().map(|value| value.whole()).unwrap_or_default();
        match cell.attribute("t") {
            Some("s") => Cell::Text(texts[value.parse::<usize>().unwrap()].clone()),
            _ if value.is_empty() => Cell::Text(String::new()),
            _ => Cell::Number(value.parse().unwrap()),
        }
    };
    sheet.named("row").iter().map(|row| row.named("c").iter().map(cell).collect()).collect()
}

fn text(cell: &Cell) -> &str {
    match cell {
        Cell::Text(text) => text,
        Cell::Number(number) => panic!("{number} is no text"),
    }
}

fn number(cell: &Cell) -> u32 {
    match cell {
        Cell::Number(number) => *number,
        Cell::Text(text) => panic!("{text} is no number"),
    }
}

#[test]
fn a_workbook_says_of_every_plan_and_piece_what_the_json_says() {
    let base = embedded::knowledge();
    let pieces = Pieces::of(&base);
    let portfolio = portfolio(&pieces, &journeys(&base));
    let package = read(&portfolio, Packed::Excel);
    sound(&base, &package);
    let book = package.root("xl/workbook.xml");
    let names: Vec<&str> = book.named("sheet").iter().map(|sheet| sheet.attribute("name").unwrap()).collect();
    assert_eq!(names, SHEETS);
    let json: Value = serde_json::from_str(&write(&portfolio, Form::Json)).unwrap();

    let plans = rows(&package, 1);
    let column = |name: &str| plans[0].iter().position(|head| text(head) == name).unwrap();
    let (title, gaps, requirements) = (column("Title"), column("Gaps"), column("Requirements"));
    assert_eq!(plans.len() - 1, json["plans"].as_array().unwrap().len());
    for (row, plan) in plans[1..].iter().zip(json["plans"].as_array().unwrap()) {
        assert_eq!(text(&row[title]), plan["title"].as_str().unwrap());
        for (at, key) in [(gaps, "gaps"), (requirements, "requirements")] {
            assert_eq!(row[at], Cell::Number(u32::try_from(plan[key].as_u64().unwrap()).unwrap()), "{key}");
        }
    }

    let numbers = |rows: &[Vec<Cell>], at: usize| -> Vec<usize> {
        rows[1..].iter().map(|row| usize::try_from(number(&row[at])).unwrap()).collect()
    };
    let shared = rows(&package, 2);
    let plans_at = shared[0].iter().position(|head| text(head) == "Plans").unwrap();
    let wanted: Vec<usize> = portfolio.shared_gaps().iter().map(|(_, shared)| shared.all_plans()).collect();
    assert_eq!(numbers(&shared, plans_at), wanted);
    let to_buy = rows(&package, 4);
    assert_eq!(to_buy.len() - 1, portfolio.to_order().len());
    let order = rows(&package, 5);
    let ready: Vec<usize> = steps(&portfolio).iter().map(|step| step.ready).collect();
    let last = order[0].len() - 1;
    assert_eq!(numbers(&order, last), ready);

    let entries = write(&portfolio, Form::Html(Accent::USUAL)).matches(" id=\"source-").count();
    assert_eq!(rows(&package, 7).len() - 1, entries);
    assert!(entries > 0);
}

#[test]
fn a_workbook_shades_how_many_gaps_each_plan_has_by_topic() {
    let base = embedded::knowledge();
    let pieces = Pieces::of(&base);
    let portfolio = portfolio(&pieces, &journeys(&base));
    let package = read(&portfolio, Packed::Excel);
    let map = HeatMap::of(&portfolio).unwrap();
    let heat = rows(&package, 3);
    for (row, line) in heat[1..].iter().zip(map.rows.iter().chain([&map.all])) {
        let numbers: Vec<u32> = row[1..].iter().map(number).collect();
        assert_eq!(numbers[..numbers.len() - 1], line.cells);
        assert_eq!(numbers.last(), Some(&line.total()));
    }
    let sheet = package.root("xl/worksheets/sheet3.xml");
    let scales = sheet.named("conditionalFormatting");
    let [scale] = scales.as_slice() else { panic!("{scales:?}") };
    assert_eq!(scale.named("colorScale").len(), 1);
    let end = format!("{}", map.rows.len() + 1);
    assert!(scale.attribute("sqref").unwrap().ends_with(&end), "sums have no strength: {scale:?}");
}

#[test]
fn a_document_has_the_parts_of_the_page_in_its_order() {
    let base = embedded::knowledge();
    let pieces = Pieces::of(&base);
    let portfolio = portfolio(&pieces, &journeys(&base));
    let package = read(&portfolio, Packed::Word);
    sound(&base, &package);
    word::holds(&package);
    let document = package.root("word/document.xml");
    let headings: Vec<String> = document
        .named("w:p")
        .iter()
        .filter(|one| one.named("w:pStyle").iter().any(|style| style.attribute("w:val") == Some("Heading1")))
        .map(|one| one.whole())
        .collect();
    let html = write(&portfolio, Form::Html(Accent::USUAL));
    let wanted: Vec<String> = html
        .split("-heading\">")
        .skip(1)
        .filter(|rest| !rest.starts_with('\n'))
        .map(|rest| rest.split('<').next().unwrap().replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&"))
        .collect();
    assert_eq!(headings, wanted);
    let said = document.whole();
    for line in &portfolio.lines {
        assert!(said.contains(&*line.title), "{}", line.title);
    }
    let grounds = document.named("w:shd").iter().filter(|ground| ground.attribute("w:fill") == Some("80AFE0")).count();
    assert!(grounds > 0, "the largest number has the strongest ground");
    assert!(!document.named("w:textDirection").is_empty());
}

/// Nobody's title is a formula, markup or a control letter in either.
#[test]
fn no_title_gets_through() {
    let base = embedded::knowledge();
    let pieces = Pieces::of(&base);
    let mut portfolio = portfolio(&pieces, &hostile(&base));
    portfolio.leave_out("there is no `=HYPERLINK(\"x\")\u{1b}.toml`".to_owned());
    for form in Packed::ALL {
        let package = read(&portfolio, form);
        sound(&base, &package);
        for number in 1..=SHEETS.len() * usize::from(form == Packed::Excel) {
            rows(&package, number);
        }
    }
    let styles = read(&portfolio, Packed::Excel);
    let quoted = styles.root("xl/styles.xml").all().iter().any(|look| look.attribute("quotePrefix") == Some("1"));
    assert!(quoted, "a title that begins like a formula is marked as text");
}

#[test]
fn packages_of_any_plans_are_sound_and_the_same_twice() {
    for seed in 0..20 {
        let mut random = Random::new(seed);
        let base: KnowledgeBase = generate::base(&mut random, SMALL);
        let plans: Vec<(String, Answers)> =
            (0..random.below(5)).map(|number| (number.to_string(), generate::answers(&mut random, &base))).collect();
        let pieces = Pieces::of(&base);
        let portfolio = portfolio(&pieces, &plans);
        for form in Packed::ALL {
            sound(&base, &read(&portfolio, form));
            let accent = Accent::USUAL;
            assert_eq!(pack(&portfolio, form, accent), pack(&portfolio, form, accent), "{form:?}");
        }
    }
}

/// A document lists six hundred plans, and says how many more there are; a workbook lists them all.
#[test]
fn many_plans_are_bounded_and_that_is_said() {
    let base = embedded::knowledge();
    let pieces = Pieces::of(&base);
    let mut answers = Answers::default();
    "Journey".clone_into(&mut answers.title);
    let portfolio = portfolio(&pieces, &vec![("a.toml".to_owned(), answers); 750]);
    let document = read(&portfolio, Packed::Word).root("word/document.xml").whole();
    assert!(document.contains("Plans 401 to 600 of 750") && !document.contains("Plans 601"));
    assert!(document.contains("And 150 more plans, which the JSON and the CSV list."));
    assert_eq!(rows(&read(&portfolio, Packed::Excel), 1).len(), 751);
}
