//! The first screen: what to do, and the day to plan for.

use super::action::Action;
use super::overlay::FieldBox;
use super::shelf::Which;
use super::{App, Screen};

/// So many other plans stand on the start screen itself.
const MOST_PLANS: usize = 3;

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
    /// The day on which the program runs, where the clock is wrong.
    Today,
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
    /// Go on with another plan, by its position among them.
    Plan(usize),
    /// See all plans.
    Plans,
    /// Begin a new plan.
    New,
    /// End the program.
    Quit,
}

impl App<'_> {
    /// The rows of the start screen; those that need an answer appear with the first one.
    pub fn start_rows(&self) -> Vec<StartRow> {
        use StartRow::{Advice, Day, Help, Name, New, OtherDay, Plans, Questions, Quit, Search, Themes, Today};
        let others = self.shelf.others.len();
        let mut rows = vec![Questions];
        if !self.plan.answers().is_empty() {
            rows.push(Advice);
        }
        if self.clock_problem.is_some() {
            rows.push(Today);
        }
        rows.extend([Day, OtherDay, Name]);
        rows.extend((0..others.min(MOST_PLANS)).map(StartRow::Plan));
        if others > 0 {
            rows.push(Plans);
        }
        rows.extend([Search, Themes, Help]);
        if !self.plan.answers().is_empty() {
            rows.push(New);
        }
        rows.push(Quit);
        rows
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
            Some(StartRow::Questions) => self.go(self.left_at.unwrap_or(Screen::Interview)),
            Some(StartRow::Advice) => self.go(Screen::Verdict),
            Some(StartRow::Day) => self.plan.switch_day(true),
            Some(StartRow::Today) => {
                let problem = self.clock_problem.as_deref().unwrap_or_default();
                self.open(FieldBox::today(problem).into());
            }
            Some(StartRow::OtherDay) => self.open(FieldBox::day("").into()),
            Some(StartRow::Name) => self.edit_name(),
            Some(StartRow::Search) => self.go(Screen::Search),
            Some(StartRow::Themes) => self.open_themes(),
            Some(StartRow::Help) => self.go(Screen::Help),
            Some(StartRow::Plan(position)) => {
                if let Some(number) = self.shelf.others.get(position).map(|kept| kept.number) {
                    self.ask_for(Which::Kept(number));
                }
            }
            Some(StartRow::Plans) => self.go(Screen::Plans),
            Some(StartRow::New) => self.ask_for(Which::New),
            Some(StartRow::Quit) => self.quit(),
            None => {}
        }
    }
}
