//! The plan is kept: across runs, beside other windows, and on a disk that is not as it should be.

use std::fs;
use std::path::Path;

use crate::support::process::wait;
use crate::support::terminal::{Home, Terminal};

fn answer(terminal: &mut Terminal) {
    terminal.wait_for("Start the questions");
    terminal.press("enter");
    terminal.wait_for("What is the journey mainly for?");
    terminal.press("1 enter");
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
    terminal.wait_for("topic 1 of");
    terminal.press("1");
    terminal.wait_for("saved ✓");
    quit(&mut terminal);
    assert_eq!(home.plan(), before);
    assert!(fs::read_to_string(home.plans().join("plan-0002.toml")).unwrap().contains("chosen"));
}

#[test]
fn a_second_window_is_told_so_and_can_read_or_copy() {
    let home = with_plan();
    let before = home.plan();
    let mut first = home.start();
    first.wait_for("Go on with the questions");
    let mut second = home.start();
    second.wait_for("This plan is open in another window. Here it can only be read.");
    second.wait_for("Go on with the questions");
    second.press("enter");
    second.wait_for("What else does the plan involve?");
    second.wait_for("read only");
    second.press("1");
    second.wait_for("This plan can only be read here. D makes a copy.");
    second.press("v");
    second.wait_for("BUILD IT IN");
    second.press("D");
    second.wait_for("(scen");
    second.wait_for("saved ✓");
    second.press("1 enter");
    second.wait_for("saved ✓");
    quit(&mut second);
    assert_eq!(home.plan(), before);
    assert!(fs::read_to_string(home.plans().join("plan-0002.toml")).unwrap().contains("(scenario)"));
    quit(&mut first);
    let mut third = home.start();
    third.wait_for("Go on with");
    assert!(!third.text().contains("another window"));
    quit(&mut third);
}

#[test]
fn a_window_that_may_only_read_takes_over_when_the_other_one_ends() {
    let home = with_plan();
    let mut first = home.start();
    first.wait_for("Go on with the questions");
    let mut second = home.start();
    second.wait_for("This plan is open in another window.");
    second.press("enter");
    second.wait_for("What else does the plan involve?");
    first.press("enter");
    first.wait_for("What else does the plan involve?");
    first.press("1");
    first.wait_for("saved ✓");
    quit(&mut first);
    second.wait_for("The other window has ended. The plan can be changed here now.");
    second.wait_for("1 [x]");
    let before = home.plan();
    second.press("2");
    second.wait_for("2 [x]");
    second.wait_for("saved ✓");
    quit(&mut second);
    assert_ne!(home.plan(), before);
    // One that was killed has ended too.
    let mut first = home.start();
    first.wait_for("Go on with the questions");
    let mut second = home.start();
    second.wait_for("This plan is open in another window.");
    first.process().signal(rustix::process::Signal::KILL);
    second.wait_for("The other window has ended.");
    second.wait_for("Go on with the questions");
    quit(&mut second);
}

#[test]
fn a_plan_goes_on_where_it_was_left() {
    let home = with_plan();
    let mut terminal = home.start();
    terminal.wait_for("Go on with the questions");
    terminal.press("v");
    terminal.wait_for("BUILD IT IN");
    quit(&mut terminal);
    let mut terminal = home.start();
    terminal.wait_for("Go on with the advice");
    terminal.press("enter");
    terminal.wait_for("BUILD IT IN");
    terminal.press("i");
    terminal.wait_for("What else does the plan involve?");
    // A crash does not lose the place either.
    terminal.press("right");
    terminal.wait_until("the next question", |terminal| !terminal.text().contains("What else does the plan involve?"));
    let question = terminal.text().lines().nth(5).unwrap().trim().to_owned();
    wait("the place", || fs::read_to_string(home.plans().join("plan-0001.place")).unwrap().starts_with("questions "));
    terminal.wait_for_quiet();
    terminal.process().signal(rustix::process::Signal::KILL);
    let mut terminal = home.start();
    terminal.wait_for("Go on with the questions");
    terminal.press("enter");
    terminal.wait_for(&question);
    quit(&mut terminal);
}

