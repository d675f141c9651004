//! The hard limits hold for every persona on every day, and for a thousand random plans.

use std::collections::BTreeSet;

use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::answers::Answers;
use journey_advisor::report::paper::Paper;
use journey_advisor::report::paper::{ask, costs, find_first, steps};

use super::{DAYS, first_page, paper, second_page};
use crate::personas::plan::{TODAY, answers, knowledge, names};
use crate::support::generate::{self, Random};

/// Whether a letter would drive a terminal or hide something: none comes to a paper.
fn is_control(letter: char) -> bool {
    letter.is_control() || ('\u{202a}'..='\u{202e}').contains(&letter)
}

fn hold(base: &KnowledgeBase, answers: &Answers, at: &str, name: &str) -> Paper {
    let (verdict, report, paper) = paper(base, answers, at);
    let longest = [
        (paper.answer.headline.to_string(), 60),
        (paper.answer.lead.to_string(), 160),
        (paper.chart.title.to_string(), 80),
        (paper.identity.project.to_string(), 60),
    ];
    for (text, most) in longest {
        assert!((1..=most).contains(&text.chars().count()), "{name} {at}: {text}");
    }
    for reason in &paper.why {
        assert!((1..=40).contains(&reason.claim.chars().count()), "{name} {at}: {reason:?}");
        assert!((1..=150).contains(&reason.proof.chars().count()), "{name} {at}: {reason:?}");
    }
    assert!((2..=ask::MOST).contains(&paper.ask.boxes.len()), "{name} {at}: {:#?}", paper.ask);
    assert!((1..=steps::MOST).contains(&paper.steps.len()), "{name} {at}: {:#?}", paper.steps);
    assert!(paper.costs.on_the_first_page().0.len() <= costs::MOST);
    assert!(paper.costs.mind.conditions.len() <= costs::MOST_CONDITIONS);
    assert!(paper.find_first.as_ref().is_none_or(|first| (1..=find_first::MOST).contains(&first.points.len())));
    for text in first_page(&paper).into_iter().chain(second_page(&paper)) {
        assert!(!text.trim().is_empty() && !text.contains(is_control), "{name} {at}: {text:?}");
        assert!(text.matches('"').count().is_multiple_of(2), "{name} {at}: a quotation that does not end: {text}");
    }
    for text in first_page(&paper) {
        let is_private = ["REQ-", "journey-advisor", " % to ", "/home"].iter().any(|word| text.contains(word));
        assert!(!is_private, "{name} {at}: {text}");
    }
    // Each gap is in exactly one piece of work.
    let in_work: Vec<_> = paper.costs.work.iter().flat_map(|work| work.numbers.clone()).collect();
    let gaps: BTreeSet<_> = verdict.gaps.iter().map(|gap| gap.requirement).collect();
    assert_eq!(in_work.len(), gaps.len(), "{name} {at}");
    assert_eq!(in_work.into_iter().collect::<BTreeSet<_>>(), gaps, "{name} {at}");
    assert_eq!(paper.costs.nothing.is_some(), report.gaps.is_empty(), "{name} {at}");
    // The bars count every wish once.
    let counted: usize = paper.chart.bars.iter().map(|bar| bar.total).sum();
    assert_eq!(counted, verdict.requirements.len(), "{name} {at}");
    for bar in &paper.chart.bars {
        assert_eq!(bar.parts.iter().map(|(_, some)| some).sum::<usize>(), bar.total);
        assert!(bar.parts.iter().all(|(level, some)| *some > 0 && paper.chart.levels.contains(level)));
    }
    paper
}

#[test]
fn every_persona_on_every_day_keeps_the_limits() {
    let base = knowledge();
    for name in names() {
        let answers = answers(&base, &name);
        for at in DAYS {
            hold(&base, &answers, at, &name);
        }
    }
}

#[test]
fn a_thousand_random_plans_keep_the_limits() {
    let base = knowledge();
    let mut merged = 0;
    for seed in 0..1_000 {
        let mut random = Random::new(seed);
        let mut answers = generate::answers(&mut random, &base);
        answers.title = "Donaudampfschifffahrtsgesellschaft\u{202e}\n ".repeat(random.below(6));
        let at = if random.chance(50) { TODAY } else { random.pick(&DAYS) };
        let paper = hold(&base, &answers, at, &format!("seed {seed}"));
        merged += paper.costs.work.iter().filter(|work| work.numbers.len() > 1).count();
    }
    assert!(merged > 0, "some gaps are closed together");
}
