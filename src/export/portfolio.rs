//! Many plans as one, in every form.

use crate::report::portfolio::{Portfolio, every_plan, page};

use super::brand::Accent;
use super::csv::{self, Dialect};
use super::{docx, html, json, markdown, text, xlsx};

/// A form of the portfolio that is text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Plain text for a terminal.
    Text,
    /// Markdown for a page or a ticket.
    Markdown,
    /// A page for a browser, and for paper, in a colour.
    Html(Accent),
    /// Rows for a spreadsheet.
    Csv(Dialect),
    /// JSON for programs.
    Json,
}

impl Form {
    /// All forms.
    pub const ALL: [Self; 5] =
        [Self::Text, Self::Markdown, Self::Html(Accent::USUAL), Self::Csv(Dialect::RFC_4180), Self::Json];
}

/// A form of the portfolio that another program opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packed {
    /// A document for a word processor.
    Word,
    /// A workbook for a spreadsheet.
    Excel,
}

impl Packed {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Word, Self::Excel];
}

/// The portfolio in a form.
pub fn write(portfolio: &Portfolio<'_>, form: Form) -> String {
    let mut whole = String::new();
    write_parts(portfolio, form, &mut |part| whole.push_str(part));
    whole
}

/// The portfolio as a file for another program.
pub fn pack(portfolio: &Portfolio<'_>, form: Packed, accent: Accent) -> Vec<u8> {
    match form {
        Packed::Word => docx::portfolio::write(portfolio, accent),
        Packed::Excel => xlsx::portfolio::write(portfolio, accent),
    }
}

/// The same part by part, so that the JSON of many plans need not be held as a whole.
pub(crate) fn write_parts(portfolio: &Portfolio<'_>, form: Form, take: &mut dyn FnMut(&str)) {
    match form {
        Form::Text => take(&text::write_long(&page(portfolio), every_plan(portfolio))),
        Form::Markdown => take(&markdown::write_long(&page(portfolio), every_plan(portfolio))),
        Form::Html(accent) => take(&html::write_long(&page(portfolio), every_plan(portfolio), accent)),
        Form::Csv(dialect) => take(&csv::portfolio::rows(portfolio, dialect)),
        Form::Json => json::portfolio::write(portfolio, take),
    }
}
