//! The conditions: what to mind of that which is built in, with what to do about it.

use crate::knowledge::facts::Facts;
use crate::model::alternative::Side;
use crate::model::verdict::{Condition, RequirementNumber, Verdict};
use crate::report::Report;
use crate::report::bibliography::Bibliography;
use crate::report::limit::Limit;
use crate::report::page::{Block, Item, Page, Piece, Section, line, numbers, with};
use crate::report::words::{name, wishes};

/// The heading of the part.
pub(crate) const HEADING: &str = "Built in, but mind";

/// What the word means that the advice counts them by.
pub(crate) const MEANING: &str = "A condition is a limit in force of something that is built in.";

/// A limit of what is built in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionEntry {
    /// The requirements that it concerns.
    pub numbers: Vec<RequirementNumber>,
    /// Whose limit it is.
    pub(crate) side: Side,
    /// What it limits, in a sentence.
    pub sentence: String,
    /// The limitation.
    pub limit: Limit,
}

/// The conditions of a verdict, the worst first.
pub(in crate::report) fn all(
    facts: &Facts<'_>,
    verdict: &Verdict,
    bibliography: &mut Bibliography,
) -> Vec<ConditionEntry> {
    verdict.conditions.iter().map(|condition| entry(facts, verdict, condition, bibliography)).collect()
}

fn entry(
    facts: &Facts<'_>,
    verdict: &Verdict,
    condition: &Condition,
    bibliography: &mut Bibliography,
) -> ConditionEntry {
    let concerned = condition.requirements.iter().map(|number| verdict.requirement(*number));
    ConditionEntry {
        numbers: condition.requirements.clone(),
        side: condition.side,
        sentence: format!(
            "It limits {} in {}.",
            wishes(facts.base, concerned, usize::MAX),
            name(facts.base, condition.side)
        ),
        limit: Limit::of(facts, condition.limitation, bibliography),
    }
}

/// What to mind of that which is built in.
pub(crate) fn section(report: &Report) -> Section {
    let items: Vec<Item> = report.conditions.iter().map(item).collect();
    let meaning = (!items.is_empty()).then(|| Block::Paragraph(line(MEANING)));
    let blocks = meaning.into_iter().chain([Block::List(items)]).collect();
    Section::new("conditions", HEADING, blocks)
}

/// Returns a condition with its workaround and sources.
pub(crate) fn page(report: &Report, condition: &ConditionEntry) -> Page {
    let blocks = vec![condition.limit.block(), Block::Paragraph(line(&condition.sentence))];
    let numbers: Vec<String> = condition.numbers.iter().map(ToString::to_string).collect();
    let sections = vec![Section::new("condition", "", blocks), report.sources(&condition.limit.cited)];
    Page::of(format!("{HEADING}: {}", numbers.join(", ")), sections)
}

fn item(condition: &ConditionEntry) -> Item {
    let limit = &condition.limit;
    let mut head = numbers(&condition.numbers);
    head.push(Piece::Text(" ".to_owned()));
    head.extend(limit.head());
    head.push(Piece::Text(format!(" {}", condition.sentence)));
    let more = limit.text.iter().map(line).chain(limit.below()).collect();
    Item { line: with(head, &limit.cited), more }
}
