//! Paragraphs and the runs of text in them. What describes them stands in the order of the schema, for Word refuses any other.

use std::fmt::Write as _;

use crate::export::palette::{Colour, hex};

use super::sheet::Sheet;
use crate::export::escape::xml as escape;

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Answer,
    Part,
    Section,
    Lead,
    Body,
    Strip,
    Small,
    /// The room between two tables.
    Gap,
    Quiet,
    Caption,
    TableText,
    TableHead,
    Tile,
    ContentsHeading,
    Contents,
    Foot,
    BroadFoot,
    /// A point in no order, on this level.
    Bullet(u8),
    /// A step of the list with this number.
    Step(usize),
}

impl Style {
    fn id(self) -> &'static str {
        match self {
            Self::Answer => "Answer",
            Self::Part => "Heading1",
            Self::Section => "Heading2",
            Self::Lead => "Lead",
            Self::Body => "Normal",
            Self::Strip => "Strip",
            Self::Small => "Small",
            Self::Gap => "Gap",
            Self::Quiet => "Quiet",
            Self::Caption => "Caption",
            Self::TableText => "TableText",
            Self::TableHead => "TableHead",
            Self::Tile => "TileText",
            Self::ContentsHeading => "ContentsHeading",
            Self::Contents => "TOC1",
            Self::Foot => "Footer",
            Self::BroadFoot => "FooterBroad",
            Self::Bullet(_) => "ListBullet",
            Self::Step(_) => "ListNumber",
        }
    }
}

/// A paragraph in the making.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    style: Style,
    inside: String,
    breaks_before: bool,
    keeps_next: bool,
    ends: Option<Sheet>,
}

/// How a run looks beside what its paragraph says.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Run {
    /// Whether it is to be seen first.
    pub(super) bold: bool,
    /// Its colour, if it has one of its own.
    pub(super) colour: Option<Colour>,
    /// Whether it looks like a link.
    pub(super) link: bool,
}

impl Run {
    /// Text to be seen first.
    pub(super) const BOLD: Self = Self { bold: true, colour: None, link: false };
    /// Text that leads somewhere.
    pub(super) const LINK: Self = Self { bold: false, colour: None, link: true };
}

impl Paragraph {
    /// An empty paragraph.
    pub(super) fn new(style: Style) -> Self {
        Self { style, inside: String::new(), breaks_before: false, keeps_next: false, ends: None }
    }

    /// A paragraph of text.
    pub(super) fn of(style: Style, text: &str) -> Self {
        Self::new(style).text(text)
    }

    /// With text.
    pub(super) fn text(self, text: &str) -> Self {
        self.run(text, Run::default())
    }

    /// With text that looks so.
    pub(super) fn run(self, text: &str, look: Run) -> Self {
        self.raw(&run(text, look))
    }

    /// With what is XML already.
    pub(super) fn raw(mut self, xml: &str) -> Self {
        self.inside.push_str(xml);
        self
    }

    /// On a new page.
    pub(super) fn on_a_new_page(self) -> Self {
        Self { breaks_before: true, ..self }
    }

    /// On the same page as what follows.
    pub(super) fn with_the_next(self) -> Self {
        Self { keeps_next: true, ..self }
    }

    /// The last on paper that lies so.
    pub(super) fn ending(self, sheet: Sheet) -> Self {
        Self { ends: Some(sheet), ..self }
    }

    /// The paragraph as XML.
    pub(super) fn xml(&self) -> String {
        let mut described = format!("<w:pStyle w:val=\"{}\"/>", self.style.id());
        if self.keeps_next {
            described.push_str("<w:keepNext/>");
        }
        if self.breaks_before {
            described.push_str("<w:pageBreakBefore/>");
        }
        let list = match self.style {
            Style::Bullet(level) => Some((usize::from(level), BULLETS)),
            Style::Step(number) => Some((0, number)),
            _ => None,
        };
        if let Some((level, number)) = list {
            let _ = write!(described, "<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{number}\"/></w:numPr>");
        }
        described.extend(self.ends.map(Sheet::described));
        format!("<w:p><w:pPr>{described}</w:pPr>{}</w:p>", self.inside)
    }
}

/// The list of all points in no order; lists of steps have later numbers.
pub(super) const BULLETS: usize = 1;

/// A run of text as XML.
pub(super) fn run(text: &str, look: Run) -> String {
    if text.is_empty() {
        return String::new();
    }
    let mut described = String::new();
    if look.link {
        described.push_str("<w:rStyle w:val=\"Hyperlink\"/>");
    }
    if look.bold {
        described.push_str("<w:b/><w:bCs/>");
    }
    if let Some(colour) = look.colour {
        let _ = write!(described, "<w:color w:val=\"{}\"/>", hex(colour));
    }
    let described = if described.is_empty() { described } else { format!("<w:rPr>{described}</w:rPr>") };
    format!("<w:r>{described}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escape(text))
}

/// What takes the rest of a line to the right.
pub(super) const TAB: &str = "<w:r><w:tab/></w:r>";
