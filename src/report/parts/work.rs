//! What must be ordered, licensed or switched on, each thing once, and where it is told how each requirement is built.

use crate::knowledge::KnowledgeBase;
use crate::knowledge::facts::Facts;
use crate::knowledge::visible::Visible;
use crate::model::alternative::Side;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::capability::{Level, Support};
use crate::model::source::{Citation, Source};
use crate::model::text::Text;
use crate::model::verdict::{Requirement, RequirementNumber, Verdict};
use crate::model::work::{Prerequisite, PrerequisiteKind};
use crate::report::Report;
use crate::report::bibliography::{Bibliography, Cited};
use crate::report::page::{Block, Cell, Section, Table, citations, line, numbers, with};
use crate::report::work::in_a_sentence;

/// The heading of the list.
pub(crate) const HEADING: &str = "To order, license or switch on";

/// Something that must be there first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToOrder {
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: Text,
    /// What kind of thing it is.
    pub kind: PrerequisiteKind,
    /// What else to say about it.
    text: Option<Text>,
    /// The requirements that need it, in the order of the interview.
    pub numbers: Vec<RequirementNumber>,
    /// Where it is written.
    cited: Vec<Cited>,
}

/// The page to read next for a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadNext {
    /// The requirement.
    pub number: RequirementNumber,
    /// The title of the page.
    pub title: Text,
    /// The page among the sources of the report.
    pub(crate) cited: Vec<Cited>,
}

/// What the advice needs that the answers do not say is there, what takes longest to get first.
pub(in crate::report) fn to_order(
    facts: &Facts<'_>,
    answers: &Answers,
    verdict: &Verdict,
    bibliography: &mut Bibliography,
) -> Vec<ToOrder> {
    let base = facts.base;
    let item = |(key, numbers): (Key<Prerequisite>, Vec<RequirementNumber>)| {
        let prerequisite = &base.prerequisites[key];
        ToOrder {
            id: prerequisite.id.to_string(),
            title: prerequisite.title.clone(),
            kind: prerequisite.kind,
            text: prerequisite.text.clone(),
            numbers,
            cited: bibliography.cite(&prerequisite.sources),
        }
    };
    needed(facts, answers, verdict).into_iter().map(item).collect()
}

/// The prerequisites that are not there, each with the requirements that need it.
pub(crate) fn needed(
    facts: &Facts<'_>,
    answers: &Answers,
    verdict: &Verdict,
) -> Vec<(Key<Prerequisite>, Vec<RequirementNumber>)> {
    let base = facts.base;
    let visible = Visible::of(base, answers);
    let mut needed: Vec<(Key<Prerequisite>, Vec<RequirementNumber>)> = Vec::new();
    if !verdict.recommendation.is_advice() {
        return needed;
    }
    for requirement in &verdict.requirements {
        for key in required(facts, requirement, verdict.home(requirement)) {
            if is_there(base, answers, &visible, key) {
                continue;
            }
            match needed.iter_mut().find(|(known, _)| *known == key) {
                Some((_, numbers)) if numbers.last() == Some(&requirement.number) => {}
                Some((_, numbers)) => numbers.push(requirement.number),
                None => needed.push((key, vec![requirement.number])),
            }
        }
    }
    needed.sort_by_key(|(key, _)| (base.prerequisites[*key].kind, *key));
    needed
}

/// What a requirement needs in an area: for its level, and where only a workaround reaches it, for that.
fn required(facts: &Facts<'_>, requirement: &Requirement, side: Side) -> Vec<Key<Prerequisite>> {
    let level = requirement.levels[side];
    if matches!(level, Level::None | Level::Unknown) {
        return Vec::new();
    }
    let capability = requirement.capability;
    let own = facts.support(capability, side).map_or(&[][..], |support| &support.requires);
    let limitations = if level == Level::Workaround { facts.limitations(capability, side) } else { Vec::new() };
    let workarounds = limitations
        .iter()
        .filter_map(|limitation| facts.workaround_for(&facts.base.limitations[*limitation], &[capability]));
    own.iter().chain(workarounds.flat_map(|workaround| &workaround.requires)).copied().collect()
}

