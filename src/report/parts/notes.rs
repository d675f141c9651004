//! What the user noted.

use crate::knowledge::facts::Facts;
use crate::model::answers::Answers;
use crate::model::text::Text;
use crate::report::Report;
use crate::report::page::{Piece, Section, list};

/// The heading of the part.
pub(crate) const HEADING: &str = "Notes";

/// What the user noted. A note on what is only assumed stands among the assumptions.
pub(crate) fn section(report: &Report) -> Section {
    let is_told = |ask: &Text| report.assumptions.iter().any(|assumption| assumption.ask == *ask);
    let others = report.notes.iter().filter(|(ask, _)| !is_told(ask));
    let lines = others.map(|(ask, note)| vec![Piece::Text(format!("{ask} ")), Piece::Own(note.clone())]);
    Section::new("notes", HEADING, vec![list(lines)])
}

/// Returns each note with the question it belongs to.
pub(in crate::report) fn all(facts: &Facts<'_>, answers: &Answers) -> Vec<(Text, String)> {
    answers
        .iter()
        .filter(|(_, response)| !response.note.trim().is_empty())
        .map(|(question, response)| (facts.base.questions[question].ask.clone(), response.note.trim().to_owned()))
        .collect()
}
