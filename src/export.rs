//! A report as a document: one file for each format, all with the same facts.
//!
//! Text, Markdown and HTML lay out [`Page`](crate::report::page::Page); the register, the record of a decision
//! and the JSON have forms of their own. What [`record`] puts into a document is what `verify` reads; [`wording`] reads the
//! document back, to tell whether its words are still what was exported.

pub(crate) mod adr;
pub mod brand;
mod broad;
pub mod csv;
pub mod decision;
pub mod devops;
pub(crate) mod docx;
mod escape;
mod filled_in;
pub(crate) mod html;
pub mod json;
pub(crate) mod markdown;
mod naming;
mod palette;
pub mod portfolio;
pub mod proposals;
pub mod record;
mod statements;
pub mod text;
pub(crate) mod unpacked;
pub mod wording;
pub(crate) mod xlsx;

use crate::advise::analysis::Analysis;
use crate::advise::components::Forest;
use crate::knowledge::facts::Facts;
use crate::model::answers::Answers;
use crate::model::date::{Day, DayOrigin, Today};
use crate::model::gap_work::GapWork;
use crate::model::verdict::Verdict;
use crate::report::Report;
use crate::report::document;
use crate::report::page::{Block, Page, line};
use crate::report::paper;
use crate::report::paper::second_page;

use brand::Brand;
use csv::Dialect;
use devops::Template;
use record::Record;
use wording::Form;

pub(crate) use naming::{file_name, plan_file_name};

/// A format of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text for a terminal.
    Text,
    /// Markdown for a page or a ticket.
    Markdown,
    /// A page for a browser, and for paper.
    Html,
    /// A document for a word processor.
    Word,
    /// A workbook for a spreadsheet.
    Excel,
    /// A decision record after MADR 4.
    Adr,
    /// The fit-gap register for a spreadsheet.
    Csv,
    /// Work items for the import into Azure DevOps.
    DevOps,
    /// JSON for programs.
    Json,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 9] = [
        Self::Text,
        Self::Markdown,
        Self::Html,
        Self::Word,
        Self::Excel,
        Self::Adr,
        Self::Csv,
        Self::DevOps,
        Self::Json,
    ];

    /// Its name for people.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Text => "Text",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Word => "Word",
            Self::Excel => "Excel",
            Self::Adr => "Decision record",
            Self::Csv => "CSV",
            Self::DevOps => "CSV for Azure DevOps",
            Self::Json => "JSON",
        }
    }

    /// The word to type for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Word => "docx",
            Self::Excel => "xlsx",
            Self::Adr => "adr",
            Self::Csv => "csv",
            Self::DevOps => "ado",
            Self::Json => "json",
        }
    }

    /// The ending of a file name.
    pub(crate) fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown | Self::Adr => "md",
            Self::Html => "html",
            Self::Word => "docx",
            Self::Excel => "xlsx",
            Self::Csv | Self::DevOps => "csv",
            Self::Json => "json",
        }
    }

    /// Whether it shows the company's logo.
    pub(crate) fn has_logo(self) -> bool {
        matches!(self, Self::Html | Self::Word | Self::Excel)
    }

    /// What stands before the title in a file name: decision records are numbered, and the register for import is told apart.
    fn prefix(self) -> &'static str {
        match self {
            Self::Adr => "0001-",
            Self::DevOps => "ado-",
            _ => "",
        }
    }
}

/// A document as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// Letters that a terminal can show.
    Text(String),
    /// A package that only another program can open.
    Packed(Vec<u8>),
}

impl Written {
    /// What goes into a file.
    pub fn into_bytes(self) -> Vec<u8> {
        match self {
            Self::Text(text) => text.into_bytes(),
            Self::Packed(bytes) => bytes,
        }
    }

    /// The letters, if it is made of such.
    pub fn text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            Self::Packed(_) => None,
        }
    }
}

/// How much of the advice a text holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// The two pages of the decision paper.
    Brief,
    /// The whole document.
    Full,
}

impl Extent {
    /// The word to type for it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Brief => "brief",
            Self::Full => "full",
        }
    }
}

/// Everything that a document is made of.
#[derive(Debug)]
pub struct Document<'d> {
    facts: &'d Facts<'d>,
    answers: &'d Answers,
    verdict: &'d Verdict,
    analysis: &'d Analysis,
    today: Day,
    origin: DayOrigin,
    dialect: Dialect,
    template: Template,
    brand: Brand,
    /// The advice in words.
    pub report: Report,
    /// Its first two pages.
    pub paper: paper::Paper,
}

