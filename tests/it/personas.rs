//! Plans as marketers would answer the questions, and the advice that the facts of a day demand on each.

mod advice;
mod interview;
mod over_time;
pub(crate) mod plan;
mod said_once;
