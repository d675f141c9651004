//! Every breakpoint, and where the parts of a screen lie.

use ratatui::layout::{Constraint, Layout, Margin, Rect};

/// The smallest terminal in which everything can be done.
pub(super) const SMALLEST: (u16, u16) = (60, 20);

/// From so many columns on a text lies beside its proposals.
const SIDE_BY_SIDE: u16 = 100;

/// How many panes lie side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Width {
    /// One, below 80 columns.
    Narrow,
    /// Two, from 80.
    Medium,
    /// Three, from 120.
    Wide,
}

/// The parts of every screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Areas {
    pub(super) area: Rect,
    pub(super) width: Width,
    /// Two lines: the plan and the balance.
    pub(super) header: Rect,
    /// The line below the header.
    pub(super) rule: Rect,
    pub(super) body: Rect,
    /// One line of keys.
    pub(super) footer: Rect,
}

/// The parts of a terminal of that size; `None` if it is too small.
pub(super) fn areas(area: Rect) -> Option<Areas> {
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        return None;
    }
    let width = match area.width {
        ..80 => Width::Narrow,
        80..120 => Width::Medium,
        _ => Width::Wide,
    };
    let inner = area.inner(Margin::new(1, 0));
    let rows = |y: u16, height: u16| Rect { y, height, ..inner };
    Some(Areas {
        area,
        width,
        header: rows(inner.y, 2),
        rule: rows(inner.y + 2, 1),
        body: rows(inner.y + 3, inner.height - 5),
        footer: rows(inner.bottom() - 1, 1),
    })
}

impl Areas {
    /// The same with room for something else below the body.
    pub(super) fn shorter(self, by: u16) -> Self {
        Self { body: Rect { height: self.body.height.saturating_sub(by), ..self.body }, ..self }
    }

    /// The line above the footer.
    pub(super) fn lower_rule(&self) -> Rect {
        Rect { y: self.footer.y.saturating_sub(1), height: 1, ..self.footer }
    }

    /// The panes of the interview: topics where there is room, the question, and the facts beside it where there is room.
    pub(super) fn interview(&self) -> (Option<Rect>, Rect, Option<Rect>) {
        match self.width {
            Width::Narrow => (None, self.body, None),
            Width::Medium => {
                let [question, facts] = columns(self.body, [Constraint::Fill(3), Constraint::Fill(2)]);
                (None, question, Some(facts))
            }
            Width::Wide => {
                let [topics, question, facts] =
                    columns(self.body, [Constraint::Length(26), Constraint::Fill(6), Constraint::Fill(5)]);
                (Some(topics), question, Some(facts))
            }
        }
    }

    /// A list and what belongs to its marked row, side by side where there is room.
    pub(super) fn list_and_detail(&self) -> (Rect, Option<Rect>) {
        if self.width == Width::Narrow {
            return (self.body, None);
        }
        let [list, detail] = columns(self.body, [Constraint::Fill(1), Constraint::Fill(1)]);
        (list, Some(detail))
    }

    /// A line, and below it a client's text and its proposals: side by side from 100 columns on, else one over the other.
    pub(super) fn brief(&self) -> (Rect, Rect, Rect) {
        let top = Rect { height: 1, ..self.body };
        let rest = Rect { y: self.body.y + 2, height: self.body.height.saturating_sub(2), ..self.body };
        let [text, list] = if self.area.width < SIDE_BY_SIDE {
            Layout::vertical([Constraint::Fill(1), Constraint::Fill(2)]).spacing(1).areas(rest)
        } else {
            columns(rest, [Constraint::Fill(1), Constraint::Fill(1)])
        };
        (top, text, list)
    }

    /// A wide column of three parts and a narrow one of three.
    pub(super) fn parts(area: Rect) -> [Rect; 6] {
        let [left, right] = columns(area, [Constraint::Fill(3), Constraint::Fill(2)]);
        let stacked = |area: Rect| Layout::vertical([3, 2, 2].map(Constraint::Fill)).spacing(1).areas(area);
        let ([reasons, conditions, time], [gaps, what_if, find_out]) = (stacked(left), stacked(right));
        [reasons, gaps, conditions, what_if, find_out, time]
    }

    /// A box in the middle above the footer, of at most that size.
    pub(super) fn boxed(&self, width: u16, height: u16) -> Rect {
        let above_footer = Rect { height: self.lower_rule().y.saturating_sub(self.area.y), ..self.area };
        let room = above_footer.inner(Margin::new(2, 0));
        room.centered(Constraint::Length(width.min(room.width)), Constraint::Length(height.min(room.height)))
    }
}

/// Panes side by side, with room for a line between them.
fn columns<const N: usize>(area: Rect, constraints: [Constraint; N]) -> [Rect; N] {
    Layout::horizontal(constraints).spacing(3).areas(area)
}
