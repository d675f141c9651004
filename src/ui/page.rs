//! A page laid out in lines for the screen.

use crate::export::text;
use crate::model::capability::Severity;
use crate::report::bibliography::Work;
use crate::report::page::{Block, Item, Line, Page, Piece, Section, Support, Table};
use crate::theme::Role;
use ratatui::style::Style;
use ratatui::text::Span;

use super::canvas::Canvas;
use super::link;
use super::prose::cut;
use super::widget::balance::role_of;
use super::widget::pane::Pane;

/// The page in lines of at most `width` columns.
pub(super) fn pane(canvas: &Canvas<'_, '_>, page: &Page, width: u16) -> Pane {
    on(Paper { canvas, pane: Pane::default(), width: width.saturating_sub(4), marks_sources: false }, page)
}

/// The same with every source as a row that can be marked.
pub(super) fn with_sources(canvas: &Canvas<'_, '_>, page: &Page, width: u16, marked: Option<usize>) -> Pane {
    let rows = Pane::of(marked, marked.is_some());
    on(Paper { canvas, pane: rows, width: width.saturating_sub(4), marks_sources: true }, page)
}

fn on(mut paper: Paper<'_, '_, '_>, page: &Page) -> Pane {
    paper.prose(&page.title, Role::Heading);
    for section in &page.sections {
        paper.section(section);
    }
    paper.pane
}

/// What is written on so far.
struct Paper<'c, 'a, 'k> {
    canvas: &'c Canvas<'a, 'k>,
    pane: Pane,
    width: u16,
    marks_sources: bool,
}

impl Paper<'_, '_, '_> {
    fn section(&mut self, section: &Section) {
        self.pane.gap();
        if !section.heading.is_empty() {
            self.prose(&section.heading, Role::Heading);
        }
        let mut before: Option<&Block> = None;
        for block in &section.blocks {
            if before.is_some_and(|before| !is_close(before, block)) {
                self.pane.gap();
            }
            self.block(block);
            before = Some(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(line) => self.prose(&text::line(line), Role::Text),
            Block::Remark(line) => self.prose(&text::line(line), Role::Muted),
            Block::List(items) => items.iter().for_each(|item| self.item(item)),
            Block::Steps(steps) => {
                for (position, step) in steps.iter().enumerate() {
                    self.after(&format!("{}. ", position + 1), Role::Muted, step, Role::Text);
                }
            }
            Block::Table(table) => self.table(table),
            Block::Heat(heat) => self.table(&heat.table()),
            Block::Support(Support { side, level, line, .. }) => {
                let name = self.canvas.cx.plan.base.alternatives[*side].short.clone();
                let lead = vec![self.canvas.span(format!("{name:<10}"), role_of(*side)), self.canvas.level(*level)];
                self.pane.extend(self.canvas.wrap_after(lead, &text::line(line), Role::Text, self.width, 12));
            }
            Block::Limit { severity, item, .. } => {
                self.after(
                    &format!("{} ", self.canvas.glyphs.warning),
                    severity_role(*severity),
                    &item.line,
                    Role::Text,
                );
                self.more(item);
            }
        }
    }

    fn item(&mut self, item: &Item) {
        if let [Piece::Work(work)] = item.line.as_slice() {
            return self.work(work);
        }
        let role = if item.more.is_empty() { Role::Muted } else { Role::Text };
        self.after(&format!("{} ", self.canvas.glyphs.dot), Role::Muted, &item.line, role);
        self.more(item);
    }

    /// A source: its title leads to it, and its address is on one line or cut, never broken.
    fn work(&mut self, work: &Work) {
        let canvas = self.canvas;
        let sources = &canvas.cx.plan.base.sources;
        let leads_to = sources.find(|source| source.id.as_str() == work.id);
        let link = |style| leads_to.map_or(style, |source| link::leading_to(source, style));
        let lead = vec![canvas.span(format!("{} ", canvas.glyphs.dot), Role::Muted)];
        let before = format!("[{}] {}, ", work.number, work.publisher);
        let text = format!("{before}{}, {} ({})", work.title, work.date, work.reading);
        let mut lines = canvas.wrap_after(lead, &text, Role::Muted, self.width, 2);
        restyle(&mut lines, letters(&before) + 1, letters(&work.title), link);
        let address = cut(&work.url, self.width.saturating_sub(2), canvas.glyphs.ellipsis);
        let style = link(canvas.style(Role::Muted));
        lines.push(ratatui::text::Line::from(vec![Span::raw("  "), Span::styled(address, style)]));
        if self.marks_sources {
            self.pane.row(lines);
        } else {
            self.pane.extend(lines);
        }
    }

    fn more(&mut self, item: &Item) {
        for line in &item.more {
            self.after("  ", Role::Muted, line, Role::Muted);
        }
    }

    /// A table row by row: what names the row, then every other cell with the head of its column.
    fn table(&mut self, table: &Table) {
        self.prose(&format!("{}:", table.caption), Role::Muted);
        for row in text::rows(table) {
            self.pane.extend(self.canvas.wrap(&row.name, Role::Text, self.width, 2));
            self.pane.extend(self.canvas.indented(2, &row.cells, Role::Muted, self.width));
        }
    }

    fn prose(&mut self, text: &str, role: Role) {
        self.pane.extend(self.canvas.wrap(text, role, self.width, 0));
    }

    /// A line after a sign of two or three columns.
    fn after(&mut self, sign: &str, sign_role: Role, line: &Line, role: Role) {
        let lead = vec![self.canvas.span(sign.to_owned(), sign_role)];
        self.pane.extend(self.canvas.wrap_after(lead, &text::line(line), role, self.width, 2));
    }
}

/// How many letters a text has that are no blanks.
fn letters(text: &str) -> usize {
    text.chars().filter(|letter| !letter.is_whitespace()).count()
}

/// Gives another style to so many letters of some lines, after so many others; blanks are not counted.
fn restyle(lines: &mut [ratatui::text::Line<'static>], after: usize, many: usize, restyled: impl Fn(Style) -> Style) {
    let mut seen = 0;
    for line in lines {
        let spans = std::mem::take(&mut line.spans);
        for span in spans {
            let mut parts: Vec<(bool, String)> = Vec::new();
            for letter in span.content.chars() {
                seen += usize::from(!letter.is_whitespace());
                let is_within = (after + 1..=after + many).contains(&seen);
                match parts.last_mut() {
                    Some((within, text)) if *within == is_within => text.push(letter),
                    _ => parts.push((is_within, letter.to_string())),
                }
            }
            line.spans.extend(parts.into_iter().map(|(is_within, text)| {
                Span::styled(text, if is_within { restyled(span.style) } else { span.style })
            }));
        }
    }
}

/// Whether a block follows the one before without an empty line between them.
fn is_close(before: &Block, block: &Block) -> bool {
    matches!(
        (before, block),
        (Block::Support(_), Block::Support(_)) | (Block::Limit { .. }, Block::Limit { .. }) | (_, Block::Remark(_))
    )
}

/// How a severity is coloured.
pub(super) fn severity_role(severity: Severity) -> Role {
    match severity {
        Severity::Blocker => Role::None,
        Severity::Major => Role::Warning,
        Severity::Minor => Role::Muted,
    }
}
