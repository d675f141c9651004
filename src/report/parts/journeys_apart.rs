//! Several journeys in one plan: what goes to which of them, and the advice on each alone.

use crate::advise::analysis::Analysis;
use crate::advise::split::{Journey, Split};
use crate::diagnostic::suggest::enumerate;
use crate::knowledge::facts::Facts;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::nouns::{Noun, Nouns};
use crate::model::question::Question;
use crate::model::text::Text;
use crate::report::Report;
use crate::report::bibliography::{Bibliography, Cited};
use crate::report::page::{Block, Item, Piece, Section, line, with};
use crate::report::words::outcome_of;

/// The heading of the part.
pub(crate) fn heading(nouns: &Nouns) -> String {
    format!("Several {} in one plan", nouns.planned.many)
}

/// What to do about it, in a sentence.
pub(in crate::report) fn task(nouns: &Nouns) -> String {
    format!("Make a plan of each {}.", nouns.planned.one)
}

/// A split in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// What each of them is called.
    called: Noun,
    /// The questions to which each journey has an answer of its own.
    questions: Vec<Key<Question>>,
    /// Why these are several journeys.
    pub why: Text,
    /// The journeys, two or more.
    pub journeys: Vec<JourneyLine>,
    /// Why answers contradict each other that do not once the journeys are apart.
    pub settles: Vec<Text>,
    /// Where it is written.
    cited: Vec<Cited>,
}

/// One journey in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JourneyLine {
    /// What it does.
    pub title: Text,
    /// The choices that go to it, in quotes.
    pub choices: Vec<String>,
    /// The advice on it alone.
    pub then: String,
}

impl Apart {
    /// That there are several journeys, and which.
    pub(crate) fn brief(&self) -> String {
        let titles: Vec<String> = self.journeys.iter().map(|journey| format!("\"{}\"", journey.title)).collect();
        format!("This plan holds {}: {}.", self.called.count(self.journeys.len()), enumerate(&titles, "and"))
    }

    /// Which journeys there are, why, what goes to which, and what is advised on each.
    pub(crate) fn whole(&self) -> String {
        format!("{} {}", self.brief(), self.detail())
    }

    /// Why these are several journeys, what goes to which, and what is advised on each.
    pub(crate) fn detail(&self) -> String {
        let journeys = self.journeys.iter().map(JourneyLine::sentence);
        let before = std::iter::once(self.why.to_string());
        let after = std::iter::once(self.rest().to_owned()).chain(self.settled());
        before.chain(journeys).chain(after).collect::<Vec<_>>().join(" ")
    }

    /// Where everything goes that no journey has for itself.
    fn rest(&self) -> &'static str {
        if self.journeys.len() == 2 { "Everything else goes to both." } else { "Everything else goes to each of them." }
    }

    fn settled(&self) -> impl Iterator<Item = String> {
        self.settles.iter().map(|reason| format!("Apart, this is no contradiction any more: {reason}"))
    }

    fn blocks(&self) -> Vec<Block> {
        let lead = Block::Paragraph(with(line(format!("{} {}", self.brief(), self.why)), &self.cited));
        let journeys = Block::List(self.journeys.iter().map(JourneyLine::item).collect());
        let rest = std::iter::once(self.rest().to_owned()).chain(self.settled());
        [lead, journeys].into_iter().chain(rest.map(|text| Block::Paragraph(line(text)))).collect()
    }
}

impl JourneyLine {
    fn goes_there(&self) -> String {
        enumerate(&self.choices, "and")
    }

    fn on_its_own(&self) -> String {
        format!("On its own {}.", self.then)
    }

    fn sentence(&self) -> String {
        format!("To \"{}\" goes {}. {}", self.title, self.goes_there(), self.on_its_own())
    }

    fn item(&self) -> Item {
        let line = vec![Piece::Strong(self.title.to_string()), Piece::Text(format!(": {}. ", self.goes_there()))];
        Item { line: [line, crate::report::page::line(self.on_its_own())].concat(), more: Vec::new() }
    }
}

/// Every split.
pub(in crate::report) fn all(facts: &Facts<'_>, analysis: &Analysis, bibliography: &mut Bibliography) -> Vec<Apart> {
    analysis.splits.iter().map(|split| apart(facts, split, bibliography)).collect()
}

/// The splits that the answer to a question has part in.
pub(crate) fn of_question(facts: &Facts<'_>, analysis: &Analysis, question: Key<Question>) -> Vec<Apart> {
    let all = analysis.splits.iter().map(|split| without_sources(facts, split));
    all.filter(|apart| apart.questions.contains(&question)).collect()
}

fn apart(facts: &Facts<'_>, split: &Split, bibliography: &mut Bibliography) -> Apart {
    let group = facts.base.journeys_apart.get(split.group).expect("splits are of these groups");
    Apart { cited: bibliography.cite(&group.sources), ..without_sources(facts, split) }
}

/// A split in words, where nothing is cited.
pub(crate) fn without_sources(facts: &Facts<'_>, split: &Split) -> Apart {
    let base = facts.base;
    let group = base.journeys_apart.get(split.group).expect("splits are of these groups");
    let title =
        |journey: &Journey| group.parts.get(journey.part).expect("journeys are parts of the group").title.clone();
    let label = |(question, choice)| format!("\"{}\"", base.questions[question][choice].label);
    let line = |journey: &Journey| JourneyLine {
        title: title(journey),
        choices: journey.own.iter().copied().map(label).collect(),
        then: outcome_of(base, journey.then),
    };
    let reason =
        |conflict: &usize| base.conflicts.get(*conflict).expect("splits settle these conflicts").reason.clone();
    Apart {
        called: base.nouns.planned.clone(),
        questions: split.journeys.iter().flat_map(|journey| &journey.own).map(|(question, _)| *question).collect(),
        why: group.why.clone(),
        journeys: split.journeys.iter().map(line).collect(),
        settles: split.settles.iter().map(reason).collect(),
        cited: Vec::new(),
    }
}

/// The answers of a plan for each journey of a split, named after the plan and the journey.
pub(crate) fn plans(facts: &Facts<'_>, split: &Split) -> Vec<Answers> {
    let lines = without_sources(facts, split).journeys;
    let named = |(journey, line): (&Journey, JourneyLine)| {
        let mut answers = journey.answers.clone();
        answers.title = format!("{}: {}", crate::report::title(&answers), line.title);
        answers
    };
    split.journeys.iter().zip(lines).map(named).collect()
}

/// What goes to which journey, for each split.
pub(crate) fn section(report: &Report) -> Section {
    section_of(&report.nouns, &report.journeys_apart)
}

/// The same of some splits.
pub(crate) fn section_of(nouns: &Nouns, all: &[Apart]) -> Section {
    Section::new("apart", heading(nouns), all.iter().flat_map(Apart::blocks).collect())
}
