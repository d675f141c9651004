//! Boxes over a screen.

use ratatui::layout::{Margin, Rect};
use ratatui::widgets::Borders;

use crate::app::popup::Popup;
use crate::app::popup::changes::ChangeList;
use crate::app::popup::confirm::Confirm;
use crate::app::popup::copies::CopyList;
use crate::app::popup::field::FieldBox;
use crate::app::popup::form::FormBox;
use crate::app::popup::page::PageBox;
use crate::app::popup::palette::Palette;
use crate::app::popup::themes::ThemeList;
use crate::diagnostic::clean::visible;

use super::export::LABEL;
use super::footer;
use super::prose::{columns, cut};
use super::{Action, Areas, Canvas, Line, Pane, Role, page, slider, tour};

/// Draws the box that lies over the screen.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, screen: &Areas, popup: &Popup) {
    canvas.cover(Action::Back);
    if !matches!(popup, Popup::Themes(_) | Popup::Slider(_) | Popup::Tour(_)) {
        canvas.recede();
    }
    match popup {
        Popup::Field(field) => draw_field(canvas, screen, field),
        Popup::Form(form) => draw_form(canvas, screen, form),
        Popup::Page(page) => draw_page(canvas, screen, page),
        Popup::Palette(palette) => draw_palette(canvas, screen, palette),
        Popup::Themes(list) => draw_themes(canvas, screen, list),
        Popup::Confirm(confirm) => draw_confirm(canvas, screen, confirm),
        Popup::Copies(list) => draw_copies(canvas, screen, list),
        Popup::Changes(list) => draw_changes(canvas, screen, list),
        Popup::Slider(line) => slider::draw(canvas, screen, line),
        Popup::Tour(tour) => tour::draw(canvas, screen, *tour),
    }
    canvas.clear(screen.footer, Role::Text);
    footer::draw(canvas, screen);
}

/// A box with a border and a title; the area inside.
fn frame(canvas: &mut Canvas<'_, '_>, area: Rect, title: &str) -> Rect {
    canvas.clear(area, Role::Surface);
    canvas.draw(area, canvas.border(Borders::ALL));
    let title = canvas.span(format!(" {title} "), Role::Heading);
    canvas.line(Rect { x: area.x + 2, height: 1, width: area.width.saturating_sub(4), ..area }, title);
    canvas.hit(area, Action::Redraw);
    area.inner(Margin::new(2, 1))
}

/// The area inside with the border at its right, so that a scroll bar stands in that and not beside it.
fn to_border(inner: Rect) -> Rect {
    Rect { width: inner.width + 2, ..inner }
}

