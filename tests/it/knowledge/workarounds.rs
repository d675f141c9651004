//! Workarounds are offered only on days on which they can be done.

use std::collections::BTreeSet;

use journey_advisor::embedded;
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::alternative::Side;
use journey_advisor::model::capability::{Level, Limitation};
use journey_advisor::model::date::{Day, PartialDate};
use journey_advisor::model::verdict::AsOf;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn on(base: &KnowledgeBase, id: &str, text: &str) -> Option<String> {
    let limitation = base.limitations.iter().map(|(_, entry)| entry).find(|entry| entry.id.as_str() == id).unwrap();
    let facts = base.at(AsOf { day: day(text), basis: None });
    assert!(facts.holds(limitation), "{id} on {text}");
    facts.workaround(limitation).map(|workaround| workaround.text.to_string())
}

#[test]
fn each_is_offered_in_its_time() {
    let base = embedded::knowledge();
    for (id, text, wanted) in [
        ("rt-page-changes-no-details", "2022-04-30", None),
        ("rt-page-changes-no-details", "2022-12-01", Some("outbound's subscription center")),
        ("rt-page-changes-no-details", "2025-04-01", Some("filled in beforehand")),
        ("rt-opt-outs-stay-here", "2026-04-30", Some("the outbound subscription center")),
        ("rt-opt-outs-stay-here", "2026-05-01", Some("in real-time only")),
        ("rt-no-ready-messenger", "2022-09-30", None),
        ("rt-no-ready-messenger", "2022-10-01", Some("add-on")),
        ("rt-no-approval", "2024-12-31", None),
        ("rt-no-approval", "2025-01-01", Some("community guide")),
        ("rt-registration-contacts-only", "2023-07-01", Some("custom trigger")),
        ("rt-registration-contacts-only", "2023-09-01", Some("preview step")),
    ] {
        let found = on(&base, id, text);
        let is_as_wanted = match (&found, wanted) {
            (Some(found), Some(wanted)) => found.contains(wanted),
            (None, None) => true,
            _ => false,
        };
        assert!(is_as_wanted, "{id} on {text}: {found:?}");
    }
}

/// What the period says, the text need not.
#[test]
fn none_tells_its_own_dates() {
    let base = embedded::knowledge();
    for (_, limitation) in
        base.limitations.iter().filter(|(_, entry)| entry.id.as_str() != "ob-unsubscribe-links-will-die")
    {
        for workaround in &limitation.workarounds {
            let years = (2017..=2030).map(|year| year.to_string());
            let named: Vec<String> = years.filter(|year| workaround.text.contains(year.as_str())).collect();
            assert!(named.is_empty(), "{}: {}", limitation.id, workaround.text);
        }
    }
}

#[test]
fn none_in_real_time_needs_outbound_after_its_removal() {
    let base = embedded::knowledge();
    let removed = day("2026-05-01");
    // These two tell where old figures lie.
    let about_figures = ["rt-history-twelve-months", "rt-imported-emails-start-at-zero"];
    for (_, limitation) in base.limitations.iter().filter(|(_, entry)| entry.side == base.side("real-time").unwrap()) {
        for workaround in limitation.workarounds.iter().filter(|workaround| workaround.period.contains(removed)) {
            let needs_outbound = workaround.text.to_lowercase().contains("outbound");
            assert!(!needs_outbound || about_figures.contains(&limitation.id.as_str()), "{}", limitation.id);
        }
    }
}

/// The level says that it can be done by other means, so the limitations must not say that there are none.
#[test]
fn where_the_level_is_a_workaround_one_can_be_done() {
    let base = embedded::knowledge();
    let begin = base.facts_from.first_day();
    let periods = base.limitations.iter().flat_map(|(_, limitation)| &limitation.workarounds);
    let ends = periods.flat_map(|workaround| [workaround.period.from, workaround.period.until]).flatten();
    let dates = ends.map(PartialDate::first_day).flat_map(|date| [date.previous(), date]).chain([begin]);
    for date in dates.filter(|date| *date >= begin).collect::<BTreeSet<Day>>() {
        let facts = base.at(AsOf { day: date, basis: None });
        for capability in base.capabilities.keys() {
            for side in Side::BOTH.into_iter().filter(|side| facts.level(capability, *side) == Level::Workaround) {
                let limits: Vec<&Limitation> =
                    facts.limitations(capability, side).into_iter().map(|key| &base.limitations[key]).collect();
                let mut offering = limits.iter().filter(|limitation| !limitation.workarounds.is_empty()).peekable();
                let is_silent = offering.peek().is_none();
                let can_be_done = is_silent || offering.any(|limitation| facts.workaround(limitation).is_some());
                assert!(can_be_done, "{} on {date}: {limits:?}", base.capabilities[capability].id);
            }
        }
    }
}
