//! How often each sum is reached, sorted by the sum.

use std::ops::AddAssign;

/// The same entries in order, those of one sum as one.
pub(super) fn merged<S: Ord, C: AddAssign>(mut entries: Vec<(S, C)>) -> Vec<(S, C)> {
    entries.sort_unstable_by(|(left, _), (right, _)| left.cmp(right));
    let mut merged: Vec<(S, C)> = Vec::with_capacity(entries.len());
    for (sum, count) in entries {
        match merged.last_mut() {
            Some((known, times)) if *known == sum => *times += count,
            _ => merged.push((sum, count)),
        }
    }
    merged
}
