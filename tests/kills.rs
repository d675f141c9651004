//! Whatever ends the program, and whenever: no answer is lost that was said to be saved, and a plan is always whole.
//!
//! The long form runs with `cargo test --release --test kills -- --ignored --nocapture`: ten thousand kills in four minutes.

#![cfg(unix)]
#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may fail loudly and looks at the disk")]
#![expect(clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "kills/calls.rs"]
mod calls;
#[path = "robust/chance.rs"]
#[expect(dead_code, reason = "shared with other tests")]
mod chance;
#[path = "kills/moments.rs"]
mod moments;
#[path = "pty/process.rs"]
#[expect(dead_code, reason = "shared with other tests")]
mod process;
#[path = "pty/terminal.rs"]
#[expect(dead_code, reason = "shared with other tests")]
mod terminal;