#[test]
fn another_plan_is_gone_on_with_from_the_start() {
    let home = with_plan();
    let mut terminal = home.start();
    terminal.wait_for("Go on with the questions");
    terminal.press("enter");
    terminal.wait_for("What else does the plan involve?");
    terminal.press("R");
    terminal.wait_for("Name of the plan");
    terminal.type_text("Spring\r");
    terminal.wait_for("Spring  Purpose");
    terminal.wait_for("saved ✓");
    terminal.press("p n");
    terminal.wait_for("What is the journey mainly for?");
    terminal.press("1");
    terminal.wait_for("saved ✓");
    quit(&mut terminal);
    let mut terminal = home.start();
    terminal.wait_for("Spring");
    terminal.press("p down c");
    terminal.wait_for("Both lead to the same");
    terminal.press("p enter");
    terminal.wait_until("the plan by its name", |terminal| {
        terminal.text().lines().next().is_some_and(|line| line.contains("Spring"))
    });
    terminal.wait_for("What else does the plan involve?");
    quit(&mut terminal);
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
    terminal.wait_for("Start the questions");
    terminal.press("enter");
    terminal.wait_for("What is the journey mainly for?");
    terminal.press("1");
    terminal.wait_for("NOT SAVED");
    terminal.wait_for("Nothing is saved now. S writes the answers elsewhere.");
    terminal.press("v");
    terminal.wait_for("BUILD IT IN");
    terminal.wait_for("not saved: a file is where a folder should be: ");
    terminal.press("q");
    terminal.wait_for("The answers are not saved. Quit and lose them?");
    terminal.press("n");
    keep_elsewhere(&mut terminal, &home);
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let text = terminal.text();
    assert!(text.starts_with("The answers are in a file. For their advice: journey-advisor advise "), "{text}");
    let mut terminal = home.start();
    answer(&mut terminal);
    terminal.wait_for("NOT SAVED");
    terminal.press("q");
    terminal.wait_for("The answers are not saved. Quit and lose them?");
    terminal.press("y");
    assert_eq!(terminal.end(), 1);
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
    terminal.press("1");
    terminal.wait_for("NOT SAVED");
    terminal.wait_for("Nothing is saved now. S writes the answers elsewhere.");
    terminal.press("down");
    terminal.wait_for("not saved: files may not get that large here: ");
    terminal.press("S");
    terminal.wait_for("Write the answers to");
    terminal.press("enter");
    terminal.wait_for("Not written: ");
    assert_eq!(home.plan(), before);
    terminal.press("ctrl-c");
    assert_eq!(terminal.end(), 130);
    assert_eq!(home.plan(), before);
}

/// Writes the answers where there is room for them.
fn keep_elsewhere(terminal: &mut Terminal, home: &Home) {
    terminal.press("S");
    terminal.wait_for("Write the answers to");
    terminal.send(b"\x15");
    terminal.type_text("elsewhere.toml\r");
    terminal.wait_for("Written to");
    let text = fs::read_to_string(home.path().join("elsewhere.toml")).unwrap();
    assert!(text.contains("purpose = "), "{text}");
}

