//! The same answers on different days: each change of advice has a dated fact behind it, and the report names it.

use journey_advisor::diagnostic::File;
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::knowledge::facts::Facts;
use journey_advisor::model::alternative::Side;
use journey_advisor::model::date::{Day, PartialDate};
use journey_advisor::model::verdict::{AsOf, Recommendation, Requirement, Verdict};
use journey_advisor::report::{Report, words};

use super::plan::{TODAY, advice, answers, day, knowledge, names, read};

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

/// An event with its website, and forms and events to carry over.
const LEAVING: &str = r#"
[answers]
installation = { chosen = ["in-use"] }
scope = { chosen = ["events", "carry-over"] }
event-needs = { chosen = ["event-form", "event-website"] }
carry-over = { chosen = ["forms-and-events"] }
"#;

/// What had been said by the day stands in the advice, and nothing that was said later.
#[test]
fn advice_for_an_area_that_is_to_end_names_the_end_announced_by_then() {
    const SAID: [&str; 4] = [
        "Microsoft has said that it will be removed one day",
        "Microsoft has announced its end for 30 June 2025",
        "Microsoft is removing it step by step and names no day any more",
        "Microsoft means to have it removed by 31 March 2026",
    ];
    let base = knowledge();
    let answers = read(&base, &File { path: "leaving.toml".to_owned(), text: LEAVING.to_owned() });
    for (at, said, builds) in [
        ("2022-12-15", None, true),
        ("2023-08-15", Some(0), true),
        ("2024-08-19", Some(1), true),
        ("2025-01-15", Some(1), true),
        ("2025-07-01", Some(2), true),
        ("2025-10-15", Some(2), false),
        ("2026-02-15", Some(3), false),
        (TODAY, None, false),
    ] {
        let (verdict, _, report) = advice(&base, &answers, plainly(at), day(TODAY));
        let decision = &report.decision;
        let told = format!("{}\n{}\n{}", decision.headline, decision.reason, decision.notices.join("\n"));
        for (position, sentence) in SAID.iter().enumerate() {
            assert_eq!(told.matches(sentence).count(), usize::from(Some(position) == said), "{at}: {told}");
        }
        let is_outbound = verdict.recommendation == Recommendation::Build(Side::Second);
        assert_eq!(is_outbound, builds, "{at}: {told}");
        if let Some(said) = said.filter(|_| builds) {
            let headline = format!("Build it in outbound marketing only if it may end: {}.", SAID[said]);
            assert_eq!(decision.headline, headline, "{at}");
        }
        assert!(builds || !decision.headline.contains("outbound"), "{at}: {told}");
        assert!(!told.contains("it goes in"), "{at}: what is known since is no announcement: {told}");
    }
}
