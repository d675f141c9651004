//! The search: ranking, typos, filters and highlights.

use crate::knowledge::entry::{Entry, EntryKind};

use super::{Filter, Index, Standing, matched, search};
use crate::diagnostic::File;
use crate::knowledge::{KnowledgeBase, load};
use crate::model::alternative::Side;
use crate::model::date::Day;

fn base() -> KnowledgeBase {
    let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
    let loaded = load(vec![
        file("advisor.toml", include_str!("../../tests/fixtures/small/advisor.toml")),
        file("sources.toml", include_str!("../../tests/fixtures/small/sources.toml")),
        file("topics/channels.toml", include_str!("../../tests/fixtures/small/topics/channels.toml")),
        file("topics/leads.toml", include_str!("../../tests/fixtures/small/topics/leads.toml")),
    ]);
    loaded.base.unwrap()
}

fn ids(query: &str) -> Vec<String> {
    found(query, &Filter::default())
}

fn found(query: &str, filter: &Filter) -> Vec<String> {
    let base = base();
    search(&Index::of(&base), query, filter).iter().map(|hit| hit.entry.id(&base).to_string()).collect()
}

fn highlighted(query: &str, id: &str) -> Vec<String> {
    let base = base();
    let index = Index::of(&base);
    let hits = search(&index, query, &Filter::default());
    let hit = hits.iter().find(|hit| hit.entry.id(&base).as_str() == id).unwrap();
    let title = hit.entry.title(&base);
    matched(&index, query, hit).into_iter().map(|range| title.get(range).unwrap().to_owned()).collect()
}

#[test]
fn an_exact_title_or_id_comes_first() {
    let base = base();
    let index = Index::of(&base);
    for entry in Entry::all(&base) {
        // A workaround has the id of its limitation, which comes first.
        let id = (entry.kind() != EntryKind::Workaround).then(|| entry.id(&base).to_string());
        let titles = [entry.title(&base).to_owned(), entry.title(&base).to_uppercase()];
        for query in titles.into_iter().chain(id) {
            let hits = search(&index, &query, &Filter::default());
            let is_entry = |hit: &super::Hit| match (entry, hit.entry) {
                (Entry::Workaround(key, _), Entry::Limitation(found)) => key == found,
                (_, found) => found == entry,
            };
            assert!(hits.first().is_some_and(is_entry), "{query}");
        }
    }
}

#[test]
fn words_are_required_in_any_order() {
    assert_eq!(ids("lead step create")[0], "create-lead-step");
    assert_eq!(ids("step journey lead create")[0], "create-lead-step");
    assert_eq!(ids("lead step zebra")[0], "create-lead-step", "what holds the most words, where none holds all");
    assert!(ids("zebra giraffe").is_empty());
}

#[test]
fn a_title_counts_more_than_a_keyword_and_that_more_than_the_body() {
    let order = ids("messages");
    let place = |id: &str| order.iter().position(|found| found == id).unwrap();
    assert!(place("send-sms") < place("send-push"), "{order:?}");
    assert!(place("ob-no-sms") < place("send-push"), "{order:?}");
}

#[test]
fn slips_are_forgiven_by_the_length_of_the_word() {
    assert_eq!(ids("notifcations")[0], "send-push");
    assert_eq!(ids("tetx messgae")[0], "send-sms");
    assert_eq!(ids("facebok"), ["post-social"]);
    assert!(ids("mns").is_empty(), "no slip in three letters");
    assert_eq!(ids("tetx messaeg")[0], ids("text message")[0], "what is meant goes for what is typed");
}

#[test]
fn joined_and_parted_words_find_each_other() {
    for query in ["real-time push", "realtime push", "real time push"] {
        assert_eq!(ids(query)[0], "send-push", "{query}");
    }
}

#[test]
fn abbreviations_are_found_and_garbage_is_not() {
    assert_eq!(ids("crtlead")[0], "create-lead-step");
    for garbage in ["xyzzy", "qwrtz", "zzzz", "jkl", "sdfghj", "\u{0}\u{1b}[31m", "🦀", "..."] {
        let found = ids(garbage);
        assert!(found.is_empty(), "{garbage:?} found {found:?}");
    }
}

#[test]
fn what_matched_is_highlighted_in_the_title() {
    assert_eq!(highlighted("lead", "rt-almost-no-leads"), ["lead"]);
    assert_eq!(highlighted("text mess", "send-sms"), ["text", "mess"]);
    assert_eq!(highlighted("notifcations", "send-push"), ["notifications"]);
    assert_eq!(highlighted("notifiactions", "send-push"), ["notifications"]);
    assert_eq!(highlighted("crtlead", "create-lead-step"), ["Cr", "t", "lead"]);
}

#[test]
fn filters_narrow_by_kind_side_topic_and_day() {
    let day = |text: &str| Day::parse(text).unwrap();
    let standing =
        |standing| Filter { standing: Some(standing), kind: Some(EntryKind::Limitation), ..Filter::default() };
    assert_eq!(found("", &standing(Standing::Holds(day("2022-12-01")))).len(), 3);
    assert_eq!(found("", &standing(Standing::Lifted(day("2024-01-01")))), ["rt-almost-no-leads"]);
    let outbound = Filter { side: Some(Side::Second), kind: Some(EntryKind::Limitation), ..Filter::default() };
    assert_eq!(found("text message", &outbound), ["ob-no-sms"]);
    let held_to_the_end = standing(Standing::Holds(day("2026-11-23")));
    assert!(found("custom channel", &held_to_the_end).contains(&"ob-no-sms".to_owned()));
    let base = base();
    let leads = Filter { topic: Some(base.topics.keys().nth(1).unwrap()), ..Filter::default() };
    assert_eq!(found("", &leads).len(), 6);
    let workarounds = Filter { kind: Some(EntryKind::Workaround), ..Filter::default() };
    assert!(!found("", &workarounds).is_empty());
}

/// Lifted is what held once and no longer does on that day; what never held by then is neither.
#[test]
fn what_was_lifted_is_what_held_before_the_day_and_holds_no_more() {
    let base = base();
    let days = [
        "2021-09-01",
        "2022-12-01",
        "2023-08-31",
        "2023-09-01",
        "2024-06-15",
        "2026-05-01",
        "2026-11-24",
        "2030-01-01",
    ];
    let mut seen = [0, 0];
    for day in days.map(|day| Day::parse(day).unwrap()) {
        for kind in [EntryKind::Limitation, EntryKind::Workaround] {
            let of = |standing| found("", &Filter { standing: Some(standing), kind: Some(kind), ..Filter::default() });
            let (holds, lifted) = (of(Standing::Holds(day)), of(Standing::Lifted(day)));
            for (_, limitation) in base.limitations.iter() {
                let has_entry = kind == EntryKind::Limitation || !limitation.workarounds.is_empty();
                let on = base.alternatives[limitation.side].judged_on(day);
                let ended = limitation.period.until.is_some_and(|until| until.first_day() <= on);
                let id = limitation.id.to_string();
                assert_eq!(lifted.contains(&id), has_entry && ended, "{id} lifted by {day}");
                assert_eq!(holds.contains(&id), has_entry && limitation.period.contains(on), "{id} holds on {day}");
                assert!(!(holds.contains(&id) && lifted.contains(&id)), "{id} on {day}");
            }
            seen = [seen[0] + holds.len(), seen[1] + lifted.len()];
        }
    }
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
}

#[test]
fn nothing_typed_lists_everything() {
    let base = base();
    assert_eq!(ids("  ").len(), Index::of(&base).entries());
}
