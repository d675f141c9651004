//! Every breakpoint, and where the parts of a screen lie.

use ratatui::layout::{Constraint, Layout, Margin, Rect};

/// The smallest terminal in which everything can be done.
pub(super) const SMALLEST: (u16, u16) = (60, 20);

/// From so many columns on a text lies beside its proposals, and what is behind a choice beside its question.
const SIDE_BY_SIDE: u16 = 100;

/// From so many columns on the advice stands beside the question.
const LIVE: u16 = 160;

/// Below so many columns a box takes the whole width.
const FULL: u16 = 90;

/// No text is wider: longer lines are hard to read.
pub(super) const MOST_TEXT: u16 = 100;

/// The panes of the interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Panes {
    /// The topics, where there is room.
    pub(super) topics: Option<Rect>,
    pub(super) question: Rect,
    pub(super) beside: Beside,
}

/// What stands beside a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    Nothing,
    /// The facts behind the marked row.
    Facts(Rect),
    /// The advice as it stands.
    Advice(Rect),
}

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
    /// Three lines: the plan, and the balance on two.
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
        header: rows(inner.y, 3),
        rule: rows(inner.y + 3, 1),
        body: rows(inner.y + 4, inner.height - 6),
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

    /// The panes of the interview, with as many columns for the topics as they take.
    pub(super) fn interview(&self, topics: u16) -> Panes {
        let body = self.body;
        match self.area.width {
            ..SIDE_BY_SIDE => Panes { topics: None, question: body, beside: Beside::Nothing },
            SIDE_BY_SIDE..120 => {
                let [question, facts] = columns(body, [Constraint::Fill(3), Constraint::Fill(2)]);
                Panes { topics: None, question, beside: Beside::Facts(facts) }
            }
            120..LIVE => {
                let widths = [Constraint::Length(topics), Constraint::Fill(6), Constraint::Fill(5)];
                let [topics, question, facts] = columns(body, widths);
                Panes { topics: Some(topics), question, beside: Beside::Facts(facts) }
            }
            LIVE.. => {
                let asked = (body.width.saturating_sub(topics) * 6 / 11).min(MOST_TEXT + 4);
                let widths = [Constraint::Length(topics), Constraint::Length(asked), Constraint::Fill(1)];
                let [topics, question, advice] = columns(body, widths);
                Panes { topics: Some(topics), question, beside: Beside::Advice(advice) }
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
            let text = (rest.height / 3).max(5);
            Layout::vertical([Constraint::Length(text), Constraint::Fill(1)]).spacing(1).areas(rest)
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

    /// A box in the middle above the footer, of at most that size; as wide as the terminal where that is narrow.
    pub(super) fn boxed(&self, width: u16, height: u16) -> Rect {
        let above_footer = Rect { height: self.lower_rule().y.saturating_sub(self.area.y), ..self.area };
        if self.area.width < FULL {
            return above_footer.centered(Constraint::Fill(1), Constraint::Length(height.min(above_footer.height)));
        }
        let room = above_footer.inner(Margin::new(2, 0));
        room.centered(Constraint::Length(width.min(room.width)), Constraint::Length(height.min(room.height)))
    }
}

/// Panes side by side, with room for a line between them.
fn columns<const N: usize>(area: Rect, constraints: [Constraint; N]) -> [Rect; N] {
    Layout::horizontal(constraints).spacing(3).areas(area)
}
