//! The commands around the advice: compare, schema, completions, man.

use crate::run::Desk;

#[test]
fn two_plans_are_compared_answer_by_answer() {
    let desk = Desk::new();
    insta::assert_snapshot!("compare-two-plans", desk.run(&["compare", "plan.toml", "other.toml"]).done());
    insta::assert_snapshot!("compare-with-itself", desk.run(&["compare", "plan.toml", "plan.toml"]).done());
}

#[test]
fn the_parts_of_a_comparison_sum_to_the_whole() {
    let desk = Desk::new();
    let out = desk.run(&["compare", "plan.toml", "other.toml", "--format", "json"]).done();
    let compared: serde_json::Value = serde_json::from_str(&out).unwrap();
    let parts = compared["parts"].as_array().unwrap();
    let sum: i64 = parts.iter().map(|part| part["difference"].as_i64().unwrap()).sum();
    assert_eq!(sum, compared["difference"].as_i64().unwrap());
    assert_eq!(sum, compared["margins"][1].as_i64().unwrap() - compared["margins"][0].as_i64().unwrap());
    assert!(parts.len() > 1, "{out}");
}

#[test]
fn schemas_are_those_of_the_repository() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["schema", "advice"]).done(), include_str!("../../schemas/advice.schema.json"));
    assert_eq!(desk.run(&["schema", "knowledge"]).done(), include_str!("../../knowledge/schema.json"));
}

#[test]
fn there_are_completions_for_every_shell() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = desk.run(&["completions", shell]).done();
        assert!(script.contains("journey-advisor") && script.contains("advise"), "{shell}");
    }
}

#[test]
fn there_is_a_manual_page_for_each_command() {
    let desk = Desk::new();
    assert!(desk.run(&["man"]).done().contains(".TH journey-advisor 1"));
    assert!(desk.run(&["man", "advise"]).done().contains("\\-\\-redact"));
    assert_eq!(
        desk.run(&["man", "advice"]).failed(2),
        "error: there is no command `advice`\nhelp: did you mean `advise`?\n"
    );
}
