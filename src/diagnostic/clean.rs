//! Text from files, arguments and the terminal is hostile until cleaned.
//!
//! The knowledge and themes *refuse* a bad character; what a user typed is *shown* with the character made visible.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Whether a character could drive a terminal, hide text or reorder it.
///
/// C0 and C1 controls, DEL, line and paragraph separators, bidirectional controls, invisible characters,
/// tags, and noncharacters. Zero-width joiners stay, because scripts need them. Whether a variation selector may stay
/// depends on what it stands behind: see [`judged`].
pub fn is_hostile(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{FDD0}'..='\u{FDEF}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E007F}' | '\u{E0100}'..='\u{E01EF}')
        || u32::from(letter) & 0xFFFE == 0xFFFE
}

/// Whether a character is hostile behind another one. A selector that says whether a sign is drawn as text or as an emoji
/// belongs to the sign.
pub(crate) fn is_hostile_after(before: Option<char>, letter: char) -> bool {
    let belongs = is_selector(letter) && before.is_some_and(has_two_forms);
    is_hostile(letter) && !belongs
}

/// Whether a character says how the sign before it is drawn: as text or as an emoji.
pub(crate) fn is_selector(letter: char) -> bool {
    matches!(letter, '\u{FE0E}' | '\u{FE0F}')
}

/// Whether a sign can be drawn as text and as an emoji.
fn has_two_forms(letter: char) -> bool {
    matches!(letter,
        '#' | '*' | '0'..='9' | '\u{A9}' | '\u{AE}' | '\u{203C}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
        | '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}' | '\u{24C2}' | '\u{25A0}'..='\u{27BF}'
        | '\u{2900}'..='\u{297F}' | '\u{2B00}'..='\u{2BFF}' | '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}'
        | '\u{1F000}'..='\u{1FAFF}')
}

/// Every letter of a text with its place, and whether it is hostile there.
pub fn judged(text: &str) -> impl Iterator<Item = (usize, char, bool)> {
    let mut before = None;
    text.char_indices().map(move |(at, letter)| (at, letter, is_hostile_after(before.replace(letter), letter)))
}

/// The first letter of a text that is hostile where it stands.
pub(crate) fn first_hostile(text: &str) -> Option<char> {
    judged(text).find(|(_, _, is_hostile)| *is_hostile).map(|(_, letter, _)| letter)
}

/// At most so many letters of a text, with a sign where it goes on.
pub(crate) fn beginning(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).expect("it ends between letters"))),
        None => Cow::Borrowed(text),
    }
}

/// A text without what could drive a terminal or hide in it; its lines end with `\n` alone, and a tab is a space.
pub(crate) fn harmless(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    let kept = judged(&text).filter(|(_, letter, is_hostile)| !is_hostile || *letter == '\n');
    kept.map(|(_, letter, _)| letter).collect()
}

/// Whether a text is made of printable ASCII only: one column a byte, and nothing to be careful about.
pub(crate) fn is_plain(text: &str) -> bool {
    all_bytes(text.as_bytes(), |byte| matches!(byte, b' '..=b'~'))
}

/// Whether something holds for all bytes. Many are looked at together, without a way out among them.
pub(crate) fn all_bytes(bytes: &[u8], holds: impl Fn(u8) -> bool) -> bool {
    bytes.chunks(64).all(|bytes| bytes.iter().fold(true, |all, byte| all & holds(*byte)))
}

/// The text on one line with every hostile character made visible: a tab or line break as a space, others as `<U+202E>`.
pub fn visible(text: &str) -> Cow<'_, str> {
    if first_hostile(text).is_none() {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for (_, letter, is_hostile) in judged(text) {
        match letter {
            '\n' | '\t' => shown.push(' '),
            '\r' => {}
            _ if is_hostile => {
                let _ = write!(shown, "<U+{:04X}>", u32::from(letter));
            }
            _ => shown.push(letter),
        }
    }
    Cow::Owned(shown)
}

