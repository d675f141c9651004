//! While nothing happens, nothing is written and nothing runs.

use std::time::Duration;

use crate::support::terminal::Home;

#[test]
fn idle_it_writes_nothing_and_uses_no_processor() {
    let home = Home::new();
    let mut terminal = home.start();
    terminal.wait_for("Start the questions");
    terminal.press("enter 1");
    terminal.wait_for("saved");
    terminal.wait_for_quiet();
    let before = terminal.process().used();
    assert!(!terminal.hear(Duration::from_secs(1)), "something was written");
    assert_eq!(terminal.process().used(), before);
}
