//! `verify`: an exported decision, today and after the facts have changed.

use super::run::{Desk, EARLIER, TODAY};

const CARRIERS: [&str; 4] = ["markdown", "html", "json", "adr"];

/// A plan for outbound marketing as it was.
const LEADS: &str = r#"
title = "Leads"
[answers]
lead-creation = { chosen = ["yes"], importance = "must" }
"#;

#[test]
fn a_decision_holds_while_the_facts_do() {
    let desk = Desk::new();
    for format in CARRIERS {
        desk.put("decision", &desk.run(&["advise", "plan.toml", "--format", format]).done());
        assert_eq!(
            desk.run(&["verify", "decision"]).done(),
            "The decision holds.\n\
             On 24 November 2026, with edition test: real-time marketing.\n\
             Now, with edition test: real-time marketing.\n"
        );
    }
}

#[test]
fn a_decision_falls_when_its_facts_change() {
    let desk = Desk::new().on(EARLIER);
    desk.put("leads.toml", LEADS);
    for format in CARRIERS {
        desk.put(format, &desk.run(&["advise", "leads.toml", "--format", format]).done());
    }
    let desk = desk.on(TODAY);
    for format in CARRIERS {
        let ran = desk.run(&["verify", format]);
        assert_eq!((ran.code, ran.err.as_str()), (6, ""), "{format}");
        insta::allow_duplicates! { insta::assert_snapshot!("verify-no-longer-holds", ran.out) };
    }
    let ran = desk.run(&["verify", "html", "--format", "json"]);
    assert_eq!(ran.code, 6);
    let found: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(found["finding"], "no-longer-holds");
}

#[test]
fn a_decision_may_hold_with_a_smaller_margin() {
    let desk = Desk::new();
    let json = desk.run(&["advise", "plan.toml", "--format", "json"]).done();
    let margin = json.lines().find(|line| line.trim_start().starts_with("\"margin\"")).unwrap().to_owned();
    desk.put("decision.json", &json.replace(&margin, "  \"margin\": 99999,"));
    // It holds, so the exit code is that of a decision that holds; which of both it is, the finding says.
    let found = desk.run(&["verify", "decision.json", "--format", "json"]).done();
    assert!(found.contains("\"finding\": \"smaller-margin\""), "{found}");
    let out = desk.run(&["verify", "decision.json"]).done();
    assert!(out.starts_with("The decision holds with a smaller margin: "), "{out}");
    assert!(out.contains(" points instead of 99,999.\n"), "{out}");
}

/// What is said about another day names that day, and not today.
#[test]
fn a_decision_can_be_verified_for_another_day() {
    let desk = Desk::new();
    desk.put("decision.md", &desk.run(&["advise", "plan.toml", "--format", "markdown"]).done());
    let on = |day: &str| desk.run(&["verify", "decision.md", "--as-of", day]);
    assert_eq!(
        on("today").done(),
        "The decision holds.\nOn 24 November 2026, with edition test: real-time marketing.\n\
         Now, with edition test: real-time marketing.\n"
    );
    let ran = on("2023-06-15");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let headline = "For 15 June 2023, the decision holds";
    let advised = "\nFor 15 June 2023, with edition test: real-time marketing.\n";
    assert!(ran.out.starts_with(headline) && ran.out.contains(advised), "{}", ran.out);
    let said: String = ran.out.lines().take(3).collect();
    for word in ["Now", " now", "today"] {
        assert!(!said.contains(word), "{word}: {}", ran.out);
    }
    desk.put("leads.toml", LEADS);
    desk.put("leads.md", &desk.run(&["advise", "leads.toml", "--format", "markdown"]).out);
    let ran = desk.run(&["verify", "leads.md", "--as-of", "2022-12-15"]);
    assert_eq!(ran.code, 6, "{}", ran.out);
    assert!(ran.out.starts_with("For 15 December 2022, the decision does not hold.\n"), "{}", ran.out);
}

#[test]
fn an_exported_article_day_stays_the_article_day() {
    let desk = Desk::new();
    desk.put("decision.md", &desk.run(&["advise", "other.toml", "--as-of", "article", "--format", "markdown"]).out);
    assert!(desk.run(&["verify", "decision.md"]).done().starts_with("The decision holds.\n"));
}

