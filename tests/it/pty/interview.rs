//! From the first question to the advice in a file, by keys alone.

use std::fs;

use crate::support::terminal::{Home, Terminal};

/// Answers a question with choices, all of them musts. Goes from question to question until it is asked.
fn answer(terminal: &mut Terminal, question: &str, choices: &[&str]) {
    turn(terminal, "right", asked, |terminal| terminal.text().contains(question));
    for choice in choices {
        terminal.press("g");
        terminal.wait_for("▌ 1 ");
        turn(terminal, "down", marked, |terminal| marked(terminal).contains(choice));
        let before = marked(terminal);
        terminal.press("m");
        terminal.wait_until("an answer", |terminal| marked(terminal) != before);
    }
}

/// Presses a key until something holds, each time waiting for the change that it makes.
fn turn(terminal: &mut Terminal, key: &str, changes: fn(&Terminal) -> String, holds: impl Fn(&Terminal) -> bool) {
    for _ in 0..40 {
        terminal.wait_for_frame();
        if holds(terminal) {
            return;
        }
        let before = changes(terminal);
        terminal.press(key);
        terminal.wait_until("a change", |terminal| changes(terminal) != before);
    }
    panic!("it never holds:\n{}", terminal.text());
}

/// The question, below the header.
fn asked(terminal: &Terminal) -> String {
    terminal.text().lines().nth(4).unwrap_or_default().to_owned()
}

/// The first line of the marked row.
fn marked(terminal: &Terminal) -> String {
    terminal.text().lines().skip(4).find(|line| line.contains('▌')).unwrap_or_default().to_owned()
}

/// The questions of a new plan, for the day of the article.
fn questions(home: &Home) -> Terminal {
    let mut terminal = home.start();
    terminal.wait_for("Start the questions");
    terminal.press("t g enter");
    terminal.wait_for("Planning for the article, December 2022.");
    terminal.press("enter");
    terminal.wait_for("What is the journey mainly for?");
    terminal
}

/// Writes the advice in a form of the export screen, and quits.
fn export_and_quit(terminal: &mut Terminal, keys: &str) {
    terminal.press("e");
    terminal.wait_for("Your document");
    terminal.press(keys);
    terminal.wait_for("Save as");
    terminal.press("enter");
    terminal.wait_for("Written to");
    terminal.press("q");
    assert_eq!((terminal.end(), terminal.left_behind().as_str()), (0, ""));
}

fn exported(home: &Home, ending: &str) -> String {
    let mut files = fs::read_dir(home.path()).unwrap().map(|entry| entry.unwrap().path());
    fs::read_to_string(files.find(|path| path.to_string_lossy().ends_with(ending)).unwrap()).unwrap()
}

#[test]
fn an_instant_text_message_is_built_in_real_time() {
    let home = Home::new();
    let mut terminal = questions(&home);
    answer(&mut terminal, "What starts the journey", &["A signal from our own"]);
    answer(&mut terminal, "How soon after that must", &["Within minutes"]);
    answer(&mut terminal, "On which channels", &["Text messages"]);
    terminal.press("v");
    terminal.wait_for("BUILD IT IN REAL-TIME MARKETING.");
    export_and_quit(&mut terminal, "left enter");
    assert!(exported(&home, ".md").contains("Build it in real-time marketing."));
    let edition = journey_advisor::embedded::knowledge().edition;
    let expected = format!("format = 1\ntitle = \"\"\nas-of = \"article\"\nedition = \"{edition}\"\n\n[answers]\n")
        + "\
                    start = { chosen = [\"own-signal\"], importance = { own-signal = \"must\" } }\n\
                    reaction-time = { chosen = [\"minutes\"], importance = \"must\" }\n\
                    channels = { chosen = [\"sms\"], importance = { sms = \"must\" } }\n";
    assert_eq!(home.plan(), expected);

    let mut again = home.start();
    again.wait_for("Go on with the export");
    again.wait_for("3 of 1");
    again.press("v");
    again.wait_for("BUILD IT IN REAL-TIME MARKETING.");
    again.press("q");
    assert_eq!(again.end(), 0);
    assert_eq!(home.plan(), expected);
}

#[test]
fn leads_linkedin_and_a_split_are_built_in_outbound() {
    let home = Home::new();
    let mut terminal = questions(&home);
    answer(&mut terminal, "What else does the plan", &["Leads and the handover", "LinkedIn or other"]);
    answer(&mut terminal, "Which steps must the journey", &["Share people out"]);
    answer(&mut terminal, "What must happen with leads?", &["Create a lead"]);
    answer(&mut terminal, "Which social networks", &["Use a LinkedIn"]);
    terminal.press("v");
    terminal.wait_for("BUILD IT IN OUTBOUND MARKETING.");
    terminal.press("t G enter");
    terminal.wait_for("Planning for today");
    terminal.wait_until("other advice", |terminal| !terminal.text().contains("BUILD IT IN OUTBOUND MARKETING."));
    export_and_quit(&mut terminal, "left left enter");
    assert!(exported(&home, ".txt").contains("removed in May 2026"));
    let plan = home.plan();
    for answer in ["create-lead", "linkedin-campaign", "percentage-split"] {
        assert!(plan.contains(&format!("{answer} = \"must\"")), "{plan}");
    }
}

#[test]
fn enter_alone_answers_nothing() {
    let home = Home::new();
    let mut terminal = home.start();
    terminal.wait_for("Start the questions");
    terminal.press("enter");
    terminal.wait_for("What is the journey mainly for?");
    for _ in 1..60 {
        terminal.press("enter");
    }
    terminal.wait_until_read();
    terminal.wait_for_quiet();
    terminal.press("R");
    terminal.wait_for("Name of the plan");
    terminal.type_text("Nothing said\r");
    terminal.wait_for("saved ✓");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    let plan = home.plan();
    assert!(plan.contains("title = \"Nothing said\""), "{plan}");
    assert!(!plan.contains("chosen") && plan.trim_end().ends_with("[answers]"), "{plan}");
}

#[test]
fn an_export_replaces_nothing_without_asking() {
    let home = Home::new();
    let mut terminal = questions(&home);
    let write = |terminal: &mut Terminal| {
        terminal.press("e");
        terminal.wait_for("Your document");
        terminal.press("enter");
        terminal.wait_for("Save as");
        for _ in 0..30 {
            terminal.press("backspace");
        }
        terminal.type_text("advice.txt");
        terminal.wait_for("advice.txt");
        terminal.press("enter");
    };
    fs::write(home.path().join("advice.txt"), "mine").unwrap();
    write(&mut terminal);
    terminal.wait_for("advice.txt is there already. Write over it?");
    assert_eq!(fs::read_to_string(home.path().join("advice.txt")).unwrap(), "mine");
    terminal.press("y");
    terminal.wait_for("Written to");
    assert_ne!(fs::read_to_string(home.path().join("advice.txt")).unwrap(), "mine");
}

#[test]
fn a_copy_goes_to_the_clipboard_of_the_terminal() {
    let home = Home::new();
    let mut terminal = questions(&home);
    terminal.press("y");
    terminal.wait_for("Sent to the terminal's clipboard.");
    assert_eq!(terminal.count("\x1b]52;c;"), 1);
}
