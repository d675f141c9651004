//! Golden frames: keys go in, and what is then on the screen is compared, at three sizes and more.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may fail loudly and reads its fixtures")]
#![expect(clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

#[path = "screens/screen.rs"]
#[expect(dead_code, reason = "shared with other tests")]
mod screen;

use std::collections::BTreeSet;

use journey_advisor::app::Session;
use journey_advisor::app::effect::{Effect, Event, Reply};
use journey_advisor::app::key::KeyPress;
use journey_advisor::app::shelf::Which;
use screen::{ANSWERS, Screen};

const SIZES: [(u16, u16); 4] = [(60, 20), (80, 24), (120, 40), (200, 60)];

/// The same keys at every size, each with its golden frame.
fn at_every_size(name: &str, keys: &str) {
    for (width, height) in SIZES {
        let mut screen = Screen::new(width, height);
        screen.press(keys);
        insta::assert_snapshot!(format!("{name}-{width}x{height}"), screen.text());
    }
}

#[test]
fn start() {
    at_every_size("start", "");
}

#[test]
fn start_on_the_day_of_the_article() {
    at_every_size("start-article", "t");
}

#[test]
fn other_weights_tell_at_once() {
    at_every_size("weights-box", &format!("{ANSWERS} v W"));
    at_every_size("weights-changed", &format!("{ANSWERS} v W ctrl-u 9 space 9 space 9 enter"));
}

#[test]
fn interview_choose_one() {
    at_every_size("interview-one", "enter");
}

#[test]
fn interview_choose_many() {
    at_every_size("interview-many", "enter enter 1 right space down space m");
}

#[test]
fn interview_with_a_note_and_not_sure() {
    at_every_size("interview-note", "enter enter 1 right d n A s k _ t h e m enter");
}

#[test]
fn interview_reasons_in_full() {
    at_every_size("interview-why", "enter enter 1 right down w");
}

#[test]
fn review() {
    at_every_size("review", &format!("{ANSWERS} [ [ [ down enter a"));
}

#[test]
fn verdict() {
    at_every_size("verdict", &format!("{ANSWERS} v"));
}

#[test]
fn a_contradiction_is_said_at_once() {
    at_every_size("interview-contradiction", "enter enter 1 enter 3");
}

#[test]
fn where_the_advice_is_decided_one_may_stop() {
    at_every_size("interview-decided", "enter enter 1 enter 3 enter");
}

#[test]
fn verdict_on_answers_that_contradict_each_other() {
    at_every_size("verdict-contradiction", "enter enter 1 enter 3 v");
    at_every_size("verdict-contradiction-why", "enter enter 1 enter 3 v w");
}

#[test]
fn verdict_gaps() {
    at_every_size("verdict-gaps", &format!("{ANSWERS} v tab down"));
}

#[test]
fn verdict_what_if() {
    at_every_size("verdict-what-if", &format!("{ANSWERS} v tab tab"));
}

#[test]
fn verdict_find_out() {
    at_every_size("verdict-find-out", &format!("{ANSWERS} v tab tab tab"));
}

#[test]
fn verdict_then_and_now() {
    at_every_size("verdict-time", &format!("{ANSWERS} v tab tab tab tab"));
}

#[test]
fn verdict_details_of_a_reason() {
    at_every_size("verdict-details", &format!("{ANSWERS} v enter"));
}

#[test]
fn verdict_by_the_article() {
    at_every_size("verdict-article", &format!("{ANSWERS} v t"));
}

#[test]
fn verdict_without_answers() {
    at_every_size("verdict-empty", "v");
}

#[test]
fn search_while_typing() {
    at_every_size("search", "/ l e a d");
}

#[test]
fn search_results() {
    at_every_size("search-results", "/ l e a d enter down");
}

#[test]
fn search_filtered() {
    at_every_size("search-filtered", "/ enter f f f s d");
}

#[test]
fn a_result_made_a_must() {
    at_every_size("search-must", "/ l e a d enter m");
}

#[test]
fn search_without_a_result() {
    at_every_size("search-nothing", "/ z z z z");
}

/// The same with two other plans on the shelf.
fn with_plans_at_every_size(name: &str, keys: &str) {
    for (width, height) in SIZES {
        let mut screen = Screen::new(width, height).with_others();
        screen.press(keys);
        insta::assert_snapshot!(format!("{name}-{width}x{height}"), screen.text());
    }
}

#[test]
fn plans() {
    with_plans_at_every_size("start-plans", &format!("{ANSWERS} esc esc"));
    with_plans_at_every_size("plans", &format!("{ANSWERS} p down"));
    with_plans_at_every_size("compare", &format!("{ANSWERS} p down c"));
}

