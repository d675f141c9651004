//! From each requirement back to the question, the choice and the facts it stands on, and on to the limitations and sources.
//!
//! No orphans: every requirement has a row, every limitation of the register stands in one, and so does every answer
//! that asks for nothing.

use crate::knowledge::facts::Facts;
use crate::model::answers::{Answer, Answers};
use crate::model::verdict::{RequirementNumber, Verdict};
use crate::report::Report;
use crate::report::bibliography::Cited;
use crate::report::page::{Block, Piece, Section, Table, citations, ids, line};

use super::register::RegisterEntry;

/// One row of the matrix, in ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The requirement; absent where an answer asks for nothing.
    pub number: Option<RequirementNumber>,
    /// The question.
    pub question: String,
    /// The choice, or what else was said.
    pub choice: String,
    /// The capability that is needed.
    pub(crate) capability: Option<String>,
    /// The limitations in force where it would be built.
    pub limitations: Vec<String>,
    /// Where it is written, limitations included.
    pub(crate) cited: Vec<Cited>,
}

/// The matrix: first the requirements, then the answers that ask for nothing.
pub(in crate::report) fn matrix(
    facts: &Facts<'_>,
    answers: &Answers,
    verdict: &Verdict,
    register: &[RegisterEntry],
) -> Vec<Trace> {
    let base = facts.base;
    let traced = verdict.requirements.iter().zip(register).map(|(requirement, entry)| {
        let question = &base.questions[requirement.question];
        Trace {
            number: Some(requirement.number),
            question: question.id.to_string(),
            choice: question[requirement.choice].id.to_string(),
            capability: Some(base.capabilities[requirement.capability].id.to_string()),
            limitations: entry.limits.iter().map(|limit| limit.id.clone()).collect(),
            cited: all_cited(entry),
        }
    });
    traced.chain(asks_nothing(facts, answers, verdict)).collect()
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

/// The picks behind which no requirement stands, and the answers that are none.
fn asks_nothing(facts: &Facts<'_>, answers: &Answers, verdict: &Verdict) -> Vec<Trace> {
    let base = facts.base;
    let mut rows = Vec::new();
    for (key, response) in answers.iter().filter(|(key, _)| !verdict.parked.contains(key)) {
        let question = &base.questions[key];
        let mut row = |choice: &str| {
            rows.push(Trace {
                number: None,
                question: question.id.to_string(),
                choice: choice.to_owned(),
                capability: None,
                limitations: Vec::new(),
                cited: Vec::new(),
            });
        };
        match &response.answer {
            Some(Answer::NotSure) => row("not-sure"),
            Some(Answer::DoesNotApply) => row("does-not-apply"),
            Some(Answer::Chosen(picks)) if picks.is_empty() => row("none"),
            Some(Answer::Chosen(picks)) => {
                let picked = picks.iter().map(|pick| &question[pick.choice]);
                picked.filter(|choice| choice.needs.is_empty()).for_each(|choice| row(choice.id.as_str()));
            }
            None => {}
        }
    }
    rows
}

/// From each requirement to question, facts, limitations and sources.
pub(crate) fn section(report: &Report) -> Section {
    let rows = report.traces.iter().map(|trace| {
        let number = trace.number.map_or_else(|| line("asks for nothing"), |number| vec![Piece::Requirement(number)]);
        [
            number.into(),
            ids([trace.question.as_str()]).into(),
            ids([trace.choice.as_str()]).into(),
            ids(trace.capability.as_deref()).into(),
            ids(trace.limitations.iter().map(String::as_str)).into(),
            citations(&trace.cited).into(),
        ]
    });
    let columns = ["Requirement", "Question", "Answer", "Capability", "Limitations", "Sources"];
    let table = Table::of("From each requirement to the answer and the facts behind it", columns, rows);
    Section::new("traceability", "Traceability", vec![Block::Table(table)])
}
