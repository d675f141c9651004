//! Who says a line of a conversation.

use std::collections::BTreeMap;

use super::heading::alone;
use super::lines::Paragraph;
use super::marker::LONGEST_NAME;

/// The names before the lines of a conversation: two or more people who say several things each, and one of them asks. Else
/// what stands before a colon is what the line is about.
pub(super) fn speakers<'t>(paragraphs: &[Paragraph<'t>]) -> Vec<&'t str> {
    let mut lines: BTreeMap<&str, (usize, bool)> = BTreeMap::new();
    for (name, said) in paragraphs.iter().filter_map(|paragraph| named(paragraph.text)) {
        let (count, asks) = lines.entry(name).or_default();
        *count += 1;
        *asks |= said.contains('?');
    }
    lines.retain(|_, (count, _)| *count > 1);
    if lines.len() < 2 || !lines.values().any(|(_, asks)| *asks) {
        return Vec::new();
    }
    lines.into_keys().collect()
}

/// A line of a speaker without the name before it: `Ana: Texts would be good`.
pub(super) fn without_speaker<'t>(text: &'t str, speakers: &[&str]) -> &'t str {
    named(text).filter(|(name, said)| speakers.contains(name) && !said.is_empty()).map_or(text, |(_, said)| said)
}

/// What may be a name before a colon, and what follows it.
fn named(text: &str) -> Option<(&str, &str)> {
    let (name, said) = text.split_once(':')?;
    let is_name = name.chars().count() <= LONGEST_NAME && name.starts_with(char::is_uppercase);
    (is_name && alone(name).is_none() && said.starts_with(' ')).then(|| (name, said.trim_start()))
}
