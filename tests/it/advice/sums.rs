//! Sums, vetoes and order.

use journey_advisor::advise::analysis::advise;
use journey_advisor::advise::assess;
use journey_advisor::model::alternative::{Availability, Side};
use journey_advisor::model::answers::{Answer, Answers};
use journey_advisor::model::capability::Level;
use journey_advisor::model::question::{Importance, Kind};
use journey_advisor::model::scoring::Weights;
use journey_advisor::model::verdict::{Outcome, Recommendation, Verdict};

use crate::support::generate::{Random, SMALL, answers, as_of, base};

const RUNS: u64 = 10_000;

fn each(mut check: impl FnMut(&journey_advisor::knowledge::facts::Facts<'_>, &Answers, Verdict, u64)) {
    for seed in 0..RUNS {
        let mut random = Random::new(seed);
        let base = base(&mut random, SMALL);
        let answers = answers(&mut random, &base);
        let facts = base.at(as_of());
        let verdict = assess(&facts, &answers);
        check(&facts, &answers, verdict, seed);
    }
}

#[test]
fn contributions_sum_to_the_margin() {
    each(|_, _, verdict, seed| {
        let sum: i32 = verdict.requirements.iter().map(|requirement| requirement.contribution).sum();
        assert_eq!(sum, verdict.margin, "seed {seed}");
    });
}

#[test]
fn a_vetoed_or_removed_alternative_is_never_recommended() {
    each(|_, _, verdict, seed| {
        if let Recommendation::Build(side) = verdict.recommendation {
            assert!(verdict.standings[side].passes(), "seed {seed}");
            assert_ne!(verdict.standings[side].availability, Availability::Removed, "seed {seed}");
        }
        if verdict.recommendation == Recommendation::Both {
            assert!(verdict.standings.iter().all(|(_, standing)| !standing.passes()), "seed {seed}");
            assert!(
                verdict.standings.iter().all(|(_, standing)| standing.availability != Availability::Removed),
                "seed {seed}"
            );
            let musts = verdict.requirements.iter().filter(|requirement| requirement.importance == Importance::Must);
            assert!(
                musts.into_iter().all(|must| Side::BOTH.iter().any(|side| must.levels[*side] != Level::None)),
                "seed {seed}"
            );
        }
    });
}

#[test]
fn a_plans_own_weights_count_as_if_the_knowledge_had_them() {
    each(|facts, answers, _, seed| {
        let mut own = answers.clone();
        own.weights = Weights::new(7, 7, 2);
        let mut base = facts.base.clone();
        (base.scoring.must, base.scoring.should, base.scoring.could) = (7, 7, 2);
        let found = advise(&facts.clone().for_plan(&own), &own);
        assert_eq!(found, advise(&base.at(as_of()), answers), "seed {seed}");
        assert_eq!(facts.clone().for_plan(&own).for_plan(answers).scoring, facts.base.scoring);
    });
}

#[test]
fn a_removed_alternative_never_changes_the_fit() {
    each(|facts, answers, verdict, seed| {
        let mut both = facts.base.clone();
        both.alternatives.first.phases.clear();
        both.alternatives.second.phases.clear();
        assert_eq!(assess(&both.at(as_of()), answers).fit, verdict.fit, "seed {seed}");
    });
}

#[test]
fn the_order_in_which_choices_were_taken_is_irrelevant() {
    each(|facts, answers, verdict, seed| {
        let mut reversed = answers.clone();
        for (key, response) in answers.iter() {
            let mut response = response.clone();
            if let Some(Answer::Chosen(picks)) = &mut response.answer {
                picks.reverse();
            }
            reversed.set(key, response);
        }
        assert_eq!(assess(facts, &reversed), verdict, "seed {seed}");
    });
}

#[test]
fn a_parked_answer_has_no_effect() {
    let mut parked = 0;
    each(|facts, answers, verdict, seed| {
        let mut without = answers.clone();
        for key in &verdict.parked {
            parked += 1;
            without.clear(*key);
        }
        let without = assess(facts, &without);
        assert_eq!(
            (without.margin, without.requirements, without.outcome),
            (verdict.margin, verdict.requirements, verdict.outcome),
            "seed {seed}"
        );
    });
    assert!(parked > 1_000, "only {parked} parked answers were tried");
}

/// Every number that a sentence stands on is the change that removing its answer makes.
#[test]
fn removing_an_answer_moves_the_margin_by_what_it_added() {
    let mut tried = 0;
    each(|facts, answers, verdict, seed| {
        for (key, question) in facts.base.questions.iter() {
            let own: i32 = verdict
                .requirements
                .iter()
                .filter(|requirement| requirement.question == key)
                .map(|requirement| requirement.contribution)
                .sum();
            let opens = facts
                .base
                .questions
                .iter()
                .any(|(_, child)| child.condition.as_ref().is_some_and(|condition| condition.question == key));
            if opens || question.kind == Kind::Many && own == 0 {
                continue;
            }
            tried += 1;
            let mut without = answers.clone();
            without.clear(key);
            assert_eq!(assess(facts, &without).margin, verdict.margin - own, "seed {seed}");
        }
    });
    assert!(tried > RUNS, "{tried}");
}

#[test]
fn the_margin_decides_where_no_gate_does() {
    each(|facts, _, verdict, seed| {
        if verdict.standings.iter().any(|(_, standing)| !standing.passes()) {
            return;
        }
        let percent = i32::from(facts.base.scoring.indifference);
        let expected = if verdict.weight == 0 {
            Outcome::NotEnough
        } else if verdict.margin > percent * verdict.weight {
            Outcome::Recommended(Side::First)
        } else if -verdict.margin > percent * verdict.weight {
            Outcome::Recommended(Side::Second)
        } else {
            Outcome::TooClose
        };
        assert_eq!(verdict.fit, expected, "seed {seed}");
    });
}

/// Two that are level are not equally good where a must is known of neither.
#[test]
fn a_level_pair_with_an_unknown_must_is_not_enough() {
    let mut tried = 0;
    each(|_, _, verdict, seed| {
        let unknown = verdict.requirements.iter().any(|requirement| {
            requirement.importance == Importance::Must
                && requirement.levels.iter().all(|(_, level)| *level == Level::Unknown)
        });
        if verdict.fit == Outcome::TooClose && verdict.recommendation == Recommendation::Undecided {
            let expected = if unknown { Outcome::NotEnough } else { Outcome::TooClose };
            assert_eq!(verdict.outcome, expected, "seed {seed}");
            tried += usize::from(unknown);
        }
    });
    assert!(tried > 1, "{tried}");
}
