//! What reaches the interview from outside, and the threads it comes from.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;
use std::thread;

use ratatui::crossterm::event;

use crate::app::effect::Reply;
use crate::shell::exit::End;

/// Something that happened outside.
#[derive(Debug)]
#[cfg_attr(not(unix), expect(dead_code, reason = "there are no signals there"))]
pub(super) enum Incoming {
    Input(event::Event),
    Unreadable(io::Error),
    /// The size of the terminal may have changed.
    Resized,
    Reply(Reply),
    /// No window has a plan any more that was waited for.
    Freed,
    Suspend,
    /// The program goes on after it was stopped; the terminal may have been anything in between.
    Continued,
    End(End),
    /// A thread failed over a bug, which it reported.
    Bug,
}

/// Starts a thread for `work`. Should it panic, the interview hears of it.
pub(super) fn spawn_worker(
    name: &str,
    sender: Sender<Incoming>,
    work: impl FnOnce(&Sender<Incoming>) + Send + 'static,
) -> io::Result<()> {
    let body = move || {
        if catch_unwind(AssertUnwindSafe(|| work(&sender))).is_err() {
            // Without an interview there is nobody to tell.
            let _ = sender.send(Incoming::Bug);
        }
    };
    thread::Builder::new().name(name.to_owned()).spawn(body).map(|_| ())
}
