//! The two areas against each other; it moves with every answer.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::model::alternative::{Availability, Side};
use crate::report::leaning::leaning;
use crate::theme::Role;
use crate::ui::canvas::Canvas;
use crate::ui::prose::{columns, line_columns};

use super::bar;

/// The role of a side.
pub(in crate::ui) fn role_of(side: Side) -> Role {
    match side {
        Side::First => Role::First,
        Side::Second => Role::Second,
    }
}

/// Draws the balance on one line.
pub(in crate::ui) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let bar = match area.width {
        ..78 => 5,
        78..118 => 7,
        118..160 => 24,
        _ => 32,
    };
    let mut left = vec![name(canvas, Side::First), Span::raw(" ")];
    left.extend(bar_of(canvas, Side::First, bar));
    left.push(value(canvas, Side::First));
    let mut right = bar_of(canvas, Side::Second, bar).to_vec();
    right.extend([value(canvas, Side::Second), Span::raw(" "), name(canvas, Side::Second)]);
    let (left, right) = (Line::from(left), Line::from(right));
    let taken = line_columns(&left);
    canvas.line(area, left);
    let rest = canvas.line_right(Rect { x: area.x + taken, width: area.width.saturating_sub(taken), ..area }, right);
    let words = leaning(canvas.cx.plan.base, canvas.cx.plan.verdict(), canvas.cx.plan.analysis());
    let wide = columns(&words);
    if wide + 4 <= rest.width {
        let x = rest.x + (rest.width - wide) / 2;
        canvas.line(Rect { x, width: wide, ..rest }, canvas.span(words, Role::Text));
    }
}

/// The bar, and how far it could go.
fn bar_of(canvas: &Canvas<'_, '_>, side: Side, width: u16) -> [Span<'static>; 2] {
    let value = canvas.cx.plan.verdict().standings[side].value.unwrap_or(0);
    let bar = bar::rightward(u32::from(value), 100, width, canvas.cx.look.ascii);
    let rest = canvas.glyphs.horizontal.repeat(usize::from(width.saturating_sub(columns(&bar))));
    [canvas.span(bar, role_of(side)), canvas.span(rest, Role::Border)]
}

/// The value; a dash while nothing counts.
fn value(canvas: &Canvas<'_, '_>, side: Side) -> Span<'static> {
    match canvas.cx.plan.verdict().standings[side].value {
        Some(value) => canvas.span(format!(" {value:>3} %"), Role::Text),
        None => canvas.span(format!("   {}  ", canvas.glyphs.dash), Role::Muted),
    }
}

/// The name, and in words what keeps the area from being chosen.
fn name(canvas: &Canvas<'_, '_>, side: Side) -> Span<'static> {
    let plan = &canvas.cx.plan;
    let short = &plan.base.alternatives[side].short;
    let standing = &plan.verdict().standings[side];
    let state = match (standing.availability, standing.passes()) {
        (Availability::Removed, _) => " (removed)",
        (Availability::Closed, _) => " (closed)",
        (Availability::Closing, true) => " (closing)",
        (Availability::Outlived, true) => " (ends too soon)",
        (_, false) => " (ruled out)",
        (Availability::Available, true) => "",
    };
    canvas.span(format!("{short}{state}"), role_of(side))
}
