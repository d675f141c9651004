//! How much work there is: by effort, and by plan and topic.

use crate::report::page::{Block, Cell, ColumnKind, Heat, HeatLine, Piece as Stretch, Section, Table, line};
use crate::report::portfolio::Portfolio;
use crate::report::portfolio::heat::{HeatMap, HeatRow};
use crate::report::words::count;

/// How much work the gaps are, done once and done by each plan for itself.
pub(super) fn efforts(portfolio: &Portfolio<'_>) -> Section {
    let (once, each) = (portfolio.done_once(), portfolio.done_by_each());
    let rows = once.all().into_iter().zip(each.all()).map(|((class, once), (_, each))| {
        [Cell::text(class), Cell::text(once.to_string()), Cell::text(each.to_string())]
    });
    let is_none = once == each && once.all().iter().all(|(_, pieces)| *pieces == 0);
    let caption = "Pieces of work that close gaps, by how long each takes in the judgement of the authors";
    let table = Table::of(caption, ["Effort", "Done once", "Done by each plan for itself"], rows);
    let table = table.with("Done once", ColumnKind::Number).with("Done by each plan for itself", ColumnKind::Number);
    let blocks = if is_none { Vec::new() } else { vec![Block::Table(table)] };
    Section::new("effort", "How much work", blocks)
}

/// Where the work lies.
pub(super) fn heat(portfolio: &Portfolio<'_>) -> Section {
    let Some(map) = HeatMap::of(portfolio) else { return Section::new("topics", "", Vec::new()) };
    let own = |row: &HeatRow| HeatLine { name: Stretch::Own(row.title.clone()), cells: row.cells.clone() };
    let sum = |name: String, row: &HeatRow| HeatLine { name: Stretch::Text(name), cells: row.cells.clone() };
    let rest = map.rest.as_ref().map(|(plans, row)| sum(count(*plans, "other plan"), row));
    let all = sum("All plans".to_owned(), &map.all);
    let heat = Heat {
        caption: "Open work by plan and topic, the plans with most of it first".to_owned(),
        head: "Plan".to_owned(),
        columns: map.topics.iter().map(|topic| portfolio.base.topics[*topic].title.to_string()).collect(),
        rows: map.rows.iter().map(own).collect(),
        sums: rest.into_iter().chain([all]).collect(),
    };
    let meaning = "Counted are gaps, limits of what is built in that change the design, and questions answered \"not sure\". \
                   Questions without an answer are counted in the list of plans.";
    Section::new("topics", "Where the work lies", vec![Block::Remark(line(meaning)), Block::Heat(heat)])
}
