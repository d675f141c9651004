//! The real program in a pseudo-terminal, read as a terminal reads it.

#![cfg(unix)]
#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may fail loudly and looks at the disk")]
#![expect(clippy::panic, reason = "a test may fail loudly")]

#[path = "pty/endings.rs"]
mod endings;
#[path = "pty/idle.rs"]
mod idle;
#[path = "pty/interview.rs"]
mod interview;
#[path = "pty/kept.rs"]
mod kept;
#[path = "pty/process.rs"]
mod process;
#[path = "pty/replies.rs"]
mod replies;
#[path = "pty/terminal.rs"]
#[expect(dead_code, reason = "shared with other tests")]
mod terminal;
#[path = "pty/window.rs"]
mod window;
