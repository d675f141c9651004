//! Reads what the terminal sends. The bytes are read here and not by crossterm, because only the bytes tell an answer of
//! the terminal from keys: crossterm takes an ESC at the end of a read for the key, and the rest of the answer for more.

mod event;
pub mod scan;
#[cfg(test)]
mod tests;

use std::io;
use std::os::fd::AsFd;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use nix::sys::select::{FdSet, select};
use nix::sys::time::{TimeVal, TimeValLike as _};
use rustix::io::Errno;

use crate::app::effect::Reply;
use crate::shell::clock;

use super::backlog::Backlog;
use super::incoming::{Incoming, spawn_worker};
use super::question::Question;
use super::signal;

pub use event::{Meaning, meaning};
use scan::{Piece, Scanner, Unfinished};

/// How long an ESC may be the beginning of something.
const ESCAPE: Duration = Duration::from_millis(50);

/// How long an answer of the terminal may pause.
const ANSWER: Duration = Duration::from_millis(500);

/// How long a paste may pause. Were it given up too early, the rest would be taken for keys.
const PASTE: Duration = Duration::from_secs(5);

/// After such a pause in a paste, a key that comes alone is one that somebody pressed: the end of the paste was lost.
const STILL: Duration = Duration::from_millis(300);

/// The same for Ctrl-C, which no paste needs.
const SHORT: Duration = Duration::from_millis(50);

/// Starts to wait for what the terminal sends.
pub(super) fn listen(sender: Sender<Incoming>, question: Question, backlog: Backlog) -> io::Result<()> {
    spawn_worker("keys", sender, move |sender| {
        let mut reader = Reader { scanner: Scanner::default(), question, heard_at: clock::moment() };
        while let Some(heard) = reader.hear(sender) {
            if !backlog.pass_on(heard, sender) {
                return;
            }
        }
    })
}

struct Reader {
    scanner: Scanner,
    question: Question,
    /// When something came last.
    heard_at: Instant,
}

impl Reader {
    /// Waits for input, or until an unfinished sequence is given up. `None` once the terminal is gone.
    fn hear(&mut self, sender: &Sender<Incoming>) -> Option<Vec<Incoming>> {
        let mut bytes = [0; 4096];
        let pieces = match self.wait().and_then(|comes| if comes { read(&mut bytes).map(Some) } else { Ok(None) }) {
            Ok(None) => self.scanner.give_up(),
            Ok(Some(0)) | Err(Errno::IO) => {
                signal::hang_up(sender);
                return None;
            }
            Ok(Some(length)) => self.scan(bytes.split_at(length).0),
            Err(Errno::INTR | Errno::AGAIN) => Vec::new(),
            Err(error) => {
                // If nobody hears of it, the interview has ended.
                let _ = sender.send(Incoming::Unreadable(error.into()));
                return None;
            }
        };
        Some(pieces.into_iter().filter_map(meaning).filter_map(|meaning| self.incoming(meaning)).collect())
    }

    /// Cuts what came with one read.
    fn scan(&mut self, bytes: &[u8]) -> Vec<Piece> {
        let now = clock::moment();
        let pause = now.saturating_duration_since(std::mem::replace(&mut self.heard_at, now));
        let is_pasting = self.scanner.unfinished() == Some(Unfinished::Paste);
        let mut pieces = if is_pasting && is_pressed(bytes, pause) { self.scanner.give_up() } else { Vec::new() };
        pieces.extend(self.scanner.feed(bytes));
        pieces
    }

    /// Waits for more, though not for ever if something is unfinished. Returns whether there is more.
    fn wait(&self) -> rustix::io::Result<bool> {
        let patience = self.scanner.unfinished().map(|unfinished| match unfinished {
            Unfinished::Escape => ESCAPE.max(self.question.awaited()),
            Unfinished::Answer => ANSWER,
            Unfinished::Paste => PASTE,
        });
        comes(patience)
    }

    fn incoming(&self, meaning: Meaning) -> Option<Incoming> {
        match meaning {
            Meaning::Input(event) => Some(Incoming::Input(event)),
            Meaning::Ground { is_light } => {
                self.question.is_open().then_some(Incoming::Reply(Reply::Ground { is_light }))
            }
            Meaning::LastAnswer => {
                self.question.answered();
                None
            }
        }
    }
}

/// Waits for input, for ever without `patience`. By select and not by poll: that of macOS knows no terminals.
fn comes(patience: Option<Duration>) -> rustix::io::Result<bool> {
    let terminal = io::stdin();
    let mut watched = FdSet::new();
    watched.insert(terminal.as_fd());
    let mut patience = patience.map(|patience| {
        let microseconds = i64::try_from(patience.as_micros()).expect("nothing unfinished is awaited for years");
        TimeVal::microseconds(microseconds)
    });
    let ready = select(None, &mut watched, None, None, patience.as_mut());
    ready.map(|ready| ready > 0).map_err(|error| Errno::from_raw_os_error(error as i32))
}

/// Whether what came by itself, after a pause in a paste, is a key with which somebody wants to get out.
fn is_pressed(bytes: &[u8], pause: Duration) -> bool {
    match bytes {
        b"\x03" => pause >= SHORT,
        b"q" | b"\x1b" => pause >= STILL,
        _ => false,
    }
}

fn read(bytes: &mut [u8]) -> rustix::io::Result<usize> {
    rustix::io::read(io::stdin().as_fd(), bytes)
}
