//! The method against brute force: what is computed cleverly must equal what is enumerated stupidly.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::cast_precision_loss,
    reason = "a test may fail loudly"
)]

mod support;

#[path = "advice/definitions.rs"]
mod definitions;
#[path = "advice/enumerate.rs"]
mod enumerate;
#[path = "advice/proofs.rs"]
mod proofs;
#[path = "advice/sentences.rs"]
mod sentences;
#[path = "advice/sums.rs"]
mod sums;
