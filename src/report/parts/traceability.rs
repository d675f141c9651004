//! From each requirement back to the question, the choice and the facts it stands on, and on to the limitations and sources.
//!
//! No orphans: every requirement has a row, and every limitation of the register stands in one. An answer that asks for nothing
//! stands among the assumptions.

use crate::knowledge::facts::Facts;
use crate::model::verdict::{RequirementNumber, Verdict};
use crate::report::Report;
use crate::report::bibliography::Cited;
use crate::report::page::{Block, Piece, Section, Table, citations, ids};

use super::register::RegisterEntry;

/// One row of the matrix, in ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The requirement.
    pub number: RequirementNumber,
    /// The question.
    pub question: String,
    /// The choice.
    pub choice: String,
    /// The capability that is needed.
    pub(crate) capability: String,
    /// The limitations in force where it would be built.
    pub limitations: Vec<String>,
    /// Where it is written, limitations included.
    pub(crate) cited: Vec<Cited>,
}

/// The matrix, in the order of the interview.
pub(in crate::report) fn matrix(facts: &Facts<'_>, verdict: &Verdict, register: &[RegisterEntry]) -> Vec<Trace> {
    let base = facts.base;
    let traced = verdict.requirements.iter().zip(register).map(|(requirement, entry)| {
        let question = &base.questions[requirement.question];
        Trace {
            number: requirement.number,
            question: question.id.to_string(),
            choice: question[requirement.choice].id.to_string(),
            capability: base.capabilities[requirement.capability].id.to_string(),
            limitations: entry.limits.iter().map(|limit| limit.id.clone()).collect(),
            cited: all_cited(entry),
        }
    });
    traced.collect()
}

fn all_cited(entry: &RegisterEntry) -> Vec<Cited> {
    let mut all = entry.cited.clone();
    for cited in entry.limits.iter().flat_map(|limit| &limit.cited) {
        if !all.contains(cited) {
            all.push(cited.clone());
        }
    }
    all
}

/// From each requirement to question, facts, limitations and sources.
pub(crate) fn section(report: &Report) -> Section {
    let rows = report.traces.iter().map(|trace| {
        [
            vec![Piece::Requirement(trace.number)].into(),
            ids([trace.question.as_str()]).into(),
            ids([trace.choice.as_str()]).into(),
            ids([trace.capability.as_str()]).into(),
            ids(trace.limitations.iter().map(String::as_str)).into(),
            citations(&trace.cited).into(),
        ]
    });
    let columns = ["Requirement", "Question", "Answer", "Capability", "Limitations", "Sources"];
    let table = Table::of("From each requirement to the answer and the facts behind it", columns, rows);
    Section::new("traceability", "Traceability", vec![Block::Table(table)])
}
