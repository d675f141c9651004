//! Markdown: for a page, a ticket or a pull request. Nothing a user typed can become markup.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::diagnostic::clean::visible;
use crate::report::bibliography::{Cited, Work};
use crate::report::page::{Block, ColumnKind, Item, Line, Long, Page, Piece, Section, Support, Table};

use super::record::Record;

/// The document as Markdown, with its record.
pub(crate) fn write(page: &Page, record: &Record) -> String {
    let mut out = format!("# {}\n\n", escape_all(&page.title));
    let addresses = Addresses::of(page);
    for section in &page.sections {
        write_section(&mut out, section, "##", &addresses);
    }
    out.push_str(&record.comment());
    out
}

/// A page without a record, with what follows one of its parts.
pub(crate) fn write_long(page: &Page, long: Long<'_>) -> String {
    let Long { section: of, mut blocks } = long;
    let mut out = format!("# {}\n\n", escape_all(&page.title));
    let addresses = Addresses::of(page);
    for section in &page.sections {
        write_section(&mut out, section, "##", &addresses);
        if section.id == of {
            blocks.by_ref().for_each(|block| write_block(&mut out, &block, &addresses));
        }
    }
    out
}

/// A page to paste somewhere else, where its title is one heading of several.
pub(crate) fn copy(page: &Page) -> String {
    let mut out = format!("## {}\n\n", escape(&page.title));
    let addresses = Addresses::of(page);
    for section in &page.sections {
        write_section(&mut out, section, "###", &addresses);
    }
    out
}

/// Where the sources of a page lie, by their numbers in it.
#[derive(Default)]
struct Addresses<'p>(BTreeMap<usize, &'p str>);

impl<'p> Addresses<'p> {
    fn of(page: &'p Page) -> Self {
        let pieces = page.sections.iter().flat_map(|section| &section.blocks).flat_map(Block::lines).flatten();
        let works = pieces.filter_map(|piece| match piece {
            Piece::Work(work) if work.url.starts_with("https://") => Some((work.number, work.url.as_str())),
            _ => None,
        });
        Self(works.collect())
    }

    /// A citation, which leads to its source where the page lists that.
    fn link(&self, cited: &Cited) -> String {
        let shown = escape(&cited.to_string());
        self.0.get(&cited.number).map_or(shown.clone(), |url| format!("[{shown}](<{}>)", harmless(url)))
    }
}

/// An address that cannot end the brackets around it.
fn harmless(url: &str) -> String {
    url.replace(['<', '>', '\\', '\n'], "")
}

/// A part under a heading of that level.
fn write_section(out: &mut String, section: &Section, level: &str, addresses: &Addresses<'_>) {
    if !section.heading.is_empty() {
        let _ = writeln!(out, "{level} {}\n", escape(&section.heading));
    }
    section.blocks.iter().for_each(|block| write_block(out, block, addresses));
}

fn write_block(out: &mut String, block: &Block, addresses: &Addresses<'_>) {
    let line = |pieces: &Line| line(pieces, addresses);
    match block {
        Block::Paragraph(text) | Block::Remark(text) => {
            let _ = writeln!(out, "{}", line(text));
        }
        Block::List(items) => items.iter().for_each(|item| write_item(out, item, addresses)),
        Block::Limit { item, .. } => write_item(out, item, addresses),
        Block::Support(Support { name, line: text, .. }) => {
            let _ = writeln!(out, "- **{}**: {}", escape(name), line(text));
        }
        Block::Steps(steps) => {
            for (position, step) in steps.iter().enumerate() {
                let _ = writeln!(out, "{}. {}", position + 1, line(step));
            }
        }
        Block::Table(table) => write_table(out, table, addresses),
        Block::Heat(heat) => write_table(out, &heat.table(), addresses),
    }
    out.push('\n');
}

fn write_item(out: &mut String, item: &Item, addresses: &Addresses<'_>) {
    let _ = writeln!(out, "- {}", line(&item.line, addresses));
    for more in &item.more {
        let _ = writeln!(out, "  - {}", line(more, addresses));
    }
}

/// A table under its caption.
fn write_table(out: &mut String, table: &Table, addresses: &Addresses<'_>) {
    let _ = writeln!(out, "{}:\n", escape(&table.caption));
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    out.push_str(&row(table.columns.iter().map(|column| escape(&column.name)).collect()));
    let rule = |kind: ColumnKind| if kind == ColumnKind::Text { "---" } else { "---:" }.to_owned();
    out.push_str(&row(table.columns.iter().map(|column| rule(column.kind)).collect()));
    for cells in &table.rows {
        out.push_str(&row(cells.cells.iter().map(|cell| cell.words(|pieces| line(pieces, addresses))).collect()));
    }
}

/// A line of prose as Markdown.
fn line(pieces: &Line, addresses: &Addresses<'_>) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(&escape(text)),
            Piece::Strong(text) => {
                let _ = write!(out, "**{}**", escape(text));
            }
            Piece::Own(text) => out.push_str(&escape_all(text)),
            Piece::Id(id) => {
                let _ = write!(out, "`{id}`");
            }
            Piece::Requirement(number) => {
                let _ = write!(out, "{number}");
            }
            Piece::Cited(cited) => out.push_str(&addresses.link(cited)),
            Piece::Work(entry) => out.push_str(&work(entry)),
        }
    }
    out
}

/// The entry of a source.
fn work(work: &Work) -> String {
    format!(
        "[{}] {}: [{}](<{}>), {}, {}",
        work.number,
        escape(&work.publisher),
        escape(&work.title),
        harmless(&work.url),
        escape(&work.date),
        escape(&work.reading)
    )
}

/// The program's own text, which stays text: what could be taken for markup is escaped.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in visible(text).chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '$') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    match escaped.chars().next() {
        Some('-' | '+' | '=') => format!("\\{escaped}"),
        _ => without_number(&escaped).unwrap_or(escaped),
    }
}

/// A text that begins like a numbered point, with its point escaped.
fn without_number(text: &str) -> Option<String> {
    let rest = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let digits = text.strip_suffix(rest).filter(|digits| !digits.is_empty())?;
    rest.starts_with(['.', ')']).then(|| format!("{digits}\\{rest}"))
}

/// What a user typed, on one line: every punctuation character is escaped, so that no dialect finds markup or an address.
pub(crate) fn escape_all(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in visible(text.trim()).chars() {
        if letter.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
