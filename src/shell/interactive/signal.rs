//! What other processes want of the program.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use nix::unistd::{Pid, getppid, getsid};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGSTOP, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::{emulate_default_handler, raise};

use crate::shell::exit::End;

use super::incoming::{Incoming, spawn_worker};

/// How long the interview may take to end in order before it is ended out of hand: it may be stuck in a terminal that
/// takes nothing any more.
const PATIENCE: Duration = Duration::from_secs(2);

/// A file larger than allowed: to be heard of as an error of the write, not to die of. The number is the same on Linux,
/// the BSDs and macOS.
const SIGXFSZ: i32 = 25;

/// Catches signals. They wait until somebody listens.
pub(super) fn catch() -> io::Result<Signals> {
    Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH, SIGXFSZ])
}

pub(super) fn listen(mut signals: Signals, sender: Sender<Incoming>) -> io::Result<()> {
    spawn_worker("signals", sender, move |sender| {
        for signal in signals.forever() {
            let told = match signal {
                SIGHUP => end(sender, End::HangUp, signal),
                SIGINT => end(sender, End::Interrupt, signal),
                SIGQUIT => end(sender, End::Quit, signal),
                SIGTERM => end(sender, End::Terminate, signal),
                SIGTSTP => sender.send(Incoming::Suspend).is_ok(),
                SIGCONT => sender.send(Incoming::Continued).is_ok(),
                SIGWINCH => sender.send(Incoming::Resized).is_ok(),
                _ => true,
            };
            if !told {
                return;
            }
        }
    })
}

/// Asks the interview to end and sees to it that it does.
fn end(sender: &Sender<Incoming>, end: End, signal: i32) -> bool {
    let told = sender.send(Incoming::End(end)).is_ok();
    // If there is no thread for it, the interview ends in order or not at all.
    let _ = thread::Builder::new().spawn(move || {
        thread::sleep(PATIENCE);
        emulate_default_handler(signal)
    });
    told
}

/// The terminal is gone, whether a signal says so or not.
pub(super) fn hang_up(sender: &Sender<Incoming>) {
    end(sender, End::HangUp, SIGHUP);
}

/// Whether somebody is there to continue the program: a shell in the same session. The number of a parent or a session
/// outside of the program's own namespace of processes is 0.
pub(super) fn can_be_continued() -> bool {
    let nobody = Pid::from_raw(0);
    let parent = getppid();
    parent != nobody && getsid(Some(parent)).ok() == getsid(None).ok()
}

/// Stops the program until somebody continues it. Unlike SIGTSTP this is never ignored.
pub(super) fn stop() -> io::Result<()> {
    raise(SIGSTOP)
}
