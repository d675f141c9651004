//! Lines of JSON about many plans.

use journey_advisor::advise::analysis;
use journey_advisor::advise::timeline::then_and_now;
use journey_advisor::embedded;
use journey_advisor::export::Extent;
use journey_advisor::export::json::{Given, add_line};
use journey_advisor::model::answers::Answers;
use serde_json::Value;

use crate::support::documents::today;

#[test]
fn a_line_in_full_says_on_what_the_advice_stands_and_one_in_brief_does_not() {
    let (base, answers) = (embedded::knowledge(), Answers::default());
    let as_of = base.as_of("today", today()).unwrap();
    let facts = base.at(as_of);
    let (verdict, analysis) = &analysis::advise(&facts, &answers);
    let verdicts = then_and_now(&base, &answers, as_of, today());
    let given =
        Given { facts: &facts, answers: &answers, verdict, analysis, then_and_now: &verdicts, today: today().into() };
    let mut lines = Vec::new();
    for extent in [Extent::Brief, Extent::Full] {
        add_line(&given, "plan.toml", extent, &mut lines);
    }
    let lines = String::from_utf8(lines).unwrap();
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.iter().map(|line| line.get("answers").is_some()).collect::<Vec<_>>(), [false, true]);
    assert!(lines.iter().all(|line| line["file"] == "plan.toml"));
}
