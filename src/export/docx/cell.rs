//! Tables. Those of facts repeat their heads on every page and have a caption; those that only put things side by side have neither.

use std::fmt::Write as _;

use crate::export::palette::{Colour, RULE, hex, shade};
use crate::model::capability::Level;
use crate::report::paper::sign::sign;
use crate::report::words::how_well;

use super::paragraph::{Paragraph, Run, Style};
use super::sheet::Sheet;
use crate::export::escape::xml as escape;

/// The width of the text of an upright page, in twentieths of a point.
pub(super) const WIDTH: u32 = Sheet::Upright.width();

/// The height of a row of upright heads.
const UPRIGHT: &str = "<w:trHeight w:val=\"2300\" w:hRule=\"atLeast\"/>";

/// What lies around the text of cells: on the left it begins where the text of paragraphs does.
const AROUND_TEXT: &str =
    "<w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"140\" w:type=\"dxa\"/></w:tblCellMar>";

/// The same in the cells of numbers side by side.
const AROUND_NUMBER: &str = "<w:tcMar><w:left w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tcMar>";

/// What lies between the edge of a ground and the text on it.
const ON_A_GROUND: &str = "<w:tcMar><w:left w:w=\"90\" w:type=\"dxa\"/><w:right w:w=\"60\" w:type=\"dxa\"/></w:tcMar>";

/// A table.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    /// What it shows; nothing for one that only puts things side by side.
    pub(super) caption: Option<String>,
    /// The widths of its columns, which make up the width of the page.
    pub(super) widths: Vec<u32>,
    /// The heads of its columns.
    pub(super) heads: Vec<String>,
    /// Its rows.
    pub(super) rows: Vec<Vec<Cell>>,
    /// Whether all heads but the first stand upright.
    pub(super) has_upright_heads: bool,
    /// How high its rows are at least, in twentieths of a point, where they are to be written into.
    pub(super) row_height: Option<u32>,
}

/// A cell.
#[derive(Debug, Clone, Default)]
pub(super) struct Cell {
    inside: String,
    ground: Option<Colour>,
    bar: Option<Colour>,
    is_upright: bool,
    is_narrow: bool,
}

impl Cell {
    /// A cell of a paragraph of text.
    pub(super) fn text(text: &str) -> Self {
        Self::default().with(&Paragraph::of(Style::TableText, text))
    }

    /// The same, to be seen first.
    pub(super) fn strong(text: &str) -> Self {
        Self::default().with(&Paragraph::new(Style::TableText).run(text, Run::BOLD))
    }

    /// A level: its sign, its word and its shade.
    pub(super) fn level(level: Level) -> Self {
        Self::shaded(Style::TableText, level, how_well(level))
    }

    /// Words with the sign and the shade of a level.
    pub(super) fn shaded(style: Style, level: Level, words: &str) -> Self {
        let shade = shade(level);
        let look = Run { bold: true, colour: Some(shade.text), link: false };
        let paragraph = Paragraph::new(style).run(&format!("{}\u{a0}{words}", sign(level)), look);
        Self { ground: Some(shade.tint), ..Self::default() }.with(&paragraph)
    }

    /// With a paragraph more.
    pub(super) fn with(mut self, paragraph: &Paragraph) -> Self {
        self.inside.push_str(&paragraph.xml());
        self
    }

    /// On this ground.
    pub(super) fn on(self, ground: Colour) -> Self {
        Self { ground: Some(ground), ..self }
    }

    /// With little room around its number.
    pub(super) fn narrow(self) -> Self {
        Self { is_narrow: true, ..self }
    }

    /// With a strong line to its left.
    pub(super) fn barred(self, colour: Colour) -> Self {
        Self { bar: Some(colour), ..self }
    }

