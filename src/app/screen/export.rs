//! The advice as a document: a form that says for whom and from whom it is, how much it holds, and in which format.

use std::borrow::Cow;

use crate::export::brand::Logo;
use crate::export::{Document, Extent, Format, file_name};
use crate::model::answers::Answers;
use crate::model::paper::PaperField;

use super::{Action, Cursor, Cx, Flow, Plan, ScreenComponent};
use crate::app::cx::Writing;
use crate::app::effect::Effect;
use crate::app::plan::{Access, PlanState};
use crate::app::popup::confirm::launch;
use crate::app::popup::field::FieldBox;
use crate::app::popup::form::{FormBox, FormField};
use crate::app::preference::PreferenceName;

/// What is written, and how it will look.
#[derive(Debug)]
pub(crate) struct ExportScreen {
    pub(crate) cursor: Cursor,
    pub(crate) format: Format,
    pub(crate) extent: Extent,
    /// Where the last document was written, and how big it is.
    pub(crate) written: Option<(String, String)>,
    /// The document in the format; for one that cannot be shown, what it says.
    pub(crate) preview: String,
    /// What the preview is made of: the state of the plan, the format and the extent.
    made_of: Option<(PlanState, Format, Extent)>,
}

/// A row of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExportRow {
    /// A line that is typed.
    Field(FormField),
    /// How much the document holds.
    Extent,
    /// The format, and writing it.
    Format,
}

impl ExportRow {
    /// All rows.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        FormField::DOCUMENT.into_iter().map(Self::Field).chain([Self::Extent, Self::Format])
    }
}

/// How many rows there are.
const ROWS: usize = FormField::DOCUMENT.len() + 2;

impl Default for ExportScreen {
    /// Marked is what one came for: to write a page for a browser.
    fn default() -> Self {
        Self {
            cursor: Cursor { row: ROWS - 1 },
            format: Format::Html,
            extent: Extent::Full,
            written: None,
            preview: String::new(),
            made_of: None,
        }
    }
}

/// What a format is good for.
pub(crate) fn purpose(format: Format) -> &'static str {
    match format {
        Format::Text => "To read, or to paste into a mail",
        Format::Markdown => "For a wiki, a ticket or a pull request",
        Format::Html => "A page for a browser, to print or to send",
        Format::Word => "A document to send, with a chart",
        Format::Excel => "The register to work with, with lists and filters",
        Format::Adr => "The decision on one page, for a wiki of architects",
        Format::Csv => "The fit-gap register, for a spreadsheet",
        Format::DevOps => "The register as work items to import",
        Format::Json => "For other programs",
    }
}

/// The size of a file, as one says it.
pub(crate) fn size_words(bytes: u64) -> String {
    if bytes < 1000 { format!("{bytes} bytes") } else { format!("{} KB", bytes.div_ceil(1000)) }
}

/// How much a document holds, in a phrase.
pub(crate) fn extent_words(extent: Extent) -> &'static str {
    match extent {
        Extent::Brief => "brief",
        Extent::Full => "full report",
    }
}

/// The document of a plan with these answers.
fn document<'d>(plan: &'d Plan<'_>, answers: &'d Answers) -> Document<'d> {
    Document::of(plan.forest(), answers, plan.verdict(), plan.analysis(), plan.dated())
}

/// Where the logo lies that a document in this format shows, if one is set.
pub(crate) fn wanted_logo(cx: &Cx<'_>, format: Format) -> Option<String> {
    let said = || cx.plan.answers().paper.said(PaperField::Logo).map(Cow::into_owned);
    let path = said().or_else(|| cx.preferences.for_field(PaperField::Logo).map(str::to_owned));
    path.filter(|_| format.has_logo())
}

/// The document of the open plan as it is written, with this logo.
pub(crate) fn bytes(cx: &Cx<'_>, format: Format, extent: Extent, logo: Option<Logo>) -> Vec<u8> {
    let answers = cx.preferences.completed(cx.plan.answers().clone());
    document(&cx.plan, &answers).branded(cx.preferences.brand(logo)).write(format, extent).into_bytes()
}

