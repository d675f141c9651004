//! Text that stays text in HTML.

use crate::diagnostic::clean::visible;

/// Text between tags or in an attribute in double quotes.
pub(in crate::export) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in visible(text).chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// What a user typed: kept apart, so that its direction of writing does not disturb the words around it.
pub(super) fn own(text: &str) -> String {
    format!("<bdi>{}</bdi>", escape(text.trim()))
}
