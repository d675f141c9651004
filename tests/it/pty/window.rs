//! What the terminal does besides keys: it changes its size, pastes, has a mouse, and tells its colours.

use crate::support::terminal::{Home, Terminal};

#[test]
fn a_storm_of_sizes_ends_in_a_whole_screen() {
    let home = Home::new();
    let mut terminal = home.start();
    terminal.wait_for("Start the questions");
    terminal.press("enter");
    terminal.wait_for("What is the journey mainly for?");
    for number in 0..400_u16 {
        terminal.resize(1 + number * 37 % 200, 1 + number * 23 % 60);
    }
    terminal.resize(59, 19);
    terminal.wait_for("needs 60x20, has 59x19; q quits");
    terminal.resize(100, 30);
    terminal.wait_for("What is the journey mainly for?");
    terminal.wait_for_quiet();
    let after_the_storm = terminal.text();
    terminal.press("ctrl-l");
    terminal.wait_for_quiet();
    assert_eq!(terminal.text(), after_the_storm);
    terminal.press("q");
    assert_eq!((terminal.end(), terminal.left_behind().as_str()), (0, ""));
}

#[test]
fn ones_own_keys_are_in_force_and_in_the_footer() {
    let home = Home::new().with_keys("verdict = \"V\"\nquit = \"Q\"\nundo = \"v\"\n");
    let mut terminal = home.start();
    terminal.wait_for("V advice");
    terminal.press("V");
    terminal.wait_for("No answer so far asks for anything");
    terminal.press("Q");
    assert_eq!((terminal.end(), terminal.left_behind().as_str()), (0, ""));
}

#[test]
fn wrong_keys_are_told_and_cost_nothing_else() {
    let home = Home::new().with_keys("verdict = \"q\"\n");
    let mut terminal = home.start();
    terminal.wait_for("Some of your own keys cannot be used.");
    terminal.press("v");
    terminal.wait_for("No answer so far asks for anything");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn what_is_pasted_is_only_text() {
    let home = Home::new();
    let mut terminal = home.start();
    for (keys, title) in
        [("", "Start the questions"), ("enter", "mainly for?"), ("v", ""), ("a", ""), ("e", ""), ("?", "")]
    {
        terminal.press(keys);
        terminal.wait_for(title);
        terminal.send(b"\x1b[200~q\nq\ny\n\x03\x1b[31m\x1b[201~");
        terminal.wait_for("Nothing here takes pasted text.");
    }
    terminal.press("/");
    terminal.wait_for("Search");
    terminal.send(b"\x1b[200~text\nmessage\x07\x1b[201~");
    terminal.wait_for("text message");
    terminal.press("ctrl-c");
    assert_eq!(terminal.end(), 130);
    assert!(!home.plans().exists());
}

/// The end of a paste can get lost on its way.
#[test]
fn out_of_a_paste_without_end_lead_the_keys_that_lead_out() {
    for (key, code) in [(b"q".as_slice(), 0), (b"\x03", 130)] {
        let home = Home::new();
        let mut terminal = home.start();
        terminal.wait_for("Start the questions");
        terminal.wait_for_quiet();
        terminal.send(b"\x1b[200~quite a");
        std::thread::sleep(std::time::Duration::from_millis(600));
        terminal.send(key);
        assert_eq!(terminal.end(), code);
    }
    let home = Home::new();
    let mut terminal = home.start();
    terminal.wait_for("Start the questions");
    terminal.press("R");
    terminal.wait_for("Name of the plan");
    terminal.wait_for_quiet();
    terminal.send(b"\x1b[200~pasted");
    std::thread::sleep(std::time::Duration::from_millis(600));
    terminal.send(b"\x1b");
    std::thread::sleep(std::time::Duration::from_millis(600));
    // In the box it would be a letter.
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_click_chooses_and_the_wheel_moves() {
    let home = Home::new();
    let mut terminal = home.start();
    terminal.wait_for("Start the questions");
    let row = terminal.text().lines().position(|line| line.contains("Start the questions")).unwrap() + 1;
    terminal.send(format!("\x1b[<0;20;{row}M\x1b[<0;20;{row}m").as_bytes());
    terminal.wait_for("What is the journey mainly for?");
    terminal.wait_for("1 ( ) One message");
    terminal.send(b"\x1b[<65;5;5M");
    terminal.wait_for("▌ 1 ( ) One message");
    terminal.send(b"\x1b[<65;5;5M");
    terminal.wait_for("▌ 2 ( ) A personal");
    terminal.press("M");
    terminal.wait_for("The mouse now marks text to copy.");
    assert_eq!(terminal.parser.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    assert_eq!((terminal.count("\x1b[?1002h"), terminal.count("\x1b[?1003h")), (0, 0));
}

#[test]
fn the_theme_follows_the_ground_and_the_answer_is_no_key() {
    for (ground, end, theme) in [("ffff/ffff/eeee", "\x1b\\", "Light"), ("0000/0000/0000", "\x07", "Dark")] {
        let home = Home::new();
        let mut terminal = Terminal::silent(&home);
        terminal.wait_for("Start the questions");
        terminal.wait_until("the question", |terminal| terminal.count("\x1b]11;?\x1b\\\x1b[c") == 1);
        terminal.send(format!("\x1b]11;rgb:{ground}{end}").as_bytes());
        terminal.wait_for(theme);
        terminal.press("q");
        assert_eq!((terminal.end(), terminal.text().as_str()), (0, ""));
    }
}

#[test]
fn a_chosen_theme_asks_nothing() {
    let home = Home::new();
    let mut terminal = Terminal::start(&home, |command| command.args(["--theme", "default-light"]));
    terminal.wait_for("Start the questions");
    terminal.wait_for_quiet();
    assert_eq!(terminal.count("\x1b]11"), 0);
    assert!(terminal.text().contains("Light"), "{}", terminal.text());
}

#[test]
fn without_colours_the_focus_shows_all_the_same() {
    let home = Home::new();
    let mut terminal = Terminal::start(&home, |command| command.env("NO_COLOR", "1"));
    terminal.wait_for("Start the questions");
    terminal.wait_for_quiet();
    let (row, column) = terminal.parser.screen().cursor_position();
    assert!(terminal.parser.screen().cell(row, column + 4).unwrap().inverse());
    let cells = (0..24).flat_map(|row| (0..80).map(move |column| (row, column)));
    for (row, column) in cells {
        let cell = terminal.parser.screen().cell(row, column).unwrap();
        assert_eq!((cell.fgcolor(), cell.bgcolor()), (vt100::Color::Default, vt100::Color::Default), "{row} {column}");
    }
}
