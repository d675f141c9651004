//! What speaks for the alternative that one would build in, and what against it: the strongest of each.

use crate::model::alternative::Side;
use crate::model::verdict::{Recommendation, Requirement, Verdict};
use crate::report::Report;
use crate::report::page::{Block, Item, Section, line, on};
use crate::report::support;

use super::drivers::Driver;

/// The heading of the part.
pub(crate) const HEADING: &str = "What decided it";

/// How many arguments of each kind are given.
const MOST: usize = 5;

/// The strongest arguments for and against one alternative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// The alternative.
    pub(crate) side: Side,
    /// What speaks for it, the strongest first.
    pub(crate) pro: Vec<Driver>,
    /// What speaks against it, the strongest first.
    pub(crate) con: Vec<Driver>,
}

/// The arguments around the verdict's focus.
pub(in crate::report) fn around(verdict: &Verdict, drivers: &[Driver]) -> Arguments {
    let side = verdict.focus();
    let speaking = |sign: i32| {
        let own = drivers.iter().filter(move |driver| driver.contribution * side.sign() * sign > 0);
        own.take(MOST).cloned().collect()
    };
    Arguments { side, pro: speaking(1), con: speaking(-1) }
}

/// The requirements that speak for a side, at most three, the strongest first.
pub(in crate::report) fn strongest(verdict: &Verdict, side: Side) -> Vec<&Requirement> {
    let mut speaking: Vec<&Requirement> =
        verdict.requirements.iter().filter(|requirement| requirement.contribution * side.sign() > 0).collect();
    speaking.sort_by_key(|requirement| std::cmp::Reverse(requirement.contribution.abs()));
    speaking.truncate(3);
    speaking
}

/// The strongest arguments, for and against.
pub(crate) fn section(report: &Report) -> Section {
    let side = report.arguments.side;
    let [name, other] = [side, side.other()].map(|side| &report.standings[side].called);
    let against = match report.decision.recommendation {
        Recommendation::Both => format!("What speaks for {other}:"),
        _ => format!("What speaks against {name}:"),
    };
    let mut blocks = Vec::new();
    for (lead, drivers) in
        [(format!("What speaks for {name}:"), &report.arguments.pro), (against, &report.arguments.con)]
    {
        if !drivers.is_empty() {
            blocks.push(Block::Paragraph(line(lead)));
            blocks.push(Block::List(drivers.iter().map(argument).collect()));
        }
    }
    Section::new("drivers", HEADING, blocks)
}

/// Why a requirement speaks for an area, and below it the dated facts of both areas with the answer behind it.
fn argument(driver: &Driver) -> Item {
    let facts = driver.support.iter().map(support::as_line);
    let asked = line(format!("Asked: {} {}.", driver.ask, driver.choice.trim_end_matches('.')));
    Item { line: on(driver.number, &driver.sentence), more: facts.chain([asked]).collect() }
}
