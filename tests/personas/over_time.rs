//! The same answers on different days: each change of advice has a dated fact behind it, and the report names it.

use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::knowledge::facts::Facts;
use journey_advisor::model::alternative::Side;
use journey_advisor::model::date::{Day, PartialDate};
use journey_advisor::model::verdict::{AsOf, Requirement, Verdict};
use journey_advisor::report::{Report, words};

use crate::plan::{TODAY, advice, answers, day, knowledge, names};

/// The days on which all plans are judged.
const DAYS: [&str; 5] = ["2022-06-01", "2023-06-01", "2024-06-01", "2025-01-01", TODAY];

fn plainly(text: &str) -> AsOf {
    AsOf { day: day(text), basis: None }
}

/// The requirements whose support changed between two days, with the side on which it did.
fn changed<'v>(earlier: &Verdict, later: &'v Verdict) -> Vec<(&'v Requirement, Side)> {
    let pairs = later.requirements.iter().zip(&earlier.requirements);
    let differing = pairs.flat_map(|(now, before)| {
        Side::BOTH.into_iter().filter(|side| now.levels[*side] != before.levels[*side]).map(move |side| (now, side))
    });
    differing.collect()
}

/// The day since when the support of a requirement is as it is.
fn since(facts: &Facts<'_>, requirement: &Requirement, side: Side) -> Option<Day> {
    facts.support(requirement.capability, side)?.period.from.map(PartialDate::first_day)
}

/// Whether a step in the life of an alternative lies between two days.
fn lived(base: &KnowledgeBase, earlier: Day, later: Day) -> bool {
    Side::BOTH
        .into_iter()
        .any(|side| base.alternatives[side].availability(earlier) != base.alternatives[side].availability(later))
}

fn names_change(report: &Report, requirement: &Requirement, side: Side) -> bool {
    report.changes.iter().any(|change| {
        change.number == requirement.number && change.side == side && change.since.is_some() && !change.cited.is_empty()
    })
}

#[test]
fn every_changed_level_has_a_date_between_the_two_days() {
    let base = knowledge();
    for name in names() {
        let answers = answers(&base, &name);
        for pair in DAYS.windows(2) {
            let [earlier, later] = [pair[0], pair[1]].map(plainly);
            let [(before, ..), (after, ..)] = [earlier, later].map(|as_of| advice(&base, &answers, as_of, later.day));
            for (requirement, side) in changed(&before, &after) {
                let since = since(&base.at(later), requirement, side).unwrap();
                assert!(earlier.day < since && since <= later.day, "{name}: {:?} {since}", requirement.number);
            }
        }
    }
}

/// Whether the advice itself says what cannot be had.
fn tells_what_is_gone(base: &KnowledgeBase, report: &Report, at: AsOf) -> bool {
    let notices = words::notices(base, at.day, at.day);
    let said = |notice: &String| report.decision.reason.contains(notice) || report.decision.notices.contains(notice);
    !notices.is_empty() && notices.iter().all(said)
}

#[test]
fn advice_for_an_earlier_day_says_beside_the_advice_what_is_gone_by_now() {
    let base = knowledge();
    let today = day(TODAY);
    let mut days: Vec<AsOf> = DAYS.map(plainly).into();
    days.push(base.as_of("article", today).unwrap());
    for (name, at) in names().iter().flat_map(|name| days.iter().map(move |at| (name, *at))) {
        let (_, _, report) = advice(&base, &answers(&base, name), at, today);
        let said = format!("{}\n{}", report.decision.reason, report.decision.notices.join("\n"));
        assert_eq!(said.matches("Outbound marketing was removed in May 2026.").count(), 1, "{name} {}: {said}", at.day);
        let earlier = at.day < day("2026-05-01");
        assert_eq!(said.contains("Nothing can be built in it today."), earlier, "{name} {}: {said}", at.day);
    }
}

#[test]
fn every_change_of_advice_is_explained_by_a_dated_fact_that_the_report_names() {
    let base = knowledge();
    let mut tried = 0;
    for name in names() {
        let answers = answers(&base, &name);
        for pair in DAYS.windows(2) {
            let [earlier, later] = [pair[0], pair[1]].map(plainly);
            let (before, _, report) = advice(&base, &answers, earlier, later.day);
            let (after, _, report_then) = advice(&base, &answers, later, later.day);
            if before.recommendation == after.recommendation {
                continue;
            }
            tried += 1;
            let changed = changed(&before, &after);
            let named = changed.iter().filter(|(requirement, side)| names_change(&report, requirement, *side)).count();
            let gone = lived(&base, earlier.day, later.day) && tells_what_is_gone(&base, &report_then, later);
            assert!(named > 0 || gone, "{name} between {} and {}", pair[0], pair[1]);
        }
    }
    assert!(tried > 30, "{tried}");
}
