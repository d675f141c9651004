//! Turns of phrase, looked for among the words of a clause.

use std::ops::Range;

/// Turns of phrase, one a line. Words that may stand for each other are joined by `|`; `?` is any one word, or none.
#[derive(Debug)]
pub(super) struct Cues(Vec<Vec<&'static str>>);

impl Cues {
    pub(super) fn of(lines: &'static str) -> Self {
        let turns = lines.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
        Self(turns.filter(|turn| !turn.is_empty()).collect())
    }

    /// Where the first of them stands.
    pub(super) fn find(&self, words: &[&str]) -> Option<Range<usize>> {
        (0..words.len()).find_map(|start| {
            let rest = words.get(start..)?;
            let length = self.0.iter().filter_map(|turn| at_start(turn, rest)).max()?;
            Some(start..start + length)
        })
    }

    pub(super) fn are_in(&self, words: &[&str]) -> bool {
        self.find(words).is_some()
    }
}

/// How many words from the first on are a turn of phrase.
fn at_start(turn: &[&str], words: &[&str]) -> Option<usize> {
    let Some((part, later)) = turn.split_first() else { return Some(0) };
    let next = words.split_first();
    if *part == "?" {
        let skipped = next.and_then(|(_, after)| Some(at_start(later, after)? + 1));
        return at_start(later, words).or(skipped);
    }
    let (word, after) = next?;
    let fits = part.split('|').any(|form| form == *word);
    fits.then(|| at_start(later, after)).flatten().map(|length| length + 1)
}

#[cfg(test)]
mod tests {
    use super::Cues;

    #[test]
    fn a_turn_of_phrase_is_found_with_and_without_a_word_in_between() {
        let cues = Cues::of("not ? need|want\nout of scope");
        let find = |text: &str| cues.find(&text.split(' ').collect::<Vec<_>>());
        assert_eq!(find("we do not need it"), Some(2..4));
        assert_eq!(find("not really want"), Some(0..3));
        assert_eq!(find("that is out of scope"), Some(2..5));
        assert_eq!(find("not that we would want"), None);
        assert_eq!(find("out of"), None);
    }
}
