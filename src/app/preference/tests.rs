//! `config.toml`: what is read, what is said about mistakes, and what stays when a line changes.

use std::borrow::Cow;

use super::{PreferenceName, Preferences, changed, read, without};
use crate::diagnostic::{File, render};
use crate::model::answers::Answers;
use crate::model::paper::PaperField;

fn file(text: &str) -> File {
    File { path: "config.toml".to_owned(), text: text.to_owned() }
}

fn good(text: &str) -> Preferences {
    let (preferences, problems) = read(&file(text));
    assert!(problems.is_empty(), "{problems:#?}");
    preferences
}

#[test]
fn every_mistake_is_said_at_its_place_and_costs_its_line_alone() {
    let text = "thme = \"nord\"\nmouse = \"yes\"\nplain = true\naccent = \"#8fd0cf\"\nexport-folder = \"documents\"\nauthor = \"J. Doe\"\ncompany = \"\"\n";
    let (preferences, problems) = read(&file(text));
    assert_eq!(preferences.get(PreferenceName::Author), Some("J. Doe"));
    assert_eq!(preferences.is_on(PreferenceName::Plain), Some(true));
    assert_eq!(preferences.is_on(PreferenceName::Mouse), None);
    insta::assert_snapshot!(render::render(&problems, &[file(text)], false));
}

#[test]
fn a_line_changes_and_whatever_else_is_written_stays() {
    let own = "# mine\ntheme = \"nord\"   # cold\n\nmouse = true\n";
    let set = |text: &str, name, value: &str| changed(&file(text), name, value);
    let other = set(own, PreferenceName::Theme, "gruvbox");
    assert_eq!(other, "# mine\ntheme = \"gruvbox\"   # cold\n\nmouse = true\n");
    let both = set(&set(&other, PreferenceName::Mouse, "false"), PreferenceName::Author, "\"J\" \\ D\u{1b}");
    assert_eq!(good(&both).get(PreferenceName::Author), Some("\"J\" \\ D\u{1b}"));
    assert!(both.contains("\nmouse = false\n") && !both.contains('\u{1b}'), "{both}");
    assert_eq!(without(&file(own), PreferenceName::Theme), "# mine\n\nmouse = true\n");
    assert_eq!(without(&file("mouse = true"), PreferenceName::Mouse), "");
    assert_eq!(without(&file(own), PreferenceName::Author), own);
    assert_eq!(set("mouse = true", PreferenceName::Plain, "true"), "mouse = true\nplain = true\n");
}

#[test]
fn what_a_plan_says_about_its_document_comes_first() {
    let preferences = good("author = \"J. Doe\"\ncompany = \"Doe Consulting\"\ntheme = \"nord\"\n");
    let mut answers = Answers::default();
    answers.paper.say(PaperField::Author, "A. Smith").unwrap();
    let paper = preferences.completed(answers).paper;
    let said = PaperField::ALL.map(|field| paper.said(field).map(Cow::into_owned));
    let said: Vec<String> = said.into_iter().flatten().collect();
    assert_eq!(said, ["A. Smith", "Doe Consulting"]);
}
