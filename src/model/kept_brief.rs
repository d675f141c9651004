//! A client's text that belongs to a plan, and what was decided about its proposals. The proposals themselves are never
//! kept: they are read from the text anew.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::journeys::Chosen;
use super::question::Importance;

/// The most bytes of a text.
pub const LARGEST: usize = 1_000_000;

/// A client's text with the decisions that are no answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptBrief {
    /// The text, of at most [`LARGEST`] bytes, without hostile letters.
    pub text: Arc<str>,
    /// What is not to become an answer.
    pub rejected: BTreeSet<Chosen>,
    /// How much choices matter that are no answers yet, where somebody said so.
    pub importances: BTreeMap<Chosen, Importance>,
}

impl KeptBrief {
    /// A text about which nothing is decided yet.
    pub fn of(text: &str) -> Self {
        Self { text: text.into(), rejected: BTreeSet::new(), importances: BTreeMap::new() }
    }
}
