//! HTML: one file that loads nothing and runs nothing, for a browser and for paper. Nothing a user typed can become markup.

mod bar;
mod colour;
mod heat;
mod paper;
mod prose;

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::report::page::{Block, Item, Long, Page, Section, Support};
use crate::report::paper::identity::KIND;
use crate::report::paper::{Paper, Sheet, sheet};
use crate::report::parts::header::TOOL;

use super::brand::{Accent, Brand};
use super::broad::broad;
use super::escape::{html as escape, own};
use super::record::Record;
use prose::Frame;

const STYLE: &str = include_str!("html/style.css");

/// What only a page with a heat map needs beside that.
const HEAT_STYLE: &str = include_str!("html/heat.css");

/// The document as a page, with its record: the two pages of the paper, then what follows them.
pub(crate) fn write(of: &Paper, page: &Page, brand: &Brand, record: &Record) -> String {
    let title = format!("{}: {} ({KIND})", of.identity.project, page.title.trim_end_matches('.'));
    let pictures = if brand.logo.is_some() { " img-src data:;" } else { "" };
    let mut out = head(
        &title,
        &[STYLE, &paper::style(of), &prose::heads_of_cards(&page.sections), &colour::style(brand.accent)].concat(),
        pictures,
    );
    out.push_str("<body>\n<a class=\"skip\" href=\"#main\">Skip to the advice</a>\n<main id=\"main\">\n");
    let rest: Vec<&Section> = page.sections.iter().filter(|section| sheet(section) == Sheet::Following).collect();
    let second: Vec<&Section> = page.sections.iter().filter(|section| sheet(section) == Sheet::Second).collect();
    paper::write(&mut out, of, brand.logo.as_ref(), &second);
    if !rest.is_empty() {
        out.push_str("<div class=\"rest\">\n");
        contents(&mut out, &rest);
        let on_its_side = broad(&rest);
        for (at, section) in rest.into_iter().enumerate() {
            let class = if on_its_side.contains(&at) { " class=\"broad\"" } else { "" };
            write_section(&mut out, Part { section, class, has_cards: true }, &mut std::iter::empty());
        }
        out.push_str("</div>\n");
    }
    let _ = writeln!(out, "</main>\n<footer>\n<p>{}</p>\n</footer>", escape(TOOL));
    out.push_str(&record.template());
    out.push_str("</body>\n</html>\n");
    out
}

/// A page without a record, with heat maps and with what follows one of its parts.
pub(crate) fn write_long(page: &Page, long: Long<'_>, accent: Accent) -> String {
    written(page, &[STYLE, HEAT_STYLE, &colour::style(accent)].concat(), long)
}

fn written(page: &Page, style: &str, long: Long<'_>) -> String {
    let mut out = head(&page.title, style, "");
    out.push_str("<body>\n<a class=\"skip\" href=\"#main\">Skip to the advice</a>\n");
    let (about, parts): (Vec<_>, Vec<_>) = page.sections.iter().partition(|section| section.heading.is_empty());
    let _ = writeln!(out, "<header>\n<h1>{}</h1>", own(&page.title));
    for block in about.iter().flat_map(|section| &section.blocks) {
        write_block(&mut out, block, Frame::default());
    }
    out.push_str("</header>\n");
    contents(&mut out, &parts);
    out.push_str("<main id=\"main\">\n");
    let Long { section: of, mut blocks } = long;
    for section in parts {
        let more: &mut dyn Iterator<Item = Block> =
            if section.id == of { &mut blocks } else { &mut std::iter::empty() };
        write_section(&mut out, Part { section, class: "", has_cards: false }, more);
    }
    let _ = writeln!(out, "</main>\n<footer>\n<p>{}</p>\n</footer>", escape(TOOL));
    out.push_str("</body>\n</html>\n");
    out
}

/// The head. The policy allows this very style and nothing else: no script, no font, no form, no frame, and no image but those that
/// are named.
fn head(title: &str, style: &str, pictures: &str) -> String {
    let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hash}';{pictures} \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"generator\" content=\"{}\">\n\
         <title>{}</title>\n<style>{style}</style>\n</head>\n",
        escape(TOOL),
        escape(title)
    )
}

fn contents(out: &mut String, sections: &[&Section]) {
    out.push_str("<nav aria-label=\"Contents\">\n<ul>\n");
    for section in sections {
        let _ = writeln!(out, "<li><a href=\"#{}\">{}</a></li>", section.id, escape(&section.heading));
    }
    out.push_str("</ul>\n</nav>\n");
}

/// A part, with more blocks than those that it holds.
fn write_section(out: &mut String, part: Part<'_>, more: &mut dyn Iterator<Item = Block>) {
    let Part { section, class, has_cards } = part;
    let id = section.id;
    let _ = writeln!(
        out,
        "<section id=\"{id}\"{class} aria-labelledby=\"{id}-heading\">\n<h2 id=\"{id}-heading\">{}</h2>",
        escape(&section.heading)
    );
    let mut tables = 0;
    for block in &section.blocks {
        tables += usize::from(matches!(block, Block::Table(_)));
        write_block(out, block, Frame { is_target: id == "register", cards: has_cards.then_some(tables) });
    }
    more.for_each(|block| write_block(out, &block, Frame::default()));
    out.push_str("</section>\n");
}

/// A part to be written.
#[derive(Clone, Copy)]
struct Part<'p> {
    section: &'p Section,
    /// An attribute of its class; empty if it has none.
    class: &'static str,
    /// Whether the rows of its tables are cards where the window is narrow.
    has_cards: bool,
}

/// A block.
fn write_block(out: &mut String, block: &Block, frame: Frame) {
    match block {
        Block::Paragraph(line) | Block::Remark(line) => {
            let _ = writeln!(out, "<p>{}</p>", prose::line(line));
        }
        Block::List(items) => {
            out.push_str("<ul>\n");
            for item in items {
                write_item(out, item);
            }
            out.push_str("</ul>\n");
        }
        Block::Steps(steps) => {
            out.push_str("<ol>\n");
            for step in steps {
                let _ = writeln!(out, "<li>{}</li>", prose::line(step));
            }
            out.push_str("</ol>\n");
        }
        Block::Limit { item, .. } => {
            out.push_str("<ul>\n");
            write_item(out, item);
            out.push_str("</ul>\n");
        }
        Block::Support(Support { name, line, .. }) => {
            let _ = writeln!(out, "<p><strong>{}</strong>: {}</p>", escape(name), prose::line(line));
        }
        Block::Table(table) => prose::table(out, table, frame),
        Block::Heat(map) => heat::write(out, map),
    }
}

fn write_item(out: &mut String, item: &Item) {
    let _ = write!(out, "<li{}>{}", prose::anchor(&item.line), prose::line(&item.line));
    if !item.more.is_empty() {
        out.push_str("\n<ul>\n");
        for more in &item.more {
            let _ = writeln!(out, "<li>{}</li>", prose::line(more));
        }
        out.push_str("</ul>\n");
    }
    out.push_str("</li>\n");
}
