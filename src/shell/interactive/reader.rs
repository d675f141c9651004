//! Reads what the terminal sends. The bytes are read here and not by crossterm, because only the bytes tell an answer of
//! the terminal from keys: crossterm takes an ESC at the end of a read for the key, and the rest of the answer for more.

mod event;
mod scan;
#[cfg(test)]
mod tests;

use std::io;
use std::os::fd::AsFd;
use std::sync::mpsc::Sender;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use crate::app::effect::Reply;

use super::incoming::{Incoming, spawn_worker};
use super::question::Question;
use super::signal;

use event::Meaning;
use scan::{Scanner, Unfinished};

/// How long an ESC may be the beginning of something.
const ESCAPE: Duration = Duration::from_millis(50);

/// How long an answer of the terminal may pause.
const ANSWER: Duration = Duration::from_millis(500);

/// How long a paste may pause. Were it given up too early, the rest would be taken for keys.
const PASTE: Duration = Duration::from_secs(5);

/// Starts to wait for what the terminal sends.
pub(super) fn listen(sender: Sender<Incoming>, question: Question) -> io::Result<()> {
    spawn_worker("keys", sender, move |sender| {
        let mut reader = Reader { scanner: Scanner::default(), question };
        while let Some(heard) = reader.hear(sender) {
            if heard.into_iter().any(|happened| sender.send(happened).is_err()) {
                return;
            }
        }
    })
}

struct Reader {
    scanner: Scanner,
    question: Question,
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
            Ok(Some(length)) => self.scanner.feed(bytes.split_at(length).0),
            Err(Errno::INTR | Errno::AGAIN) => Vec::new(),
            Err(error) => {
                // If nobody hears of it, the interview has ended.
                let _ = sender.send(Incoming::Unreadable(error.into()));
                return None;
            }
        };
        Some(pieces.into_iter().filter_map(event::meaning).filter_map(|meaning| self.incoming(meaning)).collect())
    }

    /// Waits for more, though not for ever if something is unfinished. Returns whether there is more.
    fn wait(&self) -> rustix::io::Result<bool> {
        let patience = self.scanner.unfinished().map(|unfinished| match unfinished {
            Unfinished::Escape => ESCAPE.max(self.question.awaited()),
            Unfinished::Answer => ANSWER,
            Unfinished::Paste => PASTE,
        });
        let patience = patience.and_then(|patience| Timespec::try_from(patience).ok());
        let terminal = io::stdin();
        let mut watched = [PollFd::from_borrowed_fd(terminal.as_fd(), PollFlags::IN)];
        poll(&mut watched, patience.as_ref()).map(|ready| ready > 0)
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

fn read(bytes: &mut [u8]) -> rustix::io::Result<usize> {
    rustix::io::read(io::stdin().as_fd(), bytes)
}
