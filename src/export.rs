//! A report as a document: one file for each format, all with the same facts.
//!
//! Text, Markdown and HTML lay out [`Page`](crate::report::page::Page); the register, the record of a decision
//! and the JSON have forms of their own. What [`record`] puts into a document is what `verify` reads; [`wording`] reads the
//! document back, to tell whether its words are still what was exported.

pub(crate) mod adr;
pub mod brand;
pub mod csv;
pub mod devops;
pub(crate) mod docx;
mod escape;
pub(crate) mod html;
pub mod json;
pub(crate) mod markdown;
mod palette;
pub mod portfolio;
pub mod proposals;
pub mod record;
mod statements;
pub mod text;
pub(crate) mod unpacked;
pub mod wording;
pub(crate) mod xlsx;

use unicode_normalization::UnicodeNormalization as _;

use crate::advise::analysis::Analysis;
use crate::knowledge::facts::Facts;
use crate::model::answers::Answers;
use crate::model::date::{Day, DayOrigin, Today};
use crate::model::gap_work::GapWork;
use crate::model::nouns::Noun;
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
    pub fn has_logo(self) -> bool {
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
        facts: &'d Facts<'d>,
        answers: &'d Answers,
        verdict: &'d Verdict,
        analysis: &'d Analysis,
        dated: impl Into<Today>,
    ) -> Self {
        let Today { day: today, origin } = dated.into();
        let report = Report::of(facts, answers, verdict, analysis, Today { day: today, origin });
        let paper = paper::Paper::of(facts, answers, verdict, analysis, &report, Today { day: today, origin });
        let (dialect, template, brand) = (Dialect::RFC_4180, Template::default(), Brand::default());
        Self { facts, answers, verdict, analysis, today, origin, dialect, template, brand, report, paper }
    }

    /// The same with rows of the csv format written so.
    #[must_use]
    pub fn in_dialect(self, dialect: Dialect) -> Self {
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

/// The name to propose for a document: the title in small letters and hyphens, with the ending of the format. Without a title
/// it is named after what is planned.
pub(crate) fn file_name(title: &str, planned: &Noun, format: Format) -> String {
    let stem = stem(title).or_else(|| stem(&format!("{}-advice", planned.one))).expect("it has letters");
    format!("{}{stem}.{}", format.prefix(), format.extension())
}

/// What Windows takes for devices, whatever the ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// Whether a name in small letters is that of a device on Windows: three letters, and for ports a digit.
fn is_device(stem: &str) -> bool {
    let (name, port) = stem.split_at(stem.floor_char_boundary(3));
    let is_port = port.chars().count() == 1 && port.chars().all(|letter| matches!(letter, '0'..='9' | '¹' | '²' | '³'));
    DEVICES.contains(&name) && if matches!(name, "com" | "lpt") { is_port } else { port.is_empty() }
}

/// A title in small letters and hyphens, if it has letters. Accents that stand apart are put to their letters.
fn stem(title: &str) -> Option<String> {
    let mut stem = String::new();
    for letter in title.nfc() {
        if letter.is_alphanumeric() {
            stem.extend(letter.to_lowercase());
        } else if !stem.is_empty() && !stem.ends_with('-') {
            stem.push('-');
        }
    }
    let stem: String = stem.chars().take(60).collect();
    let stem = stem.trim_end_matches('-');
    let stem = if is_device(stem) { format!("{stem}-plan") } else { stem.to_owned() };
    (!stem.is_empty()).then_some(stem)
}

/// The name to propose for a file of answers.
pub(crate) fn plan_file_name(title: &str, planned: &Noun) -> String {
    let stem = stem(title).or_else(|| stem(&format!("{}-plan", planned.one))).expect("it has letters");
    format!("{stem}.toml")
}

#[cfg(test)]
mod tests {
    use super::{Format, plan_file_name};
    use crate::model::nouns::Nouns;

    fn file_name(title: &str, format: Format) -> String {
        super::file_name(title, &Nouns::default().planned, format)
    }

    #[test]
    fn a_file_name_is_made_of_letters_digits_and_hyphens() {
        for (title, name) in [
            ("Spring campaign", "spring-campaign.md"),
            ("  ../../etc/passwd\u{0}", "etc-passwd.md"),
            ("Ärger & Öl: 2026!", "ärger-öl-2026.md"),
            ("\u{202e}...", "project-advice.md"),
            ("", "project-advice.md"),
            ("a\u{301}b", "áb.md"),
            ("CON", "con-plan.md"),
            ("Nul!", "nul-plan.md"),
            ("com1", "com1-plan.md"),
            ("LPT³", "lpt³-plan.md"),
            ("COM", "com.md"),
            ("con 1", "con-1.md"),
            ("com10", "com10.md"),
            ("nulé", "nulé.md"),
        ] {
            assert_eq!(file_name(title, Format::Markdown), name);
        }
        assert_eq!(file_name(&"a ".repeat(80), Format::Html).chars().count(), 59 + ".html".len());
        assert_eq!(file_name("Spring", Format::Adr), "0001-spring.md");
        assert_eq!(file_name("Spring", Format::DevOps), "ado-spring.csv");
        assert_eq!(plan_file_name("", &Nouns::default().planned), "project-plan.toml");
    }
}
