//! Then and now: the verdict on every preset's day, on the day planned for, and today.

use crate::knowledge::asked::Asked;
use crate::knowledge::facts::Facts;
use crate::knowledge::{KnowledgeBase, Preset};
use crate::model::answers::Answers;
use crate::model::date::Day;
use crate::model::verdict::{AsOf, Outcome, Recommendation, Requirement, Verdict};

use super::{assess, conflicts, requirements};

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

/// The advice at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The day, and the source to go by.
    pub as_of: AsOf,
    /// What the requirements say once availability is counted.
    pub outcome: Outcome,
    /// What to do.
    pub recommendation: Recommendation,
}

impl From<&Verdict> for Moment {
    fn from(verdict: &Verdict) -> Self {
        Self { as_of: verdict.as_of, outcome: verdict.outcome, recommendation: verdict.recommendation }
    }
}

/// The advice by the facts of one moment, without the verdict around it. The requirements may be those of any day.
pub fn advice_at(facts: &Facts<'_>, answers: &Answers, asked: &Asked, requirements: &[Requirement]) -> Moment {
    let (_, outcome, recommendation) = super::judged(facts, &requirements::on(facts, requirements));
    let moment = Moment { as_of: facts.as_of, outcome, recommendation };
    if conflicts::decide(&conflicts::all(facts, answers, asked)) {
        Moment { outcome: Outcome::Inconsistent, recommendation: Recommendation::Undecided, ..moment }
    } else {
        moment
    }
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
fn at(facts: &Facts<'_>, answers: &Answers, asked: &Asked) -> Verdict {
    conflicts::unsettled(assess(facts, answers), &conflicts::all(facts, answers, asked))
}
