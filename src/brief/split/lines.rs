//! Lines, put together where a sentence goes on in the next.

use std::ops::Range;

use super::marker::marker;

/// What belongs together: a line, or a sentence over several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Paragraph<'t> {
    /// Without the spaces around it, and the signs of a heading or a quotation before it.
    pub(super) text: &'t str,
    /// Whether an empty line stands before it.
    pub(super) follows_a_gap: bool,
    /// Whether it is marked as a heading.
    pub(super) is_title: bool,
    /// Whether it is a row of a table.
    pub(super) is_row: bool,
}

/// From this length on a line that goes on in the next was broken by the program that wrote it.
const BROKEN: usize = 55;

/// The paragraphs of a text.
pub(super) fn paragraphs(text: &str) -> Vec<Paragraph<'_>> {
    let mut paragraphs: Vec<(Range<usize>, Paragraph<'_>)> = Vec::new();
    let mut follows_a_gap = true;
    let mut last_line = "";
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let place = bare(line, start);
        start += line.len();
        let bare = text.get(place.clone()).expect("a line without its marks is a part of the text");
        if bare.is_empty() {
            follows_a_gap = true;
            last_line = "";
            continue;
        }
        let is_title = line.trim_start().starts_with('#') || is_bold(line.trim());
        let is_row = line.trim_start().starts_with('|');
        match paragraphs.last_mut() {
            Some((whole, last))
                if !follows_a_gap && !is_title && !last.is_title && !is_row && goes_on(last_line, bare) =>
            {
                whole.end = place.end;
                last.text = text.get(whole.clone()).expect("from the beginning of a line to the end of a later one");
            }
            _ => paragraphs.push((place, Paragraph { text: bare, follows_a_gap, is_title, is_row })),
        }
        follows_a_gap = false;
        last_line = bare;
    }
    paragraphs.into_iter().map(|(_, paragraph)| paragraph).collect()
}

/// Where a line stands that begins at `start`, without what marks a heading, a quotation, a row or bold letters.
fn bare(line: &str, start: usize) -> Range<usize> {
    let is_bold = is_bold(line.trim().trim_matches(['#', '>']).trim());
    let marks = |letter: char| {
        letter.is_whitespace() || matches!(letter, '#' | '>' | '|') || is_bold && matches!(letter, '*' | '_')
    };
    let bare = line.trim_start_matches(marks);
    let start = start + line.len() - bare.len();
    start..start + bare.trim_end_matches(marks).len()
}

fn is_bold(line: &str) -> bool {
    line.len() > 4 && line.starts_with("**") && line.trim_end_matches(':').ends_with("**")
}

/// Whether a sentence goes on from one line to the next.
fn goes_on(last: &str, next: &str) -> bool {
    let ends = last.is_empty() || last.ends_with(['.', '!', '?', ':', ';']);
    let is_point = marker(next).1 != next;
    let goes_on = next.starts_with(char::is_lowercase) || last.len() >= BROKEN;
    !ends && !is_point && goes_on
}
