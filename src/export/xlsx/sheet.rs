//! A sheet on which text stays text, and rows are as high as what stands in them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, Formula, Image, Worksheet};

use crate::diagnostic::clean::visible;
use crate::export::brand::{Logo, alternative};

/// The most UTF-16 units of a text in a cell, less room for saying that it was cut. More than 32,767 is refused by spreadsheets.
const LONGEST: usize = 32_000;

/// What stands behind a text that was cut.
const CUT: &str = "… (cut: no cell holds more)";

/// The height of a line of ordinary text, and the room around it, in points.
const LINE: f64 = 13.5;
const AROUND: f64 = 3.0;
/// The size of a logo at most, in dots of the screen, and how many lines of text are as high.
const LOGO: [u32; 2] = [225, 30];
const LOGO_LINES: f64 = 1.8;
/// No row can be higher.
const HIGHEST: f64 = 409.0;

/// A sheet in the making.
pub(super) struct Sheet {
    sheet: Worksheet,
    widths: Vec<f64>,
    /// How many lines the fullest cell of a row takes: spreadsheets do not all find that out themselves.
    lines: BTreeMap<u32, f64>,
}

impl Sheet {
    /// A sheet with columns of these widths, in letters.
    pub(super) fn new(name: &str, widths: Vec<f64>) -> Self {
        let mut sheet = Worksheet::new();
        sheet.set_name(name).expect("the name is short and plain");
        for (column, width) in (0..).zip(&widths) {
            sheet.set_column_width(column, *width).expect("there are few columns");
        }
        sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
        Self { sheet, widths, lines: BTreeMap::new() }
    }

    /// A text, whatever it begins with.
    pub(super) fn text(&mut self, (row, column): (u32, u16), text: &str, format: &Format) {
        let text = shown(text);
        self.grow(row, column, &text, 1.0);
        self.write(row, column, &text, format);
    }

    /// A text in larger letters, which need so much more room.
    pub(super) fn large(&mut self, (row, column): (u32, u16), text: &str, format: &Format, times: f64) {
        let text = shown(text);
        self.grow(row, column, &text, times);
        self.write(row, column, &text, format);
    }

    /// A text that goes on beyond its column on one line.
    pub(super) fn line(&mut self, (row, column): (u32, u16), text: &str, format: &Format) {
        self.write(row, column, &shown(text), format);
    }

    fn write(&mut self, row: u32, column: u16, text: &str, format: &Format) {
        // Without this mark a cell that somebody goes into and leaves would become a formula.
        let quoted = begins_a_formula(text).then(|| format.clone().set_quote_prefix());
        let format = quoted.as_ref().unwrap_or(format);
        self.sheet.write_string_with_format(row, column, text, format).expect("the text is short enough");
    }

    /// A logo on a row of its own.
    pub(super) fn logo(&mut self, row: u32, logo: &Logo, company: Option<&str>) {
        let [wide, high] = logo.within(LOGO);
        let image = Image::new_from_buffer(logo.png()).expect("it is a PNG with a size");
        let image = image.set_scale_to_size(wide, high, false).set_alt_text(alternative(company));
        self.sheet.insert_image_with_offset(row, 0, &image, 3, 2).expect("the place is on the sheet");
        self.lines.insert(row, LOGO_LINES);
    }

    /// A number.
    pub(super) fn number(&mut self, (row, column): (u32, u16), number: u32, format: &Format) {
        self.sheet.write_number_with_format(row, column, number, format).expect("the place is on the sheet");
    }

    /// A formula of the program's own, with what it comes to.
    pub(super) fn formula(&mut self, (row, column): (u32, u16), formula: &str, result: usize, format: &Format) {
        let formula = Formula::new(formula).set_result(result.to_string());
        self.sheet.write_formula_with_format(row, column, formula, format).expect("the place is on the sheet");
    }

    /// What else is to be done to the sheet.
    pub(super) fn worksheet(&mut self) -> &mut Worksheet {
        &mut self.sheet
    }

    /// The sheet with its rows as high as their texts.
    pub(super) fn finished(mut self) -> Worksheet {
        for (row, lines) in self.lines {
            self.sheet.set_row_height(row, (lines * LINE + AROUND).min(HIGHEST)).expect("the place is on the sheet");
        }
        self.sheet
    }

    fn grow(&mut self, row: u32, column: u16, text: &str, times: f64) {
        let width = self.widths.get(usize::from(column)).copied().unwrap_or(10.0);
        let lines = f64::from(u32::try_from(wrapped(text, width / times)).unwrap_or(u32::MAX)) * times;
        let known = self.lines.entry(row).or_insert(lines);
        *known = known.max(lines);
    }
}

/// The number of a paper size.
const A4: u8 = 9;
/// The same for a paper twice as large.
pub(super) const A3: u8 = 8;

/// On how many lines a text stands in a column.
fn wrapped(text: &str, width: f64) -> usize {
    let letters = (1..400_u32).take_while(|letters| f64::from(*letters) < width).last().unwrap_or(1);
    textwrap::wrap(text, usize::try_from(letters).unwrap_or(1)).len()
}

/// A text as a cell can show it.
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    let text = visible(text);
    let units = |text: &str| text.encode_utf16().count();
    if units(&text) <= LONGEST {
        return text;
    }
    let mut room = LONGEST;
    let kept = text.chars().take_while(|letter| {
        let fits = letter.len_utf16() <= room;
        room = room.saturating_sub(letter.len_utf16());
        fits
    });
    Cow::Owned(kept.collect::<String>() + CUT)
}

/// Whether a text begins like a formula, in ASCII or in full width, leading blanks aside.
fn begins_a_formula(text: &str) -> bool {
    text.trim_start().starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
}

#[cfg(test)]
mod tests {
    use super::{begins_a_formula, shown, wrapped};

    #[test]
    fn a_text_is_cut_before_a_cell_is_full() {
        for letter in ["a", "é", "𝒳"] {
            let cut = shown(&letter.repeat(40_000)).into_owned();
            assert!(cut.encode_utf16().count() < 32_767 && cut.ends_with("(cut: no cell holds more)"), "{letter}");
        }
        assert_eq!(shown("a\u{1}b\n"), "a<U+0001>b ");
    }

    #[test]
    fn what_could_be_a_formula_is_known() {
        for text in ["=1", " +1", "-2", "@SUM(1)", "\u{ff1d}1"] {
            assert!(begins_a_formula(text), "{text}");
        }
        assert!(!begins_a_formula("a=1") && !begins_a_formula(""));
    }

    #[test]
    fn lines_are_counted_as_they_wrap() {
        assert_eq!(wrapped("one two three four", 11.0), 2, "a letter of room stays free");
        assert_eq!(wrapped("", 10.0), 1);
    }
}
