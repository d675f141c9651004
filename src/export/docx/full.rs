//! Everything that the two pages rest on: contents, then the page of the whole advice part by part.

use crate::export::Document;
use crate::export::broad::broad;
use crate::report::document;
use crate::report::page::{Block, Cell as PageCell, Item, Line, Piece, Section, Support, Table as PageTable};

use super::body::Body;
use super::cell::{Cell, Table};
use super::fit_to::widths;
use super::heat;
use super::paragraph::{Paragraph, Run, Style, run};
use super::sheet::Sheet;
use crate::export::escape::xml as escape;

/// Adds the contents and the parts.
pub(super) fn write(body: &mut Body, document: &Document<'_>) {
    let page = document::after(&document.report, &document.paper);
    let headed: Vec<&Section> = page.sections.iter().filter(|section| !section.heading.is_empty()).collect();
    contents(body, &Paragraph::of(Style::ContentsHeading, CONTENTS).on_a_new_page(), &headed);
    let all: Vec<&Section> = page.sections.iter().collect();
    let on_its_side = broad(&all);
    for (at, section) in all.into_iter().enumerate() {
        body.turn(if on_its_side.contains(&at) { Sheet::OnItsSide } else { Sheet::Upright });
        part(body, section);
    }
}

/// What stands above the contents.
pub(super) const CONTENTS: &str = "Contents";

/// Adds a part.
pub(super) fn part(body: &mut Body, section: &Section) {
    if !section.heading.is_empty() {
        let heading = body.marked(&mark(section), &run(&section.heading, Run::default()));
        body.put(&Paragraph::new(Style::Part).raw(&heading));
    }
    for (at, block) in section.blocks.iter().enumerate() {
        match (block, section.blocks.get(at + 1)) {
            // What explains a table is on its page.
            (Block::Paragraph(text), Some(Block::Table(_))) => {
                let inside = runs(body, text);
                body.put(&Paragraph::new(Style::Body).raw(&inside).with_the_next());
            }
            _ => write_block(body, block),
        }
    }
}

/// The name of the mark at the heading of a part. Names of parts are the program's own.
fn mark(section: &Section) -> String {
    format!("_Toc_{}", section.id.replace('-', "_"))
}

/// A table of contents that is complete already: nothing in it makes a word processor ask whether to bring it up to date.
pub(super) fn contents(body: &mut Body, heading: &Paragraph, sections: &[&Section]) {
    body.put(heading);
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let begin = format!(
        "{}<w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-1\" \\n \\h \\z </w:instrText></w:r>{}",
        field("begin"),
        field("separate")
    );
    for (at, section) in sections.iter().enumerate() {
        let link = format!(
            "<w:hyperlink w:anchor=\"{}\" w:history=\"1\"><w:r><w:t>{}</w:t></w:r></w:hyperlink>",
            mark(section),
            escape(&section.heading)
        );
        let first = if at == 0 { begin.as_str() } else { "" };
        let last = if at + 1 == sections.len() { field("end") } else { String::new() };
        body.put(&Paragraph::new(Style::Contents).raw(first).raw(&link).raw(&last));
    }
}

pub(super) fn write_block(body: &mut Body, block: &Block) {
    match block {
        Block::Paragraph(text) => paragraph(body, Style::Body, text),
        Block::Remark(text) => paragraph(body, Style::Quiet, text),
        Block::List(items) => items.iter().for_each(|item| write_item(body, item)),
        Block::Limit { item, .. } => write_item(body, item),
        Block::Support(Support { name, line, .. }) => {
            let inside = runs(body, line);
            body.put(&Paragraph::new(Style::Body).run(&format!("{name}: "), Run::BOLD).raw(&inside));
        }
        Block::Steps(steps) => {
            let list = body.list();
            for step in steps {
                paragraph(body, Style::Step(list), step);
            }
        }
        Block::Table(table) => write_table(body, table),
        Block::Heat(map) => heat::write(body, map),
    }
}

fn paragraph(body: &mut Body, style: Style, line: &Line) {
    let inside = runs(body, line);
    body.put(&Paragraph::new(style).raw(&inside));
}

fn write_item(body: &mut Body, item: &Item) {
    paragraph(body, Style::Bullet(0), &item.line);
    item.more.iter().for_each(|more| paragraph(body, Style::Bullet(1), more));
}

fn write_table(body: &mut Body, table: &PageTable) {
    body.put(&Paragraph::of(Style::Caption, &table.caption));
    let words = |cell: &PageCell| cell.words(crate::export::text::line);
    let column = |at: usize, head: &str| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(at)).map(words);
        std::iter::once(head.to_owned()).chain(cells).collect::<Vec<_>>()
    };
    let columns: Vec<Vec<String>> = table.columns.iter().enumerate().map(|(at, head)| column(at, &head.name)).collect();
    let mut rows = Vec::new();
    for row in &table.rows {
        let cells = row.cells.iter().enumerate().map(|(at, cell)| written(body, cell, at == 0));
        rows.push(cells.collect());
    }
    let heads = table.columns.iter().map(|column| column.name.clone()).collect();
    let caption = Some(table.caption.clone());
    let widths = widths(&columns, body.sheet().width());
    body.table(&Table { caption, widths, heads, rows, ..Table::default() });
}

/// A cell; the first one names the row.
fn written(body: &mut Body, cell: &PageCell, is_name: bool) -> Cell {
    match cell {
        PageCell::Bar { words, .. } => Cell::text(words),
        PageCell::Level(level) => Cell::level(*level),
        PageCell::Line(line) => match line.as_slice() {
            [Piece::Text(text)] if is_name => Cell::strong(text),
            _ => {
                let inside = runs(body, line);
                Cell::default().with(&Paragraph::new(Style::TableText).raw(&inside))
            }
        },
    }
}

/// A line as runs of text.
fn runs(body: &mut Body, line: &Line) -> String {
    let mut xml = String::new();
    for piece in line {
        let plain = |text: &str| run(text, Run::default());
        let inside = match piece {
            Piece::Text(text) | Piece::Own(text) | Piece::Id(text) => plain(text),
            Piece::Strong(text) => run(text, Run::BOLD),
            // A number is not broken at its hyphen.
            Piece::Requirement(number) => plain(&number.to_string().replace('-', "\u{2011}")),
            Piece::Cited(cited) => {
                let text = run(&cited.to_string(), Run::default());
                format!("<w:hyperlink w:anchor=\"source_{}\" w:history=\"1\">{text}</w:hyperlink>", cited.number)
            }
            Piece::Work(work) => {
                let number = body.marked(&format!("source_{}", work.number), &plain(&format!("[{}]", work.number)));
                let title = body.link(&work.url, &run(&work.title, Run::LINK));
                let before = plain(&format!(" {}: ", work.publisher));
                let after = plain(&format!(", {} ({}) {}", work.date, work.reading, work.url));
                [number, before, title, after].concat()
            }
        };
        xml.push_str(&inside);
    }
    xml
}
