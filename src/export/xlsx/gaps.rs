//! The gaps with what they mean and who sees to them, and the conditions of what is built in.

use rust_xlsxwriter::Worksheet;

use crate::export::Document;
use crate::model::capability::Level;
use crate::model::verdict::RequirementNumber;
use crate::report::paper::costs::Work;
use crate::report::paper::identity::TO_BE_NAMED;
use crate::report::parts::conditions::ConditionEntry;

use super::look::Look;
use super::table::{self, Cell, Column, Fill, OPEN, Table, level};

/// The sheet.
pub(super) fn sheet(document: &Document<'_>, look: &Look) -> Worksheet {
    let pieces = document.paper.costs.work.iter().map(gap);
    let conditions = document.report.conditions.iter().map(condition);
    let table = Table {
        name: "Gaps",
        columns: vec![
            Column::given("Kind", 11.0),
            Column::given("Concerns", 14.0),
            Column::given("Gap or condition", 36.0),
            Column::of("Level", 16.0, Fill::Level),
            Column::given("Importance or severity", 13.0),
            Column::given("What it means", 44.0),
            Column::given("Workaround", 50.0),
            Column::input("Size", 8.0),
            Column::input("Owner", 18.0),
            Column::input("Due", 13.0),
            Column::input("Decision", 11.0),
            Column::given("Sources", 16.0),
        ],
        rows: pieces.chain(conditions).collect(),
        frozen: 3,
        none: "Nothing: everything is built in.",
    };
    table::sheet(&table, look)
}

fn gap(piece: &Work) -> Vec<Cell> {
    let sources: Vec<String> = piece.cited.iter().map(ToString::to_string).collect();
    vec![
        "gap".into(),
        listed(&piece.numbers).into(),
        (*piece.gap).into(),
        level(piece.level).into(),
        piece.importance.word().into(),
        (*piece.meaning).into(),
        (*piece.workaround).into(),
        (*piece.size).into(),
        (*piece.owner).into(),
        (*piece.by).into(),
        piece.decision.word().into(),
        sources.join(" ").into(),
    ]
}

fn condition(condition: &ConditionEntry) -> Vec<Cell> {
    let limit = &condition.limit;
    let sources: Vec<String> = limit.cited.iter().map(ToString::to_string).collect();
    vec![
        "condition".into(),
        listed(&condition.numbers).into(),
        limit.title.as_str().into(),
        level(Level::Native).into(),
        limit.severity.word().into(),
        condition.sentence.as_str().into(),
        limit.instead().unwrap_or("none known").into(),
        TO_BE_NAMED.into(),
        TO_BE_NAMED.into(),
        TO_BE_NAMED.into(),
        OPEN.into(),
        sources.join(" ").into(),
    ]
}

/// Numbers of requirements in a row.
pub(super) fn listed(numbers: &[RequirementNumber]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
