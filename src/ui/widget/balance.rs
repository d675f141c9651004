//! The two areas against each other; it moves with every answer, and shows where the marked row would move it.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::Screen;
use crate::model::alternative::{Availability, Pair, Side};
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

/// How well both areas fit, and how well they would if the marked row were chosen: the same where that changes nothing.
struct Balance {
    now: Pair<Option<u8>>,
    then: Pair<Option<u8>>,
}

impl Balance {
    fn of(canvas: &Canvas<'_, '_>) -> Self {
        let plan = &canvas.cx.plan;
        let standings = &plan.verdict().standings;
        let now = Pair::of(|side| standings[side].value);
        let is_asking = canvas.app.screen() == Screen::Interview && canvas.app.popup.is_none();
        let ghost = is_asking.then(|| canvas.screens.interview.ghost(plan)).flatten();
        Self { now, then: ghost.unwrap_or(now) }
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
    let balance = Balance::of(canvas);
    let mut left = vec![name(canvas, Side::First), Span::raw(" ")];
    left.extend(bar_of(canvas, &balance, Side::First, bar));
    left.push(value(canvas, &balance, Side::First));
    let mut right = bar_of(canvas, &balance, Side::Second, bar).to_vec();
    right.extend([value(canvas, &balance, Side::Second), Span::raw(" "), name(canvas, Side::Second)]);
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

/// The bar, what the marked row would add to it or take from it, and how far it could go.
fn bar_of(canvas: &Canvas<'_, '_>, balance: &Balance, side: Side, width: u16) -> [Span<'static>; 3] {
    let now = balance.now[side].unwrap_or(0);
    let then = balance.then[side].unwrap_or(0);
    let ascii = canvas.cx.look.ascii;
    let bar = bar::rightward(u32::from(now.min(then)), 100, width, ascii);
    let reaches = columns(&bar::rightward(u32::from(now.max(then)), 100, width, ascii));
    let moved = usize::from(reaches.saturating_sub(columns(&bar)));
    let sign = if then > now { canvas.glyphs.gain } else { canvas.glyphs.loss };
    let rest = canvas.glyphs.horizontal.repeat(usize::from(width.saturating_sub(columns(&bar))) - moved);
    [canvas.span(bar, role_of(side)), canvas.span(sign.repeat(moved), role_of(side)), canvas.span(rest, Role::Border)]
}

/// The value, and what it would become; a dash while nothing counts.
fn value(canvas: &Canvas<'_, '_>, balance: &Balance, side: Side) -> Span<'static> {
    let word = |value: Option<u8>| value.map_or_else(|| canvas.glyphs.dash.to_owned(), |value| value.to_string());
    match (balance.now[side], balance.then[side]) {
        (now, then) if now != then => {
            canvas.span(format!(" {}{}{} %", word(now), canvas.glyphs.right, word(then)), Role::Text)
        }
        (Some(now), _) => canvas.span(format!(" {now:>3} %"), Role::Text),
        (None, _) => canvas.span(format!("   {}  ", canvas.glyphs.dash), Role::Muted),
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
