//! Why a plan file cannot be had or written.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::shell::files;

/// Why a plan file cannot be had or written. Shown, the cause comes first: there may be little room to say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Error {
    /// Another window has it open.
    Taken,
    /// The disk, or the user's share of it, is full. Here and below with the folder.
    Full(String),
    /// Files may not get that large.
    TooLarge(String),
    ReadOnly(String),
    /// The user may not write there.
    Forbidden(String),
    /// A file is where the folder should be.
    NoFolder(String),
    /// It could not be opened again.
    TooLong,
    /// Anything else, in a few words.
    Other(String),
}

impl Error {
    pub(super) fn of(error: &io::Error, folder: &Path) -> Self {
        let folder = files::shown(folder);
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full(folder),
            ErrorKind::FileTooLarge => Self::TooLarge(folder),
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly(folder),
            ErrorKind::PermissionDenied => Self::Forbidden(folder),
            ErrorKind::NotADirectory => Self::NoFolder(folder),
            _ => Self::Other(format!("{error}: {folder}")),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken => write!(out, "another window has this plan"),
            Self::Full(folder) => write!(out, "the disk is full: {folder}"),
            Self::TooLarge(folder) => write!(out, "files may not get that large here: {folder}"),
            Self::ReadOnly(folder) => write!(out, "the disk is read-only: {folder}"),
            Self::Forbidden(folder) => write!(out, "you may not write there: {folder}"),
            Self::NoFolder(folder) => write!(out, "a file is where a folder should be: {folder}"),
            Self::TooLong => write!(out, "the plan is too large to be opened again; shorten its notes"),
            Self::Other(words) => write!(out, "{words}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;
    use std::path::Path;

    use super::Error;

    #[test]
    fn why_a_plan_cannot_be_written_begins_with_the_cause_and_ends_with_the_folder() {
        for (kind, said) in [
            (ErrorKind::StorageFull, "the disk is full: /plans"),
            (ErrorKind::QuotaExceeded, "the disk is full: /plans"),
            (ErrorKind::FileTooLarge, "files may not get that large here: /plans"),
            (ErrorKind::ReadOnlyFilesystem, "the disk is read-only: /plans"),
            (ErrorKind::PermissionDenied, "you may not write there: /plans"),
            (ErrorKind::NotADirectory, "a file is where a folder should be: /plans"),
            (ErrorKind::TimedOut, "timed out: /plans"),
        ] {
            assert_eq!(Error::of(&kind.into(), Path::new("/plans")).to_string(), said);
        }
        assert_eq!(Error::Taken.to_string(), "another window has this plan");
        assert_eq!(Error::TooLong.to_string(), "the plan is too large to be opened again; shorten its notes");
    }
}
