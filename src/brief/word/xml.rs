//! From the XML of a Word document to lines.

use std::fmt::Write as _;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::brief::office::letter;

/// The text; `None` if it is no XML.
pub(super) fn text(xml: &str) -> Option<String> {
    let mut reader = Reader::from_str(xml);
    let mut lines = Lines::default();
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => lines.begin(&start),
            Event::Empty(start) => {
                lines.begin(&start);
                lines.end(start.local_name().as_ref());
            }
            Event::End(end) => lines.end(end.local_name().as_ref()),
            Event::Text(text) => lines.say(&text.xml10_content()),
            Event::GeneralRef(reference) => lines.say(&letter(&reference)?),
            Event::CData(data) => lines.say(&data.xml10_content()),
            Event::Eof => return lines.finished(),
            _ => {}
        }
    }
}

/// The lines so far.
#[derive(Debug, Default)]
struct Lines {
    text: String,
    paragraph: String,
    /// The cells of the row, while there is one.
    row: Option<Vec<String>>,
    /// What marks the paragraph: a heading or a point of a list.
    mark: &'static str,
    /// How deep it is in what is said a second time for old programs.
    repeated: usize,
    is_text: bool,
    open: usize,
}

impl Lines {
    fn begin(&mut self, start: &BytesStart<'_>) {
        self.open += 1;
        match start.local_name().as_ref() {
            "Fallback" => self.repeated += 1,
            "p" => self.mark = "",
            "pStyle" => {
                let style = start.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == "val");
                let is_heading = style.is_some_and(|style| {
                    let name = style.value.to_ascii_lowercase();
                    name.starts_with("heading") || name.starts_with("title") || name.starts_with("berschrift")
                });
                if is_heading {
                    self.mark = "# ";
                }
            }
            "numPr" if self.mark.is_empty() => self.mark = "- ",
            "t" => self.is_text = self.repeated == 0,
            "tab" if self.repeated == 0 => self.paragraph.push(' '),
            // Word processors save a hyphen at which no line is broken as an element of its own.
            "noBreakHyphen" if self.repeated == 0 => self.paragraph.push('\u{2011}'),
            "br" | "cr" if self.repeated == 0 => self.paragraph.push('\n'),
            "tr" => self.row = Some(Vec::new()),
            "tc" => self.row.iter_mut().for_each(|row| row.push(String::new())),
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        if self.is_text {
            self.paragraph.push_str(text);
        }
    }

    fn end(&mut self, name: &str) {
        self.open = self.open.saturating_sub(1);
        match name {
            "Fallback" => self.repeated = self.repeated.saturating_sub(1),
            "t" => self.is_text = false,
            "p" => self.end_paragraph(),
            "tr" => {
                if let Some(row) = self.row.take().filter(|row| row.iter().any(|cell| !cell.is_empty())) {
                    let _ = writeln!(self.text, "| {} |", row.join(" | "));
                }
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let paragraph = paragraph.trim();
        if let Some(cell) = self.row.as_mut().and_then(|row| row.last_mut()) {
            if !cell.is_empty() && !paragraph.is_empty() {
                cell.push(' ');
            }
            cell.push_str(&paragraph.replace(['|', '\n'], " "));
            return;
        }
        if !paragraph.is_empty() {
            self.text.push_str(self.mark);
            self.text.push_str(paragraph);
        }
        // Each paragraph stands by itself, however long its line is.
        self.text.push_str("\n\n");
    }

    /// The text, if everything that was begun has ended.
    fn finished(self) -> Option<String> {
        (self.open == 0).then_some(self.text)
    }
}
