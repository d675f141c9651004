//! Golden frames: keys go in, and what is then on the screen is compared, at three sizes and more.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may fail loudly and reads its fixtures")]
#![expect(clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

#[path = "screens/screen.rs"]
#[expect(dead_code, reason = "shared with other tests")]
mod screen;

use std::collections::BTreeSet;

use journey_advisor::app::Session;
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
