//! Text that stays text in HTML and XML.

use crate::diagnostic::clean::visible;

/// Text between tags of XML, or in an attribute in double quotes.
pub(super) fn xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in visible(text).chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// Text of HTML, which may stand in an attribute in single quotes too.
pub(super) fn html(text: &str) -> String {
    xml(text).replace('\'', "&#39;")
}

/// What a user typed: kept apart, so that its direction of writing does not disturb the words around it.
pub(super) fn own(text: &str) -> String {
    format!("<bdi>{}</bdi>", html(text.trim()))
}