fn draw_field(canvas: &mut Canvas<'_, '_>, screen: &Areas, field: &FieldBox) {
    const WIDEST: u16 = 70;
    let width = screen.boxed(WIDEST, 1).width.saturating_sub(4);
    let hint = canvas.wrap(&field.hint, Role::Muted, width, 0);
    let problem = field
        .problem
        .as_ref()
        .map_or_else(Vec::new, |problem| canvas.led((canvas.glyphs.warning, Role::Error), problem, Role::Error, width));
    let height = |lines: &[Line<'_>]| u16::try_from(lines.len()).unwrap_or(0);
    let (above, below) = (height(&hint), height(&problem).max(1));
    let inner = frame(canvas, screen.boxed(WIDEST, above + below + 5), &field.title);
    let row = Rect { y: inner.y + above + 1, height: 1, ..inner };
    canvas.field(row, &field.field, true);
    for (y, line) in (inner.y..).zip(hint).chain((row.y + 2..).zip(problem)) {
        canvas.line(Rect { y, height: 1, ..inner }, line);
    }
}

fn draw_form(canvas: &mut Canvas<'_, '_>, screen: &Areas, form: &FormBox) {
    const WIDEST: u16 = 76;
    let width = screen.boxed(WIDEST, 1).width.saturating_sub(4);
    let hint = form.lines.get(form.at).map(|line| line.about.hint(canvas.cx.plan.base)).unwrap_or_default();
    let below = match &form.problem {
        Some(problem) => canvas.led((canvas.glyphs.warning, Role::Error), problem, Role::Error, width),
        None => canvas.wrap(&hint, Role::Muted, width, 0),
    };
    let height = |lines: usize| u16::try_from(lines).unwrap_or(u16::MAX);
    let lines = height(form.lines.len());
    let inner = frame(canvas, screen.boxed(WIDEST, lines.saturating_add(5)), &visible(&form.title));
    for ((row, line), y) in form.lines.iter().enumerate().zip(inner.y..) {
        let area = Rect { y, height: 1, ..inner };
        canvas.line(area, canvas.span(line.about.label(), Role::Muted));
        let field = Rect { x: area.x + LABEL, width: area.width.saturating_sub(LABEL), ..area };
        canvas.field(field, &line.field, row == form.at);
        canvas.hit(area, Action::Row(row));
    }
    for (y, line) in (inner.y + lines + 1..).zip(below).take(2) {
        canvas.line(Rect { y, height: 1, ..inner }, line);
    }
}

fn draw_page(canvas: &mut Canvas<'_, '_>, screen: &Areas, facts: &PageBox) {
    let width = screen.boxed(96, 1).width;
    let pane = page::with_sources(canvas, &facts.page, width.saturating_sub(4), facts.source);
    let inner = frame(canvas, screen.boxed(96, pane.height().saturating_add(2)), "Details");
    if facts.source.is_some() {
        pane.draw(canvas, to_border(inner));
    } else {
        pane.draw_scrolled(canvas, to_border(inner), facts.scroll);
    }
}

fn draw_palette(canvas: &mut Canvas<'_, '_>, screen: &Areas, palette: &Palette) {
    let inner = frame(canvas, screen.boxed(72, 18), "Commands");
    let commands = palette.commands(canvas.cx);
    let mut pane = Pane::list(palette.cursor);
    if commands.is_empty() {
        pane.push(canvas.span("No command has these words.", Role::Muted));
    }
    for command in &commands {
        let key = command.key.map_or_else(String::new, |key| key.label(canvas.cx.look.ascii));
        let line = Line::from(vec![
            canvas.span(format!("{key:<10}"), Role::Key),
            canvas.span(command.binding.long(&canvas.cx.plan.base.nouns), Role::Text),
        ]);
        pane.row([line]);
    }
    let list = Rect { y: inner.y + 2, height: inner.height.saturating_sub(2), ..inner };
    pane.draw(canvas, to_border(list));
    canvas.field(Rect { height: 1, ..inner }, &palette.field, true);
}

fn draw_themes(canvas: &mut Canvas<'_, '_>, screen: &Areas, list: &ThemeList) {
    let height = u16::try_from(list.themes.len()).unwrap_or(20) + 2;
    let inner = frame(canvas, screen.boxed(46, height), "Colours");
    let mut pane = Pane::list(list.cursor);
    let width = inner.width.saturating_sub(4 + 7);
    for theme in &list.themes {
        let title = cut(&theme.title, width, canvas.glyphs.ellipsis);
        let gap = " ".repeat(usize::from(width.saturating_sub(columns(&title)) + 2));
        let line = Line::from(vec![
            canvas.span(format!("{title}{gap}"), Role::Text),
            canvas.span(theme.variant.word(), Role::Muted),
        ]);
        pane.row([line]);
    }
    pane.draw(canvas, to_border(inner));
}

fn draw_copies(canvas: &mut Canvas<'_, '_>, screen: &Areas, list: &CopyList) {
    const WIDEST: u16 = 72;
    let width = screen.boxed(WIDEST, 1).width.saturating_sub(8);
    let mut pane = Pane::list(list.cursor);
    for way in &list.ways {
        pane.row(canvas.wrap(&visible(&way.label), Role::Text, width, 0));
    }
    let inner = frame(canvas, screen.boxed(WIDEST, pane.height().saturating_add(2)), "Copy the plan");
    pane.draw(canvas, to_border(inner));
}

fn draw_changes(canvas: &mut Canvas<'_, '_>, screen: &Areas, list: &ChangeList) {
    const WIDEST: u16 = 84;
    let width = screen.boxed(WIDEST, 1).width.saturating_sub(8);
    let mut pane = Pane::list(list.cursor);
    for difference in &list.differences {
        let mut lines = canvas.wrap(&visible(&difference.about), Role::Text, width, 0);
        for (lead, value) in [("Here:  ", &difference.here), ("There: ", &difference.there)] {
            lines.extend(canvas.wrap_after(
                vec![canvas.span(lead, Role::Muted)],
                &visible(value),
                Role::Text,
                width,
                7,
            ));
        }
        pane.row(lines);
    }
    let inner = frame(canvas, screen.boxed(WIDEST, pane.height().saturating_add(2)), "What another program wrote");
    pane.draw(canvas, to_border(inner));
}

fn draw_confirm(canvas: &mut Canvas<'_, '_>, screen: &Areas, confirm: &Confirm) {
    let inner = frame(canvas, screen.boxed(60, 7), "Sure?");
    let mut pane = Pane::default();
    pane.extend(canvas.wrap(&visible(&confirm.question), Role::Text, inner.width.saturating_sub(4), 0));
    pane.draw(canvas, to_border(inner));
    let yes = Line::from(vec![
        canvas.span("y", Role::Key),
        canvas.span(" yes    ", Role::Text),
        canvas.span("n", Role::Key),
        canvas.span(" no", Role::Text),
    ]);
    let row =
        Rect { x: inner.x + 2, y: inner.bottom().saturating_sub(1), width: inner.width.saturating_sub(2), height: 1 };
    canvas.line(row, yes);
    canvas.hit(Rect { width: 5, ..row }, Action::Confirm);
    canvas.hit(Rect { x: row.x + 9, width: 4, ..row }, Action::Back);
    canvas.cursor(row.x, row.y);
}
