//! The two areas against each other; it moves with every answer, and shows where the marked row would move it.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::Screen;
use crate::model::alternative::{Availability, Pair, Side};
use crate::report::availability;
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
        let now = plan.verdict().fits();
        let is_asking = canvas.app.screen() == Screen::Interview && canvas.app.popup.is_none();
        let ghost = is_asking.then(|| canvas.screens.interview.ghost(plan)).flatten();
        Self { now, then: ghost.unwrap_or(now) }
    }
}

/// Draws the balance: an area on each line, so that both bars begin in one column; at the right end of the first line, what they
/// say together.
pub(in crate::ui) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let balance = Balance::of(canvas);
    let longest = Side::BOTH.map(|side| columns(&canvas.cx.plan.base.alternatives[side].short));
    let names = longest.into_iter().max().expect("there are two areas");
    let bar = match area.width {
        ..78 => 16,
        78..118 => 24,
        _ => 40,
    };
    let [first, second] = Side::BOTH.map(|side| {
        let mut line = vec![name(canvas, side, names)];
        line.extend(bar_of(canvas, &balance, side, bar));
        line.push(value(canvas, &balance, side));
        let room = area.width.saturating_sub(line.iter().map(|span| columns(&span.content)).sum());
        line.push(state(canvas, side, room));
        Line::from(line)
    });
    let top = Rect { height: 1, ..area };
    let words = leaning(canvas.cx.plan.base, canvas.cx.plan.verdict(), canvas.cx.plan.analysis());
    if line_columns(&first) + columns(&words) + 2 <= top.width {
        canvas.line_right(top, canvas.span(words, Role::Text));
    }
    canvas.line(top, first);
    canvas.line(Rect { y: top.y + 1, ..top }, second);
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

/// So many columns the widest value takes: `100►100 %`.
const VALUE: usize = 9;

/// The value, and what it would become; a dash while nothing counts.
fn value(canvas: &Canvas<'_, '_>, balance: &Balance, side: Side) -> Span<'static> {
    let word = |value: Option<u8>| value.map_or_else(|| canvas.glyphs.dash.to_owned(), |value| value.to_string());
    let (text, role) = match (balance.now[side], balance.then[side]) {
        (now, then) if now != then => (format!("{}{}{} %", word(now), canvas.glyphs.right, word(then)), Role::Text),
        (Some(now), _) => (format!("{now:>3} %"), Role::Text),
        (None, _) => (format!("  {}", canvas.glyphs.dash), Role::Muted),
    };
    canvas.span(format!(" {text:<VALUE$}"), role)
}

/// The name, in as many columns as the longer of both takes.
fn name(canvas: &Canvas<'_, '_>, side: Side, width: u16) -> Span<'static> {
    let short = canvas.cx.plan.base.alternatives[side].short.as_str();
    let after = usize::from(width - columns(short)) + 1;
    canvas.span(format!("{short}{}", " ".repeat(after)), role_of(side))
}

/// What keeps the area from being chosen, in at most so many columns: what has become of it, or that a must rules it out.
fn state(canvas: &Canvas<'_, '_>, side: Side, room: u16) -> Span<'static> {
    let plan = &canvas.cx.plan;
    let standing = &plan.verdict().standings[side];
    let (base, day) = (plan.base, plan.facts.as_of.day);
    let words: Vec<String> = match (standing.availability, standing.passes()) {
        (Availability::Available | Availability::Closing | Availability::Outlived, false) => {
            vec!["ruled out".to_owned()]
        }
        (Availability::Outlived, true) => vec!["ends too soon".to_owned()],
        _ => {
            let short = availability::mark(base, side, day).map(str::to_owned);
            availability::state(base, side, day).into_iter().chain(short).collect()
        }
    };
    let fits = words.into_iter().find(|words| columns(words) < room);
    canvas.span(fits.map_or_else(String::new, |words| format!(" {words}")), Role::Warning)
}
