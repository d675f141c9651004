//! Texts as TOML has them.

use std::fmt::Write as _;

use crate::diagnostic::clean::{is_plain, judged};

/// A TOML string on one line, with everything escaped that could drive a terminal or hide text.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    quote(text, &mut out);
    out
}

/// The same, added to a text.
pub(super) fn quote(text: &str, out: &mut String) {
    out.push('"');
    if is_plain(text) && !text.contains(['"', '\\']) {
        out.push_str(text);
    } else {
        judged(text).for_each(|(_, letter, is_hostile)| escape(letter, is_hostile, out));
    }
    out.push('"');
}

fn escape(letter: char, is_hostile: bool, out: &mut String) {
    match letter {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\t' => out.push_str("\\t"),
        _ if is_hostile => {
            let _ = write!(out, "\\U{:08X}", u32::from(letter));
        }
        _ => out.push(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn what_could_end_the_text_or_hide_in_it_is_escaped_and_the_rest_stays() {
        let written = quoted("a\n\t\"\\é❤\u{fe0f}\u{1b}\u{202e}\u{fe0f}");
        assert_eq!(written, "\"a\\n\\t\\\"\\\\é❤\u{fe0f}\\U0000001B\\U0000202E\\U0000FE0F\"");
    }
}
