//! Whatever ends the program, and whenever: no answer is lost that was said to be saved, and a plan is always whole.
//!
//! The long form runs with `cargo test --release --test it kills:: -- --ignored --nocapture`: ten thousand kills in four minutes.

mod calls;
mod moments;
mod power;
mod threads;
