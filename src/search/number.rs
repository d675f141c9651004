//! Makes numbers one, however they are written: `40,000`, `40 000`, `40k`, `40 thousand` and `forty thousand`.

use super::word::{Piece, Word};

/// Words for numbers, in order; `one` is a word like any other, unless a multiple follows it.
const WORDS: &[(&str, u64)] = &[
    ("eight", 8),
    ("eighteen", 18),
    ("eighty", 80),
    ("eleven", 11),
    ("fifteen", 15),
    ("fifty", 50),
    ("five", 5),
    ("forty", 40),
    ("four", 4),
    ("fourteen", 14),
    ("nine", 9),
    ("nineteen", 19),
    ("ninety", 90),
    ("seven", 7),
    ("seventeen", 17),
    ("seventy", 70),
    ("six", 6),
    ("sixteen", 16),
    ("sixty", 60),
    ("ten", 10),
    ("thirteen", 13),
    ("thirty", 30),
    ("three", 3),
    ("twelve", 12),
    ("twenty", 20),
    ("two", 2),
];

const THOUSAND: u64 = 1_000;
const MILLION: u64 = 1_000_000;
const BILLION: u64 = 1_000_000_000;

/// Thousandths, so that `2.4 million` is exact.
const ONE: u64 = 1_000;

/// The words of a text with each of its numbers as one word of digits.
pub(super) fn with_numbers(text: &str, words: Vec<Word>) -> Vec<Word> {
    if !words.iter().any(tells_a_number) {
        return words;
    }
    let mut out = Vec::with_capacity(words.len());
    let mut rest = words.as_slice();
    while let Some((first, others)) = rest.split_first() {
        if let Some((value, length)) = number(text, rest) {
            let (taken, after) = rest.split_at(length.clamp(1, rest.len()));
            let start = first.place().start;
            let end = taken.last().map_or(start, |word| word.place().end);
            let digits = value.to_string();
            out.push(Word { text: digits.clone(), pieces: vec![Piece { text: digits, place: start..end }] });
            rest = after;
        } else {
            out.push(with_numbered_pieces(first));
            rest = others;
        }
    }
    out
}

/// Whether some of a word is a number, or may be part of one.
fn tells_a_number(word: &Word) -> bool {
    word.pieces.iter().any(|piece| {
        let text = piece.text.as_str();
        text.starts_with(|letter: char| letter.is_ascii_digit()) || named(text).is_some() || multiple(text).is_some()
    })
}

/// The word for the size of a number from a thousand on, by which numbers of one size are alike.
pub(super) fn magnitude(word: &str) -> Option<&'static str> {
    match word.parse::<u64>().ok()? {
        BILLION.. => Some("billion"),
        MILLION.. => Some("million"),
        THOUSAND.. if word.len() > 4 || word.ends_with("00") => Some("thousand"),
        _ => None,
    }
}

/// The pieces of a joined word as they are when they stand alone: `two-way` is `two way`.
fn with_numbered_pieces(word: &Word) -> Word {
    let mut word = word.clone();
    if word.pieces.len() > 1 {
        for piece in &mut word.pieces {
            if let Some(value) = named(&piece.text) {
                piece.text = value.to_string();
            }
        }
    }
    word
}

/// The number that some words begin with, and how many of them it takes.
fn number(text: &str, words: &[Word]) -> Option<(u64, usize)> {
    let first = words.first()?;
    let (mut value, mut length) = written(text, words).or_else(|| spelt(words))?;
    let mut is_multiple = false;
    while let Some(multiple) = words.get(length).and_then(|word| multiple(&word.text)) {
        value = value.checked_mul(multiple)?;
        length += 1;
        is_multiple = true;
    }
    let is_joined = first.pieces.len() > 1;
    let is_needed =
        is_multiple || is_joined || length > 1 || named(&first.text).is_some() || first.text.ends_with(['k', 'm']);
    (is_needed && value.is_multiple_of(ONE)).then_some((value / ONE, length))
}

