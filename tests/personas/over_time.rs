//! The same answers on different days: each change of advice has a dated fact behind it, and the report names it.

use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::knowledge::facts::Facts;
use journey_advisor::model::alternative::Side;
use journey_advisor::model::date::{Day, PartialDate};
use journey_advisor::model::verdict::{AsOf, Requirement, Verdict};
use journey_advisor::report::Report;

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
            let gone = lived(&base, earlier.day, later.day) && report_then.notice.is_some();
            assert!(named > 0 || gone, "{name} between {} and {}", pair[0], pair[1]);
        }
    }
    assert!(tried > 30, "{tried}");
}
