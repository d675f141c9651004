//! The block to sign: who stands for which part of the decision.

use crate::knowledge::KnowledgeBase;
use crate::report::Report;
use crate::report::page::{Block, Cell, Section, Table};
use crate::report::words::documentation;

/// The parts that somebody signs for.
pub(crate) fn parts(base: &KnowledgeBase) -> [String; 4] {
    [
        "The answers are what the business wants".to_owned(),
        format!("The facts were checked with {}", documentation(base)),
        "The gaps and the conditions are known and accepted".to_owned(),
        "The decision".to_owned(),
    ]
}

/// The heading of the part.
pub(crate) const HEADING: &str = "Sign-off";

/// The head of the column of what somebody signs for.
pub(crate) const SIGNED_FOR: &str = "Signed for";

/// What a signature consists of.
pub(crate) const COLUMNS: [&str; 3] = ["Name", "Date", "Signature"];

/// The block to sign, where there is something to sign.
pub(crate) fn section(report: &Report) -> Section {
    if !report.decision.recommendation.is_advice() {
        return Section::new("sign-off", "", Vec::new());
    }
    let [name, date, signature] = COLUMNS;
    let row = |part: &String| [Cell::text(part), Cell::text(""), Cell::text(""), Cell::text("")];
    let table = Table::of("Who stands for what", [SIGNED_FOR, name, date, signature], report.sign_off.iter().map(row));
    Section::new("sign-off", HEADING, vec![Block::Table(table)])
}
