//! Many plans as one, in every form.

use crate::report::portfolio::{Portfolio, every_plan, page};

use super::{csv, html, json, markdown, text};

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
    Csv,
    /// JSON for programs.
    Json,
}

impl Form {
    /// All forms.
    pub const ALL: [Self; 5] = [Self::Text, Self::Markdown, Self::Html, Self::Csv, Self::Json];
}

/// The portfolio in a form.
pub fn write(portfolio: &Portfolio<'_>, form: Form) -> String {
    match form {
        Form::Text => text::write_long(&page(portfolio), every_plan(portfolio)),
        Form::Markdown => markdown::write_long(&page(portfolio), every_plan(portfolio)),
        Form::Html => html::write_long(&page(portfolio), every_plan(portfolio)),
        Form::Csv => csv::portfolio::rows(portfolio),
        Form::Json => json::portfolio::write(portfolio),
    }
}
