//! The gap register: what is met less than natively, why, and what to do about it.

use crate::diagnostic::suggest::enumerate;
use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::arena::Key;
use crate::model::capability::{Level, Limitation, Way};
use crate::model::question::Importance;
use crate::model::text::Text;
use crate::model::verdict::{Gap, Requirement, RequirementNumber, Verdict};
use crate::report::Report;
use crate::report::bibliography::{Bibliography, Cited};
use crate::report::limit::Limit;
use crate::report::page::{Block, Page, Section, line, with};
use crate::report::shortfalls::Shortfalls;
use crate::report::words::{capitalized, choice, has_it, name, wish};
use crate::report::work::refused;

use super::{concerning, work};

/// The heading of the part: only where something is advised is a gap taken on.
pub(crate) fn heading(report: &Report) -> &'static str {
    if report.decision.recommendation.is_advice() { "Gaps you take on" } else { "What is missing or not known" }
}

/// The work on gaps as a whole.
pub(crate) const TO_CLOSE: &str = "Gaps to close";

/// What is to be done about a gap: to close it, or to find out whether there is one.
pub(crate) fn task(level: Level) -> &'static str {
    if level == Level::Unknown { "Find out" } else { "Close the gap" }
}

/// One line of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapEntry {
    /// The requirement.
    pub number: RequirementNumber,
    /// How much it matters.
    pub importance: Importance,
    /// What is asked for.
    pub wish: String,
    /// The choice behind it.
    pub(crate) choice: String,
    /// Whose gap it is.
    pub(crate) side: Side,
    /// How well that alternative does it.
    pub level: Level,
    /// The gap in a sentence.
    pub sentence: String,
    /// A remark on the support.
    pub note: Option<Text>,
    /// The limitations behind it, the most severe first.
    pub limits: Vec<Limit>,
    /// What is proposed for it; absent where nothing is advised, for then nothing is to be closed yet.
    pub way: Option<Proposal>,
    /// Where it is written.
    pub(crate) cited: Vec<Cited>,
}

impl GapEntry {
    /// What is proposed for it, in a sentence.
    pub(crate) fn proposed(&self) -> Option<String> {
        self.way.map(|way| format!("Proposed: {}.", way.phrase()))
    }
}

/// What is proposed for a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proposal {
    /// A workaround for it.
    Way(Way),
    /// Finding out whether there is a gap at all.
    FindOut,
}

impl Proposal {
    /// All proposals: first what is to be found out, then workarounds, the least effort first.
    pub(crate) const ALL: [Self; Way::ALL.len() + 1] = {
        let [configure, extend, integrate, process, accept] = Way::ALL;
        [
            Self::FindOut,
            Self::Way(configure),
            Self::Way(extend),
            Self::Way(integrate),
            Self::Way(process),
            Self::Way(accept),
        ]
    };

    /// What it asks of the project, as a phrase.
    pub fn phrase(self) -> &'static str {
        match self {
            Self::Way(way) => way.phrase(),
            Self::FindOut => "find out whether it can be done",
        }
    }
}

/// The register of a verdict.
pub(in crate::report) fn all(facts: &Facts<'_>, verdict: &Verdict, bibliography: &mut Bibliography) -> Vec<GapEntry> {
    verdict.gaps.iter().map(|gap| entry(facts, verdict, gap, bibliography)).collect()
}

fn entry(facts: &Facts<'_>, verdict: &Verdict, gap: &Gap, bibliography: &mut Bibliography) -> GapEntry {
    let base = facts.base;
    let requirement = verdict.requirement(gap.requirement);
    let support = facts.support(requirement.capability, gap.side);
    let limit = |key: &Key<Limitation>| Limit {
        also: built_in_too(facts, verdict, *key),
        ..Limit::of(facts, *key, &[requirement.capability], bibliography)
    };
    let limits: Vec<Limit> = gap.limitations.iter().map(limit).collect();
    let way = |key: &Key<Limitation>| facts.workaround_for(&base.limitations[*key], &[requirement.capability])?.way;
    let ways = gap.limitations.iter().filter_map(way);
    GapEntry {
        number: gap.requirement,
        importance: requirement.importance,
        wish: wish(base, requirement).to_owned(),
        choice: choice(base, requirement).to_owned(),
        side: gap.side,
        level: gap.level,
        sentence: sentence(facts, gap, requirement),
        note: support.and_then(|support| support.note.clone()),
        way: verdict.recommendation.is_advice().then(|| proposal(gap.level, ways.into_iter().next())),
        limits,
        cited: support.map(|support| bibliography.cite(&support.sources)).unwrap_or_default(),
    }
}

/// What else a limitation behind a gap concerns: requirements that are built in, of which it is no condition.
fn built_in_too(facts: &Facts<'_>, verdict: &Verdict, key: Key<Limitation>) -> Option<String> {
    let limitation = &facts.base.limitations[key];
    let concerned = verdict.concerned(&limitation.limits).into_iter();
    let built_in = concerned.filter(|one| verdict.home(one) == limitation.side);
    let numbers: Vec<String> =
        built_in.filter(|one| one.levels[limitation.side] == Level::Native).map(|one| one.number.to_string()).collect();
    match numbers.as_slice() {
        [] => None,
        [one] => Some(format!("It limits {one} too, which is built in.")),
        several => Some(format!("It limits {} too, which are built in.", enumerate(several, "and"))),
    }
}

/// The gap in a sentence.
fn sentence(facts: &Facts<'_>, gap: &Gap, requirement: &Requirement) -> String {
    let subject = name(facts.base, gap.side);
    if let Some(why) = refused(facts, requirement.capability, gap.side) {
        return format!("{} has no way that the plan can use: {why}.", capitalized(subject));
    }
    match (gap.level, facts.as_of.basis) {
        (Level::Unknown, Some(_)) => format!("The article does not say whether {subject} has it."),
        (Level::Unknown, None) => format!("Nothing published says whether {subject} has it."),
        (level, _) => format!("{} {}.", capitalized(subject), has_it(level)),
    }
}

/// The way that a limitation names, else the usual one of the level. What nobody has written about is found out first.
fn proposal(level: Level, named: Option<Way>) -> Proposal {
    let usual = match level {
        Level::Unknown => return Proposal::FindOut,
        Level::Native | Level::Partial => Way::Configure,
        Level::Workaround => Way::Extend,
        Level::None => Way::Accept,
    };
    Proposal::Way(named.unwrap_or(usual))
}

/// That there is no gap.
pub(crate) fn none(shortfalls: Shortfalls) -> String {
    format!("None: everything you ask for is built in{}.", shortfalls.with())
}

/// Returns a gap with its limitations, workarounds and sources.
pub(crate) fn page(report: &Report, gap: &GapEntry) -> Page {
    let sentence = Block::Paragraph(with(line(&gap.sentence), &gap.cited));
    let note = Block::Paragraph(gap.note.iter().flat_map(line).collect());
    let proposed = Block::Remark(line(
        [format!("A {}.", gap.importance.word())].into_iter().chain(gap.proposed()).collect::<Vec<_>>().join(" "),
    ));
    let gone = report.gone_with(gap.number);
    let gone = gone.map(|gone| Block::Paragraph(line(format!("{} {}", gone.sentence, gone.replacement))));
    let blocks = [sentence, note, proposed].into_iter().chain(gone).collect();
    let limits = concerning::section(report, gap.number);
    let sections =
        vec![Section::new("gap", "", blocks), limits, work::next_section(report, gap.number), report.sources()];
    Page::of(format!("{} {}", gap.number, gap.wish), sections)
}
