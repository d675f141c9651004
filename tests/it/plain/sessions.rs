//! The same session by keys, by lines and from the file that is kept leads to the same advice, to the byte.

use std::process::Command;
use std::sync::LazyLock;

use journey_advisor::advise::timeline::then_and_now;
use journey_advisor::answers;
use journey_advisor::app::App;
use journey_advisor::app::effect::{Effect, Event};
use journey_advisor::app::key::KeyPress;
use journey_advisor::app::screen::search::SharedIndex;
use journey_advisor::app::screen::start::{StartRow, rows};
use journey_advisor::app::{Screen, action::Action};
use journey_advisor::export::json::{Given, add_line};
use journey_advisor::export::{Extent, Format};
use journey_advisor::model::date::{DayOrigin, Today};
use journey_advisor::plain::Plain;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{RngSeed, TestRunner};

use super::{BASE, app, app_with, today};

/// How many sessions are compared.
const SESSIONS: usize = 1000;

/// Of how many one is given to a process of its own.
const ONE_IN: usize = 50;

static INDEX: LazyLock<SharedIndex> = LazyLock::new(SharedIndex::default);

/// A session that does not gather all words anew.
fn sharing_an_index() -> App<'static> {
    app_with(&BASE, INDEX.clone())
}

/// One thing to do, in the keys of the screens and in a line.
#[derive(Debug, Clone)]
enum Step {
    Number(u8),
    Word(&'static str, &'static str),
    Note(String),
    Title(String),
    Day(&'static str),
    Weights(&'static str),
    Until(&'static str),
    /// The entry of that number among those found becomes a must.
    Require(&'static str, usize),
    WhatIf,
}

fn step() -> impl Strategy<Value = Step> {
    let words = [
        ("d", "unsure"),
        ("x", "irrelevant"),
        ("0", "none"),
        ("backspace", "clear"),
        ("right", "next"),
        ("right", "next"),
        ("left", "back"),
        ("o", "open"),
        ("f", "useful"),
        ("m", "must"),
        ("s", "should"),
        ("c", "could"),
        ("u", "undo"),
        ("r", "redo"),
    ];
    let days = ["today", "article", "2022-03-01", "2023-06", "2024", "2025-11-30", "1999", "never"];
    let weights = ["5 3 1", "9 9 9", "100 1 1", "1 2 3", "many"];
    let queries = ["text message", "lead", "linkedin", "event", "outbound removed", "split", "zzzz"];
    prop_oneof![
        10 => (1..=9_u8).prop_map(Step::Number),
        12 => proptest::sample::select(words.to_vec()).prop_map(|(key, line)| Step::Word(key, line)),
        1 => "[a-z]{1,8}".prop_map(Step::Note),
        1 => "[A-Za-z\u{e9}\"\u{65e5}]{1,8}".prop_map(Step::Title),
        2 => proptest::sample::select(days.to_vec()).prop_map(Step::Day),
        1 => proptest::sample::select(weights.to_vec()).prop_map(Step::Weights),
        1 => proptest::sample::select(vec!["2025", "2027-12", "", "soon"]).prop_map(Step::Until),
        2 => (proptest::sample::select(queries.to_vec()), 1..6_usize).prop_map(|(query, hit)| Step::Require(query, hit)),
        1 => Just(Step::WhatIf),
    ]
}

fn key(app: &mut App<'_>, names: &str) -> Vec<Effect> {
    names.split(' ').flat_map(|name| app.handle(Event::Key(KeyPress::parse(name).unwrap()))).collect()
}

/// Types into the field that a key opens.
fn type_into(app: &mut App<'_>, opener: &str, text: &str) {
    key(app, opener);
    key(app, "ctrl-u");
    app.handle(Event::Paste(text.to_owned()));
    key(app, "enter");
    // What was refused stays to be mended.
    if app.popup.is_some() {
        key(app, "esc");
    }
}

fn press(app: &mut App<'_>, step: &Step) {
    match step {
        Step::Number(number) => drop(key(app, &number.to_string())),
        Step::Word("right", _) if app.cx.plan.after(app.screens.interview.question).is_none() => {}
        Step::Word(name, _) => drop(key(app, name)),
        Step::Note(note) => type_into(app, "n", note),
        Step::Title(title) => type_into(app, "R", title),
        Step::Weights(weights) => type_into(app, "W", weights),
        Step::Until(date) => {
            key(app, "P down down");
            type_into(app, "enter", date);
            key(app, "i");
        }
        Step::Day(day) => {
            while app.screen() != Screen::Start {
                key(app, "esc");
            }
            key(app, "home");
            while rows(&app.cx).get(app.screens.start.cursor.row) != Some(&StartRow::Day) {
                key(app, "down");
            }
            type_into(app, "enter", day);
            key(app, "i");
        }
        Step::Require(query, hit) => {
            type_into(app, "/", query);
            if app.screens.search.hits.len() >= *hit {
                key(app, "home");
                (1..*hit).for_each(|_| drop(key(app, "down")));
                key(app, "m");
            } else if !app.screens.search.in_results {
                key(app, "esc");
            }
            if app.screen() != Screen::Interview {
                key(app, "i");
            }
        }
        Step::WhatIf => drop(key(app, "v tab tab tab i")),
    }
}

fn lines(step: &Step) -> Vec<String> {
    match step {
        Step::Number(number) => vec![number.to_string()],
        Step::Word(_, line) => vec![(*line).to_owned()],
        Step::Note(note) => vec![format!("note {note}")],
        Step::Title(title) => vec![format!("name {title}")],
        Step::Day(day) => vec![format!("day {day}")],
        Step::Weights(weights) => vec![format!("weights {weights}")],
        Step::Until(date) => vec![format!("until {date}")],
        Step::Require(query, hit) => vec![format!("search {query}"), format!("require {hit}")],
        Step::WhatIf => vec!["what-if".to_owned()],
    }
}

/// The JSON that the export screen writes.
fn exported(app: &mut App<'_>) -> String {
    let html = Format::ALL.iter().position(|format| *format == Format::Html).unwrap();
    let json = Format::ALL.iter().position(|format| *format == Format::Json).unwrap();
    written(key(app, &format!("e end {}enter enter", "right ".repeat(Format::ALL.len() + json - html))))
}

fn written(effects: Vec<Effect>) -> String {
    let written = effects.into_iter().find_map(|effect| match effect {
        Effect::Export { bytes, .. } => Some(String::from_utf8(bytes).unwrap()),
        _ => None,
    });
    written.unwrap()
}

/// What `advise` prints about plans: about each by itself, or a line about each.
fn headless(plans: &[String], in_lines: bool) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("plans")).unwrap();
    let names: Vec<String> = (0..plans.len()).map(|number| format!("plans/{number:04}.toml")).collect();
    for (name, plan) in names.iter().zip(plans) {
        std::fs::write(folder.path().join(name), plan).unwrap();
    }
    let advise = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_journey-advisor"));
        command.arg("advise").args(arguments).current_dir(&folder).env_clear().env("SOURCE_DATE_EPOCH", "1795521600");
        let output = command.output().unwrap();
        assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    if in_lines {
        let lines: Vec<String> =
            advise(&["--jsonl", "--why", "plans"]).split_inclusive('\n').map(str::to_owned).collect();
        assert_eq!(lines.len(), plans.len());
        return lines;
    }
    names.iter().map(|name| advise(&[name, "--format", "json"])).collect()
}

/// What would change the advice is said in the same words.
fn assert_same_what_if(keys: &mut App<'_>, said: &str) {
    key(keys, "v");
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    for sentence in keys.screens.advice.report.as_ref().unwrap().what_if.sentences() {
        assert!(said.contains(sentence), "{sentence}\n{said}");
    }
    key(keys, "i");
}

/// What a session leads to.
struct Outcome {
    /// The answers as they are kept.
    plan: String,
    /// The advice as JSON.
    document: String,
    /// The same in a line.
    line: String,
}

/// Goes through a session by keys and by lines.
fn outcome(number: usize, steps: &[Step]) -> Outcome {
    let mut keys = sharing_an_index();
    keys.handle(Event::Do(Action::Go(Screen::Interview)));
    let mut plain = Plain::new(sharing_an_index());
    for step in steps {
        press(&mut keys, step);
        let said: String = lines(step).iter().map(|line| plain.line(line).text).collect();
        assert_eq!(keys.cx.plan.answers(), plain.app.cx.plan.answers(), "{step:?} of {steps:#?}: {said}");
        if matches!(step, Step::WhatIf) {
            assert_same_what_if(&mut keys, &said);
        }
    }
    let document = exported(&mut keys);
    assert_eq!(document, written(plain.line("export json advice.json").effects), "{steps:#?}");
    let (file, kept) = (format!("plans/{number:04}.toml"), &keys.cx.plan);
    let given = Given {
        facts: &kept.facts,
        answers: kept.answers(),
        verdict: kept.verdict(),
        analysis: kept.analysis(),
        then_and_now: &then_and_now(kept.base, kept.answers(), kept.facts.as_of, today()),
        today: Today { day: today(), origin: DayOrigin::Environment },
    };
    let mut lines = Vec::new();
    add_line(&given, &file, Extent::Full, &mut lines);
    Outcome { plan: answers::write(kept.answers(), &BASE), document, line: String::from_utf8(lines).unwrap() }
}

#[test]
fn keys_lines_and_files_give_the_same_advice() {
    let mut runner = TestRunner::new(ProptestConfig { rng_seed: RngSeed::Fixed(7), ..ProptestConfig::default() });
    let strategy = proptest::collection::vec(step(), 1..20);
    let sessions: Vec<Vec<Step>> = (0..SESSIONS).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect();
    let (first, second) = sessions.split_at(SESSIONS / 2);
    let outcomes = |from: usize, sessions: &[Vec<Step>]| {
        (from..).zip(sessions).map(|(number, steps)| outcome(number, steps)).collect::<Vec<_>>()
    };
    let mut all = Vec::new();
    std::thread::scope(|scope| {
        let other = scope.spawn(|| outcomes(SESSIONS / 2, second));
        all.extend(outcomes(0, first));
        all.extend(other.join().unwrap());
    });
    let plans: Vec<String> = all.iter().map(|outcome| outcome.plan.clone()).collect();
    for (found, outcome) in headless(&plans, true).iter().zip(&all) {
        assert_eq!(found, &outcome.line, "{}", outcome.plan);
    }
    let some: Vec<&Outcome> = all.iter().step_by(ONE_IN).collect();
    let plans: Vec<String> = some.iter().map(|outcome| outcome.plan.clone()).collect();
    for (found, outcome) in headless(&plans, false).iter().zip(some) {
        assert_eq!(found, &outcome.document, "{}", outcome.plan);
    }
}

/// Every kind of step does something in some session, or the sessions would prove nothing about it.
#[test]
fn every_kind_of_step_matters() {
    for (steps, holds) in [
        (vec![Step::Title("Spring".to_owned())], "title = \"Spring\""),
        (vec![Step::Day("article")], "as-of = \"article\""),
        (vec![Step::Weights("9 9 9")], "weights"),
        (vec![Step::Until("2027-12")], "runs-until = \"2027-12\""),
        (vec![Step::Require("text message", 1)], "\"must\""),
        (vec![Step::Number(1), Step::Note("why".to_owned())], "note = \"why\""),
    ] {
        let mut keys = sharing_an_index();
        keys.handle(Event::Do(Action::Go(Screen::Interview)));
        for step in &steps {
            press(&mut keys, step);
        }
        let plan = answers::write(keys.cx.plan.answers(), &BASE);
        assert!(plan.contains(holds), "{steps:?}: {plan}");
    }
}

#[test]
fn the_importance_of_an_answer_not_known_goes_to_the_choices_made_later() {
    let base = &*BASE;
    let word = |key, line| Step::Word(key, line);
    let steps = [
        word("f", "useful"),
        Step::Number(1),
        word("f", "useful"),
        word("right", "next"),
        word("d", "unsure"),
        word("m", "must"),
        Step::Number(1),
        Step::Number(1),
        word("m", "must"),
        Step::Number(2),
    ];
    let mut keys = app(base);
    keys.handle(Event::Do(Action::Go(Screen::Interview)));
    let mut plain = Plain::new(app(base));
    for step in &steps {
        press(&mut keys, step);
        let said: String = lines(step).iter().map(|line| plain.line(line).text).collect();
        assert_eq!(keys.cx.plan.answers(), plain.app.cx.plan.answers(), "{step:?}: {said}");
    }
    let by_keys = exported(&mut keys);
    assert_eq!(headless(&[answers::write(keys.cx.plan.answers(), base)], false), [by_keys]);
}
