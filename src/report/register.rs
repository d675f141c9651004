//! The fit-gap register: one entry for each requirement, in the order of the interview, whether it is met or not.

use crate::knowledge::facts::Facts;
use crate::model::alternative::{Pair, Side};
use crate::model::answers::Answers;
use crate::model::capability::{Level, Way};
use crate::model::question::Importance;
use crate::model::text::Text;
use crate::model::verdict::{Requirement, RequirementNumber, Verdict};

use super::bibliography::{Bibliography, Cited};
use super::gaps::{GapEntry, Limit};
use super::words::{choice, name, wish};

/// One requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number.
    pub number: RequirementNumber,
    /// The topic it belongs to.
    pub topic: Text,
    /// The question behind it.
    pub ask: Text,
    /// The choice behind it, in the words of the interview.
    pub choice: String,
    /// What is asked for.
    pub wish: String,
    /// How much it matters.
    pub importance: Importance,
    /// How well each alternative does it.
    pub levels: Pair<Level>,
    /// What it adds to the margin.
    pub contribution: i32,
    /// The alternative that one would build in.
    pub side: Side,
    /// The limitations behind the gap, the most severe first; none where it is met.
    pub limits: Vec<Limit>,
    /// How to close the gap; absent where there is none.
    pub way: Option<Way>,
    /// When the requirement counts as met, in a sentence.
    pub acceptance: String,
    /// The user's own note to the question.
    pub note: String,
    /// Where it is written.
    pub cited: Vec<Cited>,
}

impl Entry {
    /// What to do instead, from the limitations behind the gap.
    pub fn workarounds(&self) -> impl Iterator<Item = &str> {
        self.limits.iter().filter_map(|limit| limit.workaround.as_deref())
    }
}

/// How a fit-gap register names a level.
pub fn disposition(level: Level) -> &'static str {
    match level {
        Level::Native => "Fit",
        Level::Partial => "Partial fit",
        Level::Workaround => "Workaround",
        Level::None => "Gap",
        Level::Unknown => "Unknown",
    }
}

/// How a fit-gap register names a way to close a gap.
pub fn approach(way: Option<Way>) -> &'static str {
    match way {
        None => "None needed",
        Some(Way::Configure) => "Configure",
        Some(Way::Extend) => "Extend",
        Some(Way::Integrate) => "Integrate",
        Some(Way::Process) => "Process change",
        Some(Way::Accept) => "Accept",
    }
}

/// The entries of a verdict.
pub(super) fn all(
    facts: &Facts<'_>,
    answers: &Answers,
    verdict: &Verdict,
    gaps: &[GapEntry],
    bibliography: &mut Bibliography,
) -> Vec<Entry> {
    let side = verdict.focus();
    verdict
        .requirements
        .iter()
        .map(|requirement| {
            let gap = gaps.iter().find(|gap| gap.number == requirement.number);
            entry(facts, answers, requirement, side, gap, bibliography)
        })
        .collect()
}

fn entry(
    facts: &Facts<'_>,
    answers: &Answers,
    requirement: &Requirement,
    side: Side,
    gap: Option<&GapEntry>,
    bibliography: &mut Bibliography,
) -> Entry {
    let base = facts.base;
    let question = &base.questions[requirement.question];
    let wish = wish(base, requirement);
    Entry {
        number: requirement.number,
        topic: base.topics[question.topic].title.clone(),
        ask: question.ask.clone(),
        choice: choice(base, requirement).to_owned(),
        wish: wish.to_owned(),
        importance: requirement.importance,
        levels: requirement.levels,
        contribution: requirement.contribution,
        side,
        limits: gap.map(|gap| gap.limits.clone()).unwrap_or_default(),
        way: gap.map(|gap| gap.way),
        acceptance: format!("A test in {} shows \"{wish}\" as the plan needs it.", name(base, side)),
        note: answers.response(requirement.question).map(|said| said.note.trim().to_owned()).unwrap_or_default(),
        cited: super::drivers::cited(facts, requirement, bibliography),
    }
}
