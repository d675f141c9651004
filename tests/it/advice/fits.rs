//! How far the fit can move, against brute force: every completion, and every answer to one question, is scored.

use journey_advisor::advise::assess;
use journey_advisor::advise::components::Forest;
use journey_advisor::advise::fit::{FitRange, after, possible};
use journey_advisor::knowledge::facts::Facts;
use journey_advisor::model::alternative::Side;
use journey_advisor::model::answers::{Answer, Answers, Response};
use journey_advisor::model::arena::Key;
use journey_advisor::model::question::Question;

use super::each;
use super::enumerate::{At, completions};

const RUNS: u64 = 4_000;

/// Points and weight of a side over what counts in a plan.
fn points(facts: &Facts<'_>, answers: &Answers, side: Side) -> (i32, i32) {
    let verdict = assess(facts, answers);
    let counted = verdict.requirements.iter().filter(|requirement| requirement.is_counted());
    counted.fold((0, 0), |(points, weight), requirement| {
        let own = facts.scoring.weight(requirement.importance);
        (points + own * facts.scoring.points(requirement.levels[side]).unwrap(), weight + own)
    })
}

/// The least fit, rounded half up, and the greatest, rounded half down, over the completions, and whether those were all.
fn enumerated(facts: &Facts<'_>, answers: &Answers, side: Side) -> (Option<FitRange>, bool) {
    let mut range: Option<FitRange> = None;
    let all = completions(facts.base, answers, At::Preset, &mut 600, &mut |whole| {
        let (points, weight) = points(facts, whole, side);
        if weight > 0 {
            let low = u8::try_from((2 * points + weight) / (2 * weight)).unwrap();
            let high = u8::try_from((2 * points + weight - 1) / (2 * weight)).unwrap();
            let before = range.unwrap_or(FitRange { lowest: low, highest: high });
            range = Some(FitRange { lowest: before.lowest.min(low), highest: before.highest.max(high) });
        }
    });
    (range, all)
}

/// The answers with one question open, and whatever else is open out of the way.
fn alone(facts: &Facts<'_>, answers: &Answers, question: Key<Question>) -> Answers {
    let mut alone = answers.clone();
    let importance = alone.response(question).and_then(|response| response.importance);
    alone.set(question, Response { importance, ..Response::default() });
    let verdict = assess(facts, &alone);
    for key in verdict.open.into_iter().chain(verdict.not_sure).filter(|key| *key != question) {
        alone.set(key, Response { answer: Some(Answer::DoesNotApply), ..Response::default() });
    }
    alone
}

#[test]
fn the_fit_moves_as_far_as_completions_and_single_answers_move_it() {
    let (mut whole, mut single, mut shown) = (0, 0, 0);
    each(RUNS, |facts, answers, _, report, seed| {
        let forest = Forest::of(facts);
        for side in Side::BOTH {
            if let (expected, true) = enumerated(facts, answers, side) {
                assert_eq!(possible(&forest, answers, side), expected, "seed {seed}");
                whole += 1;
            }
            for why in &report.why_asked {
                let alone = alone(facts, answers, why.question);
                if let (expected, true) = enumerated(facts, &alone, side) {
                    assert_eq!(after(&forest, answers, why.question, side), expected, "seed {seed}");
                    single += 1;
                }
            }
        }
        shown += usize::from(
            report.why_asked.iter().any(|why| why.sentences.iter().any(|said| said.contains("move the fit by up to"))),
        );
    });
    assert!(whole > 2_000 && single > 4_000 && shown > 1_000, "{whole} {single} {shown}");
}
