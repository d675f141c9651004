//! Plans as marketers would answer the questions, and the advice that the facts of a day demand on each.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may fail loudly and reads its fixtures"
)]

#[path = "support/generate.rs"]
#[expect(dead_code, reason = "shared with other tests")]
mod generate;
#[path = "personas/plan.rs"]
mod plan;

#[path = "personas/advice.rs"]
mod advice;
#[path = "personas/interview.rs"]
mod interview;
#[path = "personas/over_time.rs"]
mod over_time;
#[path = "personas/said_once.rs"]
mod said_once;
