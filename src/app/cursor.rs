//! Where one is in a list or on a page, and how keys move that: the same in every list.

use super::action::Action;
use super::effect::Reach;

/// How far a page key moves in a list that was not drawn yet.
const PAGE: usize = 10;

/// The marked row of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor {
    /// Its position, from 0.
    pub row: usize,
}

impl Cursor {
    /// Takes an action that moves the mark among `rows` rows; `None` if it was one. A click marks its row and then
    /// does what Enter does there. Any other action is given back.
    pub(crate) fn take(&mut self, action: Action, rows: usize, reach: Reach) -> Option<Action> {
        let last = rows.saturating_sub(1);
        let page = if reach.rows == 0 { PAGE } else { usize::from(reach.rows).max(2) - 1 };
        let row = match action {
            Action::Up => self.row.saturating_sub(1),
            Action::Down => self.row + 1,
            Action::First => 0,
            Action::Last => last,
            Action::ScrollUp => self.row.saturating_sub(page),
            Action::ScrollDown => self.row + page,
            Action::Row(row) if row < rows => {
                self.row = row;
                return Some(Action::Confirm);
            }
            Action::Row(_) => return None,
            other => return Some(other),
        };
        self.row = row.min(last);
        None
    }
}

impl Reach {
    /// The first line shown after scrolling a page down. One line of the page before stays in view.
    pub(crate) fn down(self, from: u16) -> u16 {
        (from + self.page.max(2) - 1).min(self.furthest)
    }

    /// The first line shown after scrolling a page up.
    pub(crate) fn up(self, from: u16) -> u16 {
        from.saturating_sub(self.page.max(2) - 1)
    }

    /// Takes an action that scrolls a page; says whether it was one.
    pub(crate) fn scroll(self, from: &mut u16, action: Action) -> bool {
        *from = match action {
            Action::Up => from.saturating_sub(1),
            Action::Down => (*from + 1).min(self.furthest),
            Action::First => 0,
            Action::Last => self.furthest,
            Action::ScrollUp => self.up(*from),
            Action::ScrollDown => self.down(*from),
            _ => return false,
        };
        true
    }
}

#[cfg(test)]
mod tests {
    use super::{Action, Cursor, Reach};

    #[test]
    fn a_page_is_what_is_seen_less_one_row() {
        let seen = |rows| Reach { rows, ..Reach::default() };
        for (reach, row) in [(seen(0), 10), (seen(1), 1), (seen(8), 7), (seen(90), 49)] {
            let mut cursor = Cursor::default();
            assert_eq!(cursor.take(Action::ScrollDown, 50, reach), None);
            assert_eq!(cursor.row, row);
        }
    }

    #[test]
    fn a_click_marks_its_row_and_confirms_it() {
        let mut cursor = Cursor::default();
        assert_eq!(cursor.take(Action::Row(3), 4, Reach::default()), Some(Action::Confirm));
        assert_eq!(cursor.take(Action::Row(4), 4, Reach::default()), None);
        assert_eq!((cursor.row, cursor.take(Action::Must, 4, Reach::default())), (3, Some(Action::Must)));
    }
}
