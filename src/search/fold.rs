//! Makes words comparable: small letters, no accents, compatibility forms resolved, simple endings cut.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word of a text, with its place. `real-time` is one word of two pieces, so that `real time`, `realtime` and
/// `real-time` all find each other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Word {
    /// The folded word without what joins its pieces: `realtime`.
    pub(super) text: String,
    /// The folded pieces, at least one.
    pub(super) pieces: Vec<Piece>,
}

/// A piece of a word, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// The folded piece.
    pub(super) text: String,
    /// The bytes of the text it comes from.
    pub(super) place: Range<usize>,
}

impl Word {
    /// The bytes of the text from the first piece to the last.
    pub(super) fn place(&self) -> Range<usize> {
        let start = self.pieces.first().map_or(0, |piece| piece.place.start);
        start..self.pieces.last().map_or(start, |piece| piece.place.end)
    }
}

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
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut letters = text.char_indices().peekable();
    let mut word = Word::default();
    let mut joined = false;
    while let Some((start, letter)) = letters.next() {
        let end = start + letter.len_utf8();
        if letter.is_ascii_alphanumeric() {
            let mut buffer = [0; 4];
            extend(&mut word, letter.to_ascii_lowercase().encode_utf8(&mut buffer), start..end, joined);
            joined = false;
            continue;
        }
        let folded: String = match letter {
            _ if letter.is_ascii() => String::new(),
            _ => fold_letter(letter).filter(|folded| folded.is_alphanumeric()).collect(),
        };
        if !folded.is_empty() {
            extend(&mut word, &folded, start..end, joined);
            joined = false;
        } else if is_combining_mark(letter) {
            if let Some(piece) = word.pieces.last_mut() {
                piece.place.end = end;
            }
        } else if is_joint(letter) && letters.peek().is_some_and(|(_, next)| next.is_alphanumeric()) {
            joined = true;
        } else {
            words.extend(finished(&mut word));
            joined = false;
        }
    }
    words.extend(finished(&mut word));
    words
}

fn extend(word: &mut Word, folded: &str, place: Range<usize>, joined: bool) {
    word.text.push_str(folded);
    match word.pieces.last_mut() {
        Some(piece) if !joined => {
            piece.text.push_str(folded);
            piece.place.end = place.end;
        }
        _ => word.pieces.push(Piece { text: folded.to_owned(), place }),
    }
}

fn finished(word: &mut Word) -> Option<Word> {
    let word = std::mem::take(word);
    (!word.text.is_empty()).then_some(word)
}

fn is_joint(letter: char) -> bool {
    matches!(letter, '-' | '/' | '\'' | '’' | '.' | '&' | '_' | '\u{2010}' | '\u{2011}')
}

/// The whole text as folded words with single spaces, for comparing texts as wholes.
pub(super) fn key(text: &str) -> String {
    let pieces = words(text).into_iter().flat_map(|word| word.pieces);
    pieces.map(|piece| piece.text).collect::<Vec<_>>().join(" ")
}

/// The word without a simple English ending, so that `lead` and `leads`, `schedule` and `scheduled` are one; and
/// spelt the British way, so that `organize` and `organise` are one.
pub(super) fn stem(word: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::{key, stem, words};

    #[test]
    fn accents_case_and_compatibility_forms_fold_away() {
        assert_eq!(key("Café İSTANBUL ﬀ Straße ８"), "cafe istanbul ff strasse 8");
        assert_eq!(key("cafe\u{301}  \u{1b}[31m red"), "cafe 31m red");
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
}
