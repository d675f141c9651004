//! A table that fills a sheet: heads that stay in sight, filters, lists to choose from, colours that follow what is chosen.

use rust_xlsxwriter::{
    ConditionalFormatText, ConditionalFormatTextRule, DataValidation, DataValidationErrorStyle, DataValidationRule,
    Format, Worksheet,
};

use crate::export::filled_in::{Input, input};
use crate::export::palette::shade;
use crate::model::capability::Level;
use crate::model::gap_work::{GapDecision, SizeBand};
use crate::model::question::Importance;
use crate::report::paper::sign::sign;
use crate::report::words::how_well;

use super::look::Look;
use super::sheet::Sheet;

/// A table.
pub(super) struct Table {
    /// The name of the sheet.
    pub(super) name: &'static str,
    /// Its columns.
    pub(super) columns: Vec<Column>,
    /// Its rows, each with a cell for every column.
    pub(super) rows: Vec<Vec<Cell>>,
    /// How many columns stay in sight.
    pub(super) frozen: u16,
    /// Said where there is no row.
    pub(super) none: &'static str,
}

/// A column.
pub(super) struct Column {
    /// Its head.
    pub(super) head: String,
    /// Its width in letters.
    pub(super) width: f64,
    /// What stands in it.
    pub(super) fill: Fill,
}

/// What stands in a column, and whether people change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fill {
    /// What the program knows.
    Given,
    /// An address.
    Link,
    /// How well something is done.
    Level,
    /// How much something matters.
    Importance,
    /// What people fill in.
    Input(Input),
}

/// A cell.
pub(super) enum Cell {
    /// Text.
    Text(String),
    /// A number.
    Number(u32),
}

/// How far something is.
const STATUSES: [&str; 4] = ["open", "in progress", "done", "dropped"];

/// The state of what nobody has begun.
pub(super) const OPEN: &str = "open";

impl Column {
    /// A column of what the program knows.
    pub(super) fn given(head: impl Into<String>, width: f64) -> Self {
        Self { head: head.into(), width, fill: Fill::Given }
    }

    /// A column that people fill in, by its head.
    pub(super) fn input(head: &'static str, width: f64) -> Self {
        let fill = Fill::Input(input(head).expect("it is one of those"));
        Self { head: head.to_owned(), width, fill }
    }

    /// A column of its own kind.
    pub(super) fn of(head: impl Into<String>, width: f64, fill: Fill) -> Self {
        Self { head: head.into(), width, fill }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// A level by its sign and its word.
pub(super) fn level(level: Level) -> String {
    format!("{} {}", sign(level), how_well(level))
}

impl Fill {
    /// What may be chosen or typed there; anything where that is not said.
    fn validation(self) -> Option<DataValidation> {
        let list =
            |words: &[String]| DataValidation::new().allow_list_strings(words).expect("the words of a list are short");
        let words = |words: &[&str]| list(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        Some(match self {
            Self::Given | Self::Link | Self::Input(Input::Owner | Input::Due) => return None,
            Self::Level => list(&Level::ALL.map(level)),
            Self::Importance => words(&Importance::ALL.map(Importance::word)),
            Self::Input(Input::Status) => words(&STATUSES),
            Self::Input(Input::Decision) => words(&GapDecision::ALL.map(GapDecision::word)),
            // People have other sizes too.
            Self::Input(Input::Size) => {
                words(&SizeBand::ALL.map(SizeBand::word)).set_error_style(DataValidationErrorStyle::Information)
            }
            Self::Input(Input::Effort) => DataValidation::new()
                .allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0))
                .set_error_style(DataValidationErrorStyle::Warning),
        })
    }
}

/// The sheet of a table.
pub(super) fn sheet(table: &Table, look: &Look) -> Worksheet {
    let mut sheet = Sheet::new(table.name, table.columns.iter().map(|column| column.width).collect());
    for (at, column) in (0..).zip(&table.columns) {
        sheet.text((0, at), &column.head, &look.head);
    }
    for (row, cells) in (1..).zip(&table.rows) {
        for ((at, column), cell) in (0..).zip(&table.columns).zip(cells) {
            put(&mut sheet, (row, at), cell, column.fill, look);
        }
    }
    if table.rows.is_empty() {
        sheet.line((1, 0), table.none, &look.quiet);
    }
    let last_row = u32::try_from(table.rows.len()).expect("there are few rows");
    let last_column = u16::try_from(table.columns.len()).expect("there are few columns").saturating_sub(1);
    let worksheet = sheet.worksheet();
    worksheet.set_freeze_panes(1, table.frozen).expect("the place is on the sheet");
    worksheet.set_repeat_rows(0, 0).expect("the place is on the sheet");
    worksheet.autofilter(0, 0, last_row.max(1), last_column).expect("the place is on the sheet");
    if last_row > 0 {
        for (at, column) in (0..).zip(&table.columns) {
            rules(worksheet, column.fill, at, last_row);
        }
    }
    sheet.finished()
}

fn put(sheet: &mut Sheet, place: (u32, u16), cell: &Cell, fill: Fill, look: &Look) {
    match cell {
        Cell::Number(number) => sheet.number(place, *number, &look.number),
        Cell::Text(address) if fill == Fill::Link => {
            sheet.text(place, address, &look.link);
            let (row, column) = place;
            let worksheet = sheet.worksheet();
            if address.starts_with("https://") {
                let url = address.as_str();
                worksheet.write_url_with_format(row, column, url, &look.link).expect("addresses are short");
            }
        }
        Cell::Text(text) if matches!(fill, Fill::Input(_)) => sheet.text(place, text, &look.input),
        Cell::Text(text) => sheet.text(place, if text.is_empty() { NOTHING } else { text }, &look.cell),
    }
}

/// Said where there is nothing to say: no cell is empty.
const NOTHING: &str = "-";

/// What may be chosen in a column, and the colours of levels.
fn rules(worksheet: &mut Worksheet, fill: Fill, column: u16, last_row: u32) {
    if let Some(validation) = fill.validation() {
        worksheet.add_data_validation(1, column, last_row, column, &validation).expect("the place is on the sheet");
    }
    for level in Level::ALL.into_iter().filter(|_| fill == Fill::Level) {
        let shade = shade(level);
        let format = Format::new().set_font_color(shade.text).set_background_color(shade.tint).set_bold();
        let rule = ConditionalFormatText::new()
            .set_rule(ConditionalFormatTextRule::BeginsWith(sign(level).to_owned()))
            .set_format(format);
        worksheet.add_conditional_format(1, column, last_row, column, &rule).expect("the place is on the sheet");
    }
}
