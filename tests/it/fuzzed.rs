//! The same oracles as a library of their own, for `fuzz/`: this file is its root, as `main.rs` is that of the tests.

#![allow(dead_code, reason = "the tests use more of it")]
#![allow(missing_docs, reason = "nobody but the targets sees it")]

mod oracles;

mod support {
    pub(crate) mod archive;
    pub(crate) mod documents;
    pub(crate) mod generate;
    pub(crate) mod package;
    pub(crate) mod web;
}

/// Fails where bytes do not hold what the oracle of a target says.
///
/// # Panics
/// Then; and if there is no such target.
pub fn judge(target: &str, data: &[u8]) {
    let (_, oracle) = oracles::ORACLES.iter().find(|(name, _)| *name == target).expect("every target has an oracle");
    oracle(data);
}
