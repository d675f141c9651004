//! Every format states the same facts: the requirements, the advice, the values.

use std::collections::BTreeSet;

use journey_advisor::embedded;
use journey_advisor::export::Format;
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::answers::Answers;

use crate::documents::{read, root, small, with_document};
use crate::generate::{self, Random};
use crate::in_every_format;
use crate::web::Page;

/// The numbers of requirements in a text.
fn numbers(text: &str) -> BTreeSet<String> {
    let found = text.match_indices("REQ-").map(|(at, _)| {
        let digits = text[at + 4..].chars().take_while(char::is_ascii_digit).collect::<String>();
        format!("REQ-{digits}")
    });
    found.collect()
}

struct Facts {
    numbers: BTreeSet<String>,
    headline: String,
    values: Vec<(String, String)>,
}

fn expected(base: &KnowledgeBase, answers: &Answers) -> Facts {
    with_document(base, answers, |document| {
        let report = &document.report;
        Facts {
            numbers: report.register.iter().map(|entry| entry.number.to_string()).collect(),
            headline: report.decision.headline.clone(),
            values: report
                .standings
                .iter()
                .map(|(_, standing)| {
                    let value = standing.value.map_or_else(|| "-".to_owned(), |value| value.to_string());
                    (standing.name.clone(), value)
                })
                .collect(),
        }
    })
}

fn check(base: &KnowledgeBase, answers: &Answers) {
    let facts = expected(base, answers);
    for (format, text) in in_every_format(base, answers) {
        let shown = if format == Format::Html { Page::read(&text).text } else { text.clone() };
        assert_eq!(numbers(&shown), facts.numbers, "{format:?}");
        match format {
            Format::Json => json(&text, &facts),
            Format::Csv => register(&text, &facts),
            Format::DevOps => {}
            _ => prose(format, &shown, &facts),
        }
    }
}

fn prose(format: Format, shown: &str, facts: &Facts) {
    let flat = shown.replace('\\', "").split_whitespace().collect::<Vec<_>>().join(" ");
    let headline = facts.headline.trim_end_matches('.');
    assert!(flat.contains(headline), "{format:?} does not say {headline}: {flat}");
    for (name, value) in &facts.values {
        let said = match format {
            Format::Text => format!("{name} Value of 100: {value};"),
            Format::Markdown => format!("| {name} | {value} |"),
            Format::Html => format!("{name} {value} "),
            _ => format!("{name} {value} of 100"),
        };
        assert!(value == "-" || flat.contains(&said), "{format:?} does not say {said}: {flat}");
    }
}

fn json(text: &str, facts: &Facts) {
    let json: serde_json::Value = serde_json::from_str(text).unwrap();
    let values = json["alternatives"].as_array().unwrap().iter().map(|alternative| alternative["value"].as_u64());
    let wanted = facts.values.iter().map(|(_, value)| value.parse().ok());
    assert_eq!(values.collect::<Vec<_>>(), wanted.collect::<Vec<Option<u64>>>());
}

fn register(text: &str, facts: &Facts) {
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let heads = reader.headers().unwrap().clone();
    let at = |name: &str| heads.iter().position(|head| head == name).unwrap();
    for row in reader.records() {
        let row = row.unwrap();
        assert_eq!(row[at("Decision")], facts.headline);
        for (name, (_, value)) in ["Real-time value", "Outbound value"].iter().zip(&facts.values) {
            assert_eq!(row[at(name)], value.trim_matches('-').to_owned());
        }
    }
}

#[test]
fn every_format_states_the_same_facts_on_plans_of_real_people() {
    let base = embedded::knowledge().unwrap();
    let mut tried = 0;
    for entry in std::fs::read_dir(root("tests/personas")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let (answers, diagnostics) = journey_advisor::answers::read(&read(&path), &base);
            check(&base, &answers.unwrap_or_else(|| panic!("{}: {diagnostics:?}", path.display())));
            tried += 1;
        }
    }
    assert!(tried > 10, "{tried}");
}

#[test]
fn every_format_states_the_same_facts_on_any_answers() {
    let base = embedded::knowledge().unwrap();
    for seed in 0..60 {
        let mut answers = generate::answers(&mut Random::new(seed), &base);
        answers.as_of =
            [None, Some("article"), Some("2024-06-15")][usize::try_from(seed % 3).unwrap()].map(str::to_owned);
        check(&base, &answers);
    }
    for seed in 0..200 {
        check(&small(), &generate::answers(&mut Random::new(seed), &small()));
    }
}
