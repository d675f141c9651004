//! The decision in the few sentences of a decision record.

use crate::model::alternative::Side;
use crate::model::paper::PaperStatus;
use crate::report::Report;
use crate::report::parts::decision;
use crate::report::parts::drivers::Driver;
use crate::report::words::{capitalized, how_well, matters};

use super::Paper;
use super::identity::Identity;
use super::why::Reason;

/// So many drivers stand in a record at most.
const MOST_DRIVERS: usize = 5;

/// So many bad consequences stand in it at most, the last of which may say how many more there are.
const MOST_BAD: usize = 8;

/// How it is confirmed later that the decision holds.
pub(crate) const CONFIRMED: [&str; 2] = [
    "Each requirement has a criterion in the fit-gap register by which it is accepted.",
    "\"journey-advisor verify\" says whether the facts behind this record still hold.",
];

/// Which choice is to be made, and for which day.
pub(crate) fn context(report: &Report, paper: &Paper) -> String {
    format!("{} {}", decision::problem(report), paper.answer.lead)
}

/// What decided it most, by its importance.
pub(crate) fn drivers(report: &Report) -> Vec<String> {
    let driver = |driver: &Driver| format!("{} {} ({})", driver.number, driver.wish, matters(driver.importance));
    report.drivers.iter().take(MOST_DRIVERS).map(driver).collect()
}

/// An option with what has become of it.
pub(crate) fn option(report: &Report, side: Side) -> String {
    let standing = &report.standings[side];
    format!("{}{}", standing.name, standing.beside())
}

/// What was chosen, and why.
pub(crate) fn chosen(report: &Report) -> [String; 2] {
    [decision::chosen(report), format!("{} {}", report.decision.unscored, report.decision.headline)]
}

/// What is good about it.
pub(crate) fn good(paper: &Paper) -> Vec<String> {
    let [areas, _, firm] = &paper.why;
    let of = |reason: &Reason| format!("{} {}", reason.claim, reason.proof);
    vec![format!("{}.", paper.chart.title), of(areas), of(firm)]
}

/// What it costs: every gap with what to do instead, then what to mind.
pub(crate) fn bad(paper: &Paper) -> Vec<String> {
    let work = paper
        .costs
        .work
        .iter()
        .map(|work| format!("{} ({}). {}", capitalized(&work.gap), how_well(work.level), work.workaround));
    let mind = paper.costs.mind.conditions.iter().map(|condition| format!("{condition}."));
    let all: Vec<String> = work.chain(mind).collect();
    let more = all.len() + paper.costs.mind.more;
    if more <= MOST_BAD {
        return all;
    }
    let shown = all.len().min(MOST_BAD - 1);
    let rest = format!("And {} more in the whole document.", more - shown);
    all.into_iter().take(shown).chain([rest]).collect()
}

/// How far the decision has come, in the words of the template.
pub(crate) fn status(identity: &Identity) -> &'static str {
    match identity.status {
        PaperStatus::Draft | PaperStatus::ForDecision => "proposed",
        PaperStatus::Decided => "accepted",
        PaperStatus::Superseded => "superseded",
    }
}

/// How firm it is and what to beware of, what it was made with, and where the rest stands.
pub(crate) fn more(report: &Report, paper: &Paper) -> [String; 2] {
    let [.., firm] = &paper.why;
    let beware: Vec<&str> = report.decision.warnings().map(String::as_str).collect();
    let header: Vec<String> = report.header.iter().map(|(name, value)| format!("{name}: {value}.")).collect();
    [[&[&*firm.claim], &beware[..]].concat().join(" "), format!("{} {MORE}", header.join(" "))]
}

/// Where the register and the sources stand.
const MORE: &str = "The register, the plan and all sources stand in the whole document.";
