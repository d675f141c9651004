//! The head of the document: for which day it plans, and what the advice was made with.

use crate::knowledge::facts::Facts;
use crate::knowledge::visible::Visible;
use crate::model::answers::Answers;
use crate::model::date::Today;
use crate::model::verdict::Verdict;
use crate::report::Report;
use crate::report::page::{Section, line, list};
use crate::report::settings;
use crate::report::words::{facts_until, made_on, work_behind};

/// Name and version of this program.
pub(crate) const TOOL: &str = concat!("journey-advisor ", env!("CARGO_PKG_VERSION"));

/// The name of the line that says how far the document has come. People set it.
pub(crate) const STATUS: &str = "Status";

/// The lines of the head, each with its name. The title stands apart, because a user wrote it.
pub(in crate::report) fn lines(
    facts: &Facts<'_>,
    answers: &Answers,
    verdict: &Verdict,
    planning_for: &str,
    today: Today,
) -> Vec<(&'static str, String)> {
    let base = facts.base;
    let mut lines: Vec<(&'static str, String)> =
        base.product.iter().map(|product| ("Product", product.to_string())).collect();
    lines.extend([("Planned for", planning_for.to_owned())]);
    lines.extend(work_behind(base, verdict.as_of).map(|work| ("By the word of", work)));
    lines.extend(settings::words(base, &answers.settings).map(|said| ("Settings", said)));
    lines.extend([
        ("Made on", made_on(today)),
        ("Made with", TOOL.to_owned()),
        ("Knowledge", format!("{}, edition {}", base.title, base.edition)),
    ]);
    lines.extend(facts_until(base).map(|reach| ("Facts up to", reach)));
    lines.push(("Questions answered", answered(facts, answers, verdict)));
    lines.push((STATUS, status(verdict).to_owned()));
    lines
}

fn status(verdict: &Verdict) -> &'static str {
    if verdict.recommendation.is_advice() {
        "Draft for review, until it is signed at the end"
    } else {
        "Draft for review; nothing to sign before the next steps are done"
    }
}

fn answered(facts: &Facts<'_>, answers: &Answers, verdict: &Verdict) -> String {
    let asked = Visible::of(facts.base, answers).iter().count();
    let settled = asked.saturating_sub(verdict.open.len());
    match verdict.not_sure.len() {
        0 => format!("{settled} of {asked}"),
        unsure => format!("{settled} of {asked}, {unsure} of them with \"not sure\""),
    }
}

/// What the document is about and was made with.
pub(crate) fn section(report: &Report) -> Section {
    let lines = report.header.iter().map(|(name, value)| line(format!("{name}: {value}.")));
    Section::new("about", "About this document", vec![list(lines)])
}
