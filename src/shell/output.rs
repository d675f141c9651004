//! Data goes to the standard output, messages to the standard error. A closed pipe is no error: whoever reads has enough.

use std::fmt::Write as _;
use std::io::{self, ErrorKind, Write as _};

use crate::diagnostic::clean::lines;

use super::exit::{Exit, Failure};

/// Whether anybody still reads what is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reader {
    There,
    Gone,
}

/// Writes data. That nobody reads it any more is fine.
pub(crate) fn data(text: &str) -> Result<(), Failure> {
    part(text.as_bytes()).map(|_| ())
}

/// Writes a part of the data, and says whether it is worth going on.
pub(crate) fn part(text: &[u8]) -> Result<Reader, Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text).and_then(|()| out.flush()) {
        Ok(()) => Ok(Reader::There),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Reader::Gone),
        Err(error) => Err(Failure::new(Exit::Failure, format!("cannot write to the standard output: {error}"))),
    }
}

/// Writes a message. Where even that fails there is nobody to tell.
pub(crate) fn message(text: &str) {
    let mut out = io::stderr().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Writes why a command failed.
pub(crate) fn failure(failure: &Failure, styled: bool) {
    let (red, cyan, plain) = if styled { ("\u{1b}[1;31m", "\u{1b}[1;36m", "\u{1b}[0m") } else { ("", "", "") };
    let mut text = failure.details.clone();
    if !failure.message.is_empty() {
        let _ = writeln!(text, "{red}error{plain}: {}", lines(&failure.message));
    }
    if let Some(help) = &failure.help {
        let _ = writeln!(text, "{cyan}help{plain}: {}", lines(help));
    }
    message(&text);
}
