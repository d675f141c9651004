//! Words in lines: wrapped, cut with an ellipsis, measured in columns.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use crate::app::field::width_of;
use crate::report::lines;

/// The columns that a text takes.
pub(super) fn columns(text: &str) -> u16 {
    u16::try_from(width_of(text)).unwrap_or(u16::MAX)
}

/// The columns that a line takes.
pub(super) fn line_columns(line: &Line<'_>) -> u16 {
    line.spans.iter().map(|span| columns(&span.content)).fold(0, u16::saturating_add)
}

/// The text in at most `width` columns, cut between graphemes with `ellipsis` at the end.
pub(super) fn cut(text: &str, width: u16, ellipsis: &str) -> String {
    let width = usize::from(width);
    if width_of(text) <= width {
        return text.to_owned();
    }
    let room = width.saturating_sub(width_of(ellipsis));
    let mut kept = String::new();
    for grapheme in text.graphemes(true) {
        if width_of(&kept) + width_of(grapheme) > room {
            break;
        }
        kept.push_str(grapheme);
    }
    let mut kept = kept.trim_end().to_owned();
    if width >= width_of(ellipsis) {
        kept.push_str(ellipsis);
    }
    kept
}

/// The line in at most `width` columns.
pub(super) fn cut_line(line: Line<'static>, width: u16, ellipsis: &str) -> Line<'static> {
    if line.spans.iter().map(|span| width_of(&span.content)).sum::<usize>() <= usize::from(width) {
        return line;
    }
    let mut left = width;
    let mut spans = Vec::new();
    let mut rest = line.spans.into_iter().peekable();
    while let Some(span) = rest.next() {
        let taken = columns(&span.content);
        let is_last = rest.peek().is_none();
        let fits = if is_last { taken <= left } else { taken + columns(ellipsis) <= left };
        if !fits {
            spans.push(Span::styled(
                cut(&format!("{}{}", span.content, " ".repeat(usize::from(left) + 1)), left, ellipsis),
                span.style,
            ));
            break;
        }
        left -= taken;
        spans.push(span);
    }
    Line::from(spans)
}

/// The first `height` of the lines; an ellipsis at their end stands for the others.
pub(super) fn first(
    mut lines: Vec<Line<'static>>,
    height: u16,
    width: u16,
    ellipsis: &'static str,
) -> Vec<Line<'static>> {
    let is_whole = lines.len() <= usize::from(height);
    lines.truncate(height.into());
    if let Some(mut last) = lines.pop() {
        if !is_whole {
            let style = last.spans.last().map(|span| span.style).unwrap_or_default();
            last.push_span(Span::styled(format!(" {ellipsis}"), style));
            last = cut_line(last, width, ellipsis);
        }
        lines.push(last);
    }
    lines
}

/// The lines of a text that is wrapped to `width` columns, as bytes of it.
pub(super) fn wrapped(text: &str, width: u16) -> Vec<Range<usize>> {
    let mut from = 0;
    let place = |line: &str| {
        let rest = text.get(from..).unwrap_or_default();
        let start = from + rest.find(line).unwrap_or(0);
        from = start + line.len();
        start..from
    };
    let lines = textwrap::wrap(text, options(usize::from(width).max(8)));
    lines.iter().map(AsRef::as_ref).map(place).collect()
}

fn options(width: usize) -> textwrap::Options<'static> {
    lines::options(width).wrap_algorithm(textwrap::WrapAlgorithm::FirstFit)
}

/// A text wrapped to `width` columns after something that stands at the beginning of the first line; the lines after it are
/// moved in by `indent`.
pub(super) fn wrap_after(
    lead: Vec<Span<'static>>,
    text: &str,
    style: Style,
    width: u16,
    indent: u16,
) -> Vec<Line<'static>> {
    let taken: usize = lead.iter().map(Span::width).sum();
    let width = usize::from(width).max(8);
    let first = " ".repeat(taken.min(width - 4));
    let rest = " ".repeat(usize::from(indent).min(width - 4));
    let options = options(width).initial_indent(&first).subsequent_indent(&rest);
    let mut lead = Some(lead);
    textwrap::wrap(text, options)
        .into_iter()
        .map(|line| {
            let mut spans = lead.take().unwrap_or_default();
            let text = if spans.is_empty() {
                line.into_owned()
            } else {
                line.get(first.len()..).expect("the first line begins with its indent").to_owned()
            };
            spans.push(Span::styled(text, style));
            Line::from(spans)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{cut, cut_line, first, wrap_after};
    use ratatui::style::Style;
    use ratatui::text::{Line, Span};

    #[test]
    fn a_text_is_cut_between_graphemes() {
        assert_eq!(cut("日本語", 5, "…"), "日本…");
        assert_eq!(cut("cafe\u{301} au lait", 5, "…"), "cafe\u{301}…");
        assert_eq!(cut("fits", 4, "…"), "fits");
        assert_eq!(cut("abc", 1, "..."), "");
    }

    #[test]
    fn a_line_is_cut_in_the_span_that_no_longer_fits() {
        let line = Line::from(vec![Span::raw("one "), Span::raw("two "), Span::raw("three")]);
        assert_eq!(cut_line(line.clone(), 9, "…").to_string(), "one two …");
        assert_eq!(cut_line(line, 13, "…").to_string(), "one two three");
    }

    #[test]
    fn lines_without_room_leave_an_ellipsis() {
        let lines = || wrap_after(Vec::new(), "one two three", Style::new(), 8, 0);
        let texts = |lines: Vec<Line<'_>>| lines.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(texts(first(lines(), 2, 8, "…")), ["one two", "three"]);
        assert_eq!(texts(first(lines(), 1, 9, "…")), ["one two …"]);
        assert_eq!(texts(first(lines(), 1, 8, "…")), ["one two…"]);
        assert_eq!(texts(first(lines(), 1, 7, "…")), ["one tw…"]);
        assert_eq!(texts(first(lines(), 0, 7, "…")), Vec::<String>::new());
    }

    #[test]
    fn no_wrapped_line_is_wider_than_asked() {
        for width in 8..40 {
            for line in wrap_after(
                Vec::new(),
                "A sentence with incomprehensibilities and 日本語のテキスト in it",
                Style::new(),
                width,
                2,
            ) {
                assert!(line.width() <= usize::from(width), "{width}: {line}");
            }
        }
    }
}
