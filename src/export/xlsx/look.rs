//! How cells look.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::export::brand::Accent;
use crate::export::palette::{INK, INPUT, QUIET, RULE, WHITE};

const FONT: &str = "Calibri";

/// The formats of cells.
pub(super) struct Look {
    /// A cell of a table.
    pub(super) cell: Format,
    /// The same with a number.
    pub(super) number: Format,
    /// The same to be filled in.
    pub(super) input: Format,
    /// The head of a column.
    pub(super) head: Format,
    /// An address in the documentation.
    pub(super) link: Format,
    /// The answer.
    pub(super) title: Format,
    /// What stands before a text.
    pub(super) label: Format,
    /// A text beside its label.
    pub(super) text: Format,
    /// The same, to be seen first.
    pub(super) strong: Format,
    /// The same of less weight.
    pub(super) quiet: Format,
    /// The same on one line, beyond its column.
    pub(super) strip: Format,
}

impl Look {
    /// The formats with this colour.
    pub(super) fn of(accent: Accent) -> Self {
        let accent = accent.ink();
        let line = Format::new().set_font_name(FONT).set_font_size(10).set_font_color(INK).set_align(FormatAlign::Top);
        let text = line.clone().set_text_wrap();
        let cell = text.clone().set_border_bottom(FormatBorder::Hair).set_border_bottom_color(RULE);
        Self {
            number: cell.clone().set_align(FormatAlign::Right),
            input: cell.clone().set_background_color(INPUT),
            head: text.clone().set_bold().set_font_color(WHITE).set_background_color(accent),
            link: cell.clone().set_font_color(accent),
            title: text.clone().set_bold().set_font_size(16),
            label: text.clone().set_bold().set_font_color(accent),
            strong: text.clone().set_bold(),
            quiet: text.clone().set_font_color(QUIET),
            strip: line.set_font_color(QUIET),
            cell,
            text,
        }
    }
}
