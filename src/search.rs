//! Finds questions, capabilities, limitations and events by what a person types, however they type it.
//!
//! All words are required, in any order. [`index`] gathers the words of every entry once; [`query`] reads what was
//! typed; [`rank`] finds the entries and puts them in order; [`highlight`] shows where the title matched. [`fold`]
//! makes `É` and `e` the same letter, [`typo`] forgives slips, and [`abbreviation`] is the only place that knows
//! fuzzy-matcher.

mod abbreviation;
mod entry;
mod fields;
mod filter;
mod fold;
mod highlight;
mod index;
mod query;
mod rank;
mod typo;
mod worth;

use std::ops::Range;

pub use entry::{Entry, EntryKind};
pub use filter::{Filter, Standing};
pub use index::Index;

/// An entry that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What was found.
    pub entry: Entry,
    /// The bytes of its title that match, in order and apart from each other.
    pub matched: Vec<Range<usize>>,
    /// How well it matches; comparable within one search only.
    pub score: u32,
}

#[cfg(test)]
mod tests;
