//! Numbers in a sentence that say how many there are of something.

use crate::search::fold::stem;
use crate::search::word::Word;

/// Smaller numbers count steps, days and hours.
const LEAST: u32 = 100;
/// So many words may stand between a number and what it counts.
const NEAR: usize = 4;

/// A number with its place among the words.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Amount {
    value: f64,
    /// Position of the first word behind it.
    end: usize,
    start: usize,
}

/// The numbers in a sentence that stand beside one of these words, without their endings.
pub(super) fn amounts(sentence: &str, words: &[Word], counted: &[String]) -> Vec<u32> {
    let mut amounts = Vec::new();
    let mut position = 0;
    while position < words.len() {
        match amount(sentence, words, position) {
            Some(amount) => {
                position = amount.end;
                let near = words.iter().take(amount.end + NEAR).skip(amount.start.saturating_sub(NEAR));
                let counts = near.into_iter().any(|word| counted.contains(&stem(&word.text)));
                amounts.extend(whole(amount.value).filter(|value| counts && *value >= LEAST));
            }
            None => position += 1,
        }
    }
    amounts
}

fn whole(value: f64) -> Option<u32> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is within the range")]
    (0.0..=f64::from(u32::MAX)).contains(&value).then_some(value.round() as u32)
}

/// The number that begins at a word, if one does.
fn amount(sentence: &str, words: &[Word], start: usize) -> Option<Amount> {
    let word = words.get(start)?;
    let before = start.checked_sub(1).and_then(|position| words.get(position)).map_or(0, |word| word.place().end);
    let gap = sentence.get(before..word.place().start).unwrap_or_default();
    if gap.ends_with(['€', '$', '£']) || gap.trim_end().ends_with(['€', '$', '£']) {
        return None;
    }
    let (mut value, mut end) = digits(sentence, words, start).or_else(|| spelt(words, start))?;
    let is_bare = words.get(start + 1).is_none_or(|next| magnitude(&next.text).is_none());
    let is_year = is_bare && end == start + 1 && (1900.0..2100.0).contains(&value) && word.text.len() == 4;
    while let Some(times) = words.get(end).and_then(|word| magnitude(&word.text)) {
        value *= times;
        end += 1;
    }
    let next = words.get(end).map_or("", |word| word.text.as_str());
    let after = words.get(end - 1).and_then(|word| sentence.get(word.place().end..)).unwrap_or_default();
    let is_share = after.trim_start().starts_with(['%', '€', '$', '£']) || SHARES.contains(&next);
    (!is_share && !is_year).then_some(Amount { value, end, start })
}

/// What follows numbers that count no people.
const SHARES: [&str; 20] = [
    "percent",
    "per",
    "euro",
    "euros",
    "eur",
    "chf",
    "usd",
    "dollars",
    "pounds",
    "francs",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "september",
    "october",
    "november",
    "december",
];

/// `40`, `40,000`, `40'000`, `2.4`, `40k`, with the position behind it.
fn digits(sentence: &str, words: &[Word], start: usize) -> Option<(f64, usize)> {
    let place = words.get(start)?.place();
    let text = sentence.get(place.clone())?;
    let end_of_digits = text.find(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | '\'' | '’'));
    let (number, ending) = text.split_at(end_of_digits.unwrap_or(text.len()));
    let times = if ending.is_empty() { 1.0 } else { magnitude(&ending.to_lowercase())? };
    if !number.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let parts: Vec<&str> = number.split(['.', '\'', '’']).collect();
    let in_groups = parts.len() > 1 && parts.iter().skip(1).all(|part| part.len() == 3);
    if parts.len() > 1 && !in_groups {
        return number.parse().ok().map(|value: f64| (value * times, start + 1));
    }
    let mut written = parts.concat();
    let (mut end, mut last) = (start + 1, place.end);
    while let Some(next) = words.get(end) {
        let gap = sentence.get(last..next.place().start).unwrap_or_default();
        let is_group = next.text.len() == 3 && next.text.bytes().all(|digit| digit.is_ascii_digit());
        if !(is_group && matches!(gap, "," | " " | "\u{a0}" | "\u{202f}") && times <= 1.0) {
            break;
        }
        written.push_str(&next.text);
        (end, last) = (end + 1, next.place().end);
    }
    if end == start + 1
        && let Some(decimal) = words.get(end)
        && sentence.get(last..decimal.place().start) == Some(",")
        && let Some((tenths, end)) = digits(sentence, words, end).filter(|(_, next)| *next == end + 1)
    {
        // `2,4 million`
        let value: f64 = format!("{written}.{tenths}").parse().ok()?;
        return Some((value, end));
    }
    written.parse().ok().map(|value: f64| (value * times, end))
}

