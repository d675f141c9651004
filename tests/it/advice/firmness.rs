//! Each statement on how firm the advice is promises something. Here it is proved by scoring again: every completion of the open
//! answers, and every single other answer to what has one.

use std::collections::{BTreeMap, BTreeSet};

use journey_advisor::advise::assess;
use journey_advisor::advise::components::Forest;
use journey_advisor::advise::counterfactual::{What, apply};
use journey_advisor::advise::fit::{FitRange, possible};
use journey_advisor::knowledge::facts::Facts;
use journey_advisor::model::answers::Answers;
use journey_advisor::model::verdict::{Flag, Outcome, Recommendation, Verdict};
use journey_advisor::report::parts::firmness::{Open, Statement};

use super::each;
use super::enumerate::{At, changes, completions};

const RUNS: u64 = 10_000;

/// What all completions lead to; nothing if there are too many to try.
fn ends(facts: &Facts<'_>, answers: &Answers, at: At) -> Option<Vec<Recommendation>> {
    let mut ends = Vec::new();
    let all = completions(facts.base, answers, at, &mut 600, &mut |whole| {
        let end = assess(facts, whole).recommendation;
        if !ends.contains(&end) {
            ends.push(end);
        }
    });
    all.then_some(ends)
}

/// What every single other answer leads to, other than the advice as it is.
fn other_ends(facts: &Facts<'_>, answers: &Answers, now: Recommendation) -> Vec<Recommendation> {
    let mut ends = Vec::new();
    for change in changes(facts.base, answers, What::Answers) {
        let end = assess(facts, &apply(answers, &[change])).recommendation;
        if end != now && !ends.contains(&end) {
            ends.push(end);
        }
    }
    ends
}

/// Whether two lists hold the same, in any order.
fn same(left: &[Recommendation], right: impl Iterator<Item = Recommendation>) -> bool {
    let right: Vec<_> = right.collect();
    left.len() == right.len() && left.iter().all(|one| right.contains(one))
}

/// Checks what is said of open answers.
fn open_answers(open: Open, facts: &Facts<'_>, answers: &Answers, verdict: &Verdict) -> bool {
    let now = verdict.recommendation;
    let at = if open == Open::CannotChange { At::AnyImportance } else { At::Preset };
    let Some(ends) = ends(facts, answers, at) else { return false };
    let is_settled = ends.iter().all(|end| *end == now);
    match open {
        Open::AllAnswered => verdict.open.is_empty() && verdict.not_sure.is_empty() && is_settled,
        Open::CannotChange | Open::CannotChangeAsUsual => is_settled,
        Open::CanLeaveNone => {
            ends.contains(&Recommendation::Neither) && ends.iter().all(|end| *end == now || !end.is_advice())
        }
        Open::CanChange => !is_settled,
    }
}

fn word(statement: &Statement) -> String {
    match statement {
        Statement::Area { open, elsewhere, .. } => format!("area {open:?} {}", !elsewhere.is_empty()),
        Statement::NoWayOut => "no way out".to_owned(),
        Statement::WithinReach(_) => "within reach".to_owned(),
        Statement::Risk(_) => "risk".to_owned(),
        Statement::Separates(_) => "separates".to_owned(),
    }
}

/// How far open answers can move the fit of the area advised.
fn now_fit(facts: &Facts<'_>, answers: &Answers, verdict: &Verdict) -> Option<FitRange> {
    let Recommendation::Build(side) = verdict.recommendation else { return None };
    possible(&Forest::of(facts), answers, side)
}

#[test]
fn every_statement_on_firmness_keeps_its_promise() {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut proved = 0;
    each(RUNS, |facts, answers, verdict, report, seed| {
        let now = verdict.recommendation;
        let moved = if verdict.outcome == Outcome::Inconsistent { Vec::new() } else { other_ends(facts, answers, now) };
        let elsewhere = || moved.iter().copied().filter(|end| end.is_advice());
        let nowhere = || moved.iter().copied().filter(|end| !end.is_advice());
        for firmness in &report.firmness {
            let context = format!("seed {seed}: {firmness:?}, others lead to {moved:?}");
            match &firmness.statement {
                Statement::Area { open, elsewhere: said, fit } => {
                    let moved = now_fit(facts, answers, verdict);
                    assert!(fit.is_none() || *fit == moved, "{context}");
                    assert!(now.is_advice() && same(said, elsewhere()), "{context}");
                    let tried = ends(facts, answers, At::Preset).is_some()
                        && (*open != Open::CannotChange || ends(facts, answers, At::AnyImportance).is_some());
                    assert!(!tried || open_answers(*open, facts, answers, verdict), "{context}");
                    proved += usize::from(tried);
                    assert_eq!(verdict.has(Flag::Fragile), !said.is_empty(), "{context}");
                }
                Statement::NoWayOut => {
                    assert!(now == Recommendation::Neither && elsewhere().next().is_none(), "{context}");
                    let ends = ends(facts, answers, At::Preset);
                    assert!(ends.is_none_or(|ends| ends == [Recommendation::Neither]), "{context}");
                }
                Statement::WithinReach(said) => {
                    assert!(now == Recommendation::Neither && same(said, elsewhere()), "{context}");
                }
                Statement::Risk(said) => assert!(now.is_advice() && same(said, nowhere()), "{context}"),
                Statement::Separates(question) => {
                    assert_eq!(verdict.outcome, Outcome::TooClose, "{context}");
                    assert!(verdict.open.contains(question) || verdict.not_sure.contains(question), "{context}");
                }
            }
            *seen.entry(word(&firmness.statement)).or_default() += 1;
        }
        let is_said = |wanted: fn(&Statement) -> bool| report.firmness.iter().any(|one| wanted(&one.statement));
        assert_eq!(is_said(|one| matches!(one, Statement::Area { .. })), now.is_advice(), "seed {seed}");
        assert_eq!(
            is_said(|one| matches!(one, Statement::Risk(_))),
            now.is_advice() && nowhere().next().is_some(),
            "seed {seed}"
        );
        let words: BTreeSet<String> = report.firmness.iter().map(|one| word(&one.statement)).collect();
        assert_eq!(words.len(), report.firmness.len(), "seed {seed}: one statement of a kind");
    });
    assert!(proved > 3_000, "{proved}");
    let rare: Vec<_> = seen.iter().filter(|(_, cases)| **cases < 5).collect();
    assert!(rare.is_empty() && seen.len() >= 11, "{seen:?}");
}
