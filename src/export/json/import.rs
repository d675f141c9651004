//! What was understood of a list of journeys, for programs.

use serde::Serialize;

use crate::brief::Tier;
use crate::brief::list::{Refused, letters};
use crate::report::import::{Import, Imported, Outcome};

/// The schema of it.
pub const IMPORT_SCHEMA: &str = include_str!("../../../schemas/import.schema.json");

/// What came of a list as JSON.
pub fn import(import: &Import<'_>) -> String {
    let backlog = import.backlog;
    super::text(&Told {
        folder: &import.folder,
        plans: import.plans(),
        columns: backlog.uses.read.iter().map(|(role, head)| Column { read_as: role.word(), head }).collect(),
        columns_not_read: &backlog.uses.unread,
        journeys: import.journeys.iter().map(ToldJourney::of).collect(),
        refused: backlog.refused.iter().map(Row::of).collect(),
        left_out: backlog.left_out.iter().map(Row::of).collect(),
        remarks: &backlog.remarks,
    })
}

#[derive(Serialize)]
struct Told<'i> {
    folder: &'i str,
    plans: usize,
    columns: Vec<Column<'i>>,
    columns_not_read: &'i [String],
    journeys: Vec<ToldJourney<'i>>,
    refused: Vec<Row<'i>>,
    left_out: Vec<Row<'i>>,
    remarks: &'i [String],
}

#[derive(Serialize)]
struct Column<'i> {
    read_as: &'static str,
    head: &'i str,
}

#[derive(Serialize)]
struct ToldJourney<'i> {
    rows: &'i [usize],
    title: &'i str,
    file: Option<&'i str>,
    refused: Option<&'i str>,
    likely: usize,
    perhaps: usize,
    not_understood: &'i [String],
    is_foreign: bool,
}

impl<'i> ToldJourney<'i> {
    fn of(one: &'i Imported<'i>) -> Self {
        Self {
            rows: &one.journey.rows,
            title: &one.journey.title,
            file: one.file(),
            refused: match &one.outcome {
                Outcome::Refused(why) => Some(why),
                Outcome::Written(_) | Outcome::NothingUnderstood => None,
            },
            likely: one.count(Tier::Likely),
            perhaps: one.count(Tier::Perhaps),
            not_understood: &one.brief.not_understood,
            is_foreign: one.brief.is_foreign,
        }
    }
}

#[derive(Serialize)]
struct Row<'i> {
    row: usize,
    column: Option<String>,
    why: &'i str,
}

impl<'i> Row<'i> {
    fn of(refused: &'i Refused) -> Self {
        Self { row: refused.row, column: refused.column.map(letters), why: &refused.why }
    }
}
