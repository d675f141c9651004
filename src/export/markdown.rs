//! Markdown: for a page, a ticket or a pull request. Nothing a user typed can become markup.

use std::fmt::Write as _;

use crate::diagnostic::clean::visible;
use crate::report::bibliography::Work;
use crate::report::page::{Block, ColumnKind, Item, Line, Long, Page, Piece, Section, Support, Table};

use super::record::Record;

/// The document as Markdown, with its record.
pub(crate) fn write(page: &Page, record: &Record) -> String {
    let mut out = format!("# {}\n\n", escape_all(&page.title));
    for section in &page.sections {
        write_section(&mut out, section, "##");
    }
    out.push_str(&record.comment());
    out
}

/// A page without a record, with what follows one of its parts.
pub(crate) fn write_long(page: &Page, long: Long<'_>) -> String {
    let Long { section: of, mut blocks } = long;
    let mut out = format!("# {}\n\n", escape_all(&page.title));
    for section in &page.sections {
        write_section(&mut out, section, "##");
        if section.id == of {
            blocks.by_ref().for_each(|block| write_block(&mut out, &block));
        }
    }
    out
}

/// A page to paste somewhere else, where its title is one heading of several.
pub(crate) fn copy(page: &Page) -> String {
    let mut out = format!("## {}\n\n", escape(&page.title));
    for section in &page.sections {
        write_section(&mut out, section, "###");
    }
    out
}

/// A part under a heading of that level.
pub(super) fn write_section(out: &mut String, section: &Section, level: &str) {
    if !section.heading.is_empty() {
        let _ = writeln!(out, "{level} {}\n", escape(&section.heading));
    }
    section.blocks.iter().for_each(|block| write_block(out, block));
}

fn write_block(out: &mut String, block: &Block) {
    match block {
        Block::Paragraph(text) | Block::Remark(text) => {
            let _ = writeln!(out, "{}", line(text));
        }
        Block::List(items) => items.iter().for_each(|item| write_item(out, item)),
        Block::Limit { item, .. } => write_item(out, item),
        Block::Support(Support { name, line: text, .. }) => {
            let _ = writeln!(out, "- **{}**: {}", escape(name), line(text));
        }
        Block::Steps(steps) => {
            for (position, step) in steps.iter().enumerate() {
                let _ = writeln!(out, "{}. {}", position + 1, line(step));
            }
        }
        Block::Table(table) => write_table(out, table),
        Block::Heat(heat) => write_table(out, &heat.table()),
    }
    out.push('\n');
}

fn write_item(out: &mut String, item: &Item) {
    let _ = writeln!(out, "- {}", line(&item.line));
    for more in &item.more {
        let _ = writeln!(out, "  - {}", line(more));
    }
}

/// A table under its caption.
pub(super) fn write_table(out: &mut String, table: &Table) {
    let _ = writeln!(out, "{}:\n", escape(&table.caption));
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    out.push_str(&row(table.columns.iter().map(|column| escape(&column.name)).collect()));
    let rule = |kind: ColumnKind| if kind == ColumnKind::Text { "---" } else { "---:" }.to_owned();
    out.push_str(&row(table.columns.iter().map(|column| rule(column.kind)).collect()));
    for cells in &table.rows {
        out.push_str(&row(cells.cells.iter().map(|cell| cell.words(line)).collect()));
    }
}

/// A line of prose as Markdown.
fn line(pieces: &Line) -> String {
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
            Piece::Cited(cited) => out.push_str(&escape(&cited.to_string())),
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
        work.url.replace(['<', '>', '\\', '\n'], ""),
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
