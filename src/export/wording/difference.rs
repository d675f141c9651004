//! Where passages differ from what was recorded of them.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::passage::Passage;

/// A stretch between two passages that are as they were: what was recorded there, and what is found there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) recorded: Range<usize>,
    pub(super) found: Range<usize>,
}

/// Every stretch that differs, in order. It is walked from the end, so that what stands above the title stays above, even
/// if it names the title itself. One pass: a document of any size takes time in proportion to its size.
pub(super) fn stretches(recorded: &[u32], passages: &[Passage]) -> Vec<Stretch> {
    let known: HashSet<u32> = recorded.iter().copied().collect();
    let found: Vec<Vec<u32>> = passages
        .iter()
        .map(|passage| passage.digests().into_iter().filter(|digest| known.contains(digest)).collect())
        .collect();
    let of_recorded = Occurrences::of(recorded.iter().map(std::slice::from_ref));
    let of_found = Occurrences::of(found.iter().map(Vec::as_slice));

    let mut walk = Walk::from(recorded.len(), found.len());
    while let (Some(last), Some(passage)) = (walk.recorded.checked_sub(1), walk.found.checked_sub(1)) {
        let (Some(wanted), Some(digests)) = (recorded.get(last), found.get(passage)) else { break };
        if digests.contains(wanted) {
            walk.meet();
            continue;
        }
        let above = of_found.distance(*wanted, passage);
        let before = digests.iter().filter_map(|digest| of_recorded.distance(*digest, last)).min();
        match (above, before) {
            (None, _) => walk.recorded = last,
            (Some(above), Some(before)) if before < above => walk.recorded = last,
            (Some(_), _) => walk.found = passage,
        }
    }
    walk.finish()
}

/// At which positions a digest occurs, in order.
struct Occurrences(HashMap<u32, Vec<usize>>);

impl Occurrences {
    fn of<'d>(all: impl Iterator<Item = &'d [u32]>) -> Self {
        let mut occurrences: HashMap<u32, Vec<usize>> = HashMap::new();
        for (position, digests) in all.enumerate() {
            for digest in digests {
                occurrences.entry(*digest).or_default().push(position);
            }
        }
        Self(occurrences)
    }

    /// How far before a position a digest occurs last.
    fn distance(&self, digest: u32, position: usize) -> Option<usize> {
        let positions = self.0.get(&digest)?;
        let earlier = positions.partition_point(|occurrence| *occurrence < position);
        Some(position - positions.get(earlier.checked_sub(1)?)?)
    }
}

/// How far the walk has come, how far it had come when both last met, and what differs behind it.
struct Walk {
    recorded: usize,
    found: usize,
    met: (usize, usize),
    stretches: Vec<Stretch>,
}

impl Walk {
    fn from(recorded: usize, found: usize) -> Self {
        Self { recorded, found, met: (recorded, found), stretches: Vec::new() }
    }

    /// Both are the same here.
    fn meet(&mut self) {
        self.close();
        (self.recorded, self.found) = (self.recorded - 1, self.found - 1);
        self.met = (self.recorded, self.found);
    }

    fn close(&mut self) {
        if self.met != (self.recorded, self.found) {
            let (recorded, found) = (self.recorded..self.met.0, self.found..self.met.1);
            self.stretches.push(Stretch { recorded, found });
        }
    }

    fn finish(mut self) -> Vec<Stretch> {
        (self.recorded, self.found) = (0, 0);
        self.close();
        self.stretches.reverse();
        self.stretches
    }
}

#[cfg(test)]
mod tests {
    use super::{Passage, stretches};
    use crate::report::alteration::Place;

    fn passages(words: &str) -> Vec<Passage> {
        let one = |word: &str| Passage {
            place: Place::Member(String::new()),
            is_heading: false,
            cells: vec![word.to_owned()],
            inputs: Vec::new(),
        };
        words.split_whitespace().map(one).collect()
    }

    /// The stretches between two lists of words, as `recorded>found`.
    fn between(recorded: &str, found: &str) -> String {
        let digests: Vec<u32> = passages(recorded).iter().map(Passage::digest).collect();
        let words = |text: &str, range: &std::ops::Range<usize>| {
            text.split_whitespace().skip(range.start).take(range.len()).collect::<Vec<_>>().join(" ")
        };
        let stretches = stretches(&digests, &passages(found));
        let shown = stretches
            .iter()
            .map(|stretch| format!("{}>{}", words(recorded, &stretch.recorded), words(found, &stretch.found)));
        shown.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn each_stretch_that_differs_is_found_and_nothing_else() {
        for (recorded, found, wanted) in [
            ("a b c", "a b c", ""),
            ("a b c", "a x c", "b>x"),
            ("a b c", "a c", "b>"),
            ("a b c", "a b x y c", ">x y"),
            ("a b c", "x a b c y", ">x, >y"),
            ("a b c", "", "a b c>"),
            ("", "a", ">a"),
            ("a b a c a", "a b a a", "c>"),
            ("a b c d", "a c b d", "b>, >b"),
            ("title one two", "letter title title one two", ">letter title"),
            ("a b c", "c c c c", "a b>c c c"),
        ] {
            assert_eq!(between(recorded, found), wanted, "{recorded} / {found}");
        }
    }
}
