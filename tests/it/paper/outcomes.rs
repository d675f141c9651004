//! Every outcome has a first page of its own, and what it says is true.

use std::collections::BTreeMap;

use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::answers::Answers;
use journey_advisor::model::verdict::{Outcome, Recommendation, Verdict};
use journey_advisor::report::Report;
use journey_advisor::report::paper::Paper;

use super::{DAYS, paper};
use crate::personas::plan::{TODAY, answers, knowledge, names};
use crate::support::generate::{self, Random};

/// Which kind of outcome it is, once its answer was found to be the right one.
fn kind(base: &KnowledgeBase, verdict: &Verdict, report: &Report, paper: &Paper) -> &'static str {
    let headline = &*paper.answer.headline;
    match (verdict.recommendation, verdict.outcome) {
        (Recommendation::Build(_), _) if headline.ends_with("its end is announced.") => "closing",
        (Recommendation::Build(_), _) if headline.contains(" if it can do ") => "unconfirmed",
        (Recommendation::Build(side), _) => {
            let area = base.alternatives[side].title.as_str();
            assert_eq!(headline, format!("Build it in {area}."));
            assert_eq!(paper.answer.area.as_deref(), Some(area));
            "build"
        }
        (Recommendation::Both, _) => {
            assert!(headline.starts_with("Use both"), "{headline}");
            "both"
        }
        (Recommendation::Neither, _) => {
            assert_eq!(headline, "Neither area carries this plan.");
            "neither"
        }
        (Recommendation::Undecided, Outcome::Inconsistent) => {
            let (expected, first) = if report.contradictions.is_empty() {
                ("First make a plan of each journey.", "Make a plan of each journey.")
            } else {
                ("First settle what contradicts itself.", "Settle")
            };
            assert_eq!(headline, expected);
            assert!(paper.ask.boxes[0].starts_with(first), "{:#?}", paper.ask);
            "contradiction"
        }
        (Recommendation::Undecided, Outcome::TooClose) => {
            assert!(headline.starts_with("Too close to call: "), "{headline}");
            "too close"
        }
        (Recommendation::Undecided, _) => {
            assert!(headline.starts_with("Not decided yet: "), "{headline}");
            "not decided"
        }
    }
}

#[test]
fn each_outcome_has_its_answer() {
    let base = knowledge();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let personas = names().into_iter().map(|name| answers(&base, &name));
    let random = (0..150).map(|seed| generate::answers(&mut Random::new(seed), &base));
    for answers in personas.chain(random).chain([Answers::default()]) {
        for at in DAYS {
            let (verdict, report, paper) = paper(&base, &answers, at);
            let headline = &*paper.answer.headline;
            let missing = report.find_out.len();
            let kind = kind(&base, &verdict, &report, &paper);
            *seen.entry(kind).or_default() += 1;
            let is_undecided = verdict.recommendation == Recommendation::Undecided;
            assert_eq!(paper.find_first.is_some(), is_undecided && missing > 0, "{headline}");
            assert_eq!(paper.sign_off.is_empty(), !verdict.recommendation.is_advice(), "{headline}");
            if at != TODAY {
                assert!(paper.answer.lead.starts_with("Planning for "), "{}", paper.answer.lead);
            }
        }
    }
    for kind in ["build", "closing", "unconfirmed", "both", "neither", "contradiction", "too close", "not decided"] {
        assert!(seen.contains_key(kind), "{kind}: {seen:?}");
    }
}

#[test]
fn what_cannot_be_had_any_more_is_said_on_the_first_page_of_a_past_day() {
    let base = knowledge();
    let answers = answers(&base, "s04-newsletter-to-lists");
    let (verdict, _, paper) = paper(&base, &answers, "article");
    if let Recommendation::Build(side) = verdict.recommendation
        && side == journey_advisor::model::alternative::Side::Second
    {
        assert!(paper.answer.lead.contains("removed in May 2026"), "{}", paper.answer.lead);
    }
}
