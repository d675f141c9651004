//! The advice as a document.

use crate::app::plan::PlanState;
use crate::export::{Document, Extent, Format, Written, file_name};

use super::{Action, Cursor, Cx, Flow, Plan, ScreenComponent};
use crate::app::cx::Writing;
use crate::app::popup::field::FieldBox;

/// The formats of the document, and how it will look.
#[derive(Debug, Default)]
pub(crate) struct ExportScreen {
    pub(crate) cursor: Cursor,
    /// Where the last document was written.
    pub(crate) written: Option<String>,
    /// The document in the marked format; for a page, what the page says.
    pub(crate) preview: String,
    /// The state of the plan and the row that the preview is made of.
    made_of: Option<(PlanState, usize)>,
}

/// What a format is good for.
pub(crate) fn purpose(format: Format) -> &'static str {
    match format {
        Format::Text => "To read, or to paste into a mail",
        Format::Markdown => "For a wiki, a ticket or a pull request",
        Format::Html => "A page for a browser, to print or to send",
        Format::Word => "A document to send, with a chart",
        Format::Excel => "The register to work with, with lists and filters",
        Format::Adr => "A decision for the record, after MADR",
        Format::Csv => "The fit-gap register, for a spreadsheet",
        Format::DevOps => "The register as work items to import",
        Format::Json => "For other programs",
    }
}

/// The whole document of a plan.
pub(crate) fn document(format: Format, plan: &Plan<'_>) -> Written {
    let document = Document::of(&plan.facts, plan.answers(), plan.verdict(), plan.analysis(), plan.dated());
    document.write(format, Extent::Full)
}

impl ScreenComponent for ExportScreen {
    fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        match self.cursor.take(action, Format::ALL.len(), cx.reach) {
            None => Flow::Done,
            Some(Action::Confirm) => {
                let bytes = document(self.format(), &cx.plan).into_bytes();
                let name = file_name(&cx.plan.answers().title, self.format());
                FieldBox::path(&name, Writing { bytes, answers_of: None }).into()
            }
            Some(_) => Flow::Ignored,
        }
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        let made_of = Some((cx.plan.state(), self.cursor.row));
        if self.made_of != made_of {
            let is_laid_out = matches!(self.format(), Format::Html | Format::Word | Format::Excel);
            let readable = if is_laid_out { Format::Text } else { self.format() };
            self.preview = document(readable, &cx.plan).text().expect("what can be read is text");
            self.made_of = made_of;
        }
    }
}

impl ExportScreen {
    fn format(&self) -> Format {
        *Format::ALL.get(self.cursor.row).expect("the mark stays among the formats")
    }
}
