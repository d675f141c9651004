//! What the program makes of clients' texts, measured: how much of what they ask for is proposed, and how much of what is
//! proposed they ask for.
//!
//! `cargo test --release --test it brief::measure -- --nocapture` prints the figures.

mod lines;
mod measure;
mod proposals;
mod reading;
mod screen;
