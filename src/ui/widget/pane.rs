//! Lines in a pane: with a marked row that stays in view, or scrolled, and with the position shown.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Scrollbar, ScrollbarOrientation, ScrollbarState};

use crate::app::action::Action;
use crate::app::cursor::Cursor;
use crate::theme::Role;
use crate::ui::canvas::Canvas;

/// Lines to be drawn.
#[derive(Debug, Default)]
pub(in crate::ui) struct Pane {
    lines: Vec<(Line<'static>, Option<Action>)>,
    /// Where each row begins.
    rows: Vec<usize>,
    /// The row that stays in view, and its lines once it is added.
    cursor: Option<usize>,
    marked: Range<usize>,
    has_focus: bool,
}

impl Pane {
    /// A list with a marked row, where keys go to it.
    pub(in crate::ui) fn list(cursor: Cursor) -> Self {
        Self::of(Some(cursor.row), true)
    }

    /// A list with a row that stays in view, if there is one; it is shown as marked where keys go to the list.
    pub(in crate::ui) fn of(cursor: Option<usize>, has_focus: bool) -> Self {
        Self { cursor, has_focus, ..Self::default() }
    }

    /// Adds a line.
    pub(in crate::ui) fn push(&mut self, line: impl Into<Line<'static>>) {
        self.lines.push((line.into(), None));
    }

    /// Adds lines.
    pub(in crate::ui) fn extend(&mut self, lines: impl IntoIterator<Item = Line<'static>>) {
        self.lines.extend(lines.into_iter().map(|line| (line, None)));
    }

    /// Adds an empty line, unless there is one already or none at all.
    pub(in crate::ui) fn gap(&mut self) {
        if self.lines.last().is_some_and(|(line, _)| line.width() > 0) {
            self.push("");
        }
    }

    /// Adds a row of one or more lines that can be marked and clicked.
    pub(in crate::ui) fn row(&mut self, lines: impl IntoIterator<Item = Line<'static>>) {
        self.row_to(lines, Action::Row(self.rows.len()));
    }

    /// Adds a row on which a click does something else than mark it.
    pub(in crate::ui) fn row_to(&mut self, lines: impl IntoIterator<Item = Line<'static>>, action: Action) {
        let start = self.lines.len();
        self.lines.extend(lines.into_iter().map(|line| (line, Some(action))));
        if self.cursor == Some(self.rows.len()) {
            self.marked = start..self.lines.len();
        }
        self.rows.push(start);
    }

    /// How many lines there are.
    pub(in crate::ui) fn height(&self) -> u16 {
        u16::try_from(self.lines.len()).unwrap_or(u16::MAX)
    }

    /// Draws the lines with the marked row in view.
    pub(in crate::ui) fn draw(self, canvas: &mut Canvas<'_, '_>, area: Rect) {
        let height = usize::from(area.height);
        let first = self.first_in_view(height);
        if self.has_focus {
            let seen = self.rows.iter().filter(|start| (first..first + height).contains(*start)).count();
            canvas.seen(u16::try_from(seen).unwrap_or(area.height));
        }
        self.draw_from(canvas, area, first);
    }

    /// The first line in view, so that the marked row is in the middle; of one that is taller the beginning is seen.
    fn first_in_view(&self, height: usize) -> usize {
        if self.marked.end <= height {
            return 0;
        }
        let middle = usize::midpoint(self.marked.start, self.marked.end);
        let furthest = self.lines.len().saturating_sub(height);
        middle.saturating_sub(height / 2).min(self.marked.start).min(furthest)
    }

    /// Draws the lines from `scroll` on and reports how far they reach.
    pub(in crate::ui) fn draw_scrolled(self, canvas: &mut Canvas<'_, '_>, area: Rect, scroll: u16) {
        let furthest = self.lines.len().saturating_sub(usize::from(area.height));
        canvas.reach(u16::try_from(furthest).unwrap_or(u16::MAX), area.height);
        self.draw_from(canvas, area, usize::from(scroll).min(furthest));
    }

    fn draw_from(self, canvas: &mut Canvas<'_, '_>, area: Rect, first: usize) {
        let (total, height) = (self.lines.len(), usize::from(area.height));
        let text = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
        let marked = self.marked;
        for ((position, (line, action)), y) in
            self.lines.into_iter().enumerate().skip(first).take(height).zip(area.top()..)
        {
            let row = Rect { y, height: 1, ..area };
            canvas.line(Rect { y, height: 1, ..text }, line);
            if let Some(action) = action {
                canvas.hit(row, action);
            }
            if self.has_focus && marked.contains(&position) {
                canvas.line(row, canvas.span(canvas.glyphs.focus, Role::Accent));
                canvas.select(Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..row });
                if position == marked.start {
                    canvas.cursor(area.x, y);
                }
            }
        }
        position_bar(canvas, area, first, total);
    }
}

/// A bar at the right edge that shows which part of the lines is seen.
fn position_bar(canvas: &mut Canvas<'_, '_>, area: Rect, first: usize, total: usize) {
    let height = usize::from(area.height);
    if total <= height {
        return;
    }
    let bar = Scrollbar::new(ScrollbarOrientation::VerticalRight)
        .begin_symbol(None)
        .end_symbol(None)
        .thumb_symbol(canvas.glyphs.thumb)
        .track_symbol(Some(canvas.glyphs.vertical))
        .style(canvas.style(Role::Border));
    let mut state = ScrollbarState::new(total - height + 1).position(first).viewport_content_length(height);
    canvas.draw_with(area, bar, &mut state);
}

#[cfg(test)]
mod tests {
    use super::{Line, Pane};

    /// A pane with rows of so many lines, one of them marked.
    fn pane(rows: &[usize], marked: usize) -> Pane {
        let mut pane = Pane::of(Some(marked), true);
        for lines in rows {
            pane.row(vec![Line::raw("line"); *lines]);
        }
        pane
    }

    #[test]
    fn the_marked_row_is_in_view_from_its_beginning() {
        assert_eq!(pane(&[2, 2, 2], 2).first_in_view(6), 0);
        assert_eq!(pane(&[2, 2, 2], 2).first_in_view(4), 2);
        assert_eq!(pane(&[8, 2], 0).first_in_view(7), 0, "a row that is taller than the pane");
        assert_eq!(pane(&[3, 8, 3], 1).first_in_view(7), 3);
        assert_eq!(pane(&[1; 20], 10).first_in_view(5), 8);
    }
}
