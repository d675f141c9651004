//! Plain text: what fits a terminal of 80 columns and can be read aloud.

use std::fmt::Write as _;

use crate::diagnostic::clean::visible;
use crate::report::lines;
use crate::report::page::{Block, Item, Line, Long, Page, Piece, Section, Support, Table};

const WIDTH: usize = 80;
/// Where somebody writes by hand.
const BLANK: &str = "____________________";

/// The page as text.
pub fn write(page: &Page) -> String {
    wrapped(page, WIDTH)
}

/// The page as text, each paragraph on one line, for a face that wraps them.
pub(crate) fn unbroken(page: &Page) -> String {
    wrapped(page, usize::MAX)
}

fn wrapped(page: &Page, width: usize) -> String {
    let mut out = Lines { text: String::new(), width };
    out.paragraph("", &visible(&page.title));
    for section in &page.sections {
        write_section(&mut out, section);
    }
    out.text
}

/// The page as text, with what follows one of its parts.
pub(crate) fn write_long(page: &Page, long: Long<'_>) -> String {
    let Long { section: of, mut blocks } = long;
    let mut out = Lines { text: String::new(), width: WIDTH };
    out.paragraph("", &visible(&page.title));
    for section in &page.sections {
        write_section(&mut out, section);
        if section.id == of {
            blocks.by_ref().for_each(|block| write_block(&mut out, indent(section), &block));
        }
    }
    out.text
}

fn indent(section: &Section) -> &'static str {
    if section.heading.is_empty() { "" } else { "  " }
}

fn write_section(out: &mut Lines, section: &Section) {
    out.gap();
    if !section.heading.is_empty() {
        out.paragraph("", &section.heading.to_uppercase());
    }
    section.blocks.iter().for_each(|block| write_block(out, indent(section), block));
}

fn write_block(out: &mut Lines, indent: &str, block: &Block) {
    match block {
        Block::Paragraph(text) | Block::Remark(text) => out.paragraph(indent, &line(text)),
        Block::List(items) => items.iter().for_each(|item| out.item(indent, item)),
        Block::Limit { item, .. } => out.item(indent, item),
        Block::Support(Support { name, line: text, .. }) => {
            out.paragraph(indent, &format!("{name}: {}", line(text)));
        }
        Block::Steps(steps) => {
            for (position, step) in steps.iter().enumerate() {
                out.paragraph(indent, &format!("{}. {}", position + 1, line(step)));
            }
        }
        Block::Table(table) => write_table(out, table),
        Block::Heat(heat) => write_table(out, &heat.table()),
    }
}

fn write_table(out: &mut Lines, table: &Table) {
    out.paragraph("  ", &format!("{}:", table.caption));
    for row in rows(table) {
        out.paragraph("    ", &row.name);
        out.paragraph("      ", &row.cells);
    }
}

/// A row of a table as text.
pub(crate) struct TextRow {
    /// What names the row.
    pub(crate) name: String,
    /// Every other cell that says something, with the head of its column.
    pub(crate) cells: String,
}

/// A table row by row.
pub(crate) fn rows(table: &Table) -> impl Iterator<Item = TextRow> + '_ {
    table.rows.iter().map(|row| {
        let mut cells = row.cells.iter().map(|cell| cell.words(line));
        let name = cells.next().expect("the first column of a table names the row");
        let told = table.columns.iter().skip(1).zip(cells).filter(|(_, cell)| cell != "-");
        let told: Vec<String> = told
            .map(|(column, cell)| format!("{}: {}", column.name, if cell.is_empty() { BLANK } else { &cell }))
            .collect();
        // A sentence among several cells ends where the next cell begins.
        let (last, before) =
            told.split_last().map_or((String::new(), &[][..]), |(last, before)| (last.clone(), before));
        let before = before.iter().map(|cell| format!("{}; ", cell.trim_end_matches('.')));
        TextRow { name, cells: before.collect::<String>() + &last }
    })
}

/// A line of prose as text.
pub fn line(pieces: &Line) -> String {
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

/// Lines of at most so many columns.
struct Lines {
    text: String,
    width: usize,
}

impl Lines {
    fn gap(&mut self) {
        self.text.push('\n');
    }

    fn item(&mut self, indent: &str, item: &Item) {
        self.paragraph(indent, &line(&item.line));
        item.more.iter().for_each(|more| self.paragraph("    ", &line(more)));
    }

    fn paragraph(&mut self, indent: &str, text: &str) {
        let hanging = format!("{indent}  ");
        let next = if indent.is_empty() { "" } else { hanging.as_str() };
        let options = lines::options(self.width)
            .initial_indent(indent)
            .subsequent_indent(next)
            .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit)
            .break_words(false);
        for line in textwrap::wrap(text, options) {
            let _ = writeln!(self.text, "{line}");
        }
    }
}
