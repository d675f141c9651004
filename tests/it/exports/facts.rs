//! Every format states the same facts: all that `stated` lists, and no requirement that there is not.

use std::collections::{BTreeMap, BTreeSet};

use journey_advisor::embedded;
use journey_advisor::export::Format;
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::answers::Answers;
use journey_advisor::model::verdict::Recommendation;

use super::in_every_whole_format;
use super::said::Said;
use super::stated::{ALWAYS, Fact, PARTS, facts};
use crate::support::documents::{read, root, small, with_document};
use crate::support::generate::{self, Random};

/// The formats of the whole document. A decision record is one page, and the register one table.
const WHOLE: [Format; 4] = [Format::Text, Format::Markdown, Format::Html, Format::Json];

/// How often each part was found, and what was advised.
#[derive(Default)]
struct Tried {
    parts: BTreeMap<&'static str, usize>,
    advice: BTreeSet<String>,
}

impl Tried {
    fn plan(&mut self, base: &KnowledgeBase, answers: &Answers) {
        let (facts, advice) =
            with_document(base, answers, |document| (facts(&document.report), document.report.decision.recommendation));
        self.advice.insert(match advice {
            Recommendation::Build(_) => "one".to_owned(),
            other => format!("{other:?}"),
        });
        let wanted: BTreeSet<String> = facts.iter().flat_map(|fact| numbers(&fact.pieces.join(" "))).collect();
        let whole = in_every_whole_format(base, answers).into_iter();
        for (format, text) in whole.filter(|(format, _)| WHOLE.contains(format)) {
            let said = Said::of(format, &text);
            let unsaid: Vec<_> = facts.iter().filter(|fact| !said.states(&fact.pieces)).collect();
            assert_eq!(unsaid, Vec::<&Fact>::new(), "not stated in {format:?}:\n{text}");
            assert_eq!(numbers(&without_record(format, &text)), wanted, "{format:?}");
        }
        for fact in &facts {
            *self.parts.entry(fact.part).or_default() += 1;
        }
    }
}

/// The numbers of requirements in a text.
fn numbers(text: &str) -> BTreeSet<String> {
    let found = text.match_indices("REQ-").map(|(at, _)| {
        let digits = text[at + 4..].chars().take_while(char::is_ascii_digit).collect::<String>();
        format!("REQ-{digits}")
    });
    found.collect()
}

/// A page without what it carries for `verify`, whose letters may look like anything.
fn without_record(format: Format, text: &str) -> String {
    let begin = if format == Format::Html { "<template" } else { "<!-- journey-advisor-record" };
    text.split(begin).next().unwrap().to_owned()
}

#[test]
fn every_format_states_the_same_facts_on_plans_of_real_people() {
    let base = embedded::knowledge();
    let mut tried = Tried::default();
    for entry in std::fs::read_dir(root("tests/it/personas")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let (answers, diagnostics) = journey_advisor::answers::read(&read(&path), &base);
            tried.plan(&base, &answers.unwrap_or_else(|| panic!("{}: {diagnostics:?}", path.display())));
        }
    }
    assert!(tried.parts["decision"] > 10, "{:?}", tried.parts);
}

#[test]
fn every_format_states_the_same_facts_on_any_answers() {
    let base = embedded::knowledge();
    let mut tried = Tried::default();
    for seed in 0..60 {
        let mut answers = generate::answers(&mut Random::new(seed), &base);
        answers.as_of =
            [None, Some("article"), Some("2024-06-15")][usize::try_from(seed % 3).unwrap()].map(str::to_owned);
        tried.plan(&base, &answers);
    }
    let noted = "[answers]\nmessage-channels = { chosen = [\"sms\"], note = \"=1+1 <b>for</b> the *shop*\" }\n";
    tried.plan(&base, &Answers::default());
    for text in ["", noted, "[answers]\nmessage-channels = \"not-sure\"\n"] {
        tried.plan(&small(), &super::reread(text.to_owned(), &small()));
    }
    for seed in 0..200 {
        tried.plan(&small(), &generate::answers(&mut Random::new(seed), &small()));
    }
    let seen: Vec<&str> = tried.parts.keys().copied().collect();
    let unseen: Vec<&str> = PARTS.into_iter().chain(ALWAYS).filter(|part| !seen.contains(part)).collect();
    assert_eq!(unseen, Vec::<&str>::new(), "no plan has these parts");
    assert_eq!(tried.advice.into_iter().collect::<Vec<_>>(), ["Both", "Neither", "Undecided", "one"]);
}

#[test]
fn the_json_says_how_firm_the_advice_is_in_members_of_their_own() {
    let base = small();
    let mut cases = 0;
    for seed in 0..60 {
        let answers = generate::answers(&mut Random::new(seed), &base);
        let firmness = with_document(&base, &answers, |document| {
            let firmness = document.report.firmness.iter();
            firmness.map(|firmness| firmness.sentence.clone()).collect::<Vec<_>>()
        });
        let (_, text) =
            in_every_whole_format(&base, &answers).into_iter().find(|(format, _)| *format == Format::Json).unwrap();
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(json["firmness"], serde_json::to_value(&firmness).unwrap());
        assert!(json["dominating"].is_string() || json["dominating"].is_null());
        assert!(json["regret"].as_i64() >= Some(0));
        cases += usize::from(!firmness.is_empty());
    }
    assert!(cases > 0);
}
