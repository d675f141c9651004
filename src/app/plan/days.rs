//! The day that a plan is for, and days that are only looked at.

use crate::knowledge::AsOfError;
use crate::model::date::{DayOrigin, PartialDate};
use crate::model::verdict::AsOf;
use crate::report::words;

use super::{Plan, TODAY};
use crate::app::history::PlanChange;

impl Plan<'_> {
    /// Makes a day that was typed the one on which the program runs. That changes no answer.
    pub(crate) fn run_on(&mut self, text: &str) -> Result<(), AsOfError> {
        let day = PartialDate::parse(text).and_then(PartialDate::day).ok_or(AsOfError::NotADay)?;
        if day < self.base.facts_from.first_day() {
            return Err(AsOfError::TooEarly);
        }
        (self.today, self.origin) = (day, DayOrigin::Typed);
        self.weigh_facts();
        Ok(())
    }

    /// What to type instead of a day that cannot be used.
    pub(crate) fn day_problem(&self, error: AsOfError) -> String {
        match error {
            AsOfError::NotADay => "That is not a date. Type it like 2024-06-30, 2024-06 or 2024.".to_owned(),
            AsOfError::TooEarly => format!("Facts begin in {}. Choose a later day.", self.base.facts_from.words()),
        }
    }

    /// Plans for `today`, a preset or a date. That changes no answer, so it is always allowed.
    pub(crate) fn plan_for(&mut self, text: &str) -> Result<(), AsOfError> {
        self.base.as_of(text, self.today)?;
        if self.day_name() != text {
            self.change(PlanChange::Day(Some(text.to_owned())));
        }
        Ok(())
    }

    /// Shows how everything stands on another day, without planning for it; with none, on the day planned for again.
    pub(crate) fn look_at(&mut self, as_of: Option<AsOf>) {
        if self.looked_at != as_of {
            self.looked_at = as_of;
            self.weigh_facts();
        }
    }

    /// Plans for a day that the advice was shown for.
    pub(crate) fn plan_for_day(&mut self, as_of: AsOf) {
        let name = match self.base.preset(as_of) {
            Some(preset) => preset.id.to_string(),
            None if as_of.day == self.today => TODAY.to_owned(),
            None => as_of.day.to_string(),
        };
        self.plan_for(&name).expect("advice is shown only for days that can be planned for");
    }

    /// Plans for the next of the named days; `forward` says in which direction.
    pub(crate) fn switch_day(&mut self, forward: bool) {
        let names = self.base.as_of_names();
        let count = names.clone().count();
        let next = match names.clone().position(|name| name == self.day_name()) {
            None => 0,
            Some(position) => (position + if forward { 1 } else { count - 1 }) % count,
        };
        if let Some(name) = names.clone().nth(next) {
            self.plan_for(name).expect("a name of the knowledge base is always a day");
        }
    }

    /// The day to plan for, as written: `today`, the name of a preset, or a date.
    pub(crate) fn day_name(&self) -> &str {
        self.answers.as_of.as_deref().unwrap_or(TODAY)
    }

    pub(crate) fn day_words(&self) -> String {
        words::planning_for(self.base, self.facts.as_of, self.today)
    }
}
