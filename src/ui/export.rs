//! The formats of the document, and how it will look.

use crate::app::screen::export::purpose;
use crate::export::Format;

use super::prose::first;
use super::{Areas, Canvas, Line, Pane, Rect, Role};

/// Draws the export.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, screen: &Areas) {
    let (list, detail) = screen.list_and_detail();
    let width = list.width.saturating_sub(4);
    let mut pane = Pane::list(canvas.screens.export.cursor);
    pane.extend(canvas.wrap("Write the advice to a file", Role::Heading, width, 0));
    pane.push("");
    for format in Format::ALL {
        let title = Line::from(canvas.span(format.name(), Role::Text));
        let mut lines = vec![title];
        lines.extend(canvas.wrap(&format!("  {}", purpose(format)), Role::Muted, width, 2));
        pane.row(lines);
    }
    if let Some(path) = &canvas.screens.export.written {
        pane.gap();
        pane.extend(canvas.wrap(&format!("Last written: {path}"), Role::Good, width, 2));
    }
    pane.draw(canvas, list);
    if let Some(area) = detail {
        canvas.rule_before(area);
        preview(canvas, area);
    }
}

/// The beginning of the document; for a page, of what it says.
fn preview(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let width = area.width.saturating_sub(2);
    let beginning = canvas.screens.export.preview.lines().take(usize::from(area.height) + 1);
    let lines = beginning.flat_map(|line| canvas.wrap(line, Role::Muted, width, 0)).collect();
    let mut pane = Pane::default();
    pane.extend(first(lines, area.height, width, canvas.glyphs.ellipsis));
    pane.draw(canvas, Rect { x: area.x.saturating_sub(2), width: area.width + 4, ..area });
}
