//! From the removal of an area on, nothing shows its levels and limitations as if they were still to be had.

mod advice;

use std::process::Command;

use journey_advisor::app::keymap::Keymap;
use journey_advisor::app::plan::{Access, Plan};
use journey_advisor::app::screen::search::SharedIndex;
use journey_advisor::app::{App, Look, Opened, Session, Setup};
use journey_advisor::embedded;
use journey_advisor::export::text;
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::knowledge::entry::Entry;
use journey_advisor::model::alternative::Side;
use journey_advisor::model::answers::Answers;
use journey_advisor::model::date::Day;
use journey_advisor::plain::Plain;
use journey_advisor::report::page::{Block, Page, Support};
use journey_advisor::report::question;
use journey_advisor::theme::Catalogue;
use journey_advisor::theme::depth::Depth;

/// The first day without outbound, the days around it, and much later.
const GONE: [&str; 4] = ["2026-05-01", "2026-05-02", "2026-11-28", "2031-01-01"];

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn plan<'k>(base: &'k KnowledgeBase, today: &str) -> Plan<'k> {
    Plan::new(base, Answers::default(), day(today), Access::Free)
}

#[test]
fn a_page_of_facts_says_with_each_level_of_a_removed_area_that_it_is_gone() {
    let base = embedded::knowledge();
    for today in GONE {
        let plan = plan(&base, today);
        let is_outbound = |key| base.limitations[key].side == Side::Second;
        let entries = Entry::all(&base).filter(|entry| match entry {
            Entry::Limitation(key) | Entry::Workaround(key, _) => is_outbound(*key),
            _ => true,
        });
        let entries = entries.map(|entry| plan.entry_page(entry));
        let choices = base.questions.iter().flat_map(|(_, question)| question.choices.iter());
        let cards = choices.map(|choice| question::choice(&plan.facts, choice, &[]));
        for page in entries.chain(cards) {
            for block in blocks(&page) {
                assert!(!is_alive(block), "{today}: {}: {block:?}", page.title);
            }
        }
    }
}

fn blocks(page: &Page) -> impl Iterator<Item = &Block> {
    page.sections.iter().flat_map(|section| &section.blocks)
}

/// Whether a part shows a level or a limitation of outbound as if it were to be had.
fn is_alive(block: &Block) -> bool {
    match block {
        Block::Support(Support { side: Side::Second, line, .. }) => {
            let text = text::line(line);
            !has_ended(&text) && !text.contains(", removed in ")
        }
        Block::Limit { side: Some(Side::Second), item, .. } => !text::line(&item.line).contains("removed in"),
        Block::Paragraph(line) => text::line(line).ends_with(": holds."),
        _ => false,
    }
}

/// Whether a level had ended by itself, or is said to have ended with the area.
fn has_ended(text: &str) -> bool {
    let level = text.split(". ").next().unwrap_or_default();
    level.contains(" until ") || level.contains(" to ")
}

#[test]
fn a_limitation_of_a_removed_area_no_longer_matters_and_one_of_the_other_still_does() {
    let base = embedded::knowledge();
    let plan = plan(&base, "2026-11-28");
    let sentence = "Outbound marketing was removed in May 2026, so this no longer matters.";
    for (key, limitation) in base.limitations.iter() {
        let page = plan.entry_page(Entry::Limitation(key));
        let says_so = text::write(&page).split_whitespace().collect::<Vec<_>>().join(" ").contains(sentence);
        assert_eq!(says_so, limitation.side == Side::Second, "{}", limitation.id);
    }
}

#[test]
fn before_its_removal_an_area_is_said_to_be_there() {
    let base = embedded::knowledge();
    for (today, said) in [("2022-12-01", ""), ("2024-06-01", ", closing"), ("2026-04-30", ", closed to anything new")] {
        let plan = plan(&base, today);
        for key in base.capabilities.keys() {
            for block in blocks(&plan.entry_page(Entry::Capability(key))) {
                let Block::Support(Support { side: Side::Second, line, .. }) = block else { continue };
                let text = text::line(line);
                assert!(!text.contains("until its removal") && !text.contains("removed in May 2026"), "{text}");
                assert!(text.contains(said) || has_ended(&text), "{text}");
            }
        }
    }
}

