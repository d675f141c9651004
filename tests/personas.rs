//! Plans as marketers would answer the questions, and the advice that the facts of a day demand on each.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may fail loudly and reads its fixtures")]

#[path = "personas/plan.rs"]
mod plan;

#[path = "personas/advice.rs"]
mod advice;
#[path = "personas/interview.rs"]
mod interview;
#[path = "personas/over_time.rs"]
mod over_time;
