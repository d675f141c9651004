//! The commands around the advice: compare, schema, completions, man.

use super::run::Desk;

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
fn what_is_found_can_be_narrowed() {
    let desk = Desk::new().embedded();
    let ids = |arguments: &[&str]| -> Vec<String> {
        let out = desk.run(&[&["search", "--format", "json"], arguments].concat()).done();
        let found: serde_json::Value = serde_json::from_str(&out).unwrap();
        let results = found["results"].as_array().unwrap();
        results.iter().map(|result| result["id"].as_str().unwrap().to_owned()).collect()
    };
    let has = |arguments: &[&str], id: &str| ids(arguments).contains(&id.to_owned());
    assert!(has(&["no", "percentage", "split", "--as-of", "article"], "rt-no-percentage-split"));
    assert!(!has(&["no", "percentage", "split", "--as-of", "today"], "rt-no-percentage-split"));
    assert!(has(&["no", "percentage", "split", "--lifted"], "rt-no-percentage-split"));
    assert!(has(&["lead", "--topic", "leads", "--kind", "capability"], "lead-scoring"));
    assert!(!has(&["lead", "--topic", "email"], "lead-scoring"));
    assert!(ids(&["lead", "--severity", "blocker"]).iter().all(|id| id.starts_with("rt-") || id.starts_with("ob-")));
    assert_eq!(
        desk.run(&["search", "lead", "--topic", "lead"]).failed(2),
        "error: there is no topic `lead`\nhelp: did you mean `leads`?\n"
    );
}

#[test]
fn an_entry_is_shown_as_it_is_on_a_day() {
    let desk = Desk::new().embedded();
    let shown = |id: &str, day: &str| desk.run(&["show", id, "--as-of", day]).done();
    assert!(shown("rt-no-percentage-split", "article").contains("\nBy the article, December 2022: holds.\n"));
    assert!(shown("rt-no-percentage-split", "2026-11-24").contains("\nToday, 24 November 2026: does not hold.\n"));
    assert!(shown("outbound-removed", "article").contains("\nBy the article, December 2022: is still to come.\n"));
    assert!(
        shown("split-by-share", "article")
            .contains("\nBy the article, December 2022: real-time not supported; outbound built in.\n")
    );
    let without = "\n    No workaround is known for that day.\n";
    assert!(shown("rt-no-ready-messenger", "2022-09-30").contains(without));
    assert!(!shown("rt-no-ready-messenger", "2022-10-01").contains(without));
    let both = shown("rt-no-mms", "2022-10-01");
    assert!(
        both.contains("    Workaround, until April 2023 (a marketer, some hours): ")
            && both.contains("    Workaround, since April 2023 (a marketer, some hours): "),
        "{both}"
    );
    let json = desk.run(&["show", "split-by-share", "--as-of", "article", "--format", "json"]).done();
    let shown: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(shown["on_the_day"]["support"]["real-time"], "none");
    assert!(!desk.run(&["show", "split-by-share"]).done().contains("\nOn "));
}

#[test]
fn schemas_are_those_of_the_repository() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["schema", "advice"]).done(), include_str!("../../../schemas/advice.schema.json"));
    assert_eq!(desk.run(&["schema", "brief"]).done(), include_str!("../../../schemas/brief.schema.json"));
    assert_eq!(desk.run(&["schema", "knowledge"]).done(), include_str!("../../../knowledge/schema.json"));
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

#[test]
fn a_file_of_knowledge_that_is_no_utf8_does_not_hide_what_is_wrong_in_others() {
    let desk = Desk::new().embedded();
    let small = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small");
    std::fs::create_dir_all(desk.path("own/topics")).unwrap();
    for name in ["advisor.toml", "sources.toml", "topics/channels.toml", "topics/leads.toml"] {
        let mut bytes = std::fs::read(small.join(name)).unwrap();
        bytes.extend(if name == "topics/leads.toml" { &b"\n# caf\xe9\n"[..] } else { b"" });
        bytes.extend(if name == "sources.toml" { &b"\nnothing = \n"[..] } else { b"" });
        std::fs::write(desk.path("own").join(name), bytes).unwrap();
    }
    let ran = desk.run(&["check", "--knowledge", "own"]);
    assert_eq!(ran.code, 3, "{ran:?}");
    for said in ["error[K001]: this is not UTF-8 text", "own/topics/leads.toml:", "own/sources.toml:"] {
        assert!(ran.err.contains(said) || ran.out.contains(said), "{said}: {ran:?}");
    }
}

#[test]
fn two_plans_for_different_days_are_not_said_to_differ_in_their_answers() {
    let desk = Desk::new().embedded();
    let plan =
        |day: &str| format!("as-of = \"{day}\"\n[answers]\nscope = [\"leads\"]\nlead-work = [\"create-lead\"]\n");
    desk.put("then.toml", &plan("article"));
    desk.put("now.toml", &plan("today"));
    let out = desk.run(&["compare", "then.toml", "now.toml"]).done();
    let note = "The two plans are judged by the facts of different days, so the same answer can\ncount differently.";
    assert!(out.contains(note), "{out}");
    assert!(out.contains("the same in both: \"") && !out.contains("first: \""), "{out}");
}

#[test]
fn for_an_unknown_entry_only_near_ones_are_proposed() {
    let desk = Desk::new().embedded();
    let help = |id: &str| {
        let failed = desk.run(&["show", id]).failed(2);
        let (error, help) = failed.split_once('\n').unwrap();
        assert_eq!(error, format!("error: there is no entry `{id}`"));
        help.to_owned()
    };
    assert_eq!(help("lead-scorin"), "help: did you mean `lead-scoring` (Score leads by profile and behaviour)?\n");
    assert_eq!(
        help("Put a QR code in an email"),
        "help: did you mean `email-qr-code` (Put a QR code into an email)?\n"
    );
    for far in ["nosuch", "banana", "x", "sms", "marketing automation"] {
        assert_eq!(help(far), "help: `journey-advisor search WORDS` finds entries with their ids\n", "{far}");
    }
    assert!(help("rt-no-xxxx-yyyy").matches('`').count() <= 6);
}
