//! Finds questions, capabilities, limitations and events by what a person types, however they type it.
//!
//! All words are required, in any order, but for [`optional`] ones; where little holds them all, [`close`] finds what
//! holds the most and the rarest of them, by [`weights`] and word [`family`]. What people read as [`one`] is one hit, and a
//! beginning where nothing can be begun leads to its [`removal`]. [`index`] gathers the words of every entry once; [`query`] reads what was
//! typed, with its [`synonym`]s; [`worth`] says what each word is worth in each entry, [`rank`] puts the entries in
//! order, [`highlight`] shows where the title matched. [`fold`] makes `É` and `e` the same letter, [`typo`] forgives
//! slips, and [`abbreviation`] is the only place that knows fuzzy-matcher.

mod abbreviation;
mod alike;
mod close;
mod family;
mod fields;
mod filter;
pub(crate) mod fold;
mod highlight;
mod index;
pub(crate) mod little;
mod number;
mod one;
pub(crate) mod optional;
mod query;
mod rank;
mod removal;
mod synonym;
mod typo;
mod weights;
pub(crate) mod word;
mod worth;

pub use filter::{Filter, Standing};
pub use index::Index;
pub use rank::{matched, search};

use crate::knowledge::entry::Entry;

/// An entry that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What was found.
    pub entry: Entry,
    /// Entries that say nearly the same and stand for it as well.
    pub also: Vec<Entry>,
    /// Whether only some of the words were found in it.
    pub is_close: bool,
    /// How well it matches; comparable within one search only.
    pub score: u32,
    document: u32,
}

#[cfg(test)]
mod tests;
