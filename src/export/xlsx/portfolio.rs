//! The portfolio as a workbook: every plan, what closes gaps once for several of them, where the work lies, what to order, and in
//! which order to work. Its tables are those of every other form; text is text, and nothing is a formula.

use rust_xlsxwriter::{ConditionalFormat2ColorScale, DocProperties, ExcelDateTime, FormatAlign, Workbook, Worksheet};

use crate::export::brand::Accent;
use crate::export::csv::Cell as Value;
use crate::export::csv::portfolio::of_plans;
use crate::export::palette::WHITE;
use crate::export::text;
use crate::report::bibliography::Work;
use crate::report::page::{Block, ColumnKind, HeatLine, Line, Page, Piece, Table as PageTable};
use crate::report::portfolio::{self, Portfolio, TITLE, about, not_listed, page};
use crate::report::words::count;

use super::look::Look;
use super::sheet::{A3, Sheet};
use super::table::{self, Cell, Column, Table};
use super::{foot, lists};

/// So many plans stand in it at most.
const MOST_PLANS: usize = 20_000;

/// Said on a sheet without a row.
const NONE: &str = "Nothing.";

/// The widest and the narrowest column, in letters.
const WIDEST: usize = 50;
const NARROWEST: usize = 9;

/// The strongest ground of a number in the heat map, on which ordinary text can be read.
const HOT: u32 = 0x0080_AFE0;

/// The portfolio as a workbook.
pub(crate) fn write(portfolio: &Portfolio<'_>, accent: Accent) -> Vec<u8> {
    let (look, page) = (Look::of(accent), page(portfolio));
    let made_on = ExcelDateTime::parse_from_str(&portfolio.today.day.to_string()).expect("a day is a date");
    let plans = count(portfolio.lines.len(), "plan");
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_title(TITLE).set_subject(&plans).set_creation_datetime(&made_on));
    let sheets = vec![
        every_plan(portfolio, &look),
        tabled(&page, "shared-gaps", "Shared gaps", &look),
        heat(&page, &look),
        tabled(&page, "to-order", "To buy", &look),
        tabled(&page, "order", "Order of work", &look),
        summary(portfolio, &page, &look),
        lists::sources(&works(&page), &look),
    ];
    for mut sheet in sheets {
        sheet.set_footer(foot(&portfolio::foot(portfolio)));
        workbook.push_worksheet(sheet);
    }
    workbook.save_to_buffer().expect("names differ, places are on their sheets and texts are short enough")
}

/// Every plan with its numbers, to be filtered.
fn every_plan(portfolio: &Portfolio<'_>, look: &Look) -> Worksheet {
    let (heads, rows) = of_plans(portfolio, MOST_PLANS);
    let cell = |value: Value| match value {
        Value::Text(text) => Cell::Text(text),
        Value::Number(number) => Cell::Number(u32::try_from(number).expect("counts are not below zero")),
    };
    let rows: Vec<Vec<Cell>> = rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect();
    let mut sheet = table::sheet(&table("Plans", heads, rows), look);
    sheet.set_paper_size(A3);
    sheet
}

/// The table of a part, or that there is none.
fn tabled(page: &Page, part: &str, name: &'static str, look: &Look) -> Worksheet {
    let found = blocks(page, part).find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let (heads, rows) = found.map_or_else(|| (vec![name.to_owned()], Vec::new()), cells);
    table::sheet(&table(name, heads, rows), look)
}

/// The heads and rows of a table; what is a number there is one here.
fn cells(found: &PageTable) -> (Vec<String>, Vec<Vec<Cell>>) {
    let row = |row: &crate::report::page::Row| {
        let cell = |(cell, kind): (&crate::report::page::Cell, ColumnKind)| {
            let words = cell.words(text::line);
            match words.parse() {
                Ok(number) if kind == ColumnKind::Number => Cell::Number(number),
                _ => Cell::Text(words),
            }
        };
        row.cells.iter().zip(found.columns.iter().map(|column| column.kind)).map(cell).collect()
    };
    (found.columns.iter().map(|column| column.name.clone()).collect(), found.rows.iter().map(row).collect())
}

fn table(name: &'static str, heads: Vec<String>, rows: Vec<Vec<Cell>>) -> Table {
    let columns = heads.into_iter().enumerate().map(|(at, head)| {
        let texts = rows.iter().filter_map(|row| row.get(at));
        let letters = texts.map(|cell| match cell {
            Cell::Text(text) => text.chars().take(WIDEST).count(),
            Cell::Number(_) => 0,
        });
        let width = letters.chain([head.chars().count()]).max().unwrap_or(0) + 2;
        let width = u32::try_from(width.clamp(NARROWEST, WIDEST)).expect("no column is wider");
        Column::given(head, f64::from(width))
    });
    Table { name, columns: columns.collect(), rows, frozen: 1, none: NONE }
}

