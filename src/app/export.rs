//! The advice as a document.

use crate::export::{self, Format};
use crate::knowledge::KnowledgeBase;
use crate::model::alternative::Pair;
use crate::report::Report;

use super::App;
use super::action::Action;
use super::effect::Effect;
use super::overlay::FieldBox;

/// Where the export is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Export {
    /// The marked row.
    pub row: usize,
    /// Where the last document was written.
    pub written: Option<String>,
}

/// What a format is good for.
pub fn purpose(format: Format) -> &'static str {
    match format {
        Format::Text => "Plain text, to read or to paste into a mail",
        Format::Markdown => "Markdown, for a wiki, a ticket or a pull request",
    }
}

/// The document of a report.
pub fn document(format: Format, base: &KnowledgeBase, report: &Report) -> String {
    match format {
        Format::Text => export::text::write(report, &Pair::of(|side| base.alternatives[side].short.clone()), true),
        Format::Markdown => export::markdown::write(report, &Pair::of(|side| base.alternatives[side].short.clone())),
    }
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

    fn propose_path(&mut self) {
        let (Some(report), Some(format)) = (&self.report, Format::ALL.get(self.export.row)) else { return };
        let name = export::file_name(report, *format);
        let text = document(*format, self.plan.base, report);
        self.open(FieldBox::path(&name, text).into());
    }

    /// Asks the shell to write a document.
    pub(super) fn write(&mut self, path: String, text: String, replace: bool) {
        self.writing = Some(text.clone());
        self.effects.push(Effect::Export { path, text, replace });
    }
}
