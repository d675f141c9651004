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
#[cfg_attr(not(any(unix, test)), expect(dead_code, reason = "there are no signals there"))]
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
    fn code(self) -> u8 {
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

#[cfg(test)]
mod tests {
    use super::{End, Exit};
    use crate::shell::cli::help::EXITS;

    #[test]
    fn the_help_knows_every_code() {
        let ended = [End::HangUp, End::Interrupt, End::Quit, End::Terminate].map(Exit::Ended);
        let own = [
            Exit::Done,
            Exit::Failure,
            Exit::Usage,
            Exit::Invalid,
            Exit::NoRecommendation,
            Exit::NoLongerHolds,
            Exit::Bug,
        ];
        let codes: Vec<u8> = own.into_iter().chain(ended).map(Exit::code).collect();
        assert_eq!(codes, EXITS.map(|(code, _)| code));
    }
}