/// Where the work lies: the more, the stronger its ground.
fn heat(page: &Page, look: &Look) -> Worksheet {
    let found = blocks(page, "topics").find_map(|block| match block {
        Block::Heat(heat) => Some(heat),
        _ => None,
    });
    let Some(heat) = found else { return tabled(page, "topics", HEAT, look) };
    let widths = std::iter::once(40.0).chain(heat.columns.iter().map(|_| 12.0)).chain([8.0]).collect();
    let mut sheet = Sheet::new(HEAT, widths);
    for (column, head) in (0..).zip(std::iter::once(heat.head.as_str()).chain(heat.heads())) {
        sheet.text((0, column), head, &look.head);
    }
    for (row, line) in (1..).zip(heat.rows.iter().chain(&heat.sums)) {
        numbers(&mut sheet, row, line, look);
    }
    let rows = u32::try_from(heat.rows.len()).expect("few plans are drawn");
    let last = u16::try_from(heat.columns.len()).expect("there are few topics");
    let scale = ConditionalFormat2ColorScale::new().set_minimum_color(WHITE).set_maximum_color(HOT);
    let worksheet = sheet.worksheet();
    worksheet.add_conditional_format(1, 1, rows, last, &scale).expect("the place is on the sheet");
    worksheet.set_freeze_panes(1, 1).expect("the place is on the sheet");
    worksheet.set_repeat_rows(0, 0).expect("the place is on the sheet");
    sheet.finished()
}

/// The name of that sheet.
const HEAT: &str = "Heat map";

fn numbers(sheet: &mut Sheet, row: u32, line: &HeatLine, look: &Look) {
    // Nothing is a dash, as in every other form.
    let number = look.number.clone().set_align(FormatAlign::Center).set_num_format("0;-0;\"-\"");
    sheet.text((row, 0), &said(&vec![line.name.clone()]), &look.cell);
    for (column, some) in (1..).zip(line.cells.iter().copied()) {
        sheet.number((row, column), some, &number);
    }
    let last = u16::try_from(line.cells.len()).expect("there are few topics") + 1;
    sheet.number((row, last), line.total(), &number.set_bold());
}

/// What it is made of, all of it in short, and what is left out.
fn summary(portfolio: &Portfolio<'_>, page: &Page, look: &Look) -> Worksheet {
    let mut sheet = Sheet::new("About", vec![22.0, 110.0]);
    let short = blocks(page, "advice").flat_map(Block::lines).map(said);
    let left_out = blocks(page, "left-out").flat_map(Block::lines).map(said);
    let listed = not_listed(portfolio, MOST_PLANS);
    let lines = about(portfolio).into_iter();
    let lines = lines.chain(labelled("In short", short)).chain(labelled("Every plan", listed));
    for (row, (name, value)) in (0..).zip(lines.chain(labelled("Left out", left_out))) {
        if !name.is_empty() {
            sheet.text((row, 0), name, &look.label);
        }
        sheet.text((row, 1), &value, &look.text);
    }
    sheet.finished()
}

/// Several texts under one label.
fn labelled(
    label: &'static str,
    texts: impl IntoIterator<Item = String>,
) -> impl Iterator<Item = (&'static str, String)> {
    texts.into_iter().enumerate().map(move |(at, text)| (if at == 0 { label } else { "" }, text))
}

/// The blocks of a part; none where the page has no such part.
fn blocks<'p>(page: &'p Page, part: &str) -> impl Iterator<Item = &'p Block> + use<'p> {
    let found = page.sections.iter().find(|section| section.id == part);
    found.into_iter().flat_map(|section| &section.blocks)
}

/// The sources of the page.
fn works(page: &Page) -> Vec<&Work> {
    let lines = blocks(page, "sources").flat_map(Block::lines);
    let works = lines.flatten().filter_map(|piece| match piece {
        Piece::Work(work) => Some(work),
        _ => None,
    });
    works.collect()
}

fn said(line: &Line) -> String {
    text::line(line)
}

#[cfg(test)]
mod tests {
    use super::{Cell, table};

    #[test]
    fn a_column_is_wider_than_its_longest_text_but_never_without_end() {
        let text = |letters: usize| Cell::Text("x".repeat(letters));
        let heads = ["A", &"H".repeat(30), "C", "D"].map(str::to_owned).into();
        let rows = vec![vec![text(3), text(3), text(20), text(48)], vec![text(2), Cell::Number(1), text(7), text(400)]];
        let widths = table("Plans", heads, rows).columns.into_iter().map(|column| column.width.to_string());
        assert_eq!(widths.collect::<Vec<_>>(), ["9", "32", "22", "50"]);
    }
}
