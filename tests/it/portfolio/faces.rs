//! The portfolio in every form: the same plans and sums, clean whatever a title holds, and JSON as its schema says.

use boon::{Compiler, Draft, SchemaIndex, Schemas};
use html5gum::{Token, Tokenizer};
use journey_advisor::diagnostic::clean::judged;
use journey_advisor::embedded;
use journey_advisor::export::brand::Accent;
use journey_advisor::export::csv::Dialect;
use journey_advisor::export::json::portfolio::SCHEMA;
use journey_advisor::export::portfolio::{Form, write};
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::answers::Answers;
use journey_advisor::report::portfolio::{HeatMap, MOST_DRAWN, Pieces};
use serde_json::Value;

use super::backlog::journeys;
use super::portfolio;
use crate::support::generate::{self, Random, SMALL};

/// Titles that try to be more than text.
const HOSTILE: [&str; 9] = [
    "</title><script>fail()</script><img src=x onerror=fail()>",
    "=HYPERLINK(\"http://x\")",
    "\u{1b}[31mred\u{7}\u{9b}2J",
    "\u{202e}drow sdrawkcab\u{2066}",
    "# head\n| a | b |\n<!-- -->",
    "\"quoted\", 'twice', `thrice`",
    "zero\u{200b}width\u{feff}",
    "@SUM(A1)\t-2",
    "",
];

pub(super) fn hostile(base: &KnowledgeBase) -> Vec<(String, Answers)> {
    let long = "long ".repeat(400);
    let titles = HOSTILE.into_iter().chain([long.as_str()]);
    let plan = |(seed, title): (u64, &str)| {
        let mut answers = generate::answers(&mut Random::new(seed), base);
        title.clone_into(&mut answers.title);
        (format!("a{title}\u{1b}.toml"), answers)
    };
    (0..).zip(titles).map(plan).collect()
}

fn compiled() -> (Schemas, SchemaIndex) {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.set_default_draft(Draft::V2020_12);
    compiler.add_resource("schema.json", serde_json::from_str(SCHEMA).unwrap()).unwrap();
    let index = compiler.compile("schema.json", &mut schemas).unwrap_or_else(|error| panic!("{error:#}"));
    (schemas, index)
}

#[test]
fn the_json_is_as_its_schema_says() {
    let (schemas, index) = compiled();
    let base = embedded::knowledge();
    let valid = |base: &KnowledgeBase, plans: &[(String, Answers)]| {
        let pieces = Pieces::of(base);
        let mut portfolio = portfolio(&pieces, plans);
        portfolio.leave_out("there is no `x.toml`".to_owned());
        let json: Value = serde_json::from_str(&write(&portfolio, Form::Json)).unwrap();
        schemas.validate(&json, index).unwrap_or_else(|error| panic!("{error:#}"));
        json
    };
    let json = valid(&base, &journeys(&base));
    valid(&base, &hostile(&base));
    for seed in 0..40 {
        let mut random = Random::new(seed);
        let base = generate::base(&mut random, SMALL);
        let plans =
            (0..6).map(|number| (number.to_string(), generate::answers(&mut random, &base))).collect::<Vec<_>>();
        valid(&base, &plans);
    }
    for (pointer, wrong) in [
        ("/plans/0/stage", Value::from("soon")),
        ("/plans/0/gaps", Value::from("2")),
        ("/counts/new", Value::Null),
        ("/order_of_work/steps", Value::Null),
    ] {
        let mut broken = json.clone();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        broken.pointer_mut(parent).unwrap().as_object_mut().unwrap().insert(key.to_owned(), wrong);
        assert!(schemas.validate(&broken, index).is_err(), "{pointer}");
    }
}

#[test]
fn sums_in_json_are_those_of_the_plans_beside_them() {
    let base = embedded::knowledge();
    let pieces = Pieces::of(&base);
    let portfolio = portfolio(&pieces, &journeys(&base));
    let json: Value = serde_json::from_str(&write(&portfolio, Form::Json)).unwrap();
    let topics = json["work_by_topic"].as_array().unwrap();
    let work: Vec<u64> = topics.iter().map(|topic| topic["work"].as_u64().unwrap()).collect();
    assert_eq!(work, HeatMap::of(&portfolio).unwrap().all.cells.into_iter().map(u64::from).collect::<Vec<_>>());
    let plans = json["plans"].as_array().unwrap();
    let sum = |key: &str| plans.iter().map(|plan| plan[key].as_u64().unwrap()).sum::<u64>();
    for key in ["requirements", "gaps", "open", "not_sure"] {
        assert_eq!(json["counts"][key], sum(key), "{key}");
    }
    let order = &json["order_of_work"];
    let stages = ["ready", "after_one", "after_several", "decision", "not_carried"];
    assert_eq!(stages.iter().map(|stage| order[stage].as_u64().unwrap()).sum::<u64>(), 40);
    for piece in json["shared_gaps"].as_array().unwrap() {
        let id = piece["id"].as_str().unwrap();
        let having = plans.iter().filter(|plan| plan["needs"].get(id).is_some()).count();
        assert_eq!(piece["plans"], having, "{id}");
    }
    for order in json["to_order"].as_array().unwrap() {
        let id = format!("order:{}", order["id"].as_str().unwrap());
        let having = plans.iter().filter(|plan| plan["needs"].get(&id).is_some()).count();
        assert_eq!(order["plans"], having, "{id}");
    }
}

