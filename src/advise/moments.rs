//! Then and now: the verdict on every preset's day, on the day planned for, and today.

use crate::knowledge::asked::Asked;
use crate::knowledge::facts::Facts;
use crate::knowledge::{KnowledgeBase, Preset};
use crate::model::answers::Answers;
use crate::model::date::Day;
use crate::model::verdict::{AsOf, Verdict};

use super::{assess, conflicts};

/// The moments, the earliest first. The last is today or a later planned day.
pub fn all(base: &KnowledgeBase, planned: AsOf, today: Day) -> Vec<AsOf> {
    let mut moments: Vec<AsOf> = base.presets.iter().map(Preset::as_of).collect();
    moments.push(AsOf { day: today, basis: None });
    if !moments.contains(&planned) {
        moments.push(planned);
    }
    moments.sort_by_key(|moment| moment.day);
    moments
}

/// The verdicts on the same answers at each of them.
pub fn then_and_now(base: &KnowledgeBase, answers: &Answers, planned: AsOf, today: Day) -> Vec<Verdict> {
    let asked = Asked::of(base, answers);
    all(base, planned, today)
        .into_iter()
        .map(|moment| at(&base.at(moment).weighed_for(answers), answers, &asked))
        .collect()
}

/// The verdict by the facts of one moment: no advice where a contradiction decides.
pub fn at(facts: &Facts<'_>, answers: &Answers, asked: &Asked) -> Verdict {
    conflicts::unsettled(assess(facts, answers), &conflicts::all(facts, answers, asked))
}
