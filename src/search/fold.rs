//! Makes words comparable: small letters, no accents, compatibility forms resolved, simple endings cut.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::number::with_numbers;
use super::word::Word;

/// A letter without accents, in small; several where it stands for several, none if it is only a mark.
pub(super) fn fold_letter(letter: char) -> impl Iterator<Item = char> {
    std::iter::once(letter)
        .nfkd()
        .flat_map(char::to_lowercase)
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(|letter| spelt_out(letter).into_iter().flatten())
}

/// Letters that no normalisation takes apart.
fn spelt_out(letter: char) -> [Option<char>; 2] {
    match letter {
        'ß' => [Some('s'), Some('s')],
        'æ' => [Some('a'), Some('e')],
        'œ' => [Some('o'), Some('e')],
        'ø' => [Some('o'), None],
        'ł' => [Some('l'), None],
        'đ' => [Some('d'), None],
        'ı' => [Some('i'), None],
        other => [Some(other), None],
    }
}

/// The words of a text, folded.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = Word::default();
    let mut is_joined = false;
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let start = text.len() - rest.len();
        // Nearly all letters are ASCII, and their case is all that there is to fold.
        let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let (taken, after) = rest.split_at(if plain > 0 { plain } else { letter.len_utf8() });
        rest = after;
        let folded: String = match letter {
            _ if plain > 0 => taken.to_ascii_lowercase(),
            _ if letter.is_ascii() => String::new(),
            _ => fold_letter(letter).filter(|folded| folded.is_alphanumeric()).collect(),
        };
        if !folded.is_empty() {
            word.extend(folded, start..start + taken.len(), is_joined);
            is_joined = false;
        } else if is_combining_mark(letter) {
            if let Some(piece) = word.pieces.last_mut() {
                piece.place.end += taken.len();
            }
        } else if is_joint(letter) && rest.starts_with(char::is_alphanumeric) {
            is_joined = true;
        } else {
            words.extend(Some(std::mem::take(&mut word)).filter(|word| !word.pieces.is_empty()));
            is_joined = false;
        }
    }
    words.extend(Some(word).filter(|word| !word.pieces.is_empty()));
    with_numbers(text, words)
}

fn is_joint(letter: char) -> bool {
    matches!(letter, '-' | '/' | '\'' | '’' | '.' | '&' | '_' | '\u{2010}' | '\u{2011}')
}

/// The whole text as folded words with single spaces, for comparing texts as wholes.
pub(super) fn key(text: &str) -> String {
    key_of(&words(text))
}

/// The same of its words.
pub(super) fn key_of(words: &[Word]) -> String {
    let pieces = words.iter().flat_map(|word| &word.pieces).map(|piece| piece.text.as_str());
    pieces.collect::<Vec<_>>().join(" ")
}

/// The word without a simple English ending, so that `lead` and `leads`, `schedule` and `scheduled` are one; and
/// spelt the British way, so that `organize` and `organise` are one.
pub(crate) fn stem(word: &str) -> String {
    let stem = without_ending(word);
    if stem.contains("iz") && stem.len() > 5 { stem.replace("iz", "is") } else { stem }
}

fn without_ending(word: &str) -> String {
    const SHORTEST: usize = 4;
    let cut = |ending: &str| {
        word.strip_suffix(ending).filter(|rest| rest.chars().count() >= SHORTEST && !rest.ends_with(['s', 'u']))
    };
    let mut stem = if let Some(rest) = cut("ies") {
        return format!("{rest}y");
    } else if let Some(rest) = cut("ing").or_else(|| cut("ed")) {
        without_doubled_end(rest)
    } else if let Some(rest) = cut("es").or_else(|| cut("s")) {
        rest.to_owned()
    } else {
        word.to_owned()
    };
    if stem.len() > SHORTEST && stem.ends_with('e') {
        stem.pop();
    }
    stem
}

/// `splitt` as `split`, but `sell` as it is.
fn without_doubled_end(stem: &str) -> String {
    let mut from_end = stem.chars().rev();
    let (last, before) = (from_end.next(), from_end.next());
    let cut = last.filter(|letter| last == before && !"aeiouls".contains(*letter));
    cut.and_then(|letter| stem.strip_suffix(letter)).unwrap_or(stem).to_owned()
}

/// Places in order, joined where they touch.
pub(super) fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::{key, stem, words};

    #[test]
    fn accents_case_and_compatibility_forms_fold_away() {
        assert_eq!(key("Café İSTANBUL ﬀ Straße ８"), "cafe istanbul ff strasse 8");
        assert_eq!(key("cafe\u{301}  \u{1b}[31;1H red"), "cafe 31 1h red");
    }

    #[test]
    fn joined_words_are_found_whole_and_in_pieces() {
        let found = words("Real-time A/B!");
        let texts: Vec<_> = found.iter().map(|word| word.text.as_str()).collect();
        assert_eq!(texts, ["realtime", "ab"]);
        let places: Vec<_> = found.iter().flat_map(|word| &word.pieces).map(|piece| piece.place.clone()).collect();
        assert_eq!(places, [0..4, 5..9, 10..11, 12..13]);
    }

    #[test]
    fn places_are_bytes_of_the_text_itself() {
        let text = "Zoë's «É»";
        let shown: Vec<_> = words(text).iter().map(|word| text.get(word.place()).unwrap()).collect();
        assert_eq!(shown, ["Zoë's", "É"]);
    }

    #[test]
    fn simple_endings_do_not_matter() {
        for family in [
            &["lead", "leads"][..],
            &["schedule", "schedules", "scheduled", "scheduling"],
            &["test", "tests", "testing", "tested"],
            &["splitted", "splitting"],
            &["message", "messages"],
            &["country", "country"],
            &["organise", "organize", "organized"],
            &["personalisation", "personalization"],
            &["journey", "journeys"],
        ] {
            for word in family {
                assert_eq!(stem(word), stem(family[0]), "{word}");
            }
        }
        for word in ["sms", "news", "access", "status", "bus"] {
            assert_eq!(stem(word), word);
        }
    }

    #[test]
    fn a_number_is_one_however_it_is_written() {
        for (texts, number) in [
            (
                &["40,000", "40000", "40k", "40K", "40 thousand", "forty thousand", "40.000", "Forty Thousand"][..],
                "40000",
            ),
            (&["2.4 million", "2,400,000", "2.4 mn"], "2400000"),
            (&["a million", "1 million", "one million", "million"], "1000000"),
            (&["hundred thousand", "one hundred thousand", "100 thousand", "100k"], "100000"),
            (&["ten", "10"], "10"),
            (&["twenty five", "twenty-five", "25"], "25"),
        ] {
            for text in texts {
                assert_eq!(key(text).trim_start_matches("a "), number, "{text}");
            }
        }
        let places: Vec<_> = words("about 2,500 a minute").iter().map(super::Word::place).collect();
        assert_eq!(places.get(1), Some(&(6..11)));
    }

    #[test]
    fn what_only_looks_like_a_number_stays_as_it_is() {
        for text in ["one to one", "0 3", "30 June 2025", "24 7", "k", "v2"] {
            assert_eq!(key(text), text.to_lowercase(), "{text}");
        }
        assert_eq!(key("two-way"), key("two way"));
    }
}
