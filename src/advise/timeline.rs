//! Then and now: the verdict on every preset's day, on the day planned for, and today.

use crate::knowledge::facts::Facts;
use crate::knowledge::visible::Visible;
use crate::knowledge::{KnowledgeBase, Preset};
use crate::model::answers::Answers;
use crate::model::date::Day;
use crate::model::verdict::{AsOf, Verdict};

use super::{assess, conflicts};

/// The days, the earliest first. The last is today or a later planned day.
pub(crate) fn days(base: &KnowledgeBase, planned: AsOf, today: Day) -> Vec<AsOf> {
    let mut days: Vec<AsOf> = base.presets.iter().map(Preset::as_of).collect();
    days.push(AsOf { day: today, basis: None });
    if !days.contains(&planned) {
        days.push(planned);
    }
    days.sort_by_key(|as_of| as_of.day);
    days
}

/// The verdicts on the same answers at each of them.
pub fn then_and_now(base: &KnowledgeBase, answers: &Answers, planned: AsOf, today: Day) -> Vec<Verdict> {
    let days = days(base, planned, today).into_iter();
    days.map(|as_of| on(&base.at(as_of).for_plan(answers), answers)).collect()
}

/// The verdict by the facts of one day: no advice where a contradiction decides.
pub(crate) fn on(facts: &Facts<'_>, answers: &Answers) -> Verdict {
    let contradictions = conflicts::all(facts, answers, &Visible::of(facts.base, answers));
    conflicts::unsettled(assess(facts, answers), facts, &contradictions)
}
