//! Two plans side by side: what each leads to, and which answers make the difference.

use crate::app::Screen;
use crate::app::context::Context;
use crate::diagnostic::clean::visible;
use crate::report::comparison::{Comparison, PartLine, WITHOUT_EFFECT};

use super::prose::line_columns;
use super::{Action, Areas, Canvas, Line, Pane, Role, Span};

/// Draws the comparison.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, screen: &Areas) {
    let mut pane = Pane::default();
    let compare = &canvas.screens.compare;
    if let Some(comparison) = &compare.comparison {
        fill(canvas, &mut pane, comparison, screen.body.width.saturating_sub(4));
    }
    pane.draw_scrolled(canvas, screen.body, compare.scroll);
}

fn fill(canvas: &Canvas<'_, '_>, pane: &mut Pane, comparison: &Comparison, width: u16) {
    pane.extend(side_by_side(canvas, ["The open plan", "The other plan"], width, Role::Muted));
    let [first, second] = &comparison.plans;
    pane.extend(side_by_side(canvas, [first, second], width, Role::Text));
    pane.gap();
    pane.extend(canvas.wrap(&comparison.conclusion, Role::Heading, width, 0));
    if let Some(note) = &comparison.note {
        pane.extend(canvas.wrap(note, Role::Text, width, 0));
    }
    pane.gap();
    pane.extend(canvas.wrap(comparison.lead(), Role::Muted, width, 0));
    for part in &comparison.parts {
        question(canvas, pane, part, width);
    }
    if comparison.parts.is_empty() && comparison.without_effect.is_empty() {
        pane.gap();
        let key = canvas.cx.label_of(Context::Compare, Action::Go(Screen::Interview)).unwrap_or_default();
        let text =
            format!("Change an answer of the open plan, and what differs stands here. {key} goes to its questions.");
        pane.extend(canvas.wrap(&text, Role::Muted, width, 0));
    }
    if !comparison.parts.is_empty() {
        pane.gap();
        for line in comparison.total() {
            pane.extend(canvas.wrap(&line, Role::Heading, width, 0));
        }
    }
    if !comparison.without_effect.is_empty() {
        pane.gap();
        pane.extend(canvas.wrap(WITHOUT_EFFECT, Role::Muted, width, 0));
    }
    for part in &comparison.without_effect {
        question(canvas, pane, part, width);
    }
}

/// A question with what it adds to the difference, and both answers below it.
fn question(canvas: &Canvas<'_, '_>, pane: &mut Pane, part: &PartLine, width: u16) {
    let lead = vec![canvas.span(format!("{:<16} ", part.moves.words), Role::Accent)];
    let ask = canvas.wrap_after(lead, &visible(&part.ask), Role::Text, width, 8);
    pane.extend(ask);
    let [first, second] = &part.said;
    let [adds_first, adds_second] = part.shares.each_ref().map(|share| &share.words);
    let (first, second) = (format!("{first} ({adds_first})"), format!("{second} ({adds_second})"));
    let indented = side_by_side(canvas, [&first, &second], width.saturating_sub(8), Role::Muted);
    pane.extend(indented.into_iter().map(|line| {
        let mut spans = vec![Span::raw("        ")];
        spans.extend(line.spans);
        Line::from(spans)
    }));
}

/// Two texts in two columns.
fn side_by_side(canvas: &Canvas<'_, '_>, texts: [&str; 2], width: u16, role: Role) -> Vec<Line<'static>> {
    let half = width.saturating_sub(3) / 2;
    let [left, right] = texts.map(|text| canvas.wrap(&visible(text), role, half, 0));
    let height = left.len().max(right.len());
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    let mut lines = Vec::with_capacity(height);
    for _ in 0..height {
        let (left, right) = (left.next().unwrap_or_default(), right.next().unwrap_or_default());
        let gap = usize::from(half.saturating_sub(line_columns(&left)));
        let mut spans = left.spans;
        spans.push(Span::raw(" ".repeat(gap + 1)));
        spans.push(canvas.span(canvas.glyphs.vertical, Role::Border));
        spans.push(Span::raw(" "));
        spans.extend(right.spans);
        lines.push(Line::from(spans));
    }
    lines
}
