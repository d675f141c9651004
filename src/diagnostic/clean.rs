//! Text from files, arguments and the terminal is hostile until cleaned.
//!
//! The knowledge and themes *refuse* a bad character; what a user typed is *shown* with the character made visible.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Whether a character could drive a terminal, hide text or reorder it.
///
/// C0 and C1 controls, DEL, line and paragraph separators, bidirectional controls, invisible characters,
/// tags, and noncharacters. Zero-width joiners stay, because scripts need them.
pub fn is_hostile(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{FDD0}'..='\u{FDEF}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E007F}' | '\u{E0100}'..='\u{E01EF}')
        || u32::from(letter) & 0xFFFE == 0xFFFE
}

/// Whether a text is made of printable ASCII only: one column a byte, and nothing to be careful about.
pub fn is_plain(text: &str) -> bool {
    all_bytes(text.as_bytes(), |byte| matches!(byte, b' '..=b'~'))
}

/// Whether something holds for all bytes. Many are looked at together, without a way out among them.
pub fn all_bytes(bytes: &[u8], holds: impl Fn(u8) -> bool) -> bool {
    bytes.chunks(64).all(|bytes| bytes.iter().fold(true, |all, byte| all & holds(*byte)))
}

/// The text on one line with every hostile character made visible: a tab or line break as a space, others as `<U+202E>`.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hostile) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match letter {
            '\n' | '\t' => shown.push(' '),
            '\r' => {}
            _ if is_hostile(letter) => {
                let _ = write!(shown, "<U+{:04X}>", u32::from(letter));
            }
            _ => shown.push(letter),
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::{is_hostile, visible};

    #[test]
    fn escape_codes_and_overrides_become_visible() {
        assert_eq!(visible("a\u{1b}[31mb"), "a<U+001B>[31mb");
        assert_eq!(visible("x\u{202e}y\u{9b}z\u{7f}"), "x<U+202E>y<U+009B>z<U+007F>");
        assert_eq!(visible("two\nlines\tand tab\r"), "two lines and tab");
    }

    #[test]
    fn ordinary_text_of_any_script_stays() {
        for text in ["Café", "東京", "שלום", "ไทย", "👍", "a\u{200d}b"] {
            assert_eq!(visible(text), text);
        }
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
    }
}