/// Whether an answer that counts says that something is there already, or will be.
fn is_there(base: &KnowledgeBase, answers: &Answers, visible: &Visible, key: Key<Prerequisite>) -> bool {
    base.met.iter().filter(|met| met.prerequisite == key).any(|met| {
        let (question, choice) = met.by;
        visible.contains(question) && answers.answer(question).is_some_and(|answer| answer.has(choice))
    })
}

/// The page to read next for each requirement that can be built.
pub(in crate::report) fn read_next(
    facts: &Facts<'_>,
    verdict: &Verdict,
    bibliography: &mut Bibliography,
) -> Vec<ReadNext> {
    let base = facts.base;
    let next = |requirement: &Requirement| {
        let source = page_of(facts, requirement, verdict.home(requirement))?;
        Some(ReadNext {
            number: requirement.number,
            title: base.sources[source].title.clone(),
            cited: bibliography.cite(&[Citation { source, place: None }]),
        })
    };
    verdict.requirements.iter().filter_map(next).collect()
}

/// The page that tells how something is done in an area, else the newest that its level is written in.
pub(crate) fn page_of(facts: &Facts<'_>, requirement: &Requirement, side: Side) -> Option<Key<Source>> {
    let support: &Support = facts.support(requirement.capability, side)?;
    let date = |key: &Key<Source>| facts.base.sources[*key].date.first_day();
    let newest = || support.sources.iter().map(|citation| citation.source).max_by_key(date);
    support.read_next.or_else(newest)
}

/// What kind of thing it is, in a word.
pub(crate) fn kind(kind: PrerequisiteKind) -> &'static str {
    match kind {
        PrerequisiteKind::Licence => "licence",
        PrerequisiteKind::Product => "product",
        PrerequisiteKind::Service => "service",
        PrerequisiteKind::Switch => "to switch on",
        PrerequisiteKind::Person => "person",
    }
}

/// What must be there first, and what to read next.
pub(crate) fn section(report: &Report) -> Section {
    let mut blocks = vec![Block::Table(table(&report.to_order))];
    let rows = pages(&report.read_next).into_iter().map(|(next, concerned)| {
        [Cell::text(next.title.as_str()), numbers(&concerned).into(), citations(&next.cited).into()]
    });
    let caption = "The page that tells how each requirement is done";
    blocks.push(Block::Table(Table::of(caption, ["Page", "Tells how", "Source"], rows)));
    let heading = if report.to_order.is_empty() { "What to read next" } else { HEADING };
    Section::new("to-order", heading, blocks)
}

/// Each page once, with the requirements that it is about.
fn pages(read_next: &[ReadNext]) -> Vec<(&ReadNext, Vec<RequirementNumber>)> {
    let mut pages: Vec<(&ReadNext, Vec<RequirementNumber>)> = Vec::new();
    for next in read_next {
        match pages.iter_mut().find(|(known, _)| known.cited == next.cited) {
            Some((_, concerned)) => concerned.push(next.number),
            None => pages.push((next, vec![next.number])),
        }
    }
    pages
}

fn table(to_order: &[ToOrder]) -> Table {
    let rows = to_order.iter().map(|item| {
        let what = item.text.as_ref().map_or_else(|| item.title.to_string(), |text| format!("{}. {text}", item.title));
        [Cell::text(what), Cell::text(kind(item.kind)), numbers(&item.numbers).into(), citations(&item.cited).into()]
    });
    Table::of("What must be there before it works", ["Thing", "Kind", "Needed for", "Sources"], rows)
}

/// What must be there first for one requirement, and what to read next.
pub(crate) fn next_section(report: &Report, number: RequirementNumber) -> Section {
    let first = to_order_for(report, number).map(|item| {
        let what = line(format!("First: {} ({}).", in_a_sentence(&item.title), kind(item.kind)));
        Block::Paragraph(with(what, &item.cited))
    });
    let next = report.read_next(number).map(|next| Block::Paragraph(with(line(next.title.to_string()), &next.cited)));
    Section::new("read-next", "Read next", first.chain(next).collect())
}

fn to_order_for(report: &Report, number: RequirementNumber) -> impl Iterator<Item = &ToOrder> {
    report.to_order.iter().filter(move |item| item.numbers.contains(&number))
}

/// The things on the list in a few words each, for the screen.
pub(crate) fn lines(report: &Report) -> Vec<String> {
    let line = |item: &ToOrder| format!("{} ({})", item.title, kind(item.kind));
    report.to_order.iter().map(line).collect()
}