#[test]
fn with_a_home_that_is_none_it_runs_and_the_answers_can_be_written_elsewhere() {
    let home = Home::new();
    let nowhere = home.path().join("a file");
    fs::write(&nowhere, "").unwrap();
    let mut terminal = Terminal::start(&home, |command| {
        for name in ["XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
            command.env_remove(name);
        }
        command.env("HOME", nowhere);
    });
    answer(&mut terminal);
    terminal.wait_for("NOT SAVED");
    keep_elsewhere(&mut terminal, &home);
    terminal.press("S");
    terminal.wait_for("Write the answers to");
    terminal.wait_for("elsewhere.toml");
    terminal.press("esc");
    terminal.wait_until("the field is gone", |terminal| !terminal.text().contains("Write the answers to"));
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_plan_for_another_edition_opens_with_the_differences() {
    let home = with_plan();
    let plan = home.plan();
    let edition = plan.lines().find(|line| line.starts_with("edition = ")).unwrap();
    let other = plan.replace(edition, "edition = \"2019-05\"") + "fax = [\"yes\"]\n";
    fs::write(home.plans().join("plan-0001.toml"), &other).unwrap();
    let mut terminal = home.start();
    terminal.wait_for("The knowledge has changed since this plan was saved");
    terminal.wait_for("The question `fax` is no longer asked");
    terminal.press("esc");
    terminal.wait_for("Go on with the questions");
    quit(&mut terminal);
    assert_eq!(fs::read_to_string(home.plans().join("plan-0001.toml.before")).unwrap(), other);
}

#[test]
fn what_another_program_wrote_to_the_open_plan_is_kept_and_the_person_is_told() {
    let home = with_plan();
    let theirs = home.plan() + "cloud = { chosen = [\"commercial\"] }\n";
    let mut terminal = home.start();
    terminal.wait_for("Go on with the questions");
    terminal.press("enter");
    terminal.wait_for("What else does the plan involve?");
    fs::write(home.plans().join("plan-0001.toml"), &theirs).unwrap();
    terminal.press("1");
    terminal.wait_for("Changed by another program; kept as plan-0001.toml.before. O compares.");
    terminal.wait_for("saved ✓");
    assert_eq!(fs::read_to_string(home.plans().join("plan-0001.toml.before")).unwrap(), theirs);
    assert!(home.plan().contains("scope = ") && !home.plan().contains("cloud"));
    terminal.press("2");
    wait("the next answer", || home.plan().matches('"').count() > 6);
    assert!(!home.plans().join("plan-0001.toml.before-2").exists());
    terminal.press("O");
    terminal.wait_for("What another program wrote");
    terminal.press("enter enter");
    terminal.wait_for("The plan says all that the other program wrote.");
    wait("what was taken over", || home.plan().contains("cloud") && !home.plan().contains("scope = "));
    terminal.press("u u");
    wait("what was taken back", || !home.plan().contains("cloud") && home.plan().contains("scope = "));
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    terminal.wait_for("What another program wrote to the plan is kept as plan-0001.toml.before.");
}

#[test]
fn what_another_program_wrote_is_told_line_by_line_too() {
    let home = with_plan();
    let mut terminal = Terminal::start(&home, |command| command.args(["--plain"]));
    terminal.wait_for("What else does the plan involve?");
    let theirs = home.plan() + "# by hand\n";
    fs::write(home.plans().join("plan-0001.toml"), &theirs).unwrap();
    terminal.type_text("note mine\r");
    terminal.wait_for("Changed by another program; kept as");
    terminal.type_text("quit\r");
    assert_eq!(terminal.end(), 0);
    assert_eq!(fs::read_to_string(home.plans().join("plan-0001.toml.before")).unwrap(), theirs);
    assert!(home.plan().contains("mine"));
}

/// All files below a folder that hold a text.
fn holding(folder: &Path, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(holding(&path, text));
        } else if String::from_utf8_lossy(&fs::read(&path).unwrap()).contains(text) {
            found.push(path.file_name().unwrap().to_string_lossy().into_owned());
        }
    }
    found
}

#[test]
fn no_answer_is_written_anywhere_but_into_the_plan_and_its_steps_after_a_bug_either() {
    let home = Home::new();
    let mut terminal = home.start();
    answer(&mut terminal);
    terminal.wait_for("What else does the plan involve?");
    terminal.press("n");
    terminal.wait_for("In your own words.");
    terminal.type_text("for nobody else\r");
    wait("the note", || home.plan().contains("for nobody else"));
    quit(&mut terminal);
    let mut terminal = Terminal::start(&home, |command| command.env("JOURNEY_ADVISOR_FAIL_POINT", "saving"));
    terminal.wait_for("Go on with the questions");
    terminal.press("enter");
    terminal.wait_for("What else does the plan involve?");
    terminal.press("1");
    assert_eq!(terminal.end(), 70);
    assert!(terminal.text().contains("the fail point `saving`"), "{}", terminal.text());
    assert!(!terminal.text().contains("for nobody else"), "{}", terminal.text());
    assert_eq!(holding(home.path(), "for nobody else"), ["plan-0001.steps", "plan-0001.toml"]);
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
    terminal.wait_for("topic 1 of");
    terminal.press("1");
    terminal.wait_for("saved ✓");
    quit(&mut terminal);
    assert_eq!(home.plan(), before);
    let others = fs::read_dir(home.plans()).unwrap().filter(|entry| entry.as_ref().unwrap().path().is_dir());
    assert_eq!(others.count(), 1);
}
