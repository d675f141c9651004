//! Numbers in sentences: each is the change that one sees when what it is about is changed.

use journey_advisor::advise::analysis::advise;
use journey_advisor::advise::assess;
use journey_advisor::advise::components::Forest;
use journey_advisor::advise::counterfactual::apply;
use journey_advisor::advise::reach::Reach;
use journey_advisor::knowledge::facts::Facts;
use journey_advisor::model::answers::Answers;
use journey_advisor::model::verdict::{Outcome, Requirement, Verdict};
use journey_advisor::report::parts::find_out::State;
use journey_advisor::report::parts::why_asked;
use journey_advisor::report::words::{outcome_of, wish};

use super::each;

const RUNS: u64 = 10_000;

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
    each(RUNS, |facts, answers, verdict, report, seed| {
        for requirement in &verdict.requirements {
            let Some(change) = taken_back(facts, answers, verdict, requirement) else { continue };
            let driver = report.drivers.iter().find(|driver| driver.number == requirement.number).unwrap();
            assert_eq!(driver.contribution, change, "seed {seed}");
            listed += 1;
            let lead = format!("\"{}\" (", wish(facts.base, requirement));
            for sentence in report.why_not.iter().filter(|sentence| sentence.contains(&lead)) {
                let rest = sentence.split(&lead).nth(1).unwrap();
                let share = rest.split(')').next().unwrap();
                assert_eq!(share, driver.adds.share, "seed {seed}: {sentence}");
                said_against += 1;
            }
        }
    });
    assert!(listed > 3_000 && said_against > 1_000, "{listed} {said_against}");
}

#[test]
fn what_a_change_is_said_to_lead_to_is_what_it_leads_to() {
    let mut tried = 0;
    each(RUNS, |facts, answers, verdict, report, seed| {
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
    each(RUNS, |_, _, verdict, report, seed| {
        let (Outcome::Recommended(side) | Outcome::Decided(side)) = verdict.fit else { return };
        let [own, other] = [side, side.other()].map(|side| verdict.standings[side].value.unwrap());
        if verdict.outcome == Outcome::Inconsistent {
            return;
        }
        let score = format!("{own} % to {other} %");
        assert!(report.decision.reason.contains(&score), "seed {seed}: {}", report.decision.reason);
        tried += 1;
    });
    assert!(tried > 1_000, "{tried}");
}

/// One list in one order: what is to be found out leads with what nothing confirms, then with the questions that can change most,
/// and no question is on it whose answer can change nothing.
#[test]
fn what_is_to_be_found_out_is_never_idle_and_never_forgets_a_must_that_nothing_confirms() {
    let (mut unconfirmed, mut left_out) = (0, 0);
    each(RUNS, |facts, answers, verdict, report, seed| {
        let (_, analysis) = advise(facts, answers);
        let (musts, questions): (Vec<_>, Vec<_>) = report
            .find_out
            .iter()
            .filter(|entry| entry.state != State::Unsaid)
            .partition(|entry| entry.state == State::Unconfirmed);
        let unsaid = report.find_out.iter().filter(|entry| entry.state == State::Unsaid).count();
        assert!(unsaid == 0 || !verdict.recommendation.is_advice(), "seed {seed}");
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
    each(RUNS, |facts, answers, _, _, seed| {
        let (_, analysis) = advise(facts, answers);
        let forest = Forest::of(facts);
        for next in analysis.next.iter().filter(|next| next.can_veto) {
            let said = why_asked::sentences(&forest, answers, next.question).join(" ");
            assert!(said.contains("can rule out") && !said.contains("cannot move"), "seed {seed}: {said}");
            both += usize::from(said.contains("can rule out both options"));
        }
    });
    assert!(both > 200, "{both}");
}