#[test]
fn read_only() {
    let mut screen = Screen::with_session(80, 24, Session::ReadOnly);
    screen.press("enter 1");
    insta::assert_snapshot!("read-only-80x24", screen.text());
    let mut changed = Vec::new();
    for keys in ["1", "space", "m", "d", "x", "0", "backspace", "n", "enter", "u", "r", "R"] {
        let before = screen.app.plan.answers().clone();
        screen.press(keys);
        if screen.app.plan.answers() != &before || screen.app.overlay.is_some() {
            changed.push(keys);
        }
    }
    assert_eq!(changed, [""; 0]);
    screen.press("t v e /");
    assert!(!screen.effects.iter().any(|effect| matches!(effect, Effect::Save { .. } | Effect::Place(_))));
}

#[test]
fn another_plan_is_opened_copied_put_aside_and_brought_back() {
    let mut screen = Screen::new(80, 24).with_others();
    screen.press(ANSWERS);
    screen.effects.clear();
    screen.press("p down d");
    let copied = screen.app.plan.answers().title.clone();
    assert!(copied.starts_with("Autumn") && copied.ends_with(" (scenario)"), "{copied}");
    screen.press("p down x u");
    screen.press("p down enter");
    let wishes: Vec<Effect> = screen
        .effects
        .iter()
        .filter(|effect| !matches!(effect, Effect::Save { .. } | Effect::Place(_)))
        .cloned()
        .collect();
    let [Effect::Open(Which::Copy(_)), Effect::PutAside(first), Effect::BringBack(again), Effect::Open(Which::Kept(_))] =
        wishes.as_slice()
    else {
        panic!("{wishes:#?}");
    };
    assert_eq!(first, again);
}

/// Answers that would be lost are not left without a question.
#[test]
fn a_plan_that_is_not_saved_is_not_left_unasked() {
    let mut screen = Screen::with_session(80, 24, Session::NotKept).with_others();
    screen.press("enter 1 p down enter");
    assert!(screen.text().contains("The answers are not saved. Leave this plan"), "{}", screen.text());
    screen.press("n");
    assert!(!screen.effects.iter().any(|effect| matches!(effect, Effect::Open(_))));
    screen.press("esc S enter");
    let Some(Effect::Export { path, text, .. }) = screen.effects.last() else { panic!("{:?}", screen.effects) };
    assert_eq!(path, "journey-plan.toml");
    assert!(text.contains("[answers]"), "{text}");
    screen.event(Event::Reply(Reply::Exported { path: "journey-plan.toml".to_owned() }));
    screen.press("q");
    assert_eq!(screen.effects.last(), Some(&Effect::Quit));
}

#[test]
fn while_another_plan_is_opened_nothing_is_changed() {
    let mut screen = Screen::new(80, 24).with_others();
    screen.press("enter 1 p down");
    let effects = screen.app.handle(Event::Key(KeyPress::parse("enter").unwrap()));
    assert!(matches!(effects.as_slice(), [Effect::Open(_)]), "{effects:?}");
    let before = screen.app.plan.answers().clone();
    for key in ["i", "2", "R", "D", "x"] {
        assert_eq!(screen.app.handle(Event::Key(KeyPress::parse(key).unwrap())), []);
    }
    assert_eq!(screen.app.plan.answers(), &before);
    screen.event(Event::Reply(Reply::Refused { reason: "the disk is gone".to_owned() }));
    assert!(screen.text().contains("Not done: the disk is gone"), "{}", screen.text());
    screen.press("i");
    assert!(screen.text().contains("question 1"), "{}", screen.text());
}

#[test]
fn export() {
    at_every_size("export", &format!("{ANSWERS} e down"));
}

#[test]
fn export_asks_where() {
    at_every_size("export-path", &format!("{ANSWERS} e down enter"));
}

#[test]
fn help() {
    at_every_size("help", "enter ?");
}

#[test]
fn palette() {
    at_every_size("palette", "enter : t h e");
}

#[test]
fn themes() {
    at_every_size("themes", "T down");
}

#[test]
fn quitting_without_a_saved_plan_asks() {
    for (width, height) in SIZES {
        let mut screen = Screen::with_session(width, height, Session::NotKept);
        screen.press("enter 1 q");
        insta::assert_snapshot!(format!("quit-{width}x{height}"), screen.text());
    }
}

#[test]
fn too_small() {
    for (width, height) in [(59, 20), (60, 19), (20, 3), (1, 1)] {
        let mut screen = Screen::new(width, height);
        screen.press("enter");
        insta::assert_snapshot!(format!("small-{width}x{height}"), screen.text());
    }
}

#[test]
fn in_ascii_there_is_nothing_else() {
    for keys in ["", "enter 1", "enter 1 v", "/ l e a d", "enter ?", ": a", "e", "a", "T"] {
        let mut screen = Screen::ascii(120, 40);
        screen.press(keys);
        let strange: BTreeSet<char> = screen.text().chars().filter(|letter| !letter.is_ascii()).collect();
        assert!(strange.is_empty(), "{keys}: {strange:?}");
    }
}

#[test]
fn every_size_can_be_drawn() {
    for width in (1..=200).step_by(7) {
        for height in 1..=60 {
            let mut screen = Screen::new(width, height);
            screen.press("enter 1 v tab");
        }
    }
}
