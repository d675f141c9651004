//! Workarounds are offered only on days on which they can be done.

use std::collections::BTreeSet;
use std::path::Path;

use journey_advisor::diagnostic::File;
use journey_advisor::embedded;
use journey_advisor::knowledge::{KnowledgeBase, load};
use journey_advisor::model::alternative::Side;
use journey_advisor::model::answers::Answers;
use journey_advisor::model::capability::{Level, Limitation, Severity, Way};
use journey_advisor::model::date::{Day, PartialDate};
use journey_advisor::model::setting::Settings;
use journey_advisor::model::verdict::AsOf;
use journey_advisor::model::work::Builder;

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

/// The first counts that helps with what is at hand, can be done by the people who are there, and is written where it counts.
#[test]
fn of_several_the_first_is_taken_that_can_be_done() {
    let sound = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/knowledge/sound");
    let read = |path: &str| File { path: path.to_owned(), text: std::fs::read_to_string(sound.join(path)).unwrap() };
    let mut files = ["advisor.toml", "sources.toml", "topics/comfort.toml", "topics/trip.toml"].map(read);
    files[3].text = files[3]
        .text
        .replace("limits = [\"night-service\"]", "limits = [\"night-service\", \"request-stop\"]")
        .replace(
            "workaround = \"Take a taxi.\"\nway = \"process\"\nsources = [\"timetable\"]\n",
            "way = \"process\"\nsources = [\"timetable\"]\n\
         [[limitation.workaround]]\ntext = \"Call the driver.\"\nfor = [\"request-stop\"]\nwho = \"marketer\"\n\
         [[limitation.workaround]]\ntext = \"Let a friend drive.\"\nwho = \"partner\"\nsources = [\"rules\"]\n\
         [[limitation.workaround]]\ntext = \"Take a taxi.\"\nwho = \"administrator\"\n",
        );
    let loaded = load(files.to_vec());
    let base = loaded.base.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics));
    let (_, limitation) = base.limitations.iter().next().unwrap();
    let [service, stop] = [0, 1].map(|at| limitation.limits.capabilities()[at]);
    let taken = |preset: &str, capability, builders: &[Builder]| {
        let mut plan = Answers::default();
        plan.settings = Settings { builders: builders.iter().copied().collect(), ..Settings::default() };
        let facts = base.at(base.as_of(preset, day("2021-05-01")).unwrap()).for_plan(&plan);
        facts.workaround_for(limitation, &[capability]).unwrap().text.to_string()
    };
    assert_eq!(taken("today", service, &[]), "Let a friend drive.");
    assert_eq!(taken("today", stop, &[]), "Call the driver.");
    assert_eq!(taken("today", stop, &[Builder::Partner]), "Let a friend drive.");
    assert_eq!(taken("today", service, &[Builder::Administrator]), "Take a taxi.");
    assert_eq!(taken("today", service, &[Builder::Developer]), "Let a friend drive.");
    assert_eq!(taken("opening", service, &[]), "Take a taxi.");
}

/// Who can do it and how long that takes is said of every workaround that matters; what is simply accepted is no work.
#[test]
fn each_that_matters_says_who_and_how_long() {
    let base = embedded::knowledge();
    for (_, limitation) in base.limitations.iter().filter(|(_, entry)| entry.severity >= Severity::Major) {
        for workaround in limitation.workarounds.iter().filter(|one| one.way != Some(Way::Accept)) {
            assert!(workaround.who.is_some() && workaround.effort.is_some(), "{}: {}", limitation.id, workaround.text);
        }
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