/// A number in digits, in thousandths, and how many words it takes: `40`, `40,000`, `40.000`, `40'000`, `2.4`, `40k`.
fn written(text: &str, words: &[Word]) -> Option<(u64, usize)> {
    let word = words.first()?;
    let (last, others) = word.pieces.split_last()?;
    let (digits, times) = match last.text.strip_suffix(['k', 'm']) {
        Some(digits) => (digits, if last.text.ends_with('k') { THOUSAND } else { MILLION }),
        None => (last.text.as_str(), 1),
    };
    let joint = |before: &Piece, after: &Piece| text.get(before.place.end..after.place.start);
    let pairs =
        || word.pieces.windows(2).filter_map(|pair| if let [one, other] = pair { Some((one, other)) } else { None });
    let is_grouped = pairs().all(|(one, other)| matches!(joint(one, other), Some("." | "'" | "’")))
        && others.iter().skip(1).map(|piece| piece.text.as_str()).chain([digits]).all(|group| group.len() == 3);
    let (mut thousandths, mut length) = match others {
        [] => (value(digits)?, 1),
        _ if is_grouped => (others.iter().map(|piece| piece.text.as_str()).chain([digits]).try_fold(0, in_groups)?, 1),
        [whole] if joint(whole, last) == Some(".") => (value(&whole.text)?.checked_add(decimals(digits)?)?, 1),
        _ => return None,
    };
    let mut end = word.place().end;
    while let Some(next) = words.get(length).filter(|next| next.text.len() == 3 && others.is_empty() && times == 1) {
        let gap = text.get(end..next.place().start);
        let is_group = matches!(gap, Some("," | "\u{a0}" | "\u{202f}")) || gap == Some(" ") && word.text.len() <= 3;
        let Some(grown) = in_groups(thousandths, &next.text).filter(|_| is_group) else { break };
        thousandths = grown;
        end = next.place().end;
        length += 1;
    }
    if length == 1
        && let [decimal, size, ..] = words.get(1..)?
        && text.get(end..decimal.place().start) == Some(",")
        && multiple(&size.text).is_some()
    {
        // `2,4 million`
        return Some((thousandths.checked_add(decimals(&decimal.text)?)?, 2));
    }
    Some((thousandths.checked_mul(times)?, length))
}

/// Whole ones, in thousandths.
fn value(digits: &str) -> Option<u64> {
    let whole = (digits.len() <= 12).then(|| digits.parse::<u64>().ok()).flatten()?;
    whole.checked_mul(ONE)
}

/// What stands behind the point, in thousandths.
fn decimals(digits: &str) -> Option<u64> {
    let times = match digits.len() {
        1 => 100,
        2 => 10,
        _ => return None,
    };
    Some(value(digits)? / ONE * times)
}

/// A number with three more digits.
fn in_groups(thousandths: u64, group: &str) -> Option<u64> {
    thousandths.checked_mul(THOUSAND)?.checked_add(value(group)?)
}

/// A number in words, in thousandths: `forty`, `twenty-five`; a multiple alone is one of it.
fn spelt(words: &[Word]) -> Option<(u64, usize)> {
    let word = words.first()?;
    if let [tens, ones] = word.pieces.as_slice() {
        let (tens, ones) = (named(&tens.text)?, named(&ones.text)?);
        return (tens >= 20 && ones < 10).then_some(((tens + ones) * ONE, 1));
    }
    if multiple(&word.text).is_some_and(|multiple| multiple >= 100) && word.text.len() > 2 {
        return Some((ONE, 0));
    }
    let next = words.get(1);
    if word.text == "one" {
        return next.and_then(|next| multiple(&next.text)).map(|_| (ONE, 1));
    }
    let value = named(&word.text)?;
    let ones = next.and_then(|next| named(&next.text)).filter(|ones| value >= 20 && *ones < 10);
    Some(ones.map_or((value * ONE, 1), |ones| ((value + ones) * ONE, 2)))
}

fn named(word: &str) -> Option<u64> {
    let position = WORDS.binary_search_by(|(name, _)| (*name).cmp(word)).ok()?;
    WORDS.get(position).map(|(_, value)| *value)
}

fn multiple(word: &str) -> Option<u64> {
    match word {
        "hundred" => Some(100),
        "thousand" | "k" | "tsd" => Some(THOUSAND),
        "million" | "m" | "mn" | "mio" => Some(MILLION),
        "billion" | "bn" => Some(BILLION),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{WORDS, magnitude};

    #[test]
    fn words_for_numbers_are_in_order_for_looking_them_up() {
        assert!(WORDS.is_sorted());
    }

    #[test]
    fn numbers_of_one_size_are_alike() {
        let sizes = ["999", "2022", "2500", "40000", "3300000", "sms"].map(magnitude);
        assert_eq!(sizes, [None, None, Some("thousand"), Some("thousand"), Some("million"), None]);
    }
}
