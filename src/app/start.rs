//! The first screen: what to do, and the day to plan for.

use super::action::Action;
use super::overlay::{Confirm, Deed, FieldBox, Overlay};
use super::{App, Screen};

/// Where the start screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Start {
    /// The marked row.
    pub row: usize,
}

/// A row of the start screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StartRow {
    /// Begin the questions, or go on with them.
    Questions,
    /// See the advice so far.
    Advice,
    /// The day to plan for.
    Day,
    /// Another day to plan for.
    OtherDay,
    /// The name of the plan.
    Name,
    /// The search.
    Search,
    /// The colours.
    Themes,
    /// The keys.
    Help,
    /// Begin a new plan.
    New,
    /// End the program.
    Quit,
}

impl App<'_> {
    /// The rows of the start screen; those that need an answer appear with the first one.
    pub fn start_rows(&self) -> Vec<StartRow> {
        use StartRow::{Advice, Day, Help, Name, New, OtherDay, Questions, Quit, Search, Themes};
        if self.plan.answers().is_empty() {
            vec![Questions, Day, OtherDay, Name, Search, Themes, Help, Quit]
        } else {
            vec![Questions, Advice, Day, OtherDay, Name, Search, Themes, Help, New, Quit]
        }
    }

    pub(super) fn update_start(&mut self, action: Action) {
        let rows = self.start_rows();
        let last = rows.len().saturating_sub(1);
        let here = rows.get(self.start.row).copied();
        match action {
            Action::Up => self.start.row = self.start.row.saturating_sub(1),
            Action::Down => self.start.row = (self.start.row + 1).min(last),
            Action::First => self.start.row = 0,
            Action::Last => self.start.row = last,
            Action::Row(row) if row <= last => {
                self.start.row = row;
                self.update_start(Action::Confirm);
            }
            Action::More if here == Some(StartRow::Day) => self.plan.switch_day(true),
            Action::Less if here == Some(StartRow::Day) => self.plan.switch_day(false),
            Action::Confirm => self.do_start_row(here),
            _ => {}
        }
    }

    fn do_start_row(&mut self, row: Option<StartRow>) {
        match row {
            Some(StartRow::Questions) => self.go(Screen::Interview),
            Some(StartRow::Advice) => self.go(Screen::Verdict),
            Some(StartRow::Day) => self.plan.switch_day(true),
            Some(StartRow::OtherDay) => self.open(FieldBox::day("").into()),
            Some(StartRow::Name) => self.open(FieldBox::name(&self.plan.answers().title).into()),
            Some(StartRow::Search) => self.go(Screen::Search),
            Some(StartRow::Themes) => self.open_themes(),
            Some(StartRow::Help) => self.go(Screen::Help),
            Some(StartRow::New) => self.open(Overlay::Confirm(Confirm {
                question: "Begin a new plan? All answers are cleared; undo brings them back until you quit.".to_owned(),
                deed: Deed::Forget,
            })),
            Some(StartRow::Quit) => self.quit(),
            None => {}
        }
    }
}
