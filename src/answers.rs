//! Answers as a file that a person owns: TOML, readable, saved by the interview and read by `advise`.
//!
//! [`read`](mod@read) judges a text and reports every problem in one run, [`write`](mod@write) gives the same text for the
//! same answers, [`blank`](mod@blank) is the form to fill in by hand, [`schema`](mod@schema) describes it to editors,
//! [`salvage`](mod@salvage) takes what can be read of a damaged file.

mod amount;
mod blank;
mod brief;
mod gaps;
mod named;
mod paper;
mod quote;
mod read;
mod refusal;
mod salvage;
pub mod sample;
mod schema;
mod settings;
mod write;

pub(crate) use amount::amount;
pub use blank::blank;
pub use quote::quoted;
pub use read::read;
pub(crate) use read::{LARGEST, as_of_problem};
pub(crate) use refusal::words as refusal_words;
pub use salvage::salvage;
pub use schema::schema as plan_schema;
pub use write::write;
pub(crate) use write::write_answers;

/// The version of the file's form that this program writes.
pub(crate) const FORMAT: i64 = 1;

/// Where a person does not know.
const NOT_SURE: &str = "not-sure";

/// Where a question has no meaning for a plan.
const DOES_NOT_APPLY: &str = "does-not-apply";

#[cfg(test)]
mod tests;
