//! How many slips of the hand lie between two words: letters added, left out, changed, or two neighbours swapped.

/// How many slips are forgiven: none in short words, one up to six letters, two above.
pub(super) fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}

/// Measures words against one typed word; keeps its rows, so that a whole vocabulary costs no allocation.
#[derive(Debug, Default)]
pub(super) struct Measure {
    typed: Vec<char>,
    known: Vec<char>,
    rows: [Vec<usize>; 3],
}

impl Measure {
    /// Measures against that word.
    pub(super) fn of(typed: &str) -> Self {
        Self { typed: typed.chars().collect(), ..Self::default() }
    }

    /// How many letters were typed.
    pub(super) fn letters(&self) -> usize {
        self.typed.len()
    }

    /// The slips between the typed word and `known`; `None` above `limit`.
    pub(super) fn distance(&mut self, known: &str, limit: usize) -> Option<usize> {
        let gap = self.typed.len().abs_diff(letters(known));
        (gap <= limit).then(|| self.fill(known, limit))??.last().copied().filter(|slips| *slips <= limit)
    }

    /// The slips between the typed word and the best beginning of `known`; `None` above `limit`.
    pub(super) fn distance_to_beginning(&mut self, known: &str, limit: usize) -> Option<usize> {
        if letters(known) + limit < self.typed.len() {
            return None;
        }
        self.fill(known, limit)?.iter().min().copied().filter(|slips| *slips <= limit)
    }

    /// The last row of the table; `None` as soon as no cell can come back under `limit`.
    fn fill(&mut self, known: &str, limit: usize) -> Option<&[usize]> {
        self.known.clear();
        self.known.extend(known.chars());
        let [before, above, row] = &mut self.rows;
        above.clear();
        above.extend(0..=self.known.len());
        before.clear();
        for (line, letter) in self.typed.iter().enumerate() {
            let previous = line.checked_sub(1).and_then(|at| self.typed.get(at));
            fill_row(row, above, before, &self.known, *letter, previous.copied());
            if row.iter().min().is_none_or(|best| *best > limit) {
                return None;
            }
            std::mem::swap(before, above);
            std::mem::swap(above, row);
        }
        Some(above)
    }
}

fn fill_row(
    row: &mut Vec<usize>,
    above: &[usize],
    before: &[usize],
    known: &[char],
    letter: char,
    previous: Option<char>,
) {
    row.clear();
    let mut left = above.first().map_or(1, |first| first + 1);
    row.push(left);
    for (column, (other, pair)) in known.iter().zip(above.windows(2)).enumerate() {
        let (diagonal, up) = match pair {
            [diagonal, up] => (*diagonal, *up),
            _ => (usize::MAX - 1, usize::MAX - 1),
        };
        let mut cell = (diagonal + usize::from(letter != *other)).min(up + 1).min(left + 1);
        let earlier = column.checked_sub(1);
        let swapped = previous == Some(*other) && earlier.and_then(|at| known.get(at)) == Some(&letter);
        if let (true, Some(two_back)) = (swapped, earlier.and_then(|at| before.get(at))) {
            cell = cell.min(two_back + 1);
        }
        row.push(cell);
        left = cell;
    }
}

fn letters(word: &str) -> usize {
    if word.is_ascii() { word.len() } else { word.chars().count() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Measure, allowed};

    #[test]
    fn slips_are_counted() {
        for (typed, known, slips) in
            [("segmnet", "segment", 1), ("unsubcribe", "unsubscribe", 1), ("lead", "lead", 0), ("jurney", "journey", 1)]
        {
            assert_eq!(Measure::of(typed).distance(known, 2), Some(slips), "{typed}");
        }
        assert_eq!(Measure::of("abcdef").distance("ghijkl", 2), None);
        assert_eq!(Measure::of("unsubscirb").distance_to_beginning("unsubscribe", 1), Some(1));
    }

    #[test]
    fn short_words_forgive_nothing() {
        assert_eq!([3, 4, 6, 7].map(allowed), [0, 1, 1, 2]);
    }

    proptest! {
        #[test]
        fn it_is_the_known_measure_where_it_is_small(typed in "[a-d]{0,8}", known in "[a-d]{0,8}") {
            let expected = strsim::osa_distance(&typed, &known);
            let found = Measure::of(&typed).distance(&known, 2);
            prop_assert_eq!(found, (expected <= 2).then_some(expected));
        }
    }
}
