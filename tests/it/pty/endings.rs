//! However the program ends, the terminal is as it was, and the answers are on the disk.

use rustix::process::Signal;

use crate::support::process::{Process, wait};
use crate::support::terminal::{Home, Terminal};

/// One answer on the disk.
fn answered(home: &Home) -> Terminal {
    let terminal = home.start();
    answer(terminal)
}

fn answer(mut terminal: Terminal) -> Terminal {
    terminal.wait_for("Start the questions");
    terminal.press("enter");
    terminal.wait_for("What is the journey mainly for?");
    terminal.press("1 enter");
    terminal.wait_for("saved");
    terminal
}

/// Ends it, and looks at what is left.
fn ends(mut terminal: Terminal, home: &Home, code: u32) -> Terminal {
    assert_eq!(terminal.end(), code);
    assert_eq!(terminal.left_behind(), "");
    assert!(home.plan().contains("chosen = ["), "{}", home.plan());
    terminal
}

#[test]
fn quitting_says_where_the_plan_is() {
    let home = Home::new();
    let mut terminal = answered(&home);
    terminal.press("q");
    let terminal = ends(terminal, &home, 0);
    let expected = format!(
        "The plan is saved. For its advice: journey-advisor advise {}",
        home.plans().join("plan-0001.toml").display()
    );
    assert_eq!(terminal.text().replace('\n', ""), expected);
}

#[test]
fn quitting_without_an_answer_leaves_nothing() {
    let home = Home::new();
    let mut terminal = home.start();
    terminal.wait_for("Start the questions");
    terminal.press("q");
    assert_eq!((terminal.end(), terminal.left_behind().as_str(), terminal.text().as_str()), (0, "", ""));
    assert!(!home.plans().exists());
}

#[test]
fn ctrl_c_ends_it_at_once() {
    let home = Home::new();
    let mut terminal = answered(&home);
    terminal.press("ctrl-c");
    ends(terminal, &home, 130);
}

#[test]
fn signals_end_it_in_order() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)] {
        let home = Home::new();
        let terminal = answered(&home);
        terminal.process().signal(signal);
        ends(terminal, &home, code);
    }
}

#[test]
#[cfg(debug_assertions)]
fn a_bug_gives_the_terminal_back_before_it_is_reported_and_the_plan_is_kept() {
    for (place, is_saved) in [("update", false), ("drawing", true), ("saving", true), ("save worker", false)] {
        let home = Home::new();
        let mut terminal = answered(&home);
        terminal.press("q");
        ends(terminal, &home, 0);
        let before = home.plan();
        let mut terminal = Terminal::start(&home, |command| command.env("JOURNEY_ADVISOR_FAIL_POINT", place));
        terminal.wait_for("Go on with the questions");
        terminal.press("enter 1");
        assert_eq!(terminal.end(), 70, "{place}");
        assert_eq!(terminal.left_behind(), "", "{place}");
        assert!(terminal.text().contains(&format!("the fail point `{place}`")), "{}", terminal.text());
        let chosen = |plan: &str| plan.matches("chosen = [").count();
        let (before, now) = (chosen(&before), chosen(&home.plan()));
        assert_eq!(now, before + usize::from(is_saved), "{place}: {}", home.plan());
    }
}

#[test]
fn a_wrong_theme_never_takes_the_terminal() {
    let home = Home::new();
    let mut terminal = Terminal::start(&home, |command| command.args(["--theme", "default-drak"]));
    assert_eq!(terminal.end(), 3);
    assert!(terminal.text().contains("there is no theme `default-drak`"), "{}", terminal.text());
    assert_eq!(terminal.count("\u{1b}[?1049h"), 0);
}

#[test]
fn a_dumb_terminal_is_never_drawn_on() {
    let home = Home::new();
    let mut terminal = Terminal::start(&home, |command| command.env("TERM", "dumb"));
    terminal.wait_for("topic 1 of");
    terminal.press("q u i t enter");
    assert_eq!(terminal.end(), 0);
    assert_eq!(terminal.count("\u{1b}"), 0);
    assert!(terminal.text().contains("Ended. Your answers are kept as they are."), "{}", terminal.text());
}

#[test]
fn suspended_and_continued_it_is_as_before() {
    let home = Home::new();
    let mut terminal = answer(home.start_below("\"$0\"; exit $?"));
    terminal.wait_for_quiet();
    let before = terminal.text();
    let process = terminal.process().child();
    for stop in ["key", "signal"] {
        match stop {
            "key" => terminal.press("ctrl-z"),
            _ => process.signal(Signal::TSTP),
        }
        wait("the stop", || process.state() == Some('T'));
        terminal.wait_until("the normal screen", |terminal| !terminal.parser.screen().alternate_screen());
        assert_eq!(terminal.left_behind(), "");
        process.signal(Signal::CONT);
        terminal.wait_until("the screen as before", |terminal| terminal.text() == before);
    }
    process.signal(Signal::TERM);
    ends(terminal, &home, 143);
}

#[test]
fn stopped_by_others_it_draws_itself_anew() {
    let home = Home::new();
    let mut terminal = answered(&home);
    terminal.wait_for_quiet();
    let before = terminal.text();
    terminal.process().signal(Signal::STOP);
    wait("the stop", || terminal.process().state() == Some('T'));
    // What a shell may do meanwhile.
    terminal.parser.process(b"\x1b[?1049l\x1b[2Jsomething else");
    terminal.process().signal(Signal::CONT);
    terminal.wait_until("the screen as before", |terminal| terminal.text() == before);
    terminal.press("q");
    ends(terminal, &home, 0);
}

#[test]
fn without_a_shell_to_go_back_to_it_does_not_stop() {
    let home = Home::new();
    let mut terminal = answered(&home);
    terminal.press("ctrl-z");
    terminal.wait_for("There is no shell to go back to.");
    terminal.press("q");
    ends(terminal, &home, 0);
}

#[test]
fn it_ends_with_its_terminal() {
    let home = Home::new();
    let terminal = answered(&home);
    let process = terminal.process();
    terminal.vanish(process);
    assert!(home.plan().contains("chosen = ["));
}

#[test]
fn it_ends_with_its_terminal_even_if_nobody_tells_it() {
    let home = Home::new();
    // The shell gets the signal and ignores it, so that nothing but the end of the terminal tells of the end.
    let terminal = answer(home.start_below("trap '' HUP; \"$0\"; echo $? > code; exit 0"));
    let process: Process = terminal.process().child();
    terminal.vanish(process);
    let code = home.path().join("code");
    wait("the exit code", || std::fs::read_to_string(&code).is_ok_and(|code| code == "129\n"));
    assert!(home.plan().contains("chosen = ["));
}