/// Advice for an earlier day may hold, but nobody is told to build in what is gone without being told so.
#[test]
fn what_was_advised_for_an_earlier_day_and_is_gone_is_told() {
    let desk = Desk::new().embedded();
    desk.put("plan.toml", include_str!("../personas/s04-newsletter-to-lists.toml"));
    let advised = |day: &str| desk.run(&["advise", "plan.toml", "--as-of", day, "--format", "markdown"]).out;
    desk.put("decision.md", &advised("article"));
    let said = desk.run(&["verify", "decision.md"]).done();
    let gone = "Outbound marketing was removed in May 2026. Nothing can be built in it today.";
    assert!(said.starts_with("The decision holds.\n") && said.contains(gone), "{said}");
    desk.put("decision.md", &advised("today"));
    assert!(!desk.run(&["verify", "decision.md"]).out.contains(gone));
}

#[test]
fn what_carries_no_decision_is_refused() {
    let desk = Desk::new();
    let refused = |name: &str| {
        format!(
            "error: `{name}` carries no decision\n\
             help: verify reads what `advise` wrote with `--format markdown`, `html`, `json` or `adr`\n"
        )
    };
    desk.put("decision.csv", &desk.run(&["advise", "plan.toml", "--format", "csv"]).done());
    for name in ["plan.toml", "decision.csv"] {
        assert_eq!(desk.run(&["verify", name]).failed(3), refused(name));
    }
    desk.put("huge.json", &"{\"answers\":".repeat(200_000));
    assert_eq!(desk.run(&["verify", "huge.json"]).failed(3), refused("huge.json"));
}

#[test]
fn answers_that_the_knowledge_no_longer_has_are_shown() {
    let desk = Desk::new();
    let json = desk.run(&["advise", "plan.toml", "--format", "json"]).done();
    desk.put("decision.json", &json.replace("reaction-time = ", "reaction-tyme = "));
    let message = desk.run(&["verify", "decision.json"]).failed(3);
    assert!(message.ends_with("error: `the answers in decision.json` has 1 error\n"), "{message}");
}

/// A document made at an earlier day names the dated facts that changed the decision, by the knowledge of the program.
#[test]
fn a_document_of_an_earlier_day_names_the_dated_facts_that_changed_it() {
    let desk = Desk::new().embedded().on(EARLIER);
    let earlier = "title = \"Leads\"\n[answers]\nscope = { chosen = [\"leads\"] }\n\
                   lead-work = { chosen = [\"create-lead\"], importance = { create-lead = \"must\" } }\n";
    desk.put("leads.toml", earlier);
    let made = desk.run(&["advise", "leads.toml", "--format", "html", "-o", "leads.html"]);
    assert_eq!(made.code, 0, "{}", made.err);
    let desk = desk.on(TODAY);
    let ran = desk.run(&["verify", "leads.html"]);
    insta::assert_snapshot!("verify-an-earlier-day", format!("exit code {}\n{}{}", ran.code, ran.out, ran.err));
}

#[test]
fn an_edition_that_was_mended_is_told_by_its_hash() {
    let desk = Desk::new();
    let json = desk.run(&["advise", "plan.toml", "--format", "json"]).done();
    let hash = json.lines().find(|line| line.trim_start().starts_with("\"hash\"")).unwrap().to_owned();
    desk.put("decision.json", &json.replace(&hash, "    \"hash\": \"00\""));
    assert_eq!(
        desk.run(&["verify", "decision.json"]).done(),
        "The decision holds.\n\
         On 24 November 2026, with edition test: real-time marketing.\n\
         Now, with edition test: real-time marketing.\n\
         Edition test of the knowledge has been mended since.\n"
    );
    desk.put(
        "older.json",
        &json.replace(&format!("{hash}\n"), "").replace("\"facts_until\": null,", "\"facts_until\": null"),
    );
    assert!(desk.run(&["verify", "older.json"]).done().starts_with("The decision holds.\n"));
}

#[test]
fn answers_to_another_edition_are_replayed_with_the_differences() {
    let desk = Desk::new();
    let other = "title = \"Spring\"\nedition = \"2019-05\"\n[answers]\nfax = [\"yes\"]\n\
                 message-channels = { chosen = [\"sms\", \"telegram\"], importance = \"must\" }\nreaction-time = [\"at-once\"]\n";
    desk.put("old.toml", other);
    let ran = desk.run(&["advise", "old.toml"]);
    assert_eq!((ran.code, ran.out.is_empty()), (0, false));
    insta::assert_snapshot!("advise-another-edition", ran.err);
}