/// The same for a text of several lines, which stay.
pub(crate) fn lines(text: &str) -> String {
    let lines: Vec<Cow<'_, str>> = text.split('\n').map(visible).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::{beginning, first_hostile, harmless, is_hostile, is_plain, lines, visible};

    #[test]
    fn escape_codes_and_overrides_become_visible() {
        assert_eq!(visible("a\u{1b}[31mb"), "a<U+001B>[31mb");
        assert_eq!(visible("x\u{202e}y\u{9b}z\u{7f}"), "x<U+202E>y<U+009B>z<U+007F>");
        assert_eq!(visible("two\nlines\tand tab\r"), "two lines and tab");
    }

    #[test]
    fn what_is_no_character_is_hostile_on_every_plane_and_what_stands_beside_it_is_not() {
        for plane in 0..=0x10_u32 {
            let at = |place: u32| char::from_u32((plane << 16) + place).unwrap();
            assert!(is_hostile(at(0xFFFE)) && is_hostile(at(0xFFFF)), "{plane}");
            assert!(!is_hostile(at(0xFFFD)) && !is_hostile(at(0xE100)), "{plane}");
        }
    }

    #[test]
    fn ordinary_text_of_any_script_stays() {
        for text in ["Café", "東京", "שלום", "ไทย", "👍", "a\u{200d}b"] {
            assert_eq!(visible(text), text);
        }
    }

    #[test]
    fn an_emoji_stays_one_and_a_selector_that_belongs_to_nothing_is_shown() {
        for text in [
            "✈\u{fe0f} Summer ❤\u{fe0f}",
            "☎\u{fe0e}",
            "1\u{fe0f}\u{20e3}",
            "❤\u{fe0f}\u{200d}🔥",
            "👩\u{200d}💻",
            "🇩🇪",
        ] {
            assert_eq!(visible(text), text);
        }
        assert_eq!(visible("\u{fe0f}a\u{fe0f}"), "<U+FE0F>a<U+FE0F>");
        assert_eq!(visible("❤\u{fe0f}\u{fe0f}\u{fe00}"), "❤\u{fe0f}<U+FE0F><U+FE00>");
        assert_eq!(first_hostile("❤\u{fe0f}"), None);
        assert_eq!(visible("1\u{202e}❤\u{200b}"), "1<U+202E>❤<U+200B>");
    }

    #[test]
    fn cleaning_twice_changes_nothing_more() {
        for code in 0..=0x10_FFFF {
            let Some(letter) = char::from_u32(code) else { continue };
            let text = letter.to_string();
            let once = visible(&text).into_owned();
            assert_eq!(visible(&once), once);
            assert!(!once.chars().any(is_hostile));
        }
        assert_eq!(visible("\r\u{fe0f}1\r\u{fe0f}"), "<U+FE0F>1<U+FE0F>");
    }

    #[test]
    fn the_beginning_of_a_text_is_counted_in_letters_and_says_that_it_goes_on() {
        for (most, begun) in [(0, "…"), (2, "éa…"), (3, "éa東…"), (4, "éa東👍"), (5, "éa東👍")] {
            assert_eq!(beginning("éa東👍", most), begun, "{most}");
        }
    }

    #[test]
    fn what_is_made_harmless_keeps_its_lines_and_loses_the_rest() {
        assert_eq!(harmless("a\r\nb\rc\n\td\u{1b}[31m\u{202e}❤\u{fe0f}"), "a\nb\nc\n d[31m❤\u{fe0f}");
    }

    #[test]
    fn lines_stay_and_what_is_hostile_in_one_is_shown() {
        assert_eq!(lines("a\n\u{1b}b\n\nc\td\n"), "a\n<U+001B>b\n\nc d\n");
    }

    #[test]
    fn a_text_is_plain_unless_any_of_its_bytes_is_not_however_long_it_is() {
        let all: String = (b' '..=b'~').map(char::from).collect();
        for length in [0, 1, 63, 64, 65, 200] {
            let text: String = all.chars().cycle().take(length).collect();
            assert!(is_plain(&text), "{length}");
            for at in 0..length {
                for other in ["\u{1f}", "\u{7f}", "é"] {
                    let mut text = text.clone();
                    text.replace_range(at..=at, other);
                    assert!(!is_plain(&text), "{other:?} at {at} of {length}");
                }
            }
        }
    }
}
