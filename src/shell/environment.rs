//! The environment, read once.
#![expect(clippy::disallowed_methods, reason = "the environment is read here and nowhere else")]

use std::io::{IsTerminal, stderr, stdin, stdout};

use super::color::{self, Color, Wish};

/// What the environment says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Environment {
    /// What variables say about colours.
    pub wish: Wish,
    /// Whether the standard input is a terminal.
    pub stdin_is_terminal: bool,
    /// Whether the standard output is a terminal.
    pub stdout_is_terminal: bool,
    /// Whether the standard error is a terminal.
    pub stderr_is_terminal: bool,
    /// A fixed time for reproducible output, in seconds since 1970.
    pub source_date_epoch: Option<i64>,
}

impl Environment {
    /// Reads the environment of the process.
    pub fn read() -> Self {
        let variable = |name: &str| std::env::var(name).ok();
        Self {
            wish: Wish::of(variable),
            stdin_is_terminal: stdin().is_terminal(),
            stdout_is_terminal: stdout().is_terminal(),
            stderr_is_terminal: stderr().is_terminal(),
            source_date_epoch: variable("SOURCE_DATE_EPOCH").and_then(|value| value.parse().ok()),
        }
    }

    /// Whether there is a terminal to draw on and to read keys from.
    pub fn has_terminal(&self) -> bool {
        self.stdin_is_terminal && self.stdout_is_terminal
    }

    /// Whether data is printed in colours.
    pub fn colors_stdout(&self, asked: Color) -> bool {
        color::decide(asked, self.wish, self.stdout_is_terminal)
    }

    /// Whether messages are printed in colours.
    pub fn colors_stderr(&self, asked: Color) -> bool {
        color::decide(asked, self.wish, self.stderr_is_terminal)
    }
}
