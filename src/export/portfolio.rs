//! Many plans as one, in every form.

use crate::report::portfolio::{Portfolio, every_plan, page};

use super::csv::{self, Dialect};
use super::{html, json, markdown, text};

/// A form of the portfolio.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Plain text for a terminal.
    Text,
    /// Markdown for a page or a ticket.
    Markdown,
    /// A page for a browser, and for paper.
    Html,
    /// Rows for a spreadsheet.
    Csv(Dialect),
    /// JSON for programs.
    Json,
}

impl Form {
    /// All forms.
    pub const ALL: [Self; 5] = [Self::Text, Self::Markdown, Self::Html, Self::Csv(Dialect::RFC_4180), Self::Json];
}

/// The portfolio in a form.
pub fn write(portfolio: &Portfolio<'_>, form: Form) -> String {
    let mut whole = String::new();
    write_parts(portfolio, form, &mut |part| whole.push_str(part));
    whole
}

/// The same part by part, so that the JSON of many plans need not be held as a whole.
pub(crate) fn write_parts(portfolio: &Portfolio<'_>, form: Form, take: &mut dyn FnMut(&str)) {
    match form {
        Form::Text => take(&text::write_long(&page(portfolio), every_plan(portfolio))),
        Form::Markdown => take(&markdown::write_long(&page(portfolio), every_plan(portfolio))),
        Form::Html => take(&html::write_long(&page(portfolio), every_plan(portfolio))),
        Form::Csv(dialect) => take(&csv::portfolio::rows(portfolio, dialect)),
        Form::Json => json::portfolio::write(portfolio, take),
    }
}
