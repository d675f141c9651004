//! A line of time below the screen: what is shown above follows the marked day at once.

use crate::knowledge::Preset;
use crate::model::date::Day;
use crate::model::verdict::AsOf;
use crate::report::marks::{self, Mark};

use super::{Action, Cx, Flow, Popup};
use crate::app::plan::Plan;

/// The line of time.
#[derive(Debug)]
pub struct Slider {
    /// The first day of the line.
    pub(crate) from: Day,
    /// The last: today, or the day planned for where that is later.
    pub(crate) until: Day,
    /// The day that is looked at.
    pub at: AsOf,
    /// What happened, the earliest first.
    pub(crate) marks: Vec<Mark>,
}

impl From<Slider> for Popup {
    fn from(slider: Slider) -> Self {
        Self::Slider(Box::new(slider))
    }
}

impl Slider {
    /// The line with the day planned for marked.
    pub(crate) fn of(plan: &Plan<'_>) -> Self {
        let at = plan.facts.as_of;
        let from = plan.base.facts_from.first_day();
        let until = plan.today.max(at.day).max(from);
        Self { from, until, at, marks: marks::all(plan.base, plan.verdict(), from, until) }
    }

    /// Looks at another day, keeps the one that is looked at, or goes back to the day planned for.
    pub(super) fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        match action {
            Action::Confirm => {
                cx.plan.plan_for_day(self.at);
                cx.say_day();
                return Flow::Close;
            }
            Action::Back | Action::Quit | Action::Time => return Flow::Close,
            _ => {}
        }
        if let Some(to) = self.leads_to(&cx.plan, action) {
            self.at = to;
            cx.plan.look_at(Some(to));
        }
        Flow::Done
    }

    /// The day to which an action leads from the one that is looked at; none where it leads nowhere else.
    pub(crate) fn leads_to(&self, plan: &Plan<'_>, action: Action) -> Option<AsOf> {
        let day = self.at.day;
        let to = match action {
            Action::Less => plain(day.month_before()),
            Action::More => plain(day.month_after()?),
            Action::PreviousTopic => plain(self.marks.iter().rev().map(|mark| mark.day).find(|mark| *mark < day)?),
            Action::NextTopic => plain(self.next()?.day),
            Action::First => plan.base.presets.first().map_or(plain(self.from), Preset::as_of),
            Action::Last => plain(plan.today),
            Action::Row(month) => plain(self.month(month)),
            _ => return None,
        };
        let to = AsOf { day: to.day.clamp(self.from, self.until), ..to };
        (to != self.at).then_some(to)
    }

    /// The first day of a month, counted from the first of the line; of the first month, the first day of the line.
    fn month(&self, number: usize) -> Day {
        let mut day = self.from;
        for _ in 0..number {
            day = day.month_after().unwrap_or(day);
        }
        day
    }

    /// How many months begin on the line after its first day.
    pub(crate) fn months(&self) -> u16 {
        self.until.months_since(self.from)
    }

    /// What happened in the month that is looked at, what weighs most first.
    pub(crate) fn here(&self) -> Vec<&Mark> {
        let is_here = |mark: &&Mark| mark.day.months_since(self.from) == self.at.day.months_since(self.from);
        let mut here: Vec<&Mark> = self.marks.iter().filter(is_here).collect();
        here.sort_by_key(|mark| mark.weight);
        here
    }

    /// What happens next after the day that is looked at.
    pub(crate) fn next(&self) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.day > self.at.day)
    }
}

fn plain(day: Day) -> AsOf {
    AsOf { day, basis: None }
}
