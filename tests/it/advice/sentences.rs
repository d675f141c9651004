//! Numbers in sentences: each is the change that one sees when what it is about is changed.

use journey_advisor::advise::analysis::advise;
use journey_advisor::advise::assess;
use journey_advisor::advise::components::Forest;
use journey_advisor::advise::counterfactual::apply;
use journey_advisor::advise::reach::Reach;
use journey_advisor::knowledge::facts::Facts;
use journey_advisor::model::alternative::Side;
use journey_advisor::model::answers::{Answer, Answers, Response};
use journey_advisor::model::verdict::{Flag, Outcome, Recommendation, Requirement, Verdict};
use journey_advisor::report::Report;
use journey_advisor::report::parts::find_out::State;
use journey_advisor::report::parts::why_asked;
use journey_advisor::report::words::{name, outcome_of, wish};

use super::enumerate::{At, completions};
use crate::support::generate::{Random, SMALL, answers, as_of, base};

const RUNS: u64 = 10_000;

/// Calls `check` with random cases and the report on each.
fn each(mut check: impl FnMut(&Facts<'_>, &Answers, &Verdict, &Report, u64)) {
    for seed in 0..RUNS {
        let mut random = Random::new(seed);
        let base = base(&mut random, SMALL);
        let answers = answers(&mut random, &base);
        let facts = base.at(as_of());
        let (verdict, analysis) = advise(&facts, &answers);
        let report = Report::of(&facts, &answers, &verdict, &analysis, as_of().day.into());
        check(&facts, &answers, &verdict, &report, seed);
    }
}

/// The number that stands before a word: 1240 in `up to 1,240 points`.
fn number_before(sentence: &str, word: &str) -> Option<i32> {
    let before = sentence.split(word).next().filter(|before| before.len() < sentence.len())?;
    before.split_whitespace().next_back()?.replace(',', "").parse().ok()
}

/// What taking back the answer behind a requirement does to the margin, if nothing else hangs on that answer.
fn taken_back(facts: &Facts<'_>, answers: &Answers, verdict: &Verdict, requirement: &Requirement) -> Option<i32> {
    let mut without = answers.clone();
    without.clear(requirement.question);
    let left = assess(facts, &without);
    (left.requirements.len() + 1 == verdict.requirements.len()).then(|| verdict.margin - left.margin)
}

#[test]
fn what_a_requirement_is_said_to_add_is_what_taking_its_answer_back_takes() {
    let (mut said_against, mut listed) = (0, 0);
    each(|facts, answers, verdict, report, seed| {
        for requirement in &verdict.requirements {
            let Some(change) = taken_back(facts, answers, verdict, requirement) else { continue };
            let driver = report.drivers.iter().find(|driver| driver.number == requirement.number).unwrap();
            assert_eq!(driver.contribution, change, "seed {seed}");
            listed += 1;
            let lead = format!("\"{}\" (", wish(facts.base, requirement));
            for sentence in report.why_not.iter().filter(|sentence| sentence.contains(&lead)) {
                let rest = sentence.split(&lead).nth(1).unwrap();
                let number: i32 = rest.split(')').next().unwrap().replace(',', "").parse().unwrap();
                assert_eq!(number, change, "seed {seed}: {sentence}");
                said_against += 1;
            }
        }
    });
    assert!(listed > 3_000 && said_against > 1_000, "{listed} {said_against}");
}

#[test]
fn how_far_an_answer_is_said_to_move_the_balance_is_as_far_as_any_answer_moves_it() {
    let mut tried = 0;
    each(|facts, answers, verdict, report, seed| {
        for why in &report.why_asked {
            let opens = |key| {
                let condition = facts.base.questions[key].condition.as_ref();
                condition.is_some_and(|condition| condition.question == why.question)
            };
            if facts.base.questions.keys().any(opens) {
                continue;
            }
            let own: i32 = verdict
                .requirements
                .iter()
                .filter(|one| one.question == why.question)
                .map(|one| one.contribution)
                .sum();
            let mut open = answers.clone();
            let importance = open.response(why.question).unwrap().importance;
            open.set(why.question, Response { importance, ..Response::default() });
            // Nothing else may be open, or it would move as well.
            let others: Vec<_> =
                assess(facts, &open).open.into_iter().chain(verdict.not_sure.iter().copied()).collect();
            for key in others.iter().filter(|key| **key != why.question) {
                let none = Answer::DoesNotApply;
                open.set(*key, Response { answer: Some(none), ..Default::default() });
            }
            let (mut lowest, mut highest) = (0, 0);
            completions(facts.base, &open, At::Preset, &mut 600, &mut |whole| {
                let moved = assess(facts, whole).margin - (verdict.margin - own);
                (lowest, highest) = (lowest.min(moved), highest.max(moved));
            });
            let sentence = why.sentences.last().unwrap();
            for (side, points) in [(Side::First, highest), (Side::Second, -lowest)] {
                let towards = format!(" points towards {}", name(facts.base, side));
                assert_eq!(number_before(sentence, &towards).unwrap_or(0), points, "seed {seed}: {sentence}");
            }
            tried += 1;
        }
    });
    assert!(tried > 3_000, "{tried}");
}

#[test]
fn the_worst_that_is_said_is_the_worst_that_any_completion_brings() {
    let mut tried = 0;
    each(|facts, answers, verdict, report, seed| {
        let Some(said) = report.firmness.iter().find_map(|sentence| {
            sentence.starts_with("At worst").then(|| number_before(sentence, " points behind").unwrap())
        }) else {
            return;
        };
        let (Outcome::Recommended(side) | Outcome::Only(side) | Outcome::Decided(side)) = verdict.outcome else {
            panic!("seed {seed}: {:?}", verdict.outcome)
        };
        let mut worst = 0;
        if completions(facts.base, answers, At::Preset, &mut 600, &mut |whole| {
            worst = worst.max(-assess(facts, whole).margin * side.sign());
        }) {
            assert_eq!(said, worst, "seed {seed}");
            tried += 1;
        }
    });
    assert!(tried > 300, "{tried}");
}

#[test]
fn what_a_change_is_said_to_lead_to_is_what_it_leads_to() {
    let mut tried = 0;
    each(|facts, answers, verdict, report, seed| {
        for counterfactual in report.what_if.answers.iter().chain(&report.what_if.importances) {
            let then = assess(facts, &apply(answers, &counterfactual.changes)).recommendation;
            assert_ne!(then, verdict.recommendation, "seed {seed}");
            let end = format!(": then {}.", outcome_of(facts.base, then));
            assert!(counterfactual.sentence.ends_with(&end), "seed {seed}: {}", counterfactual.sentence);
            tried += 1;
        }
    });
    assert!(tried > 3_000, "{tried}");
}

#[test]
fn the_points_of_a_hundred_that_the_reason_names_are_those_of_the_areas() {
    let mut tried = 0;
    each(|_, _, verdict, report, seed| {
        let (Outcome::Recommended(side) | Outcome::Decided(side)) = verdict.fit else { return };
        let [own, other] = [side, side.other()].map(|side| verdict.standings[side].value.unwrap());
        if verdict.outcome == Outcome::Inconsistent {
            return;
        }
        let score = format!(": {own} to {other} of 100 points.");
        assert!(report.decision.reason.contains(&score), "seed {seed}: {}", report.decision.reason);
        tried += 1;
    });
    assert!(tried > 1_000, "{tried}");
}

/// Whether a sentence on how firm the advice is begins so.
fn says(report: &Report, lead: &str) -> bool {
    report.firmness.iter().any(|sentence| sentence.starts_with(lead))
}

#[test]
fn fragile_is_said_where_one_given_answer_moves_the_advice_elsewhere_and_else_a_risk() {
    let mut seen = [0; 4];
    each(|facts, answers, verdict, report, seed| {
        let single = report.what_if.answers.iter().filter(|counterfactual| counterfactual.changes.len() == 1);
        let then: Vec<Recommendation> = single
            .map(|counterfactual| assess(facts, &apply(answers, &counterfactual.changes)).recommendation)
            .collect();
        let is_advice = verdict.recommendation.is_advice();
        let is_elsewhere = then.iter().any(|then| then.is_advice());
        let is_fragile = is_advice && is_elsewhere;
        let is_risky = is_advice && then.iter().any(|then| !then.is_advice());
        let in_reach = verdict.recommendation == Recommendation::Neither && is_elsewhere;
        let leads = [("Fragile: ", is_fragile), ("A risk of the plan: ", is_risky), ("Within reach: ", in_reach)];
        for (position, (lead, is_so)) in leads.into_iter().enumerate() {
            assert_eq!(says(report, lead), is_so, "seed {seed}: {:?}", report.firmness);
            seen[position] += usize::from(is_so);
        }
        assert_eq!(verdict.has(Flag::Fragile), is_fragile, "seed {seed}");
        // What is decided is so for answers to come, what is fragile for answers given.
        if says(report, "Decided: ") && is_fragile {
            seen[3] += 1;
            assert!(report.firmness.iter().any(|sentence| sentence.contains("no answer still to come can")));
            assert!(report.firmness.iter().any(|sentence| sentence.contains("changing one answer you gave")));
        }
    });
    assert!(seen.iter().all(|cases| *cases > 20), "{seen:?}");
}

/// One list in one order: what is to be found out leads with what nothing confirms, then with the questions that can change most,
/// and no question is on it whose answer can change nothing.
#[test]
fn what_is_to_be_found_out_is_never_idle_and_never_forgets_a_must_that_nothing_confirms() {
    let (mut unconfirmed, mut left_out) = (0, 0);
    each(|facts, answers, verdict, report, seed| {
        let (_, analysis) = advise(facts, answers);
        let (musts, questions): (Vec<_>, Vec<_>) =
            report.find_out.iter().partition(|entry| entry.state == State::Unconfirmed);
        assert!(report.find_out.iter().take(musts.len()).all(|entry| entry.state == State::Unconfirmed), "seed {seed}");
        let warned = report.decision.caveats.iter().any(|caveat| caveat.contains("Find out before you rely on it."));
        assert_eq!(warned, !musts.is_empty(), "seed {seed}: {:?}", report.decision.caveats);
        let listed: Vec<_> = questions.iter().map(|entry| entry.question).collect();
        let useful = analysis.next.iter().filter(|next| next.reach < Reach::Nothing);
        assert_eq!(listed, useful.map(|next| next.question).collect::<Vec<_>>(), "seed {seed}");
        let open = verdict.open.len() + verdict.not_sure.len();
        assert_eq!(report.left_out.is_some(), listed.len() < open, "seed {seed}");
        unconfirmed += musts.len();
        left_out += open - listed.len();
    });
    assert!(unconfirmed > 500 && left_out > 200, "{unconfirmed} {left_out}");
}

/// A question that is offered first and moves no balance says what else it can do.
#[test]
fn a_question_that_can_rule_out_areas_says_so() {
    let mut both = 0;
    each(|facts, answers, _, _, seed| {
        let (_, analysis) = advise(facts, answers);
        let forest = Forest::of(facts);
        for next in analysis.next.iter().filter(|next| next.can_veto) {
            let said = why_asked::sentences(&forest, answers, next.question).join(" ");
            assert!(said.contains("can rule out") && !said.contains("cannot move"), "seed {seed}: {said}");
            both += usize::from(said.contains("can rule out both areas."));
        }
    });
    assert!(both > 200, "{both}");
}
