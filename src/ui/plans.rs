//! The plans that are kept, the open one first.

use crate::app::Saved;
use crate::diagnostic::clean::visible;
use crate::report;

use super::prose::cut;
use super::{Areas, Canvas, Line, Pane, Role};

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
    pane.draw(canvas, screen.body);
}

/// The title, and below it the day, the progress and the state.
fn lines(canvas: &Canvas<'_, '_>, title: &str, about: &[String; 3], width: u16) -> Vec<Line<'static>> {
    let title = cut(&visible(title), width, canvas.glyphs.ellipsis);
    let about = about.join(&format!(" {} ", canvas.glyphs.dot));
    let about = canvas.indented(2, &about, Role::Muted, width);
    std::iter::once(Line::from(canvas.span(title, Role::Text))).chain(about).collect()
}