#[test]
fn no_title_gets_through_any_form() {
    let base = embedded::knowledge();
    let pieces = Pieces::of(&base);
    let portfolio = portfolio(&pieces, &hostile(&base));
    for form in Form::ALL {
        let text = write(&portfolio, form);
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        for line in text.lines() {
            let found = judged(line).find(|(.., is_hostile)| *is_hostile);
            assert_eq!(found, None, "{form:?}: {line}");
        }
    }
    let html = write(&portfolio, Form::Html(Accent::USUAL));
    for token in Tokenizer::new(html.as_str()) {
        if let Token::StartTag(tag) = token.unwrap() {
            let name = String::from_utf8_lossy(&tag.name).into_owned();
            assert!(!["script", "img", "iframe", "object", "form", "link"].contains(&name.as_str()), "{name}");
            for attribute in tag.attributes.keys() {
                let attribute = String::from_utf8_lossy(attribute).into_owned();
                assert!(!attribute.starts_with("on") && attribute != "style", "{name} {attribute}");
            }
        }
    }
    let rows = write(&portfolio, Form::Csv(Dialect::RFC_4180));
    let mut rows = csv::Reader::from_reader(rows.trim_start_matches('\u{feff}').as_bytes());
    for row in rows.records() {
        for cell in &row.unwrap() {
            assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']) || cell.parse::<i32>().is_ok(), "{cell}");
        }
    }
}

#[test]
fn every_form_has_every_plan() {
    let base = embedded::knowledge();
    let pieces = Pieces::of(&base);
    let mut plans = journeys(&base);
    // More than stand in one table, and more than are drawn.
    while plans.len() < 450 {
        plans.extend(journeys(&base));
    }
    for (number, (file, answers)) in plans.iter_mut().enumerate() {
        *file = format!("p{number:03}.toml");
        answers.title = format!("Journey{number:03}x");
    }
    let portfolio = portfolio(&pieces, &plans);
    for form in Form::ALL {
        let text = write(&portfolio, form).replace('\\', "");
        for (file, answers) in &plans {
            assert!(text.contains(&answers.title) && text.contains(file.as_str()), "{form:?}: {}", answers.title);
        }
    }
    let map = HeatMap::of(&portfolio).unwrap();
    assert_eq!(
        (map.rows.len(), map.rest.as_ref().map(|(plans, _)| *plans)),
        (MOST_DRAWN, Some(plans.len() - MOST_DRAWN))
    );
    let html = write(&portfolio, Form::Html(Accent::USUAL));
    assert!(html.contains(&format!("{} other plans", plans.len() - MOST_DRAWN)), "the rest is summed");
    assert_eq!(html.matches("<svg class=\"heat\"").count(), 2, "the heads stand above every fifty rows");
    let rows = write(&portfolio, Form::Csv(Dialect::RFC_4180));
    let mut rows = csv::Reader::from_reader(rows.trim_start_matches('\u{feff}').as_bytes());
    let kinds: Vec<String> = rows.records().map(|row| row.unwrap()[0].to_owned()).collect();
    assert_eq!(kinds.iter().filter(|kind| *kind == "plan").count(), plans.len());
    assert_eq!(kinds.iter().filter(|kind| *kind == "shared gap").count(), portfolio.shared_gaps().len());
}

/// The page allows its own style and nothing else, and its picture takes its colours from it.
#[test]
fn the_page_loads_and_runs_nothing() {
    let base = embedded::knowledge();
    let pieces = Pieces::of(&base);
    let html = write(&portfolio(&pieces, &journeys(&base)), Form::Html(Accent::USUAL));
    assert!(html.contains("content=\"default-src 'none'; style-src 'sha256-"));
    assert!(html.contains("<svg class=\"heat\"") && html.contains("class=\"heat-5\""));
    for media in ["prefers-color-scheme: dark", "@media print"] {
        assert!(html.contains(media), "{media}");
    }
    for loads in ["<script", " src=", "url(", "@import", "xlink"] {
        assert!(!html.contains(loads), "{loads}");
    }
}
