//! One program of all tests: each module is about one thing, and what several use is in `support`.
//!
//! All run in one process: nothing here changes its folder, its environment or its panic hook.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::cast_precision_loss,
    clippy::disallowed_methods,
    reason = "a test may fail loudly, and reads and writes the files that it needs"
)]

mod support;

mod advice;
mod architecture;
mod article;
mod assumptions;
mod audit;
mod brief;
mod cli;
mod docs;
mod exports;
mod faces;
mod journeys;
#[cfg(unix)]
mod kills;
mod knowledge;
mod limits;
mod novice;
mod oracles;
mod paper;
mod personas;
mod pictures;
mod plain;
mod portfolio;
#[cfg(unix)]
mod pty;
mod recipes;
mod records;
#[cfg(unix)]
mod release;
mod robust;
mod schemas;
mod screens;
mod search;
mod standing;
mod subjects;
mod themes;