impl<'d> Document<'d> {
    /// The document of a verdict.
    pub fn of(
        forest: &'d Forest<'d>,
        answers: &'d Answers,
        verdict: &'d Verdict,
        analysis: &'d Analysis,
        dated: impl Into<Today>,
    ) -> Self {
        let Today { day: today, origin } = dated.into();
        let facts = &forest.facts;
        let report = Report::of(forest, answers, verdict, analysis, Today { day: today, origin });
        let paper = paper::Paper::of(facts, answers, verdict, analysis, &report, Today { day: today, origin });
        let (dialect, template, brand) = (Dialect::RFC_4180, Template::default(), Brand::default());
        Self { facts, answers, verdict, analysis, today, origin, dialect, template, brand, report, paper }
    }

    /// The same with rows of the csv format written so.
    #[must_use]
    pub(crate) fn in_dialect(self, dialect: Dialect) -> Self {
        Self { dialect, ..self }
    }

    /// The same with work items for a project of this process template.
    #[must_use]
    pub fn for_import(self, template: Template) -> Self {
        Self { template, ..self }
    }

    /// The same with this look.
    #[must_use]
    pub fn branded(self, brand: Brand) -> Self {
        Self { brand, ..self }
    }

    /// The document in a format; `extent` counts for text, Markdown, HTML and Word.
    pub fn write(&self, format: Format, extent: Extent) -> Written {
        let report = &self.report;
        let text = match (format, extent) {
            (Format::Word, _) => return self.packing(|record| docx::write(self, extent, record)),
            (Format::Excel, _) => return self.packing(|record| xlsx::write(self, record)),
            (Format::Text, _) => text::write(&self.page(extent)),
            (Format::Markdown, _) => {
                let page = self.page(extent);
                self.carrying(Form::Markdown, |record| markdown::write(&page, record))
            }
            (Format::Html, _) => {
                let page = self.page(extent);
                self.carrying(Form::Html, |record| html::write(&self.paper, &page, &self.brand, record))
            }
            (Format::Adr, _) => self.carrying(Form::Markdown, |record| adr::write(report, &self.paper, record)),
            (Format::Csv, _) => csv::register(report, &self.paper, self.dialect),
            (Format::DevOps, _) => devops::write(self, &self.template),
            (Format::Json, _) => json::write(self),
        };
        Written::Text(text)
    }

    /// The document as text for a face that wraps its paragraphs.
    pub(crate) fn unbroken(&self, extent: Extent) -> String {
        text::unbroken(&self.page(extent))
    }

    /// What a whole document in a format says, as `verify` reads it; `None` if that cannot be read.
    pub(crate) fn words(&self, format: Format) -> Option<String> {
        match self.write(format, Extent::Full) {
            Written::Text(text) => Some(text),
            Written::Packed(bytes) => unpacked::words(&bytes),
        }
    }

    /// The page that text, Markdown and HTML lay out.
    fn page(&self, extent: Extent) -> Page {
        let mut page = match extent {
            Extent::Brief => document::brief(&self.report, &self.paper),
            Extent::Full => document::full(&self.report, &self.paper),
        };
        let last = page.sections.iter_mut().find(|section| section.id == second_page::LAST);
        last.expect("somebody signs, or it is said that nobody does")
            .blocks
            .push(Block::Remark(line(self.last_line())));
        page
    }

    /// The last line of the second page.
    fn last_line(&self) -> String {
        let base = self.facts.base;
        second_page::last_line(&base.edition, record::hash(base))
    }

    /// A text with its record, which also holds what the text itself says.
    fn carrying(&self, form: Form, write: impl Fn(&Record) -> String) -> String {
        let mut record = self.record();
        record.words = Some(wording::recorded(form, &write(&record)));
        write(&record)
    }

    /// The same for what another program packs.
    fn packing(&self, write: impl Fn(&Record) -> Vec<u8>) -> Written {
        let mut record = self.record();
        let words = unpacked::words(&write(&record)).expect("what was just written can be read");
        record.words = Some(wording::recorded(unpacked::FORM, &words));
        Written::Packed(write(&record))
    }

    /// What the document carries for `verify`, but for its words.
    fn record(&self) -> Record {
        Record::of(self.facts, self.answers, self.verdict, self.today)
    }
}

/// The same answers without what could tell whose they are: no title, no notes, no amounts, no text of a client, nothing
/// that the document says about itself, and nobody who sees to a gap.
pub fn redacted(answers: &Answers) -> Answers {
    let mut redacted = answers.clone();
    redacted.title.clear();
    redacted.brief = None;
    redacted.paper = crate::model::paper::Paper::default();
    for (capability, _) in answers.gaps() {
        redacted.set_gap_work(capability, GapWork::default());
    }
    for (question, response) in answers.iter() {
        let mut response = response.clone();
        response.note.clear();
        response.amount.clear();
        redacted.set(question, response);
    }
    redacted
}

#[cfg(test)]
mod tests {
    use super::Extent;

    #[test]
    fn each_extent_has_a_word() {
        assert_eq!([Extent::Brief, Extent::Full].map(Extent::word), ["brief", "full"]);
    }
}
