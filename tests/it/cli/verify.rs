//! `verify`: an exported decision, today and after the facts have changed.

use super::run::{Desk, EARLIER, TODAY};

const CARRIERS: [&str; 4] = ["markdown", "html", "json", "adr"];

/// A plan for outbound marketing as it was.
const LEADS: &str = r#"
title = "Leads"
[answers]
lead-creation = { chosen = ["yes"], importance = "must" }
"#;

/// A JSON as earlier versions wrote it.
fn without_words(json: &str) -> String {
    let (before, _) = json.split_once(",\n  \"words\": ").unwrap();
    format!("{before}\n}}\n")
}

#[test]
fn a_decision_holds_while_the_facts_do() {
    let desk = Desk::new();
    for format in CARRIERS {
        desk.put("decision", &desk.run(&["advise", "plan.toml", "--format", format]).done());
        assert_eq!(
            desk.run(&["verify", "decision"]).done(),
            "The decision holds.\n\
             Its words are as they were exported.\n\
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
    let json = without_words(&desk.run(&["advise", "plan.toml", "--format", "json"]).done());
    let margin = json.lines().find(|line| line.trim_start().starts_with("\"margin\"")).unwrap().to_owned();
    desk.put("decision.json", &json.replace(&margin, "  \"margin\": 99999,"));
    // It holds, so the exit code is that of a decision that holds; which of both it is, the finding says.
    let found = desk.run(&["verify", "decision.json", "--format", "json"]).done();
    assert!(found.contains("\"finding\": \"smaller-margin\""), "{found}");
    let out = desk.run(&["verify", "decision.json"]).done();
    assert!(out.starts_with("The decision holds, but with a smaller lead than it had."), "{out}");
}

/// What is said about another day names that day, and not today.
#[test]
fn a_decision_can_be_verified_for_another_day() {
    let desk = Desk::new();
    desk.put("decision.md", &desk.run(&["advise", "plan.toml", "--format", "markdown"]).done());
    let on = |day: &str| desk.run(&["verify", "decision.md", "--as-of", day]);
    assert_eq!(
        on("today").done(),
        "The decision holds.\nIts words are as they were exported.\n\
         On 24 November 2026, with edition test: real-time marketing.\n\
         Now, with edition test: real-time marketing.\n"
    );
    let ran = on("2023-06-15");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let headline = "For 15 June 2023, the decision holds";
    let advised = "\nFor 15 June 2023, with edition test: real-time marketing.\n";
    assert!(ran.out.starts_with(headline) && ran.out.contains(advised), "{}", ran.out);
    let said: String = ran.out.lines().take(4).collect();
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
             help: verify reads what `advise` wrote with `--format docx`, `xlsx`, `markdown`, `html`, `json` or `adr`\n"
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
    let json = without_words(&desk.run(&["advise", "plan.toml", "--format", "json"]).done());
    let hash = json.lines().find(|line| line.trim_start().starts_with("\"hash\"")).unwrap().to_owned();
    desk.put("decision.json", &json.replace(&hash, "    \"hash\": \"00\""));
    assert_eq!(
        desk.run(&["verify", "decision.json"]).done(),
        "The decision holds.\n\
         Words not checked: the document does not carry what they were when it was exported.\n\
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

/// Documents of version 0.1.0, before records held words: they are verified as they were then.
#[test]
fn a_document_of_an_earlier_version_is_verified_without_its_words() {
    let desk = Desk::new();
    for (name, text) in [
        ("decision.md", include_str!("../../fixtures/earlier/decision.md")),
        ("decision.adr.md", include_str!("../../fixtures/earlier/decision.adr.md")),
        ("decision.html", include_str!("../../fixtures/earlier/decision.html")),
        ("decision.json", include_str!("../../fixtures/earlier/decision.json")),
    ] {
        desk.put(name, text);
        let said = desk.run(&["verify", name]).done();
        let wanted = "The decision holds.\n\
                      Words not checked: the document does not carry what they were when it was exported.\n\
                      On 24 November 2026, with edition test: real-time marketing.\n";
        assert!(said.starts_with(wanted), "{name}: {said}");
        let json = desk.run(&["verify", name, "--format", "json"]).done();
        assert!(json.contains("\"finding\": \"holds\"") && json.contains("\"words\": \"not-checked\""), "{json}");
    }
}

/// What was edited is named with its line, what stands there and what stood there; the decision is told apart from it.
#[test]
fn a_document_that_was_altered_is_told_apart_from_a_decision_that_holds() {
    let desk = Desk::new();
    let markdown = desk.run(&["advise", "other.toml", "--format", "markdown"]).done();
    let line = markdown.lines().find(|line| line.starts_with("| REQ-02 ")).unwrap();
    let without: Vec<&str> = markdown.lines().filter(|other| *other != line).collect();
    let (first, last) = without.split_at(without.iter().position(|line| line.starts_with("| REQ-01 | Send")).unwrap());
    let altered =
        [first, &[last[0].replace("| not supported |", "| built in |").as_str()], &last[1..]].concat().join("\n");
    desk.put("decision.md", &format!("Dear Jo,\n\n{altered}"));
    let ran = desk.run(&["verify", "decision.md"]);
    assert_eq!((ran.code, ran.err.as_str()), (6, ""));
    insta::assert_snapshot!("verify-altered", ran.out);
    let ran = desk.run(&["verify", "decision.md", "--format", "json"]);
    assert_eq!(ran.code, 6);
    insta::assert_snapshot!("verify-altered-json", ran.out);
}

/// A member that was taken out is named with the one before it.
#[test]
fn a_member_that_was_taken_out_is_named() {
    let desk = Desk::new();
    let json = desk.run(&["advise", "other.toml", "--format", "json"]).done();
    let mut lines: Vec<&str> = json.lines().collect();
    lines.retain(|line| !line.starts_with("  \"margin\": "));
    desk.put("decision.json", &lines.join("\n"));
    // The margin is part of the record itself: without it there is none.
    assert!(desk.run(&["verify", "decision.json"]).failed(3).contains("carries no decision"));
    lines = json.lines().collect();
    lines.retain(|line| !line.starts_with("  \"weight\": "));
    desk.put("decision.json", &lines.join("\n"));
    let ran = desk.run(&["verify", "decision.json"]);
    assert_eq!(ran.code, 6, "{}", ran.err);
    assert!(ran.out.contains("\nAfter `tool`: \"weight: ") && ran.out.contains("\" is missing.\n"), "{}", ran.out);
}

#[test]
fn words_are_not_checked_in_another_form_than_the_exported_one() {
    let desk = Desk::new();
    let markdown = desk.run(&["advise", "plan.toml", "--format", "markdown"]).done();
    let (_, record) = markdown.split_once("<!-- journey").unwrap();
    desk.put("page.html", &format!("<!DOCTYPE html>\n<p>What a converter made of it.</p>\n<!-- journey{record}"));
    let said = desk.run(&["verify", "page.html"]).done();
    let wanted = "Words not checked: the document has another form than the one it was exported in.\n";
    assert!(said.contains(wanted), "{said}");
}

#[test]
fn a_document_with_two_records_is_refused_with_their_lines() {
    let desk = Desk::new();
    let markdown = desk.run(&["advise", "plan.toml", "--format", "markdown"]).done();
    let line = markdown.lines().position(|line| line.starts_with("<!-- journey")).unwrap() + 1;
    desk.put("two.md", &format!("{markdown}{markdown}"));
    let wanted = format!(
        "error: `two.md` carries several decisions, on the lines {line} and {}\nhelp: verify one document at a time\n",
        line + markdown.lines().count()
    );
    assert_eq!(desk.run(&["verify", "two.md"]).failed(3), wanted);
}
