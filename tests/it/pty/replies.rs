//! What the terminal says for itself is no key, whatever it says and whenever, and never reaches the shell.

use std::time::Duration;

use crate::support::terminal::{ASKS_KIND, Home, KIND, Terminal};

const LIGHT: &[u8] = b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\";

/// A terminal that was asked and has said nothing.
fn asked(home: &Home) -> Terminal {
    let mut terminal = Terminal::silent(home);
    terminal.wait_for("Start the questions");
    terminal.wait_until("the question", |terminal| terminal.count(ASKS_KIND) == 1);
    terminal
}

/// A question is on the screen and nothing was made of any answer but the theme: keys still do what they say.
fn answers_to_keys(terminal: &mut Terminal) {
    terminal.wait_until_read();
    terminal.press("down down");
    terminal.wait_for("▌ 2 ( ) A personal");
    terminal.press("up");
    terminal.wait_for("▌ 1 ( ) One message");
    assert!(terminal.text().contains("no advice yet"), "{}", terminal.text());
    terminal.press("q");
    assert_eq!((terminal.end(), terminal.left_behind().as_str(), terminal.text().as_str()), (0, "", ""));
}

fn to_the_questions(terminal: &mut Terminal) {
    terminal.press("enter");
    terminal.wait_for("What is the journey mainly for?");
}

/// The colours of the question.
fn colours(terminal: &Terminal) -> (vt100::Color, vt100::Color) {
    let cell = terminal.parser.screen().cell(5, 5).unwrap();
    (cell.fgcolor(), cell.bgcolor())
}

#[test]
fn a_silent_terminal_delays_nothing_and_its_escape_key_works() {
    let home = Home::new();
    let mut terminal = asked(&home);
    to_the_questions(&mut terminal);
    terminal.press("?");
    terminal.wait_for("Keys");
    terminal.press("esc");
    terminal.wait_for("1 ( ) One message");
    answers_to_keys(&mut terminal);
}

#[test]
fn an_answer_that_is_cut_anywhere_is_no_key() {
    for cut in [1, 2, 3, 9, LIGHT.len() - 1] {
        let home = Home::new();
        let mut terminal = asked(&home);
        let before = colours(&terminal);
        let (first, rest) = LIGHT.split_at(cut);
        terminal.send(first);
        terminal.wait_until_read();
        terminal.send(rest);
        terminal.send(KIND);
        terminal.wait_until("the light theme", |terminal| colours(terminal) != before);
        // What the escape key says here.
        assert!(!terminal.text().contains("This is the start."), "{cut}: {}", terminal.text());
        to_the_questions(&mut terminal);
        answers_to_keys(&mut terminal);
    }
}

#[test]
fn an_answer_that_takes_its_time_is_none_the_worse() {
    let home = Home::new();
    let mut terminal = asked(&home);
    to_the_questions(&mut terminal);
    let before = colours(&terminal);
    std::thread::sleep(Duration::from_millis(500));
    for part in LIGHT.chunks(9) {
        terminal.send(part);
        terminal.wait_until_read();
    }
    terminal.send(KIND);
    terminal.wait_until("the light theme", |terminal| colours(terminal) != before);
    answers_to_keys(&mut terminal);
}

/// Whoever has the terminal next reads what is typed and nothing else.
#[test]
fn an_answer_after_the_end_does_not_reach_the_shell() {
    let attempt = || {
        let home = Home::new();
        let script = "\"$0\"; echo over; IFS= read -r line; printf '<%s>' \"$line\"";
        let mut terminal = home.start_below(script);
        terminal.owes_its_kind = false;
        terminal.wait_until("the question", |terminal| terminal.count(ASKS_KIND) == 1);
        terminal.press("q");
        terminal.wait_until("the normal screen", |terminal| terminal.count("\u{1b}[?1049l") == 1);
        // Long enough for a program that does not wait to have ended.
        std::thread::sleep(Duration::from_millis(200));
        terminal.send(LIGHT);
        terminal.send(KIND);
        terminal.wait_for("over");
        terminal.type_text("typed\r");
        assert_eq!(terminal.end(), 0);
        terminal.text()
    };
    // The answer is awaited for a moment only. A machine that is busy may miss it, but hardly each time.
    let mut texts = Vec::new();
    while texts.len() < 5 && !texts.last().is_some_and(is_clean) {
        texts.push(attempt());
    }
    assert!(texts.iter().any(is_clean), "{texts:#?}");
}

fn is_clean(text: &String) -> bool {
    text == "over\ntyped\n<typed>"
}

#[test]
fn what_nobody_asked_for_is_no_key() {
    let long = [b"\x1b]11;".as_slice(), &b"qvx1".repeat(50_000)].concat();
    for said in [
        b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\".as_slice(),
        b"\x1b]11;rgb:ffff\x1b\x1b]11;q\x1bq\x1b\x1b\\",
        b"\x1bPqqq\x1b\\\x1bP>|xterm q\x1b\\",
        b"\x1b_q\x1b\\\x1b^q\x1b\\\x1bXq\x1b\\",
        b"\x1b[>41;2;1c\x1b[?997;1n\x1b[?2026;2$y\x1b[24;80R\x1b[0;0R\x1b[8;24;80t",
        b"\x1b]11;\xff\xfe\x00\x03\x11\x80q\r\x1b\\",
        &long,
    ] {
        let home = Home::new();
        let mut terminal = asked(&home);
        to_the_questions(&mut terminal);
        terminal.send(said);
        if said == long {
            terminal.wait_until_read();
            // It has no end: it is over when nothing more comes for a while.
            std::thread::sleep(Duration::from_secs(1));
        }
        answers_to_keys(&mut terminal);
    }
}
