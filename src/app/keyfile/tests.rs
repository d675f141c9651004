//! What a key file may say, and what is said about what it may not.

use super::read;
use crate::app::action::Action;
use crate::app::context::{Context, Screen};
use crate::app::key::KeyPress;
use crate::app::keymap::Keymap;
use crate::diagnostic::{File, render};

fn keys(text: &str) -> (Keymap, String) {
    let file = File { path: "keys.toml".to_owned(), text: text.to_owned() };
    let (keymap, problems) = read(&file);
    (keymap, render::render(&problems, &[file], false))
}

fn does(keymap: &Keymap, context: Context, key: &str) -> Option<Action> {
    keymap.action(context, KeyPress::parse(key)?)
}

#[test]
fn a_command_gets_the_keys_that_it_is_given_and_loses_the_others() {
    let (keymap, problems) = keys("verdict = \"V\"\nnot-sure = [\"z\", \"ctrl-n\"]\nmouse = []\n");
    assert_eq!(problems, "");
    assert_eq!(does(&keymap, Context::Interview, "V"), Some(Action::Go(Screen::Advice)));
    assert_eq!(does(&keymap, Context::Interview, "v"), None);
    assert_eq!(does(&keymap, Context::Interview, "z"), Some(Action::NotSure));
    assert_eq!(does(&keymap, Context::Interview, "ctrl-n"), Some(Action::NotSure));
    assert_eq!(does(&keymap, Context::Interview, "M"), None);
    assert_eq!(does(&keymap, Context::Interview, "e"), Some(Action::Go(Screen::Export)));
}

#[test]
fn two_commands_may_change_places() {
    let (keymap, problems) = keys("verdict = \"e\"\nexport = \"v\"\n");
    assert_eq!(problems, "");
    assert_eq!(does(&keymap, Context::Answers, "e"), Some(Action::Go(Screen::Advice)));
    assert_eq!(does(&keymap, Context::Answers, "v"), Some(Action::Go(Screen::Export)));
}

#[test]
fn everything_wrong_is_said_at_its_place_and_costs_its_line_alone() {
    let (keymap, problems) = keys(
        "verdct = \"V\"\nmust = 5\nshould = \"ctrl-shift-s\"\nquit = []\nrun = \"r\"\nnot-sure = \"v\"\ncould = \"C\"\n",
    );
    insta::assert_snapshot!(problems);
    assert_eq!(does(&keymap, Context::Interview, "v"), Some(Action::Go(Screen::Advice)));
    assert_eq!(does(&keymap, Context::Interview, "d"), Some(Action::NotSure));
    assert_eq!(does(&keymap, Context::Interview, "C"), Some(Action::Could));
    assert_eq!(does(&keymap, Context::Start, "q"), Some(Action::Quit));
}

#[test]
fn of_two_own_lines_that_clash_the_first_counts() {
    let (keymap, problems) = keys("could = \"z\"\nmust = \"z\"\n");
    insta::assert_snapshot!(problems);
    assert_eq!(does(&keymap, Context::Interview, "z"), Some(Action::Could));
    assert_eq!(does(&keymap, Context::Interview, "m"), Some(Action::Must));
}

#[test]
fn a_file_that_is_no_toml_changes_no_key() {
    let (keymap, problems) = keys("verdict = \"V\"\nmust = \n");
    insta::assert_snapshot!(problems);
    assert_eq!(keymap, Keymap::default());
}
