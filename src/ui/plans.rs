//! The plans that are kept, the open one first.

use crate::app::context::Context;
use crate::app::{Saved, Screen};
use crate::diagnostic::clean::visible;
use crate::report;

use super::{Action, Areas, Canvas, Line, Pane, Role};

/// Draws the list.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, screen: &Areas) {
    let (cx, plan) = (canvas.cx, &canvas.cx.plan);
    let width = screen.body.width.saturating_sub(4);
    let mut pane = Pane::list(canvas.screens.plans.cursor);
    let text = "Every plan is kept as a file of its own. Copy one to try another way, then compare both.";
    pane.extend(canvas.wrap(text, Role::Muted, width, 0));
    pane.gap();
    let state = if cx.saved == Saved::ReadOnly { "open, read only" } else { "open now" };
    let about = [plan.day_words(), plan.progress().words(), state.to_owned()];
    pane.row(lines(canvas, &report::title(plan.answers()), &about, width));
    let (marked, seen) = (canvas.screens.plans.cursor.row, usize::from(screen.body.height));
    for (kept, row) in cx.others.iter().zip(1..) {
        if marked.abs_diff(row) > seen {
            // So far from the marked row it is not seen, and of thousands each would cost a little.
            pane.row([Line::default(), Line::default()]);
            continue;
        }
        let about =
            [kept.day_words(plan.base, plan.today), kept.progress(plan.base).words(), kept.changed_words(plan.today)];
        let lines = lines(canvas, &report::title(&kept.answers), &about, width);
        pane.row(lines);
    }
    if cx.others.is_empty() {
        pane.gap();
        let alone = alone(canvas);
        pane.extend(canvas.wrap(&alone, Role::Muted, width, 0));
    }
    pane.draw(canvas, screen.body);
}

/// What can be done where there is one plan only.
fn alone(canvas: &Canvas<'_, '_>) -> String {
    let key = |action| canvas.cx.label_of(Context::Plans, action).unwrap_or_default();
    format!(
        "This is the only plan. {} copies it, to change an answer and compare both; {} begins another; {} starts one from a \
         client's text.",
        key(Action::Duplicate),
        key(Action::NewPlan),
        key(Action::Go(Screen::Brief)),
    )
}

/// The title, and below it the day, the progress and the state.
fn lines(canvas: &Canvas<'_, '_>, title: &str, about: &[String; 3], width: u16) -> Vec<Line<'static>> {
    let mut lines = canvas.wrap(&visible(title), Role::Text, width, 2);
    let about = about.join(&format!(" {} ", canvas.glyphs.dot));
    lines.extend(canvas.indented(2, &about, Role::Muted, width));
    lines
}
