//! How the program ends.

use std::process::ExitCode;

/// How the program ended, for scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Advice was given, or what was asked for is done.
    Done,
    /// Something in the world failed: a file, a disk.
    Failure,
    /// The command line makes no sense, or there is no terminal.
    Usage,
    /// Knowledge, theme or answers have errors.
    Invalid,
    /// There is nothing to recommend, or nothing was understood.
    NoRecommendation,
    NoLongerHolds,
    Bug,
    /// Somebody or something ended the program.
    Ended(End),
}

/// What ended the program before it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(unix), expect(dead_code, reason = "there are no signals there"))]
pub(crate) enum End {
    HangUp,
    /// Ctrl-C.
    Interrupt,
    /// Asked to quit by another process.
    Quit,
    /// Asked to end by another process.
    Terminate,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Failure => 1,
            Exit::Usage => 2,
            Exit::Invalid => 3,
            Exit::NoRecommendation => 4,
            Exit::NoLongerHolds => 6,
            Exit::Bug => 70,
            Exit::Ended(End::HangUp) => 129,
            Exit::Ended(End::Interrupt) => 130,
            Exit::Ended(End::Quit) => 131,
            Exit::Ended(End::Terminate) => 143,
        })
    }
}

/// Why a command could not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(crate) exit: Exit,
    /// What happened, for people; already free of hostile characters.
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    /// Problems of a text, rendered with their lines; printed before the message.
    pub(crate) details: String,
}

impl Failure {
    pub(crate) fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self { exit, message: message.into(), help: None, details: String::new() }
    }

    #[must_use]
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    #[must_use]
    pub(crate) fn details(mut self, details: String) -> Self {
        self.details = details;
        self
    }
}
