//! `advise --jsonl`: many plans, one line each.

use std::fmt::Write as _;
use std::time::Instant;

use serde_json::Value;

use crate::run::{Desk, OTHER, PLAN};

fn parsed(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn each_plan_gets_a_line_in_the_order_given() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("plans")).unwrap();
    for (name, text) in [("plans/b.toml", PLAN), ("plans/a.toml", OTHER), ("plans/readme.md", "no plan")] {
        desk.put(name, text);
    }
    let out = desk.run(&["advise", "--jsonl", "other.toml", "plans", "plan.toml"]).done();
    let files: Vec<_> = parsed(&out).iter().map(|line| line["file"].as_str().unwrap().to_owned()).collect();
    assert_eq!(files, ["other.toml", "plans/a.toml", "plans/b.toml", "plan.toml"]);
    let mut alone: Value =
        serde_json::from_str(&desk.run(&["advise", "plan.toml", "--format", "json"]).done()).unwrap();
    let mut line = parsed(&out).pop().unwrap();
    line.as_object_mut().unwrap().remove("file");
    assert!(alone.as_object_mut().unwrap().remove("document").is_some(), "a line has no document in words");
    assert_eq!(line, alone);
}

#[test]
fn plans_with_errors_are_reported_and_skipped() {
    let desk = Desk::new();
    desk.put("bad.toml", "[answers]\nlead-creation = [\"perhaps\"]\n");
    let ran = desk.run(&["advise", "--jsonl", "plan.toml", "bad.toml", "none.toml", "other.toml"]);
    assert_eq!(ran.code, 3);
    assert_eq!(parsed(&ran.out).len(), 2);
    assert!(ran.err.contains("error: `bad.toml` has 1 error\n"), "{}", ran.err);
    assert!(ran.err.ends_with("error: there is no `none.toml`\nhelp: check the name and the folder\n"), "{}", ran.err);
}

#[test]
fn lines_can_be_redacted() {
    let desk = Desk::new();
    let out = desk.run(&["advise", "--jsonl", "--redact", "plan.toml"]).done();
    assert!(!out.contains("Spring") && !out.contains("shop team"), "{out}");
}

/// Prints how long ten thousand plans take, and how long only reading and checking them.
#[test]
#[ignore = "takes a while; prints two times to compare"]
fn ten_thousand_plans() {
    let desk = Desk::new().embedded();
    std::fs::create_dir(desk.path("plans")).unwrap();
    let plan = include_str!("../personas/s13-trade-fair.toml");
    for number in 0..10_000 {
        let mut text = plan.to_owned();
        let _ = writeln!(text, "# {number}");
        desk.put(&format!("plans/{number:05}.toml"), &text);
    }
    let base = journey_advisor::embedded::knowledge().unwrap();
    let begin = Instant::now();
    for number in 0..10_000 {
        let text = desk.get(&format!("plans/{number:05}.toml"));
        let file = journey_advisor::diagnostic::File { path: "plan".to_owned(), text };
        assert!(journey_advisor::answers::read(&file, &base).0.is_some());
    }
    let reading = begin.elapsed();
    let begin = Instant::now();
    let out = desk.run(&["advise", "--jsonl", "plans"]).done();
    let advising = begin.elapsed();
    assert_eq!(out.lines().count(), 10_000);
    println!("reading {reading:?}, advice {advising:?}: {:.1} times", advising.as_secs_f64() / reading.as_secs_f64());
}
