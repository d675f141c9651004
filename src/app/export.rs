//! The advice as a document.

use crate::answers;
use crate::export::{self, Document, Extent, Format};

use super::App;
use super::action::Action;
use super::effect::Effect;
use super::overlay::FieldBox;
use super::plan::Plan;

/// Where the export is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Export {
    /// The marked row.
    pub row: usize,
    /// Where the last document was written.
    pub written: Option<String>,
    /// The document of the marked row, as far as it can be read.
    pub preview: Preview,
}

/// A document as it will look, made anew only when the plan or the format is another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// Its text; for a page, what the page says.
    pub text: String,
    made_of: Option<(u64, usize)>,
}

/// What is being written to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writing {
    /// The text.
    pub text: String,
    /// The revision of the plan, if the text is its answers.
    pub answers_of: Option<u64>,
}

impl Writing {
    /// A document.
    pub fn document(text: &str) -> Self {
        Self { text: text.to_owned(), answers_of: None }
    }
}

/// What a format is good for.
pub fn purpose(format: Format) -> &'static str {
    match format {
        Format::Text => "To read, or to paste into a mail",
        Format::Markdown => "For a wiki, a ticket or a pull request",
        Format::Html => "A page for a browser, to print or to send",
        Format::Adr => "A decision for the record, after MADR",
        Format::Csv => "The fit-gap register, for a spreadsheet",
        Format::DevOps => "The register as work items to import",
        Format::Json => "For other programs",
    }
}

/// The document of a plan.
pub fn document(format: Format, extent: Extent, plan: &Plan<'_>) -> String {
    let document = Document::of(&plan.facts, plan.answers(), plan.verdict(), plan.outlook(), plan.dated());
    document.write(format, extent)
}

impl App<'_> {
    pub(super) fn update_export(&mut self, action: Action) {
        let last = Format::ALL.len() - 1;
        match action {
            Action::Up => self.export.row = self.export.row.saturating_sub(1),
            Action::Down => self.export.row = (self.export.row + 1).min(last),
            Action::First => self.export.row = 0,
            Action::Last => self.export.row = last,
            Action::Row(row) if row <= last => {
                self.export.row = row;
                self.propose_path();
            }
            Action::Confirm => self.propose_path(),
            _ => {}
        }
    }

    /// Brings the preview in line with the plan and the marked row.
    pub(super) fn preview(&mut self) {
        let wanted = Some((self.plan.revision(), self.export.row));
        if let Some(format) = Format::ALL.get(self.export.row).filter(|_| self.export.preview.made_of != wanted) {
            let readable = if *format == Format::Html { Format::Text } else { *format };
            let text = document(readable, Extent::Full, &self.plan);
            self.export.preview = Preview { text, made_of: wanted };
        }
    }

    fn propose_path(&mut self) {
        let Some(format) = Format::ALL.get(self.export.row) else { return };
        let name = export::file_name(&self.plan.answers().title, *format);
        let text = document(*format, Extent::Full, &self.plan);
        self.open(FieldBox::path(&name, text).into());
    }

    /// Asks where the answers are to go, besides the place where they are kept.
    pub(super) fn propose_elsewhere(&mut self) {
        let name = export::plan_file_name(&self.plan.answers().title);
        let text = answers::write(self.plan.answers(), self.plan.base);
        self.open(FieldBox::elsewhere(&name, text).into());
    }

    /// Writes the answers to a file besides the place where they are kept.
    pub fn save_elsewhere(&mut self, path: String, replace: bool) -> Vec<Effect> {
        let text = answers::write(self.plan.answers(), self.plan.base);
        self.write(path, Writing { text, answers_of: Some(self.plan.revision()) }, replace);
        std::mem::take(&mut self.effects)
    }

    /// Asks the shell to write a file.
    pub(super) fn write(&mut self, path: String, writing: Writing, replace: bool) {
        let text = writing.text.clone();
        self.writing = Some(writing);
        self.effects.push(Effect::Export { path, text, replace });
    }
}
