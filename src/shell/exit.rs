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
    NoRecommendation,
    NoLongerHolds,
    Bug,
    /// Somebody or something ended the program.
    Ended(End),
}

/// What ended the program before it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    HangUp,
    /// Ctrl-C.
    Interrupt,
    /// Asked to quit by another process.
    Quit,
    /// Asked to end by another process.
    Terminate,
}

impl Exit {
    /// The number that a shell sees.
    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Failure => 1,
            Self::Usage => 2,
            Self::Invalid => 3,
            Self::NoRecommendation => 4,
            Self::NoLongerHolds => 6,
            Self::Bug => 70,
            Self::Ended(End::HangUp) => 129,
            Self::Ended(End::Interrupt) => 130,
            Self::Ended(End::Quit) => 131,
            Self::Ended(End::Terminate) => 143,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
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
