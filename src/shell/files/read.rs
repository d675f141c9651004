//! Reading a file whole, but never more than a bound.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

#[cfg(unix)]
use rustix::fs::OFlags;

use super::{is_standard_input, named, quoted, shown};
use crate::diagnostic::decode::NoText;
use crate::diagnostic::{self, line_and_column};
use crate::shell::exit::{Exit, Failure};

/// Where a path comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A user named it. It may be a pipe as well, and `-` is the standard input.
    Named,
    /// It was found in a folder. Nobody is waited for there, so only an ordinary file is read.
    Found,
}

/// Reads a text of at most `limit` bytes.
pub(crate) fn read_text(path: &Path, limit: usize, origin: Origin) -> Result<String, Failure> {
    decoded(path, read_bytes(path, limit, origin)?)
}

/// The text of the bytes of a file.
pub(crate) fn decoded(path: &Path, bytes: Vec<u8>) -> Result<String, Failure> {
    let (file, wrong) = diagnostic::File::decoded(named(path), bytes);
    let Some(wrong) = wrong else { return Ok(file.text) };
    let (line, column) = line_and_column(&file.text, wrong.at);
    let (path, looks_like) = (quoted(path), wrong.looks_like());
    let message = format!("{path} is not UTF-8 text (line {line}, column {column}); it looks like {looks_like}");
    Err(Failure::new(Exit::Invalid, message).help(wrong.help()))
}

/// The same with its name, whatever its bytes are, and why they are no text.
pub(crate) fn read_file(
    path: &Path,
    limit: usize,
    origin: Origin,
) -> Result<(diagnostic::File, Option<NoText>), Failure> {
    Ok(diagnostic::File::decoded(named(path), read_bytes(path, limit, origin)?))
}

/// Reads at most `limit` bytes.
pub(crate) fn read_bytes(path: &Path, limit: usize, origin: Origin) -> Result<Vec<u8>, Failure> {
    let bytes = match origin {
        Origin::Named if is_standard_input(path) => read_bounded(io::stdin().lock(), 0, limit),
        Origin::Named => File::open(path).and_then(|file| {
            let size = file.metadata()?.len();
            read_bounded(file, size, limit)
        }),
        Origin::Found => ordinary(path).and_then(|(file, size)| read_bounded(file, size, limit)),
    };
    let bytes = bytes.map_err(|error| unreadable(path, &no_file(path, error)))?;
    if bytes.is_empty() && origin == Origin::Named && is_standard_input(path) {
        let failure = Failure::new(Exit::Invalid, "the standard input is empty");
        return Err(failure.help("send a text to it with `|` or `<`, or name a file instead of `-`"));
    }
    if bytes.len() > limit {
        let message = format!("{} is too large", quoted(path));
        return Err(Failure::new(Exit::Invalid, message).help(format!("a file of this kind has at most {limit} bytes")));
    }
    Ok(bytes)
}

/// Why a file could not be read. Windows says of a folder that it may not be opened.
fn no_file(path: &Path, error: io::Error) -> io::Error {
    if error.kind() == ErrorKind::PermissionDenied && path.is_dir() { ErrorKind::IsADirectory.into() } else { error }
}

/// Opens an ordinary file, and returns its size. Anything else is refused without waiting for it.
fn ordinary(path: &Path) -> io::Result<(File, u64)> {
    let mut options = fs::OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    without_waiting(&mut options, OFlags::empty());
    let file = options.open(path)?;
    let there = file.metadata()?;
    if there.is_file() {
        Ok((file, there.len()))
    } else if there.is_dir() {
        Err(ErrorKind::IsADirectory.into())
    } else {
        Err(ErrorKind::InvalidInput.into())
    }
}

/// Opens a pipe or a device without waiting for its other end. An ordinary file is opened as ever.
#[cfg(unix)]
pub(super) fn without_waiting(options: &mut fs::OpenOptions, flags: OFlags) {
    let flags = flags.union(OFlags::NONBLOCK).union(OFlags::NOCTTY);
    std::os::unix::fs::OpenOptionsExt::custom_flags(options, flags.bits().cast_signed());
}

/// Reads one byte more than `limit` at most, which shows whether there is more. `size` is how much there seems to be: enough room for it
/// makes one read of many small ones.
fn read_bounded(source: impl Read, size: u64, limit: usize) -> io::Result<Vec<u8>> {
    let room = usize::try_from(size).unwrap_or(usize::MAX).min(limit).saturating_add(1);
    let mut bytes = Vec::with_capacity(room);
    source.take(u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

pub(super) fn unreadable(path: &Path, error: &io::Error) -> Failure {
    let shown = shown(path);
    let (message, help) = match error.kind() {
        ErrorKind::NotFound => (format!("there is no `{shown}`"), "check the name and the folder"),
        ErrorKind::PermissionDenied => (format!("`{shown}` may not be read"), "check its permissions"),
        ErrorKind::IsADirectory => (format!("`{shown}` is a folder"), "name a file"),
        ErrorKind::InvalidInput => (format!("`{shown}` is no ordinary file"), "put a file in its place, or remove it"),
        _ => (format!("{} cannot be read: {error}", quoted(path)), "try again, or use a copy elsewhere"),
    };
    Failure::new(Exit::Failure, message).help(help)
}

#[cfg(test)]
mod tests;
