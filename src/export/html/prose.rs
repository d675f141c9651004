//! Lines and tables as HTML.

use std::fmt::Write as _;

use crate::report::bibliography::Work;
use crate::report::page::{Cell, ColumnKind, Line, Piece, Row, Table};

use super::bar::bar;
use crate::export::escape::{html as escape, own};

/// A line of prose.
pub(super) fn line(pieces: &Line) -> String {
    let mut out = String::new();
    for piece in pieces {
        let _ = match piece {
            Piece::Text(text) => write!(out, "{}", escape(text)),
            Piece::Strong(text) => write!(out, "<strong>{}</strong>", escape(text)),
            Piece::Own(text) => write!(out, "{}", own(text)),
            Piece::Id(id) => write!(out, "<code>{}</code>", escape(id)),
            Piece::Requirement(number) => write!(out, "<a class=\"requirement\" href=\"#{number}\">{number}</a>"),
            Piece::Cited(cited) => {
                let shown = escape(&cited.to_string());
                write!(out, "<a class=\"cited\" href=\"#source-{}\">{shown}</a>", cited.number)
            }
            Piece::Work(entry) => write!(out, "{}", work(entry)),
        };
    }
    out
}

/// What makes a line a target for links: it is the entry of a source.
pub(super) fn anchor(pieces: &Line) -> String {
    let number = pieces.iter().find_map(|piece| match piece {
        Piece::Work(work) => Some(work.number),
        _ => None,
    });
    number.map(|number| format!(" id=\"source-{number}\"")).unwrap_or_default()
}

fn work(work: &Work) -> String {
    let title = escape(&work.title);
    let linked = if work.url.starts_with("https://") {
        format!("<a href=\"{}\" rel=\"noreferrer\">{title}</a>", escape(&work.url))
    } else {
        title
    };
    format!(
        "[{}] {}: {linked}, {}, {}",
        work.number,
        escape(&work.publisher),
        escape(&work.date),
        escape(&work.reading)
    )
}

/// A table with its caption, in a frame that scrolls where the window is narrow.
pub(super) fn table(out: &mut String, table: &Table, is_target: bool) {
    let caption = escape(&table.caption);
    let _ = writeln!(
        out,
        "<div class=\"wide\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\">\n<table>\n\
         <caption>{caption}</caption>\n<thead>\n<tr>"
    );
    for column in &table.columns {
        let _ = writeln!(out, "<th scope=\"col\"{}>{}</th>", class(column.kind), escape(&column.name));
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for cells in &table.rows {
        row(out, table, cells, is_target);
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

fn row(out: &mut String, table: &Table, row: &Row, is_target: bool) {
    let number = row.cells.first().and_then(Cell::line).and_then(|line| match line.as_slice() {
        [Piece::Requirement(number)] if is_target => Some(*number),
        _ => None,
    });
    let id = number.map(|number| format!(" id=\"{number}\"")).unwrap_or_default();
    let _ = writeln!(out, "<tr{id}>");
    for (position, (column, cell)) in table.columns.iter().zip(&row.cells).enumerate() {
        let inside = match (cell, number) {
            (Cell::Line(_), Some(number)) if position == 0 => number.to_string(),
            (Cell::Line(pieces), _) => line(pieces),
            (Cell::Bar { value, most, words }, _) => bar(*value, *most, words),
        };
        let _ = if position == 0 {
            writeln!(out, "<th scope=\"row\">{inside}</th>")
        } else {
            writeln!(out, "<td{}>{inside}</td>", class(column.kind))
        };
    }
    out.push_str("</tr>\n");
}

fn class(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Text => "",
        ColumnKind::Number | ColumnKind::Bar => " class=\"number\"",
    }
}
