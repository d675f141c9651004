//! In the advice nothing is said twice: no sentence, no wording of another one, and nothing that an area cannot do.

use std::collections::BTreeSet;

use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::alternative::Side;
use journey_advisor::model::answers::Answers;
use journey_advisor::report::Report;
use journey_advisor::report::words::name;

use super::plan::{TODAY, advice, answers, day, knowledge, names};
use crate::support::generate::{self, Random};

const DAYS: [&str; 9] = [
    "article",
    "2022-06-01",
    "2023-06-01",
    "2024-06-15",
    "2024-09-01",
    "2025-01-01",
    "2025-10-01",
    "2026-05-01",
    TODAY,
];

/// What tells two sentences apart least.
const FILLERS: [&str; 4] = ["about", "either", "also", "too"];

/// What the advice says, part by part.
fn parts(report: &Report) -> Vec<&str> {
    let decision = &report.decision;
    let said = [&decision.headline, &decision.reason].into_iter().chain(&decision.summary);
    said.chain(decision.warnings())
        .chain(report.firmness.iter().map(|firmness| &firmness.sentence))
        .map(String::as_str)
        .collect()
}

/// The sentences of a text. What stands in quotation marks ends none.
fn sentences(text: &str) -> Vec<String> {
    let (mut sentences, mut current, mut is_quoted) = (Vec::new(), String::new(), false);
    for letter in text.chars() {
        is_quoted ^= letter == '"';
        current.push(letter);
        if letter == '.' && !is_quoted {
            sentences.push(std::mem::take(&mut current).trim().to_owned());
        }
    }
    sentences.push(current.trim().to_owned());
    sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect()
}

/// A sentence by its words, fillers aside.
fn wording(sentence: &str) -> String {
    let lower = sentence.trim_end_matches('.').to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().filter(|word| !FILLERS.contains(word)).collect();
    format!(" {} ", words.join(" "))
}

/// The wishes at the beginning of a text: `"A", "B" and 2 more`.
fn wishes(text: &str) -> BTreeSet<&str> {
    let end = text.find(['.', ':', ';']).unwrap_or(text.len());
    let quoted = text[..end].split('"').skip(1).step_by(2);
    quoted.collect()
}

/// Which area is said to be unable to do what, as often as it is said.
fn cannot_do<'t>(base: &KnowledgeBase, texts: &[&'t str]) -> Vec<(Side, BTreeSet<&'t str>)> {
    let mut said = Vec::new();
    for text in texts {
        let mut before = 0;
        for (at, words) in text.match_indices(" cannot do ") {
            let who = text[before..at].to_lowercase();
            let named = Side::BOTH.map(|side| (who.rfind(name(base, side)), side));
            let area = named.into_iter().filter(|(place, _)| place.is_some()).max();
            let rest = &text[at + words.len()..];
            let rest = &rest[..rest.find(" cannot do ").unwrap_or(rest.len())];
            match area {
                Some((_, side)) => said.push((side, wishes(rest))),
                None => panic!("who cannot do it? {text}"),
            }
            before = at + words.len();
        }
        for (at, words) in text.match_indices("Neither area can do ") {
            said.extend(Side::BOTH.map(|side| (side, wishes(&text[at + words.len()..]))));
        }
    }
    said
}

/// Checks the advice on a day; says how often an area is said to be unable to do something.
fn check(base: &KnowledgeBase, answers: &Answers, at: &str, who: &str) -> usize {
    let as_of = base.as_of(at, day(TODAY)).unwrap();
    let report = advice(base, answers, as_of, day(TODAY)).2;
    let parts = parts(&report);
    let sentences: Vec<String> = parts.iter().flat_map(|part| sentences(part)).collect();
    let wordings: Vec<String> = sentences.iter().map(|sentence| wording(sentence)).collect();
    for (place, one) in wordings.iter().enumerate() {
        for (other_place, other) in wordings.iter().enumerate() {
            let is_again = place != other_place && other.contains(one.as_str());
            assert!(!is_again, "{who} as of {at} says twice \"{}\":\n{sentences:#?}", sentences[place]);
        }
    }
    let cannot = cannot_do(base, &parts);
    for (place, one) in cannot.iter().enumerate() {
        assert!(!cannot[..place].contains(one), "{who} as of {at} says twice {one:?}:\n{sentences:#?}");
    }
    cannot.len()
}

#[test]
fn the_advice_on_plans_of_real_people_says_nothing_twice() {
    let base = knowledge();
    let mut cannot = 0;
    for name in names() {
        let answers = answers(&base, &name);
        cannot += DAYS.iter().map(|at| check(&base, &answers, at, &name)).sum::<usize>();
    }
    assert!(cannot > 50, "{cannot}");
}

#[test]
fn the_advice_on_any_answers_says_nothing_twice() {
    let base = knowledge();
    let mut cannot = 0;
    for seed in 0..400 {
        let mut random = Random::new(seed);
        let mut answers = generate::answers(&mut random, &base);
        // Few answers lead elsewhere than many.
        let keep = random.pick(&[5, 10, 30, 100]);
        let questions: Vec<_> = base.questions.keys().collect();
        questions.into_iter().filter(|_| !random.chance(keep)).for_each(|question| answers.clear(question));
        cannot += DAYS.iter().map(|at| check(&base, &answers, at, &format!("seed {seed}"))).sum::<usize>();
    }
    assert!(cannot > 500, "{cannot}");
}

#[test]
fn the_advice_on_one_answer_says_nothing_twice() {
    let base = knowledge();
    for (key, question) in base.questions.iter() {
        for (choice, _) in question.indexed() {
            let mut answers = Answers::default();
            let picks = vec![journey_advisor::model::answers::Pick::of(choice)];
            let answer = Some(journey_advisor::model::answers::Answer::Chosen(picks));
            answers.set(key, journey_advisor::model::answers::Response { answer, ..Default::default() });
            for at in DAYS {
                check(&base, &answers, at, &question.id.to_string());
            }
        }
    }
}

/// The decision as one says it to a colleague: what, why, what it costs, how firm.
fn aloud(report: &Report) -> Vec<String> {
    let decision = &report.decision;
    let firmness = report.firmness.first().map(|firmness| &firmness.sentence);
    let parts = [&decision.headline, &decision.reason].into_iter().chain(&decision.summary).chain(firmness);
    parts.flat_map(|part| sentences(part)).collect()
}

#[test]
fn the_decision_is_said_in_five_sentences() {
    let base = knowledge();
    let plans: Vec<(String, Answers)> = names()
        .into_iter()
        .map(|name| (name.clone(), answers(&base, &name)))
        .chain((0..200).map(random(&base)))
        .collect();
    for (name, answers) in &plans {
        for at in DAYS {
            let as_of = base.as_of(at, day(TODAY)).unwrap();
            let (verdict, _, report) = advice(&base, answers, as_of, day(TODAY));
            let aloud = aloud(&report);
            assert!(aloud.len() <= 5, "{name} {at}: {aloud:#?}");
            let has_advice = verdict.recommendation.is_advice();
            assert_eq!(report.decision.summary.is_some(), has_advice, "{name} {at}: {aloud:#?}");
            assert!(!has_advice || !report.firmness.is_empty(), "{name} {at}: {aloud:#?}");
        }
    }
}

fn random(base: &KnowledgeBase) -> impl Fn(u64) -> (String, Answers) + '_ {
    |seed| (format!("seed {seed}"), generate::answers(&mut Random::new(seed), base))
}
