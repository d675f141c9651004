//! What is built in is never praised above a limit that changes the plan: each such limit stands in every format.

use std::collections::BTreeMap;

use journey_advisor::advise::analysis;
use journey_advisor::embedded;
use journey_advisor::export::{Extent, Format};
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::knowledge::facts::Facts;
use journey_advisor::model::answers::Answers;
use journey_advisor::model::arena::Key;
use journey_advisor::model::capability::{Level, Limitation, Severity};
use journey_advisor::model::verdict::{RequirementNumber, Verdict};

use super::said::Said;
use crate::support::documents::{read, root, today, with_document};
use crate::support::generate::{self, Random};

/// What must never stand above a condition without it.
const PRAISE: [&str; 4] =
    ["without gaps", "all built in.", "everything you ask for is built in.", "met with what is built in."];

const DAYS: [&str; 5] = ["article", "2023-06-01", "2024-06-15", "2025-01-01", "today"];

/// The limits in force on the day that change the design of what is built in where it would be built, with the
/// requirements that each concerns.
fn weighty(facts: &Facts<'_>, verdict: &Verdict) -> BTreeMap<Key<Limitation>, Vec<RequirementNumber>> {
    let mut weighty: BTreeMap<_, Vec<RequirementNumber>> = BTreeMap::new();
    for requirement in &verdict.requirements {
        let home = verdict.home(requirement);
        if requirement.levels[home] == Level::Native {
            let limits = facts.limitations(requirement.capability, home).into_iter();
            let limits = limits.filter(|key| facts.base.limitations[*key].severity != Severity::Minor);
            limits.for_each(|key| weighty.entry(key).or_default().push(requirement.number));
        }
    }
    weighty
}

/// Checks every format of a plan; says how many limits there were, and whether one came to a plan without a gap.
fn check(base: &KnowledgeBase, answers: &Answers) -> (usize, bool) {
    let facts = base.at(base.as_of(answers.as_of.as_deref().unwrap(), today()).unwrap());
    let (verdict, _) = analysis::advise(&facts, answers);
    let wanted = weighty(&facts, &verdict);
    let in_gaps: Vec<_> = verdict.gaps.iter().flat_map(|gap| &gap.limitations).collect();
    let alone: BTreeMap<_, _> = wanted.iter().filter(|(key, _)| !in_gaps.contains(key)).collect();
    let listed = verdict.conditions.iter().map(|condition| (&condition.limitation, &condition.requirements));
    assert_eq!(listed.collect::<BTreeMap<_, _>>(), alone);
    assert_eq!(verdict.conditions.len(), alone.len(), "each stands once");
    with_document(base, answers, |document| {
        let in_full = Format::ALL.map(|format| (format, document.write(format, Extent::Full)));
        let brief = (Format::Text, document.write(Format::Text, Extent::Brief));
        for (format, text) in in_full.into_iter().chain([brief]) {
            let said = Said::of(format, &text);
            for key in wanted.keys() {
                let limitation = &base.limitations[*key];
                let workaround = facts.workaround(limitation).map_or("", |workaround| workaround.text.as_str());
                let pieces = [limitation.title.as_str(), workaround].map(str::to_owned);
                assert!(said.states(&pieces), "{} is not in {format:?}:\n{text}", limitation.id);
            }
            let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
            for praise in PRAISE {
                assert!(alone.is_empty() || !flat.contains(praise), "\"{praise}\" in {format:?}:\n{text}");
            }
        }
    });
    (wanted.len(), !wanted.is_empty() && verdict.gaps.is_empty())
}

#[test]
fn every_format_tells_the_limits_of_what_is_built_in_on_plans_of_real_people() {
    let base = embedded::knowledge().unwrap();
    let (mut limits, mut without_gaps) = (0, 0);
    for entry in std::fs::read_dir(root("tests/it/personas")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let mut answers = journey_advisor::answers::read(&read(&path), &base).0.unwrap();
            for day in DAYS {
                answers.as_of = Some(day.to_owned());
                let (found, no_gap) = check(&base, &answers);
                limits += found;
                without_gaps += usize::from(no_gap);
            }
        }
    }
    assert!(limits > 100 && without_gaps > 5, "{limits} {without_gaps}");
}

#[test]
fn every_format_tells_the_limits_of_what_is_built_in_on_any_answers() {
    let base = embedded::knowledge().unwrap();
    let mut limits = 0;
    for seed in 0..60 {
        let mut answers = generate::answers(&mut Random::new(seed), &base);
        answers.as_of = Some(DAYS[usize::try_from(seed).unwrap() % DAYS.len()].to_owned());
        limits += check(&base, &answers).0;
    }
    assert!(limits > 100, "{limits}");
}

#[test]
fn the_json_lists_the_conditions_with_what_they_concern() {
    let base = embedded::knowledge().unwrap();
    let path = root("tests/it/personas/confirmed-event-sign-up.toml");
    let answers = journey_advisor::answers::read(&read(&path), &base).0.unwrap();
    let (text, summary) = with_document(&base, &answers, |document| {
        (document.write(Format::Json, Extent::Full), document.report.decision.summary.clone().unwrap())
    });
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let conditions = json["conditions"].as_array().unwrap();
    let ids: Vec<&str> = conditions.iter().map(|one| one["limitation"]["id"].as_str().unwrap()).collect();
    for id in ["rt-double-opt-in-not-everywhere", "rt-reports-need-fabric", "rt-cc-not-checked"] {
        assert!(ids.contains(&id), "{id} is not among {ids:?}");
    }
    assert!(summary.ends_with(&format!(": all built in, with {} conditions.", ids.len())), "{summary}");
    assert!(conditions.iter().all(|one| one["requirements"].as_array().is_some_and(|numbers| !numbers.is_empty())));
}
