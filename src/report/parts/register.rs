//! The fit-gap register: one entry for each requirement, in the order of the interview, whether it is met or not.

use crate::knowledge::facts::Facts;
use crate::model::alternative::{Pair, Side};
use crate::model::answers::Answers;
use crate::model::capability::{Level, Way};
use crate::model::question::Importance;
use crate::model::text::Text;
use crate::model::verdict::{Requirement, RequirementNumber, Verdict};
use crate::report::Report;
use crate::report::adds::Adds;
use crate::report::bibliography::{Bibliography, Cited};
use crate::report::limit::Limit;
use crate::report::page::{Block, Cell, ColumnKind, Piece, Section, Table, citations};
use crate::report::words::{choice, name, wish};

use super::conditions::ConditionEntry;
use super::gaps::{GapEntry, Proposal};

/// One requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterEntry {
    /// Its number.
    pub number: RequirementNumber,
    /// The topic it belongs to.
    pub(crate) topic: Text,
    /// The question behind it.
    pub(crate) ask: Text,
    /// The choice behind it, in the words of the interview.
    pub(crate) choice: String,
    /// What is asked for.
    pub wish: String,
    /// How much it matters.
    pub importance: Importance,
    /// How well each alternative does it.
    pub levels: Pair<Level>,
    /// What it adds in points: positive speaks for the first alternative.
    pub contribution: i32,
    /// The same in per cent.
    pub adds: Adds,
    /// The alternative in which it would be built.
    pub(crate) side: Side,
    /// The limitations behind the gap, or the conditions on what is built in, the most severe first.
    pub(crate) limits: Vec<Limit>,
    /// What is proposed for the gap; absent where there is none.
    pub(crate) way: Option<Proposal>,
    /// When the requirement counts as met, in a sentence.
    pub acceptance: String,
    /// The user's own note to the question.
    pub(crate) note: String,
    /// Where it is written.
    pub(crate) cited: Vec<Cited>,
}

impl RegisterEntry {
    /// What to do instead, from the limitations; or that nothing is known for that day.
    pub(crate) fn workarounds(&self) -> impl Iterator<Item = &str> {
        self.limits.iter().filter_map(|limit| limit.workaround.as_deref().or(limit.without))
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

/// How a fit-gap register names what is proposed for a requirement.
pub(crate) fn approach(entry: &RegisterEntry) -> &'static str {
    match entry.way {
        None if !entry.limits.is_empty() => "Mind the conditions",
        None => "None needed",
        Some(Proposal::FindOut) => "Find out",
        Some(Proposal::Way(Way::Configure)) => "Configure",
        Some(Proposal::Way(Way::Extend)) => "Extend",
        Some(Proposal::Way(Way::Integrate)) => "Integrate",
        Some(Proposal::Way(Way::Process)) => "Process change",
        Some(Proposal::Way(Way::Accept)) => "Accept",
    }
}

/// When a requirement counts as met, in a sentence that can come true.
fn acceptance(area: &str, wish: &str, gap: Option<&GapEntry>) -> String {
    match gap.map(|gap| (gap.level, gap.way)) {
        None => format!("A test in {area} shows \"{wish}\" as the plan needs it."),
        Some((_, Proposal::FindOut)) => {
            format!("It is known whether {area} can do \"{wish}\", and a test shows it as the plan needs it.")
        }
        Some((Level::None, Proposal::Way(Way::Accept))) => {
            format!("Whoever asked for \"{wish}\" has agreed to do without it.")
        }
        Some((Level::None, way)) => {
            format!("A test shows \"{wish}\" outside {area}, by the way agreed on ({}).", way.phrase())
        }
        Some((Level::Workaround, _)) => format!("A test in {area} shows \"{wish}\" by the workaround agreed on."),
        Some(_) => format!("A test in {area} shows \"{wish}\" as far as the plan needs it, within its limits."),
    }
}

/// What stands in the way of requirements.
struct Shortfalls<'r> {
    gaps: &'r [GapEntry],
    conditions: &'r [ConditionEntry],
}

impl Shortfalls<'_> {
    fn gap(&self, number: RequirementNumber) -> Option<&GapEntry> {
        self.gaps.iter().find(|gap| gap.number == number)
    }

    /// The limitations behind the gap of a requirement, or else those that are conditions on it.
    fn limits(&self, number: RequirementNumber) -> Vec<Limit> {
        let concerning = self.conditions.iter().filter(|condition| condition.numbers.contains(&number));
        match self.gap(number) {
            Some(gap) => gap.limits.clone(),
            None => concerning.map(|condition| condition.limit.clone()).collect(),
        }
    }
}

/// The entries of a verdict.
pub(in crate::report) fn all(
    facts: &Facts<'_>,
    answers: &Answers,
    verdict: &Verdict,
    gaps: &[GapEntry],
    conditions: &[ConditionEntry],
    bibliography: &mut Bibliography,
) -> Vec<RegisterEntry> {
    let shortfalls = &Shortfalls { gaps, conditions };
    verdict
        .requirements
        .iter()
        .map(|requirement| entry(facts, answers, (verdict, requirement), shortfalls, bibliography))
        .collect()
}

fn entry(
    facts: &Facts<'_>,
    answers: &Answers,
    (verdict, requirement): (&Verdict, &Requirement),
    shortfalls: &Shortfalls<'_>,
    bibliography: &mut Bibliography,
) -> RegisterEntry {
    let (base, side) = (facts.base, verdict.home(requirement));
    let gap = shortfalls.gap(requirement.number);
    let question = &base.questions[requirement.question];
    let wish = wish(base, requirement);
    RegisterEntry {
        number: requirement.number,
        topic: base.topics[question.topic].title.clone(),
        ask: question.ask.clone(),
        choice: choice(base, requirement).to_owned(),
        wish: wish.to_owned(),
        importance: requirement.importance,
        levels: requirement.levels,
        contribution: requirement.contribution,
        adds: Adds::of(base, verdict, requirement),
        side,
        limits: shortfalls.limits(requirement.number),
        way: gap.map(|gap| gap.way),
        acceptance: acceptance(name(base, side), wish, gap),
        note: answers.response(requirement.question).map(|said| said.note.trim().to_owned()).unwrap_or_default(),
        cited: super::drivers::cited(facts, requirement, bibliography),
    }
}

/// Every requirement, whether it is met or not.
pub(crate) fn section(report: &Report) -> Section {
    let (first, second) = (&report.standings.first, &report.standings.second);
    let most = report.register.iter().map(|entry| entry.contribution.abs()).max().unwrap_or(0);
    let row = |entry: &RegisterEntry| {
        [
            vec![Piece::Requirement(entry.number)].into(),
            Cell::text(&entry.wish),
            Cell::text(entry.importance.word()),
            Cell::text(disposition(entry.levels.first)),
            Cell::text(disposition(entry.levels.second)),
            Cell::Bar { value: entry.contribution, most, words: entry.adds.words.clone() },
            Cell::text(approach(entry)),
            citations(&entry.cited).into(),
        ]
    };
    let columns =
        ["Number", "Requirement", "Importance", &first.short, &second.short, "Speaks for", "Way to close", "Sources"];
    let caption = "Every requirement, and by how many per cent of the fit it speaks for an area";
    let table = Table::of(caption, columns, report.register.iter().map(row)).with("Speaks for", ColumnKind::Bar);
    Section::new("register", "Fit-gap register", vec![Block::Table(table)])
}
