//! A client's text with one sentence of it marked and in view.

use std::ops::Range;

use super::prose::wrapped;
use super::{Canvas, Line, Rect, Role, Span};

/// Draws the text from where the marked sentence is in view. `marked` are bytes of the text.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect, text: &str, marked: Option<&Range<usize>>) {
    let width = area.width.saturating_sub(4);
    let height = usize::from(area.height);
    let (lines, first) = around(text, width, height, marked);
    for (y, place) in (area.y..area.bottom()).zip(lines.into_iter().skip(first)) {
        let row = Rect { y, height: 1, ..area };
        let Some(parts) = parts(&place, text, marked) else { continue };
        let is_marked = parts.iter().any(|(_, is_marked)| *is_marked);
        let sign = if is_marked { canvas.glyphs.focus } else { " " };
        let spans = parts
            .into_iter()
            .map(|(part, is_marked)| canvas.span(part.to_owned(), if is_marked { Role::Match } else { Role::Text }));
        let lead = [canvas.span(sign, Role::Accent), Span::raw(" ")];
        let line: Vec<Span<'static>> = lead.into_iter().chain(spans).collect();
        canvas.line(row, Line::from(line));
    }
}

/// The lines around the marked sentence, as bytes of the text, and which of them is the first to be shown. No more of the text
/// is wrapped than can be seen, however long it is.
fn around(text: &str, width: u16, height: usize, marked: Option<&Range<usize>>) -> (Vec<Range<usize>>, usize) {
    let start = marked.map_or(0, |marked| marked.start);
    let (before, _) = text.split_at(start.min(text.len()));
    let from = before.rmatch_indices('\n').nth(height).map_or(0, |(at, _)| at + 1);
    let (_, rest) = text.split_at(from);
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut at = from;
    for line in rest.split('\n') {
        lines.extend(wrapped(line, width).into_iter().map(|place| at + place.start..at + place.end));
        at += line.len() + 1;
        let is_seen = lines.iter().filter(|place| place.start >= start).count() > height;
        if is_seen {
            break;
        }
    }
    let holds =
        |place: &Range<usize>| marked.is_some_and(|marked| place.start < marked.end && marked.start < place.end);
    let held: Vec<usize> = lines.iter().enumerate().filter(|(_, place)| holds(place)).map(|(line, _)| line).collect();
    let (Some(top), Some(bottom)) = (held.first(), held.last()) else { return (lines, 0) };
    let furthest = lines.len().saturating_sub(height);
    let middle = usize::midpoint(*top, *bottom + 1);
    let first = if *bottom < height && from == 0 { 0 } else { middle.saturating_sub(height / 2).min(furthest) };
    (lines, first.min(*top))
}

/// A line of the text in parts, each with whether it is marked.
fn parts<'t>(place: &Range<usize>, text: &'t str, marked: Option<&Range<usize>>) -> Option<Vec<(&'t str, bool)>> {
    let (start, end) = match marked {
        Some(marked) => (marked.start.clamp(place.start, place.end), marked.end.clamp(place.start, place.end)),
        None => (place.start, place.start),
    };
    let pieces = [(place.start..start, false), (start..end, true), (end..place.end, false)];
    let mut parts = Vec::new();
    for (piece, is_marked) in pieces {
        if !piece.is_empty() {
            parts.push((text.get(piece)?, is_marked));
        }
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::{around, parts};

    #[test]
    fn the_marked_sentence_is_in_view_and_only_what_is_seen_is_wrapped() {
        let text = "A line of words.\n".repeat(5_000) + "The end.\n" + &"More.\n".repeat(5_000);
        let start = text.find("The end.").unwrap();
        let marked = start..start + "The end.".len();
        let (lines, first) = around(&text, 40, 10, Some(&marked));
        assert!(lines.len() <= 25, "{}", lines.len());
        assert!(lines[first..first + 10].contains(&marked), "{first} {lines:?}");
    }

    #[test]
    fn a_sentence_is_marked_across_lines() {
        let text = "One two three four five six.";
        let (lines, first) = around(text, 12, 9, Some(&(4..18)));
        assert_eq!(first, 0);
        let shown: Vec<_> = lines.iter().map(|place| parts(place, text, Some(&(4..18))).unwrap()).collect();
        let flat: String = shown.iter().flatten().filter(|(_, marked)| *marked).map(|(part, _)| *part).collect();
        assert_eq!(flat, "twothree four");
    }
}
