//! Answers that contradict each other: both questions, the reason, and the advice under each way out.

use crate::advise::analysis::Analysis;
use crate::advise::conflicts::Contradiction;
use crate::diagnostic::suggest::enumerate;
use crate::knowledge::facts::Facts;
use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::text::Text;
use crate::report::Report;
use crate::report::page::{Block, Item, Section, line};
use crate::report::words::outcome_of;

/// One contradiction in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The questions concerned.
    pub(crate) questions: Vec<Key<Question>>,
    /// The choices concerned, in quotes.
    pub(crate) choices: Vec<String>,
    /// The same with their questions.
    pub answers: Vec<String>,
    /// Why they do not go together.
    pub reason: Text,
    /// The advice without each of them.
    pub ways_out: Vec<String>,
    /// The same in a line: one sentence where it is the same advice.
    pub(crate) analysis: String,
}

impl Clash {
    /// Which answers contradict each other, in a few words.
    pub(crate) fn brief(&self) -> String {
        format!("These answers contradict each other: {}.", enumerate(&self.choices, "and"))
    }

    /// Which answers contradict each other, why, and what is advised under each way out.
    pub(crate) fn whole(&self) -> String {
        format!("{} {} {}", self.brief(), self.reason, self.analysis)
    }
}

/// Every contradiction that is not settled by making several plans of one.
pub(crate) fn all(facts: &Facts<'_>, analysis: &Analysis) -> Vec<Clash> {
    analysis.unsettled().filter_map(|contradiction| clash(facts, contradiction)).collect()
}

/// One contradiction in words; nothing if the knowledge does not have that conflict.
pub(crate) fn clash(facts: &Facts<'_>, contradiction: &Contradiction) -> Option<Clash> {
    let base = facts.base;
    let conflict = base.conflicts.get(contradiction.conflict)?;
    let label = |question, choice| base.questions[question][choice].label.as_str();
    let said = || conflict.between.iter().map(|(question, choice)| (*question, label(*question, *choice)));
    let ways_out: Vec<String> = contradiction
        .resolutions
        .iter()
        .map(|way| format!("Without \"{}\": {}.", label(way.question, way.without), outcome_of(base, way.then)))
        .collect();
    let analysis = match contradiction.resolutions.first() {
        Some(way) if !contradiction.decides() => format!("Either way {}.", outcome_of(base, way.then)),
        _ => ways_out.join(" "),
    };
    Some(Clash {
        questions: said().map(|(question, _)| question).collect(),
        choices: said().map(|(_, label)| format!("\"{label}\"")).collect(),
        answers: said()
            .map(|(question, label)| format!("\"{label}\" to \"{}\"", base.questions[question].ask))
            .collect(),
        reason: conflict.reason.clone(),
        ways_out,
        analysis,
    })
}

/// Answers that contradict each other.
pub(crate) fn section(report: &Report) -> Section {
    let item = |clash: &Clash| Item {
        line: line(&clash.reason),
        more: clash.answers.iter().chain(&clash.ways_out).map(line).collect(),
    };
    let items = report.contradictions.iter().map(item).collect();
    Section::new("contradictions", "These answers contradict each other", vec![Block::List(items)])
}
