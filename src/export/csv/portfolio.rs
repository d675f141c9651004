//! The portfolio for a spreadsheet: a row for each plan, then for each piece of work that plans share. `Kind` tells them apart.

use crate::model::alternative::Side;
use crate::model::capability::Severity;
use crate::report::portfolio::{PieceNumber, PlanLine, Portfolio, Shared, advice, serves, steps, what, work};

use super::{Cell, Dialect, Rows};

/// What a row is about.
enum Line<'p> {
    Plan(&'p PlanLine),
    Piece { kind: &'static str, number: PieceNumber, shared: &'p Shared, step: Option<usize> },
}

struct Column<'p> {
    name: String,
    /// Whether it says something of plans that a list of nothing but plans needs.
    is_of_plans: bool,
    value: Box<dyn Fn(&Line<'p>) -> Cell + 'p>,
}

/// Every plan and every piece of work.
pub(crate) fn rows<'p>(portfolio: &'p Portfolio<'_>, dialect: Dialect) -> String {
    let columns = columns(portfolio);
    let mut rows = Rows::in_dialect(dialect);
    rows.push(columns.iter().map(|column| Cell::Text(column.name.clone())));
    let steps = steps(portfolio);
    let turn = |number| steps.iter().position(|step| step.piece == number).map(|turn| turn + 1);
    let piece = |kind| {
        move |(number, shared): (PieceNumber, &'p Shared)| Line::Piece { kind, number, shared, step: turn(number) }
    };
    let gaps = portfolio.shared_gaps().into_iter().map(piece("shared gap"));
    let orders = portfolio.to_order().into_iter().map(piece("to order"));
    let lines = portfolio.lines.iter().map(Line::Plan).chain(gaps).chain(orders);
    for line in lines {
        rows.push(columns.iter().map(|column| (column.value)(&line)));
    }
    rows.text
}

/// What is said of every plan: the heads, and a row for each of the first plans.
pub(crate) fn of_plans(portfolio: &Portfolio<'_>, most: usize) -> (Vec<String>, Vec<Vec<Cell>>) {
    let own = columns(portfolio).into_iter().filter(|column| column.is_of_plans);
    let own: Vec<Column<'_>> = own.collect();
    let row = |plan| own.iter().map(|column| (column.value)(&Line::Plan(plan))).collect();
    let rows = portfolio.lines.iter().take(most).map(row).collect();
    (own.iter().map(|column| column.name.clone()).collect(), rows)
}

fn columns<'p>(portfolio: &'p Portfolio<'_>) -> Vec<Column<'p>> {
    let base = portfolio.base;
    let mut columns = vec![
        Column { is_of_plans: false, ..kind() },
        text("Title", |line| match line {
            Line::Plan(plan) => plan.title.to_string(),
            Line::Piece { number, .. } => what(portfolio, *number),
        }),
        of_plan("File", |plan| Cell::Text(plan.file.to_string())),
        of_plan("Planned for", |plan| Cell::Text(plan.as_of.day.to_string())),
        of_plan("Advice", |plan| Cell::Text(advice(base, plan))),
        of_plan("When", |plan| Cell::Text(plan.stage.words(&base.nouns))),
    ];
    for side in Side::BOTH {
        let fit =
            move |plan: &PlanLine| plan.fits[side].map_or(Cell::Text(String::new()), |fit| number(u32::from(fit)));
        columns.push(of_plan(&format!("{} fit", base.alternatives[side].short), fit));
    }
    columns
        .extend([of_plan("Requirements", |plan| number(plan.requirements)), of_plan("Gaps", |plan| number(plan.gaps))]);
    for (position, severity) in Severity::ALL.into_iter().enumerate() {
        let count = move |plan: &PlanLine| number(plan.conditions.get(position).copied().unwrap_or_default());
        columns.push(of_plan(&format!("Conditions, {}", severity.word()), count));
    }
    columns.extend([
        of_plan("Open questions", |plan| number(plan.open)),
        of_plan("Not sure", |plan| number(plan.not_sure)),
        of_plan("Open work", |plan| number(plan.open_work())),
        of_plan("Needs", |plan| {
            let needs = plan.needs.iter().map(|need| what(portfolio, need.piece));
            Cell::Text(needs.collect::<Vec<_>>().join("; "))
        }),
        of_piece("Plans", |_, shared, _| size(shared.all_plans())),
        of_piece("As a must", |_, shared, _| size(shared.plans.first().copied().unwrap_or_default())),
        of_piece("Work", |number, _, _| Cell::Text(work(portfolio, number))),
        of_piece("For", |_, shared, _| Cell::Text(serves(portfolio, shared))),
        of_piece("Step", |_, _, step| step.map_or(Cell::Text(String::new()), size)),
    ]);
    columns
}

/// What tells plans from pieces of work.
fn kind<'p>() -> Column<'p> {
    text("Kind", |line| match line {
        Line::Plan(_) => "plan".to_owned(),
        Line::Piece { kind, .. } => (*kind).to_owned(),
    })
}

fn text<'p>(name: &str, value: impl Fn(&Line<'p>) -> String + 'p) -> Column<'p> {
    Column { name: name.to_owned(), is_of_plans: true, value: Box::new(move |line| Cell::Text(value(line))) }
}

fn of_plan<'p>(name: &str, value: impl Fn(&PlanLine) -> Cell + 'p) -> Column<'p> {
    let value = move |line: &Line<'p>| match line {
        Line::Plan(plan) => value(plan),
        Line::Piece { .. } => Cell::Text(String::new()),
    };
    Column { name: name.to_owned(), is_of_plans: true, value: Box::new(value) }
}

fn of_piece<'p>(name: &str, value: impl Fn(PieceNumber, &Shared, Option<usize>) -> Cell + 'p) -> Column<'p> {
    let value = move |line: &Line<'p>| match line {
        Line::Plan(_) => Cell::Text(String::new()),
        Line::Piece { number, shared, step, .. } => value(*number, shared, *step),
    };
    Column { name: name.to_owned(), is_of_plans: false, value: Box::new(value) }
}

fn number(count: u32) -> Cell {
    Cell::Number(i32::try_from(count).expect("counts are small"))
}

fn size(count: usize) -> Cell {
    Cell::Number(i32::try_from(count).expect("counts are small"))
}