/// `forty`, `twenty-five`, `several`, with the position behind it; only before a magnitude.
fn spelt(words: &[Word], start: usize) -> Option<(f64, usize)> {
    let mut end = start;
    let mut value = 0.0;
    while let Some(word) = words.get(end) {
        let parts: Option<Vec<f64>> = word.pieces.iter().map(|piece| spelt_word(&piece.text)).collect();
        let Some(parts) = parts else { break };
        // `half a million` is half of one.
        let is_article = word.text == "a" && value > 0.0;
        value += if is_article { 0.0 } else { parts.iter().sum::<f64>() };
        end += 1;
    }
    let is_magnitude = words.get(end).is_some_and(|word| magnitude(&word.text).is_some());
    (end > start && is_magnitude).then_some((value, end))
}

fn spelt_word(word: &str) -> Option<f64> {
    const SPELT: [(&str, f64); 31] = [
        ("a", 1.0),
        ("one", 1.0),
        ("two", 2.0),
        ("couple", 2.0),
        ("three", 3.0),
        ("few", 3.0),
        ("several", 3.0),
        ("some", 1.0),
        ("four", 4.0),
        ("five", 5.0),
        ("six", 6.0),
        ("seven", 7.0),
        ("eight", 8.0),
        ("nine", 9.0),
        ("ten", 10.0),
        ("eleven", 11.0),
        ("twelve", 12.0),
        ("fifteen", 15.0),
        ("twenty", 20.0),
        ("thirty", 30.0),
        ("forty", 40.0),
        ("fourty", 40.0),
        ("fifty", 50.0),
        ("sixty", 60.0),
        ("seventy", 70.0),
        ("eighty", 80.0),
        ("ninety", 90.0),
        ("half", 0.5),
        ("dozen", 12.0),
        ("many", 3.0),
        ("around", 0.0),
    ];
    SPELT.iter().find(|(spelt, _)| *spelt == word).map(|(_, value)| *value)
}

fn magnitude(word: &str) -> Option<f64> {
    Some(match word {
        "hundred" | "hundreds" => 100.0,
        "k" | "thousand" | "thousands" | "tsd" => 1_000.0,
        "m" | "mio" | "mn" | "million" | "millions" => 1_000_000.0,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::amounts;
    use crate::search::fold::{stem, words};

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let counted = ["people", "contacts"].map(stem);
        for (text, expected) in [
            ("about 40,000 contacts", &[40_000][..]),
            ("40'000 people or 80.000 people", &[40_000, 80_000]),
            ("40 000 contacts", &[40_000]),
            ("approx. 350k people", &[350_000]),
            ("2.4 million people", &[2_400_000]),
            ("2,4 million people", &[2_400_000]),
            ("forty thousand contacts", &[40_000]),
            ("twenty-five thousand contacts", &[25_000]),
            ("a hundred thousand contacts", &[100_000]),
            ("half a million people", &[500_000]),
            ("3,000 new people a month", &[3_000]),
            ("people who spend 10,000 euro", &[]),
            ("people who spend €10,000", &[]),
            ("20 percent of people", &[]),
            ("people since 2021", &[]),
            ("in 2021 people came", &[]),
            ("5 people", &[]),
            ("1,000 points a year for each and every one of them", &[]),
        ] {
            assert_eq!(amounts(text, &words(text), &counted), expected, "{text}");
        }
    }
}
