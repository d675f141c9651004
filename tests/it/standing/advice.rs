//! After the removal of an area neither the advice nor any face of it shows a level of that area without what has become of it.

use std::collections::BTreeSet;

use journey_advisor::advise::components::Forest;
use journey_advisor::advise::{analysis, conditions};
use journey_advisor::embedded;
use journey_advisor::export::{Document, Extent, Format};
use journey_advisor::report::question;

use super::{GONE, day, plain, plan};
use crate::personas;
use crate::support::scenes::{self, scene};

/// How well an area does something, in words and as a register says it.
const LEVELS: [&str; 8] =
    ["built in", "partly", "by a workaround", "not supported", "Fit", "Partial fit", "Workaround:", "cannot do"];

/// What tells that an area is gone.
const GONE_WORDS: [&str; 3] = ["removed", "removal", "went with outbound marketing"];

/// The parts of the document that speak of levels in words of the program.
const PARTS: [&str; 8] = ["knock-outs", "drivers", "register", "conditions", "elsewhere", "changes", "gone", "counts"];

fn has(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Whether a statement gives a level of outbound as if it were to be had. What is quoted is a title.
fn is_alive(statement: &str) -> bool {
    let own: String = statement.split('"').step_by(2).collect();
    let speaks_of_it = has(&own, &["outbound marketing", "Outbound marketing", "Outbound:", "Outbound ("]);
    speaks_of_it && has(&own, &LEVELS) && !has(statement, &GONE_WORDS)
}

#[test]
fn each_statement_of_the_advice_says_that_an_area_is_gone() {
    let base = embedded::knowledge();
    let (mut seen, mut parts) = (0, BTreeSet::new());
    for name in personas::plan::names() {
        let answers = personas::plan::answers(&base, &name);
        for today in ["2026-05-01", "2026-11-28"].map(day) {
            let facts = base.at(base.as_of("today", today).unwrap());
            let forest = Forest::of(&facts);
            let (verdict, analysis) = analysis::advise_in(&forest, &answers);
            let document = Document::of(&forest, &answers, &verdict, &analysis, today);
            let json: serde_json::Value =
                serde_json::from_str(&document.write(Format::Json, Extent::Full).text().unwrap()).unwrap();
            for part in json["document"].as_array().unwrap() {
                let id = part["id"].as_str().unwrap();
                for statement in part["statements"].as_array().unwrap().iter().filter(|_| PARTS.contains(&id)) {
                    let statement = statement.as_str().unwrap();
                    assert!(!is_alive(statement), "{name}, {id}: {statement}");
                    if has(statement, &GONE_WORDS) {
                        seen += 1;
                        parts.insert(id.to_owned());
                    }
                }
            }
            assert!(conditions::of(&facts, &verdict).elsewhere.is_empty(), "{name}: limits of what cannot be had");
        }
    }
    assert!(seen > 150, "{seen}");
    let told = ["changes", "drivers", "gone", "knock-outs", "register"].map(str::to_owned);
    assert!(parts.is_superset(&BTreeSet::from(told)), "{parts:?}");
}

#[test]
fn the_register_says_beside_each_level_that_an_area_is_gone() {
    let base = embedded::knowledge();
    let answers = personas::plan::answers(&base, "double-opt-in-sign-up");
    let today = day("2026-11-28");
    let facts = base.at(base.as_of("today", today).unwrap());
    let forest = Forest::of(&facts);
    let (verdict, analysis) = analysis::advise_in(&forest, &answers);
    let document = Document::of(&forest, &answers, &verdict, &analysis, today);
    for (format, head) in [
        (Format::Markdown, "| Outbound (removed in May 2026) |"),
        (Format::Html, ">Outbound (removed in May 2026)</th>"),
        (Format::Text, "Outbound (removed in May 2026): "),
        (Format::Adr, "* Outbound marketing (removed in May 2026)"),
        (Format::Csv, "\"Outbound\",\"Outbound on the day\","),
    ] {
        let text = document.write(format, Extent::Full).text().unwrap();
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(head), "{format:?}: {text}");
    }
    let csv = document.write(Format::Csv, Extent::Full).text().unwrap();
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let column = reader.headers().unwrap().iter().position(|head| head == "Outbound on the day").unwrap();
    let states: Vec<String> = reader.records().map(|row| row.unwrap()[column].to_owned()).collect();
    assert!(!states.is_empty() && states.iter().all(|state| state == "removed in May 2026"), "{states:?}");
}

#[test]
fn a_choice_rules_out_only_what_can_be_had() {
    let base = embedded::knowledge();
    for today in GONE {
        let plan = plan(&base, today);
        let choices = base.questions.iter().flat_map(|(_, question)| question.choices.iter());
        for choice in choices {
            let page = journey_advisor::export::text::write(&question::choice(&plan.facts, choice, &[]));
            let flat = page.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(!flat.contains("it rules outbound marketing out"), "{today}: {page}");
            assert!(!flat.contains("it rules both areas out"), "{today}: {page}");
            let is_last = flat.contains("As a must, it rules real-time marketing out");
            let left = "and nothing is left: outbound marketing cannot be had (removed in May 2026).";
            assert!(!is_last || flat.contains(left), "{today}: {page}");
        }
    }
}

#[test]
fn the_heads_of_columns_of_levels_say_that_an_area_is_gone() {
    let is_earlier = |name: &str| name.contains("article") || name.starts_with("time-") || name == "tour-time";
    let mut seen = 0;
    for name in scenes::names() {
        for (width, height) in [(60, 20), (80, 24), (120, 40), (200, 60)] {
            for line in scene(name, width, height, true).text().lines().filter(|line| line.contains("RT OB")) {
                assert!(line.contains("OB removed") || is_earlier(name), "{name}: {line}");
                seen += 1;
            }
        }
    }
    assert!(seen > 15, "{seen}");
}

#[test]
fn a_question_read_aloud_says_with_each_level_that_an_area_is_gone() {
    let base = embedded::knowledge();
    let mut plain = plain(&base);
    let mut seen = 0;
    for number in 1..=base.questions.len() {
        let said = plain.line(&format!("go {number}")).text.replace("\n   ", " ");
        for line in said.lines().filter(|line| line.contains("Outbound: ")) {
            assert!(line.contains(" (removed)"), "{line}");
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
}
