//! What is not known yet, who would know, and by when an answer is needed.

use crate::report::Report;
use crate::report::page::{Block, Cell, Section, Table, line};

use super::find_first;
use super::identity::{Identity, TO_BE_NAMED};

/// The heading.
const HEADING: &str = "Open questions";

/// The part. Until the day of the decision an answer can still change it.
pub(crate) fn section(report: &Report, identity: &Identity) -> Section {
    let until = identity.decide_by.short_words();
    let rows = report.find_out.iter().map(|open| {
        let question = Cell::text(format!("{} ({})", open.ask, open.state.words()));
        let who = Cell::text(open.who.as_deref().unwrap_or(TO_BE_NAMED));
        [question, who, Cell::text(&open.can), Cell::text(&until)]
    });
    let [question, who, can] = find_first::COLUMNS;
    let table = Table::of("What nobody knows yet, the most telling first", [question, who, can, "Until"], rows);
    let left_out = report.left_out.iter().map(|left_out| Block::Paragraph(line(left_out)));
    Section::new("open-questions", HEADING, std::iter::once(Block::Table(table)).chain(left_out).collect())
}