impl ScreenComponent for ExportScreen {
    fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow {
        let Some(action) = self.cursor.take(action, ROWS, cx.reach) else { return Flow::Done };
        match (action, self.row()) {
            (Action::OpenDocument, _) => return self.open(cx),
            (Action::Confirm, ExportRow::Field(_)) if cx.plan.access() == Access::ReadOnly => cx.say_read_only(),
            (Action::Confirm, ExportRow::Field(_)) => {
                // Once the form is filled in, the next thing is to write.
                let at = std::mem::replace(&mut self.cursor.row, ROWS - 1);
                return FormBox::document(cx, at).into();
            }
            (Action::Confirm, ExportRow::Format) => return self.write(cx),
            (Action::Confirm | Action::More | Action::Less, ExportRow::Extent) => {
                self.extent = if self.extent == Extent::Full { Extent::Brief } else { Extent::Full };
            }
            (Action::More, ExportRow::Format) => self.turn(1),
            (Action::Less, ExportRow::Format) => self.turn(Format::ALL.len() - 1),
            (Action::More | Action::Less, ExportRow::Field(_)) => cx.mention("Enter edits this line."),
            _ => return Flow::Ignored,
        }
        Flow::Done
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        let made_of = Some((cx.plan.state(), self.format, self.extent));
        if self.made_of != made_of {
            self.preview = self.readable(cx);
            self.made_of = made_of;
        }
    }
}

impl ExportScreen {
    /// The marked row.
    pub(crate) fn row(&self) -> ExportRow {
        ExportRow::all().nth(self.cursor.row).expect("the mark stays among the rows")
    }

    fn turn(&mut self, steps: usize) {
        let mut from_here = Format::ALL.into_iter().cycle().skip_while(|format| *format != self.format);
        self.format = from_here.nth(steps).expect("a cycle has no end");
    }

    /// The document as far as it can be shown: one that is laid out for its reader, by what it says; one for a program, as it is.
    fn readable(&self, cx: &Cx<'_>) -> String {
        let answers = cx.preferences.completed(cx.plan.answers().clone());
        let document = document(&cx.plan, &answers);
        match self.format {
            Format::Html | Format::Word | Format::Excel | Format::Markdown | Format::Text => {
                document.unbroken(self.extent)
            }
            own => document.write(own, self.extent).text().expect("all other formats are text"),
        }
    }

    /// Where the document goes, as it is proposed.
    pub(crate) fn proposed(&self, cx: &Cx<'_>) -> String {
        let name = file_name(&cx.plan.answers().title, &cx.plan.base.nouns.planned, self.format);
        match cx.preferences.get(PreferenceName::ExportFolder) {
            Some(folder) => format!("{}/{name}", folder.trim_end_matches(['/', '\\'])),
            None => name,
        }
    }

    /// Asks where to write; a document with a logo waits for that.
    fn write(&self, cx: &mut Cx<'_>) -> Flow {
        match wanted_logo(cx, self.format) {
            Some(path) => {
                cx.request(Effect::ReadLogo(path));
                Flow::Done
            }
            None => self.where_to(cx, None).into(),
        }
    }

    /// Asks where to write the document with this logo.
    pub(crate) fn where_to(&self, cx: &Cx<'_>, logo: Option<Logo>) -> FieldBox {
        let bytes = bytes(cx, self.format, self.extent, logo);
        FieldBox::path(&self.proposed(cx), Writing { bytes, answers_of: None })
    }

    /// Asks whether what was written is to be opened, and names the program before it runs.
    fn open(&self, cx: &mut Cx<'_>) -> Flow {
        let Some((path, _)) = &self.written else {
            cx.mention("Nothing is written yet. Enter on the last row writes the document.");
            return Flow::Done;
        };
        launch(cx, path)
    }
}
