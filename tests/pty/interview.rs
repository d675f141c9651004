//! From the first question to the advice in a file, by keys alone.

use std::fs;

use crate::terminal::{Home, Terminal};

/// Goes to the question that asks this, question by question.
fn go_to(terminal: &mut Terminal, question: &str) {
    for _ in 0..60 {
        if terminal.text().contains(question) {
            return;
        }
        let before = terminal.text();
        terminal.press("right");
        terminal.wait_until("the next question", |terminal| terminal.text() != before);
    }
    panic!("nobody asks {question}:\n{}", terminal.text());
}

#[test]
fn draft() {
    let home = Home::new();
    let mut terminal = home.start();
    terminal.wait_for("Start the questions");
    println!("{}", terminal.text());
    terminal.press("t");
    terminal.wait_for_quiet();
    println!("{}", terminal.text());
    terminal.press("enter");
    terminal.wait_for("What is the journey mainly for?");
    println!("{}", terminal.text());
    go_to(&mut terminal, "What starts");
    println!("{}", terminal.text());
    terminal.press("v");
    terminal.wait_for_quiet();
    println!("{}", terminal.text());
    terminal.press("e");
    terminal.wait_for_quiet();
    println!("{}", terminal.text());
    let _ = fs::read(home.path());
}
