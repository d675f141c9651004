//! What speaks for the alternative that one would build in, and what against it: the strongest of each.

use crate::model::alternative::Side;
use crate::model::verdict::Verdict;

use super::drivers::Driver;

/// How many arguments of each kind are given.
const MOST: usize = 5;

/// The strongest arguments for and against one alternative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arguments {
    /// The alternative.
    pub side: Side,
    /// What speaks for it, the strongest first.
    pub pro: Vec<Driver>,
    /// What speaks against it, the strongest first.
    pub con: Vec<Driver>,
}

/// The arguments around the verdict's focus.
pub(super) fn around(verdict: &Verdict, drivers: &[Driver]) -> Arguments {
    let side = verdict.focus();
    let speaking = |sign: i32| {
        let own = drivers.iter().filter(move |driver| driver.contribution * side.sign() * sign > 0);
        own.take(MOST).cloned().collect()
    };
    Arguments { side, pro: speaking(1), con: speaking(-1) }
}
