//! Every plan: what is advised, how well it fits, and what is open.

use crate::report::page::{Block, Cell, ColumnKind, Long, Section, Table, line};
use crate::report::portfolio::Portfolio;
use crate::report::portfolio::line::PlanLine;
use crate::report::portfolio::standing::{advice, fits};
use crate::report::words::count;

use super::words::own;

/// The part that the list belongs to.
const ID: &str = "plans";

/// So many plans stand in one table.
pub(crate) const A_TABLE: usize = 200;

/// What the list shows.
pub(super) fn section(portfolio: &Portfolio<'_>) -> Section {
    let what = "In the order in which they can be built. Conditions are limits of what is built in; open are questions without an \
                answer.";
    let blocks = if portfolio.lines.is_empty() { Vec::new() } else { vec![Block::Remark(line(what))] };
    Section::new(ID, "Every plan", blocks)
}

/// The list, table by table.
pub fn every_plan<'p>(portfolio: &'p Portfolio<'_>) -> Long<'p> {
    let tables = portfolio.lines.chunks(A_TABLE).zip((1..).step_by(A_TABLE));
    let table = |(lines, first): (&'p [PlanLine], usize)| {
        let caption = format!("Plans {first} to {} of {}", first + lines.len() - 1, portfolio.lines.len());
        Block::Table(table(portfolio, caption, lines))
    };
    Long { section: ID, blocks: Box::new(tables.map(table)) }
}

/// That more plans are there than a face has listed.
pub(crate) fn not_listed(portfolio: &Portfolio<'_>, listed: usize) -> Option<String> {
    let more = portfolio.lines.len().saturating_sub(listed);
    (more > 0).then(|| format!("And {}, which the JSON and the CSV list.", count(more, "more plan")))
}

fn table(portfolio: &Portfolio<'_>, caption: String, lines: &[PlanLine]) -> Table {
    let rows = lines.iter().map(|line| {
        [
            own(&line.title).into(),
            Cell::text(advice(portfolio.base, line)),
            Cell::text(fits(portfolio.base, line)),
            Cell::text(line.stage.words(&portfolio.base.nouns)),
            Cell::text(line.gaps.to_string()),
            Cell::text(conditions(line)),
            Cell::text(open(line)),
            own(&line.file).into(),
        ]
    });
    let columns = ["Plan", "Advice", "Fit", "When", "Gaps", "Conditions", "Open", "File"];
    Table::of(caption, columns, rows).with("Gaps", ColumnKind::Number)
}

/// How many conditions there are, and how many of them matter: `12, 3 major`.
fn conditions(line: &PlanLine) -> String {
    let [blockers, major, _] = line.conditions;
    let severe = [(blockers, "blocker"), (major, "major")].into_iter().filter(|(number, _)| *number > 0);
    let severe = severe.map(|(number, word)| format!("{number} {word}"));
    std::iter::once(line.all_conditions().to_string()).chain(severe).collect::<Vec<_>>().join(", ")
}

/// How many questions wait for an answer: `3 questions, 1 not sure`.
fn open(line: &PlanLine) -> String {
    let open = count(usize::try_from(line.open).expect("counts are small"), "question");
    match (line.open, line.not_sure) {
        (0, 0) => "-".to_owned(),
        (0, unsure) => format!("{unsure} not sure"),
        (_, 0) => open,
        (_, unsure) => format!("{open}, {unsure} not sure"),
    }
}