    fn xml(&self, width: u32) -> String {
        let mut described = format!("<w:tcW w:w=\"{width}\" w:type=\"dxa\"/>");
        if let Some(colour) = self.bar.map(hex) {
            let _ = write!(
                described,
                "<w:tcBorders><w:left w:val=\"single\" w:sz=\"24\" w:space=\"0\" w:color=\"{colour}\"/></w:tcBorders>"
            );
        }
        if let Some(ground) = self.ground {
            let _ = write!(described, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{}\"/>", hex(ground));
        }
        described.push_str(match (self.is_narrow, self.ground) {
            (true, _) => AROUND_NUMBER,
            (false, Some(_)) => ON_A_GROUND,
            (false, None) => "",
        });
        if self.is_upright {
            described.push_str("<w:textDirection w:val=\"btLr\"/>");
        }
        // A cell without a paragraph is refused.
        let blank = Paragraph::new(Style::TableText).xml();
        let inside = if self.inside.is_empty() { &blank } else { &self.inside };
        format!("<w:tc><w:tcPr>{described}</w:tcPr>{inside}</w:tc>")
    }
}

impl Table {
    /// A table of facts.
    pub(super) fn of<const COLUMNS: usize>(
        caption: &str,
        widths: [u32; COLUMNS],
        heads: [&str; COLUMNS],
        rows: impl IntoIterator<Item = [Cell; COLUMNS]>,
    ) -> Self {
        Self {
            caption: Some(caption.to_owned()),
            widths: widths.into(),
            heads: heads.map(str::to_owned).into(),
            rows: rows.into_iter().map(Into::into).collect(),
            ..Self::default()
        }
    }

    /// Cells side by side.
    pub(super) fn side_by_side<const COLUMNS: usize>(widths: [u32; COLUMNS], cells: [Cell; COLUMNS]) -> Self {
        Self { widths: widths.into(), rows: vec![cells.into()], ..Self::default() }
    }

    /// The table as XML.
    pub(super) fn xml(&self) -> String {
        let column = |width: &u32| ["<w:gridCol w:w=\"", &width.to_string(), "\"/>"].concat();
        let grid: String = self.widths.iter().map(column).collect();
        let head = if self.heads.is_empty() { String::new() } else { self.head() };
        let height = self.row_height.map(|least| format!("<w:trHeight w:val=\"{least}\" w:hRule=\"atLeast\"/>"));
        let described = format!("<w:cantSplit/>{}", height.unwrap_or_default());
        let rows: String = self.rows.iter().map(|cells| self.row(&described, cells)).collect();
        format!("<w:tbl><w:tblPr>{}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>", self.described())
    }

    fn described(&self) -> String {
        let width: u32 = self.widths.iter().sum();
        let rule = hex(RULE);
        let mut described = format!("<w:tblW w:w=\"{width}\" w:type=\"dxa\"/>");
        if !self.heads.is_empty() {
            let line = |name: &str| format!("<w:{name} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{rule}\"/>");
            let _ = write!(described, "<w:tblBorders>{}{}</w:tblBorders>", line("bottom"), line("insideH"));
        }
        described.push_str("<w:tblLayout w:type=\"fixed\"/>");
        described.push_str(AROUND_TEXT);
        // The bits of the same for old programs: no bands, and a first row that is a head.
        let first = u8::from(!self.heads.is_empty());
        let _ = write!(
            described,
            "<w:tblLook w:val=\"06{}0\" w:firstRow=\"{first}\" w:lastRow=\"0\" w:firstColumn=\"0\" \
             w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>",
            first * 2
        );
        if let Some(caption) = &self.caption {
            let _ = write!(described, "<w:tblCaption w:val=\"{}\"/>", escape(caption));
        }
        described
    }

    fn head(&self) -> String {
        let cell = |(at, head): (usize, &String)| Cell {
            is_upright: self.has_upright_heads && at > 0,
            ..Cell::default().with(&Paragraph::of(Style::TableHead, head))
        };
        let cells: Vec<Cell> = self.heads.iter().enumerate().map(cell).collect();
        let height = if self.has_upright_heads { UPRIGHT } else { "" };
        self.row(&format!("<w:cantSplit/>{height}<w:tblHeader/>"), &cells)
    }

    fn row(&self, described: &str, cells: &[Cell]) -> String {
        let cells: String = self.widths.iter().zip(cells).map(|(width, cell)| cell.xml(*width)).collect();
        format!("<w:tr><w:trPr>{described}</w:trPr>{cells}</w:tr>")
    }
}
