//! The plan is kept: across runs, beside other windows, and on a disk that is not as it should be.

use std::fs;

use crate::terminal::{Home, Terminal};

fn answer(terminal: &mut Terminal) {
    terminal.wait_for("Start the questions");
    terminal.press("enter");
    terminal.wait_for("What is the journey mainly for?");
    terminal.press("enter");
}

fn quit(terminal: &mut Terminal) {
    terminal.press("q");
    assert_eq!((terminal.end(), terminal.left_behind().as_str()), (0, ""));
}

/// A home with a plan of one answer.
fn with_plan() -> Home {
    let home = Home::new();
    let mut terminal = home.start();
    answer(&mut terminal);
    terminal.wait_for("saved ✓");
    quit(&mut terminal);
    home
}

#[test]
fn a_new_plan_leaves_the_one_before_as_it_is() {
    let home = with_plan();
    let before = home.plan();
    let mut terminal = home.start();
    terminal.wait_for("1 of 1");
    terminal.press("G up enter");
    terminal.wait_for("Begin a new plan?");
    terminal.press("y");
    answer(&mut terminal);
    terminal.wait_for("saved ✓");
    quit(&mut terminal);
    assert_eq!(home.plan(), before);
    assert!(fs::read_to_string(home.plans().join("plan-0002.toml")).unwrap().contains("chosen"));
}

#[test]
fn a_second_window_is_told_so() {
    let home = with_plan();
    let before = home.plan();
    let mut first = home.start();
    first.wait_for("Go on with the questions");
    let mut second = home.start();
    second.wait_for("This plan is open in another window. Changes made here are not saved.");
    second.press("enter");
    second.wait_for("What else does the plan involve?");
    second.press("enter");
    second.wait_for("not saved");
    second.press("q");
    second.wait_for("The answers are not saved. Quit and lose them?");
    second.press("y");
    assert_eq!((second.end(), second.text().as_str()), (0, "The answers were not saved."));
    assert_eq!(home.plan(), before);
    quit(&mut first);
    let mut third = home.start();
    third.wait_for("Go on with the questions");
    assert!(!third.text().contains("another window"));
}

#[test]
fn a_damaged_plan_is_put_aside_and_the_person_is_told() {
    let home = with_plan();
    let damaged = format!("{}scope = {{ chosen = [\"le", home.plan());
    fs::write(home.plans().join("plan-0001.toml"), &damaged).unwrap();
    let mut terminal = home.start();
    terminal.wait_for("1 line of the saved plan could not be read.");
    terminal.wait_for("1 of 1");
    quit(&mut terminal);
    assert_eq!(fs::read_to_string(home.plans().join("plan-0001.toml.damaged")).unwrap(), damaged);
    assert!(home.plan().ends_with("purpose = { chosen = [\"broadcast\"] }\n"));
}

#[test]
fn where_nothing_can_be_written_the_person_is_told_and_everything_else_works() {
    let home = Home::new();
    fs::write(home.path().join("data"), "a file where a folder is wanted").unwrap();
    let mut terminal = home.start();
    answer(&mut terminal);
    terminal.wait_for("NOT SAVED");
    terminal.press("v");
    terminal.wait_for("BUILD IT IN");
    terminal.wait_for("not saved: a file is where a folder should be: ");
    terminal.press("q");
    terminal.wait_for("The answers are not saved. Quit and lose them?");
    terminal.press("y");
    assert_eq!(terminal.end(), 0);
    let text = terminal.text();
    assert!(text.starts_with("The last changes are not saved: a file is where a folder should be: "), "{text}");
}

#[test]
fn on_a_full_disk_the_plan_of_before_stays_whole() {
    let home = with_plan();
    let before = home.plan();
    let mut terminal = home.start_below("ulimit -f 0; exec \"$0\"");
    terminal.wait_for("Go on with the questions");
    terminal.press("enter");
    terminal.wait_for("What else does the plan involve?");
    terminal.press("enter");
    terminal.wait_for("NOT SAVED");
    terminal.press("down");
    terminal.wait_for("not saved: files may not get that large here: ");
    assert_eq!(home.plan(), before);
    terminal.press("ctrl-c");
    assert_eq!(terminal.end(), 130);
    assert_eq!(home.plan(), before);
}

#[test]
fn without_a_place_in_the_world_it_still_runs() {
    let home = Home::new();
    let mut terminal = Terminal::start(&home, |command| {
        command.env("HOME", "/nonexistent");
        command.env("XDG_DATA_HOME", "relative/and/so/ignored");
        command.env("XDG_CONFIG_HOME", "");
    });
    terminal.wait_for("Start the questions");
    quit(&mut terminal);
    assert!(!home.path().join("relative").exists());
}

#[test]
fn a_plan_is_not_touched_by_another_knowledge_base() {
    let home = with_plan();
    let before = home.plan();
    let knowledge = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/small");
    let mut terminal = Terminal::start(&home, |command| command.args(["--knowledge", knowledge]));
    terminal.wait_for("Start the questions");
    terminal.press("enter");
    terminal.wait_for("question 1 of");
    terminal.press("enter");
    terminal.wait_for("saved ✓");
    quit(&mut terminal);
    assert_eq!(home.plan(), before);
    let others = fs::read_dir(home.plans()).unwrap().filter(|entry| entry.as_ref().unwrap().path().is_dir());
    assert_eq!(others.count(), 1);
}
