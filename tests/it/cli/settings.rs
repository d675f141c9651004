//! What a plan says about itself: who builds it, whether workarounds will do, until when it must run; and what to order for it.

use super::run::Desk;

const ANSWERS: &str = "[answers]\nchannels = { chosen = [\"sms\", \"whatsapp\"], importance = \"must\" }\n";

fn advice(day: &str, settings: &str, more: &[&str]) -> String {
    let desk = Desk::new().embedded();
    desk.put("own.toml", &format!("as-of = \"{day}\"\n{settings}\n{ANSWERS}"));
    let ran = desk.run(&[&["advise", "own.toml"], more].concat());
    assert_eq!(ran.err, "");
    ran.out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn who_is_missing_is_said() {
    let text = advice("2026-11-24", "[plan]\nbuilders = [\"marketer\"]", &[]);
    for words in [
        "Settings: built by marketers.",
        "Real-time marketing cannot do \"Send WhatsApp, Viber or other messenger messages\", which is a must: the workaround needs a partner, and the plan has none.",
        "Real-time marketing has no way that the plan can use: the workaround needs a partner, and the plan has none.",
        "It needs a partner, and the plan has none.",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let text = advice("2026-11-24", "[plan]\nbuilders = [\"developer\"]", &[]);
    assert!(
        text.contains("Workaround: Have a channel of your own built (custom channel) (a developer, some weeks)."),
        "{text}"
    );
    assert!(text.contains("BUILD IT IN REAL-TIME") || text.contains("Build it in real-time marketing."), "{text}");
}

#[test]
fn a_must_that_only_a_workaround_meets_is_not_met_where_none_will_do() {
    let text = advice("2026-11-24", "[plan]\nworkarounds = false", &[]);
    assert!(text.contains("only a workaround reaches it, and the plan takes none"), "{text}");
    assert!(text.contains("Settings: no workarounds."), "{text}");
}

/// Only what had been said by the day counts: no end was named before August 2024, and none from June to November 2025.
#[test]
fn an_area_that_ends_too_soon_cannot_be_had_for_the_plan() {
    let says =
        "Outbound marketing ends too soon: Microsoft has announced its end for 30 June 2025, and the plan runs until";
    for (day, until, is_too_soon) in [
        ("2024-10", "2027", true),
        ("2024-10", "2025-07-01", true),
        ("2024-10", "2025-06-30", false),
        ("2024-10", "2025-06", false),
        ("2024-07", "2027", false),
        ("2025-07", "2027", false),
        ("2026-11-24", "2027", false),
    ] {
        let text = advice(day, &format!("[plan]\nruns-until = \"{until}\""), &[]);
        assert_eq!(text.contains(says), is_too_soon, "{day}, {until}: {text}");
        assert_eq!(text.contains("outlived"), is_too_soon, "{day}, {until}: {text}");
    }
}

#[test]
fn what_to_order_and_what_to_read_next_is_said_in_every_document() {
    for format in ["text", "markdown", "html", "json"] {
        let text = advice("2026-11-24", "", &["--format", format]);
        for words in ["A contract with a provider of text messages", "Set up outbound text messaging"] {
            assert!(text.contains(words), "{format}: {words}");
        }
    }
    let json: serde_json::Value = serde_json::from_str(&advice("2026-11-24", "", &["--format", "json"])).unwrap();
    let provider = json["to_order"].as_array().unwrap().iter().find(|thing| thing["id"] == "text-provider").unwrap();
    assert_eq!(provider["requirements"], serde_json::json!(["REQ-01"]));
    assert_eq!(json["requirements"][0]["read_next"]["source"], "ms-rt-text-messaging-setup");
    assert_eq!(json["settings"], serde_json::json!({ "builders": [], "workarounds": true, "runs_until": null }));
}

#[test]
fn two_plans_that_differ_in_settings_are_said_to() {
    let desk = Desk::new();
    desk.put("own.toml", &desk.get("plan.toml").replace("[answers]", "[plan]\nworkarounds = false\n[answers]"));
    let text = desk.run(&["compare", "plan.toml", "own.toml"]).done();
    assert!(text.contains("The two plans have different settings"), "{text}");
}
