//! SIGKILL and failures at the system calls of the thread that saves, while somebody types on the screens.

use std::fs;

use crate::support::terminal::Home;

use super::can_trace;

/// What the thread that saves asks of the system, and where each of them must be hit: the name of what is written comes first.
const KILLED: [(&str, &[&str]); 4] = [
    ("a sync", &["fsync", "fdatasync"]),
    ("a rename", &["rename", "renameat", "renameat2", "linkat"]),
    ("a lock", &["flock"]),
    ("a new folder", &["mkdir", "mkdirat"]),
];

/// More calls of one name than the thread makes for one answer.
const MOST: usize = 20;

/// What is typed: one answer, then the end.
const ANSWER: &str = "enter 1";

/// A session in which a call of the thread is disturbed.
struct Disturbed {
    home: Home,
    was_hit: bool,
    code: u32,
    said: String,
}

impl Disturbed {
    fn by(fault: &str) -> Self {
        let home = Home::new();
        let log = home.path().join("log");
        let script = format!("exec strace -f -qq -o '{}' -e 'inject=?{fault}' \"$0\"", log.display());
        let mut terminal = home.start_below(&script);
        let is_over = |text: &str| text.contains("saved ✓") || text.contains("NOT SAVED");
        terminal.wait_until("the first frame or the end", |terminal| {
            terminal.text().contains("Start the questions") || is_killed(&log)
        });
        if !is_killed(&log) {
            terminal.press(ANSWER);
            terminal.wait_until("an end of the save", |terminal| is_over(&terminal.text()) || is_killed(&log));
        }
        let said = terminal.text();
        if !is_killed(&log) {
            terminal.press("ctrl-c");
        }
        let code = terminal.end();
        let text = fs::read_to_string(&log).unwrap();
        Self { home, was_hit: text.contains("(INJECTED)") || text.contains("killed by SIGKILL"), code, said }
    }
}

fn is_killed(log: &std::path::Path) -> bool {
    fs::read_to_string(log).is_ok_and(|text| text.contains("killed by SIGKILL"))
}

/// The plan as an undisturbed session leaves it.
fn undisturbed() -> String {
    let home = Home::new();
    let mut terminal = home.start();
    terminal.wait_for("Start the questions");
    terminal.press(ANSWER);
    terminal.wait_for("saved ✓");
    terminal.press("ctrl-c");
    terminal.end();
    home.plan()
}

#[test]
fn a_kill_at_any_call_of_the_thread_that_saves_leaves_no_plan_or_a_whole_one() {
    if !can_trace() {
        return;
    }
    let whole = undisturbed();
    assert!(whole.contains("purpose = "), "{whole}");
    for (what, calls) in KILLED {
        let mut hits = 0;
        for call in calls {
            for number in 1..MOST {
                let ran = Disturbed::by(&format!("{call}:signal=KILL:when={number}"));
                if !ran.was_hit {
                    break;
                }
                let plan = ran.home.plan();
                assert!(plan.is_empty() || plan == whole, "{call} {number}: {plan}");
                assert!(!ran.said.contains("saved ✓") || plan == whole, "{call} {number}: called saved\n{}", ran.said);
                hits += 1;
            }
        }
        assert!(hits > 0, "{what} was never hit");
    }
}

#[test]
fn a_failure_in_the_thread_that_saves_is_said_and_leaves_no_half_plan() {
    if !can_trace() {
        return;
    }
    for (calls, error) in [
        (&["fsync", "fdatasync"][..], "EIO"),
        (&["rename", "renameat", "renameat2"], "ENOSPC"),
        (&["mkdir", "mkdirat"], "EROFS"),
        (&["flock"], "EIO"),
    ] {
        let mut hits = 0;
        for call in calls {
            let ran = Disturbed::by(&format!("{call}:error={error}"));
            if !ran.was_hit {
                continue;
            }
            assert!(ran.said.contains("NOT SAVED"), "{call}: {}", ran.said);
            assert_eq!((ran.home.plan().as_str(), ran.code), ("", 130), "{call}\n{}", ran.said);
            hits += 1;
        }
        assert!(hits > 0, "{calls:?} was never hit");
    }
}