/// The interview line by line, on a day after the removal.
fn plain(base: &KnowledgeBase) -> Plain<'_> {
    let catalogue = Catalogue::new(Vec::new());
    let theme = catalogue.theme("terminal").0.unwrap();
    let look = Look { catalogue, theme, depth: Depth::None, ascii: true, mouse: false };
    let (opened, index) = (Opened::blank(Session::New), SharedIndex::default());
    let setup = Setup { today: day("2026-11-28"), opened, look, keymap: Keymap::default(), index };
    Plain::new(App::new(base, setup))
}

#[test]
fn the_lines_for_screen_readers_say_that_an_area_is_gone() {
    let base = embedded::knowledge();
    let mut plain = plain(&base);
    let found = plain.line("search no automatic choice of channel in outbound").text.replace('\n', " ");
    let state = "a limit of outbound marketing (removed in May 2026)";
    assert!(found.split_whitespace().collect::<Vec<_>>().join(" ").contains(state), "{found}");
    for capability in ["forward-to-friend", "landing-page"] {
        plain.line(&format!("search {capability}"));
        let shown = plain.line("show 1").text;
        assert!(shown.contains("until its removal in May"), "{shown}");
    }
}

fn run(arguments: &[&str]) -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_journey-advisor"))
        .args(arguments)
        // 28 November 2026.
        .env("SOURCE_DATE_EPOCH", "1795824000")
        .output()
        .unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

#[test]
fn what_the_command_line_finds_says_that_an_area_is_gone() {
    for day in ["today", "2026-05-01", "2027-01-01"] {
        let found = run(&["search", "--as-of", day, "--kind", "capability", "--limit", "9999", ""]);
        let levels = ["built in", "partly", "by a workaround", "not supported", "unknown"]
            .map(|level| format!("Outbound {level}"));
        let mut seen = 0;
        for line in found.lines().filter(|line| levels.iter().any(|level| line.contains(level))) {
            assert!(line.ends_with(" (removed in May 2026)"), "{line}");
            seen += 1;
        }
        assert!(seen > 100, "{seen}");
    }
    let limits = run(&["search", "--kind", "limitation", "--alternative", "outbound", "--limit", "9999", ""]);
    for line in limits.lines().filter(|line| line.starts_with("    limitation ")) {
        assert!(line.ends_with("Outbound marketing was removed in May 2026, so this no longer matters."), "{line}");
    }
    let json: serde_json::Value = serde_json::from_str(&run(&["search", "--format", "json", "survey"])).unwrap();
    for result in json["results"].as_array().unwrap() {
        match (result["kind"].as_str().unwrap(), result["id"].as_str().unwrap().starts_with("ob-")) {
            ("capability", _) => assert_eq!(result["availability"]["real-time"], "available", "{result}"),
            ("question", _) => assert!(result.get("availability").is_none(), "{result}"),
            (_, true) => assert_eq!(result["availability"]["outbound"], "removed", "{result}"),
            _ => {}
        }
    }
}

#[test]
fn an_entry_is_shown_as_it_stands_today() {
    let shown = |id: &str| run(&["show", id]);
    let text = shown("survey-in-message");
    let today = "\nToday, 28 November 2026: real-time built in; outbound removed in May 2026";
    assert!(text.contains(today) && text.contains("(built\nin until then).\n"), "{text}");
    let whole = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        whole.contains("Outbound marketing: built in ") && whole.contains(", until its removal in May 2026"),
        "{text}"
    );
    let limit = shown("ob-email-only");
    let gone = "Today, 28 November 2026: Outbound marketing was removed in May 2026, so this no\nlonger matters.\n";
    assert!(limit.contains(gone), "{limit}");
    assert!(shown("outbound-removed").contains("\nToday, 28 November 2026: has happened.\n"));
    let json: serde_json::Value =
        serde_json::from_str(&run(&["show", "survey-in-message", "--format", "json"])).unwrap();
    assert_eq!(json["today"]["as_of"], "2026-11-28");
    assert_eq!(json["today"]["support"]["outbound"], "native");
    assert_eq!(json["today"]["availability"]["outbound"], "removed");
    assert!(json.get("on_the_day").is_none());
}
