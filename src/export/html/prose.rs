//! Lines and tables as HTML.

use std::fmt::Write as _;

use crate::diagnostic::clean::visible;
use crate::model::capability::Level;
use crate::report::bibliography::Work;
use crate::report::page::{Block, Cell, ColumnKind, Line, Piece, Row, Section, Table};
use crate::report::paper::sign::{sign, tag};
use crate::report::words::how_well;

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

/// A level by its sign and its word, in its shade.
pub(super) fn level(level: Level) -> String {
    format!("<span class=\"lv {}\">{} {}</span>", tag(level), sign(level), how_well(level))
}

/// What is special about a table.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Frame {
    /// Whether the links of requirements lead to its rows.
    pub(super) is_target: bool,
    /// Which table of its part it is, from 1, if each row is a card where the window is narrow.
    pub(super) cards: Option<usize>,
}

/// The heads that stand before the cells of cards.
pub(super) fn heads_of_cards<'p>(sections: impl IntoIterator<Item = &'p Section>) -> String {
    let mut style = String::from("@media screen and (max-width: 46rem) {\n");
    for section in sections {
        let tables = section.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        for (number, table) in (1..).zip(tables) {
            for (at, column) in (1..).zip(&table.columns).skip(1) {
                let (id, head) = (section.id, in_a_style(&column.name));
                let _ = writeln!(style, "#{id} .t{number} td:nth-child({at})::before {{ content: \"{head} \"; }}");
            }
        }
    }
    style + "}\n"
}

/// A text between quotes in a style, which it cannot end: whatever is no letter, digit or blank stands as its number.
pub(super) fn in_a_style(text: &str) -> String {
    let mut written = String::new();
    for letter in visible(text).chars() {
        if letter.is_alphanumeric() || letter == ' ' {
            written.push(letter);
        } else {
            let _ = write!(written, "\\{:x} ", u32::from(letter));
        }
    }
    written
}

/// A table with its caption, in a frame that scrolls where the window is narrow and its rows are no cards.
pub(super) fn table(out: &mut String, table: &Table, frame: Frame) {
    let cards = frame.cards.map(|number| format!(" class=\"cards t{number}\"")).unwrap_or_default();
    let caption = escape(&table.caption);
    let _ = writeln!(
        out,
        "<div class=\"wide\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\">\n<table{cards}>\n\
         <caption>{caption}</caption>\n<thead>\n<tr>"
    );
    for column in &table.columns {
        let _ = writeln!(out, "<th scope=\"col\"{}>{}</th>", class(column.kind), escape(&column.name));
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for cells in &table.rows {
        row(out, table, cells, frame.is_target);
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
            (Cell::Level(of), _) => level(*of),
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

#[cfg(test)]
mod tests {
    use super::{heads_of_cards, in_a_style};
    use crate::report::page::{Block, Cell, ColumnKind, Section, Table, line};

    #[test]
    fn every_cell_of_a_card_but_the_one_that_names_it_has_its_head() {
        let table = |heads: &[&str]| {
            let columns = heads.iter().map(|head| (*head, ColumnKind::Text));
            let cells = heads.iter().map(|_| Cell::text("x")).collect();
            Block::Table(Table::of_rows("Caption".to_owned(), columns, std::iter::once(cells)))
        };
        let blocks = vec![table(&["ID", "Size", "Owner"]), Block::Paragraph(line("text")), table(&["Gap", "By"])];
        let style = heads_of_cards([&Section::new("gaps", "Gaps", blocks)]);
        let rules: Vec<&str> = style.lines().filter(|rule| rule.starts_with('#')).collect();
        assert_eq!(
            rules,
            [
                "#gaps .t1 td:nth-child(2)::before { content: \"Size \"; }",
                "#gaps .t1 td:nth-child(3)::before { content: \"Owner \"; }",
                "#gaps .t2 td:nth-child(2)::before { content: \"By \"; }",
            ]
        );
    }

    #[test]
    fn no_text_can_end_a_style() {
        assert_eq!(in_a_style("A \"; } </style>\\\n"), "A \\22 \\3b  \\7d  \\3c \\2f style\\3e \\5c  ");
        assert_eq!(in_a_style("Ärger 2"), "Ärger 2");
    }
}
