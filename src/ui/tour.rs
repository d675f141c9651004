//! What the guided tour says, below the screen that it shows.

use crate::app::popup::tour::{Stop, Tour};

use super::layout::Areas;
use super::prose::first;
use super::{Canvas, Rect, Role};

/// Rows that it takes: a rule with the title, and the text.
pub(super) const HEIGHT: u16 = 5;

/// Draws what the tour says where the screen has made room for it.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, screen: &Areas, tour: Tour) {
    let area = Rect { y: screen.body.bottom(), height: HEIGHT, ..screen.body };
    let top = Rect { height: 1, ..area };
    canvas.rule(top);
    let title = format!(" Tour, {} of {}: {} ", tour.stop.number(), Stop::ALL.len(), tour.stop.title());
    canvas.line(Rect { x: top.x + 2, width: top.width.saturating_sub(4), ..top }, canvas.span(title, Role::Heading));
    let lines = canvas.wrap(&tour.stop.text(&canvas.cx.plan.base.nouns), Role::Text, area.width.min(100), 0);
    let lines = first(lines, HEIGHT - 1, area.width, canvas.glyphs.ellipsis);
    for (y, line) in (top.y + 1..).zip(lines) {
        canvas.line(Rect { y, height: 1, ..area }, line);
    }
}
