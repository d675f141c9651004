//! What speaks for the alternative that one would build in, and what against it: the strongest of each.

use crate::model::alternative::Side;
use crate::model::verdict::Recommendation;
use crate::model::verdict::Verdict;
use crate::report::Report;
use crate::report::page::{Block, Line, Piece, Section, line, list, on, with};
use crate::report::words::signed;

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

/// The strongest arguments, for and against.
pub(crate) fn section(report: &Report) -> Section {
    let side = report.arguments.side;
    let [name, other] = [side, side.other()].map(|side| report.standings[side].name.to_lowercase());
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
            blocks.push(list(drivers.iter().map(argument)));
        }
    }
    Section::new("drivers", HEADING, blocks)
}

fn argument(driver: &Driver) -> Line {
    let sentence = format!("({}) {}", signed(driver.contribution), driver.sentence);
    let mut line = on(driver.number, &sentence);
    line.push(Piece::Text(format!(" Asked: {} {}.", driver.ask, driver.choice.trim_end_matches('.'))));
    with(line, &driver.cited)
}
