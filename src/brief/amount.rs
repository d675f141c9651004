//! Numbers in a sentence that say how many there are of something.

use crate::search::fold::stem;
use crate::search::word::Word;

/// Smaller numbers count steps, days and hours.
const LEAST: u32 = 100;
/// So many words may stand between a number and what it counts.
const NEAR: usize = 4;

/// The numbers in a sentence that stand beside one of these words, without their endings.
pub(super) fn amounts(sentence: &str, words: &[Word], counted: &[String]) -> Vec<u32> {
    let counts = |position: usize| {
        let near = words.iter().take(position + 1 + NEAR).skip(position.saturating_sub(NEAR));
        near.into_iter().any(|word| counted.contains(&stem(&word.text)))
    };
    let amounts = (0..words.len()).filter_map(|position| Some((position, amount(sentence, words, position)?)));
    let counted = amounts.filter(|(position, value)| *value >= LEAST && counts(*position));
    counted.map(|(_, value)| value).collect()
}

/// The number at a position, unless it is a year, a day, a share or money.
fn amount(sentence: &str, words: &[Word], position: usize) -> Option<u32> {
    let (before, from) = words.split_at_checked(position)?;
    let (word, behind) = from.split_first()?;
    let value: u64 = if word.pieces.len() == 1 { word.text.parse().ok()? } else { return None };
    let place = word.place();
    let written = sentence.get(place.clone())?;
    let after = sentence.get(place.end..)?.trim_start();
    let next = behind.first().map_or("", |word| word.text.as_str());
    let is_year = written.len() == 4 && (1900..2100).contains(&value);
    let is_money = |text: Option<char>| text.is_some_and(|letter| matches!(letter, '€' | '$' | '£'));
    let is_share = after.starts_with('%') || SHARES.contains(&next) || is_money(after.chars().next());
    if is_year || is_share || is_money(sentence.get(..place.start)?.trim_end().chars().next_back()) {
        return None;
    }
    let value = if written.starts_with(char::is_alphabetic) { several(before, value) } else { value };
    u32::try_from(value).ok()
}

/// A number in words with what stands before it: several thousand, a couple of thousand, half a million.
fn several(before: &[Word], value: u64) -> u64 {
    let mut said = before.iter().rev().map(|word| word.text.as_str()).skip_while(|word| matches!(*word, "a" | "of"));
    match said.next() {
        Some("several" | "few" | "many") => value.saturating_mul(3),
        Some("couple") => value.saturating_mul(2),
        Some("dozen") => value.saturating_mul(12),
        Some("half") => value / 2,
        _ => value,
    }
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
            ("a couple of thousand people", &[2_000]),
            ("several hundred thousand people", &[300_000]),
            ("2m contacts and 1.200.000 people", &[2_000_000, 1_200_000]),
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
