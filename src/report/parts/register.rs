//! The fit-gap register: one entry for each requirement, in the order of the interview, whether it is met or not.

use crate::advise::conditions::concerning;
use crate::advise::outcome::is_gone;
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
    /// The limitations in force of that alternative, the most severe first.
    pub limits: Vec<Limit>,
    /// Those of the other alternative, if that can be had too.
    pub elsewhere: Vec<Limit>,
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

/// How a fit-gap register names what is proposed for a requirement.
pub(crate) fn approach(entry: &RegisterEntry) -> &'static str {
    match entry.way {
        None if entry.levels[entry.side] != Level::Native => "None yet",
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
        Some((_, Some(Proposal::FindOut)) | (Level::Unknown, _)) => {
            format!("It is known whether {area} can do \"{wish}\", and a test shows it as the plan needs it.")
        }
        Some((Level::None, Some(Proposal::Way(Way::Accept)))) => {
            format!("Whoever asked for \"{wish}\" has agreed to do without it.")
        }
        Some((Level::None, None)) => format!("It is agreed how \"{wish}\" is reached, or that it is done without."),
        Some((Level::None, Some(way))) => {
            format!("A test shows \"{wish}\" outside {area}, by the way agreed on ({}).", way.phrase())
        }
        Some((Level::Workaround, _)) => format!("A test in {area} shows \"{wish}\" by the workaround agreed on."),
        Some(_) => format!("A test in {area} shows \"{wish}\" as far as the plan needs it, within its limits."),
    }
}

/// The entries of a verdict.
pub(in crate::report) fn all(
    facts: &Facts<'_>,
    answers: &Answers,
    verdict: &Verdict,
    gaps: &[GapEntry],
    bibliography: &mut Bibliography,
) -> Vec<RegisterEntry> {
    let gap = |number| gaps.iter().find(|gap| gap.number == number);
    let all = verdict.requirements.iter();
    all.map(|one| entry(facts, answers, (verdict, one), gap(one.number), bibliography)).collect()
}

fn entry(
    facts: &Facts<'_>,
    answers: &Answers,
    (verdict, requirement): (&Verdict, &Requirement),
    gap: Option<&GapEntry>,
    bibliography: &mut Bibliography,
) -> RegisterEntry {
    let base = facts.base;
    let question = &base.questions[requirement.question];
    let (side, wish) = (verdict.home(requirement), wish(base, requirement));
    let cited = super::drivers::cited(facts, requirement, bibliography);
    let mut limits = |side: Side| -> Vec<Limit> {
        let keys =
            concerning(verdict, facts, requirement, side).into_iter().filter(|_| !is_gone(facts.availability, side));
        keys.map(|key| Limit::of(facts, key, &[requirement.capability], bibliography)).collect()
    };
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
        limits: limits(side),
        elsewhere: limits(side.other()),
        way: gap.and_then(|gap| gap.way),
        acceptance: acceptance(name(base, side), wish, gap),
        note: answers.response(requirement.question).map(|said| said.note.trim().to_owned()).unwrap_or_default(),
        cited,
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
            Cell::Level(entry.levels.first),
            Cell::Level(entry.levels.second),
            Cell::Bar { value: entry.contribution, most, words: entry.adds.words.clone() },
            Cell::text(approach(entry)),
            citations(&entry.cited).into(),
        ]
    };
    let (head, other_head) = (first.head(), second.head());
    let columns = ["ID", "Requirement", "Importance", &head, &other_head, "Speaks for", "Way to close", "Sources"];
    let an_area = report.nouns.alternative.a();
    let caption = format!("Every requirement, and by how many per cent of the fit it speaks for {an_area}");
    let table = Table::of(caption, columns, report.register.iter().map(row)).with("Speaks for", ColumnKind::Bar);
    Section::new("register", "Fit-gap register", vec![Block::Table(table)])
}
