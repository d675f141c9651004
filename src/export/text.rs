//! Plain text: what fits a terminal of 80 columns and can be read aloud.

use std::fmt::Write as _;

use crate::diagnostic::clean::visible;
use crate::report::outline::{Block, Line, Outline, Piece, Section, Table};

const WIDTH: usize = 80;
/// Where somebody writes by hand.
const BLANK: &str = "____________________";

/// The document as text.
pub fn write(outline: &Outline) -> String {
    let mut out = Lines::default();
    out.paragraph("", &visible(&outline.title));
    for section in &outline.sections {
        write_section(&mut out, section);
    }
    out.text
}

fn write_section(out: &mut Lines, section: &Section) {
    out.gap();
    let indent = if section.heading.is_empty() { "" } else { "  " };
    if !section.heading.is_empty() {
        out.paragraph("", &section.heading.to_uppercase());
    }
    for block in &section.blocks {
        match block {
            Block::Paragraph(text) => out.paragraph(indent, &line(text)),
            Block::List(items) => {
                for item in items {
                    out.paragraph(indent, &line(&item.line));
                    item.more.iter().for_each(|more| out.paragraph("    ", &line(more)));
                }
            }
            Block::Steps(steps) => {
                for (position, step) in steps.iter().enumerate() {
                    out.paragraph(indent, &format!("{}. {}", position + 1, line(step)));
                }
            }
            Block::Table(table) => write_table(out, table),
        }
    }
}

/// A table row by row: its name on a line, then every other cell with the head of its column.
fn write_table(out: &mut Lines, table: &Table) {
    out.paragraph("  ", &format!("{}:", table.caption));
    for row in &table.rows {
        let mut cells = row.cells.iter().map(|cell| cell.words(line));
        out.paragraph("    ", &cells.next().unwrap_or_default());
        let named = table.columns.iter().skip(1).zip(cells).filter(|(_, cell)| cell != "-");
        let rest: Vec<String> = named
            .map(|(column, cell)| format!("{}: {}", column.name, if cell.is_empty() { BLANK } else { &cell }))
            .collect();
        out.paragraph("      ", &rest.join("; "));
    }
}

/// A line of prose as text.
pub(super) fn line(pieces: &Line) -> String {
    let mut out = String::new();
    for piece in pieces {
        let _ = match piece {
            Piece::Text(text) | Piece::Strong(text) | Piece::Own(text) => write!(out, "{}", visible(text)),
            Piece::Id(id) => write!(out, "{id}"),
            Piece::Requirement(number) => write!(out, "{number}"),
            Piece::Cited(cited) => write!(out, "{cited}"),
            Piece::Work(work) => write!(
                out,
                "[{}] {}, {}, {} ({}) {}",
                work.number, work.publisher, work.title, work.date, work.reading, work.url
            ),
        };
    }
    out
}

/// Wrapped lines.
#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    fn gap(&mut self) {
        self.text.push('\n');
    }

    fn paragraph(&mut self, indent: &str, text: &str) {
        let hanging = format!("{indent}  ");
        let next = if indent.is_empty() { "" } else { hanging.as_str() };
        let options = textwrap::Options::new(WIDTH)
            .initial_indent(indent)
            .subsequent_indent(next)
            .word_separator(textwrap::WordSeparator::AsciiSpace)
            .word_splitter(textwrap::WordSplitter::NoHyphenation)
            .break_words(false);
        for line in textwrap::wrap(text, options) {
            let _ = writeln!(self.text, "{line}");
        }
    }
}
