//! The buffer with what every part needs beside it: the theme, the signs, and where clicks go.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Clear, StatefulWidget, Widget};

use crate::app::action::Action;
use crate::app::effect::Reach;
use crate::app::field::Field;
use crate::app::screen::Screens;
use crate::app::{App, Cx};
use crate::diagnostic::clean::{first_hostile, is_plain, visible};
use crate::model::capability::Level;
use crate::theme::Role;

use super::Drawn;
use super::glyph::{self, Glyphs, SOUND_MARKS, ascii_twin, glyphs, with_full_marks};
use super::layout::{MOST_TEXT, SMALLEST};
use super::prose::{columns, cut_line, line_columns, wrap_after};
use super::widget::bar::is_bar;

/// More columns than a letter with all its marks takes.
const WIDEST: u16 = 8;

/// What makes an emoji of the sign before it, what keeps it a letter, and what joins several to one.
const AS_EMOJI: char = '\u{FE0F}';
const AS_TEXT: char = '\u{FE0E}';
const JOINER: char = '\u{200D}';

/// Something to draw on.
pub(super) struct Canvas<'c, 'k> {
    pub(super) app: &'c App<'k>,
    pub(super) cx: &'c Cx<'k>,
    pub(super) screens: &'c Screens,
    pub(super) glyphs: &'static Glyphs,
    buffer: &'c mut Buffer,
    drawn: Drawn,
    cursor: Option<Position>,
}

impl<'c, 'k> Canvas<'c, 'k> {
    /// A canvas in the colours of the theme.
    pub(super) fn new(app: &'c App<'k>, buffer: &'c mut Buffer) -> Self {
        let (cx, screens, area) = (&app.cx, &app.screens, buffer.area);
        buffer.set_style(area, cx.look.theme.style(Role::Text));
        let glyphs = glyphs(cx.look.ascii);
        Self { app, cx, screens, glyphs, buffer, drawn: Drawn::default(), cursor: None }
    }

    /// Whether there is room for empty lines between parts.
    pub(super) fn tall(&self) -> bool {
        self.buffer.area.height >= 24
    }

    /// The style of a role. Words take the ground that they stand on.
    pub(super) fn style(&self, role: Role) -> Style {
        let style = self.cx.look.theme.style(role);
        if role == Role::Text { Style { bg: None, ..style } } else { style }
    }

    /// Text in the style of a role.
    pub(super) fn span(&self, text: impl Into<String>, role: Role) -> Span<'static> {
        Span::styled(text.into(), self.style(role))
    }

    /// The sign of a level in its colour, with a blank behind it.
    pub(super) fn level(&self, level: Level) -> Span<'static> {
        self.span(format!("{} ", self.glyphs.level(level)), glyph::role_of(level))
    }

    /// A text of a role wrapped to `width` columns, or as many as one reads with ease; the lines after the first moved in by `indent`.
    pub(super) fn wrap(&self, text: &str, role: Role, width: u16, indent: u16) -> Vec<Line<'static>> {
        self.wrap_after(Vec::new(), text, role, width, indent)
    }

    /// The same after something that stands at the beginning of the first line.
    pub(super) fn wrap_after(
        &self,
        lead: Vec<Span<'static>>,
        text: &str,
        role: Role,
        width: u16,
        indent: u16,
    ) -> Vec<Line<'static>> {
        wrap_after(lead, text, self.style(role), width.min(MOST_TEXT), indent)
    }

    /// The same, moved in as a whole.
    pub(super) fn indented(&self, indent: u16, text: &str, role: Role, width: u16) -> Vec<Line<'static>> {
        self.wrap_after(vec![Span::raw(" ".repeat(indent.into()))], text, role, width, indent)
    }

    /// The same after a sign.
    pub(super) fn led(&self, (sign, of): (&str, Role), text: &str, role: Role, width: u16) -> Vec<Line<'static>> {
        self.wrap_after(vec![self.span(format!("{sign} "), of)], text, role, width, 2)
    }

    /// Draws a line at the top of an area, cut with an ellipsis if it is too long.
    pub(super) fn line(&mut self, area: Rect, line: impl Into<Line<'static>>) {
        if area.is_empty() {
            return;
        }
        let mut line = cut_line(line.into(), area.width, self.glyphs.ellipsis);
        for span in line.spans.iter_mut().filter(|span| !is_plain(&span.content)) {
            // Without it a sign has the columns that terminals give it, whatever they make of it.
            span.content = span.content.replace(AS_TEXT, "").into();
        }
        self.buffer.set_line(area.x, area.y, &line, area.width);
    }

    /// The last line of defence: whatever text got here, no cell can drive a terminal or reorder letters, and a terminal
    /// of ASCII gets nothing else.
    fn sweep(&mut self) {
        let area = self.buffer.area;
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                let is_plain = self.buffer.cell((x, y)).is_none_or(|cell| is_plain(cell.symbol()));
                if !is_plain {
                    self.sweep_cell(x, y);
                }
            }
        }
    }

    fn sweep_cell(&mut self, x: u16, y: u16) {
        self.settle(x, y);
        let Some(cell) = self.buffer.cell_mut((x, y)) else { return };
        if first_hostile(cell.symbol()).is_some() {
            cell.set_symbol("?");
        } else if self.cx.look.ascii && !cell.symbol().is_ascii() {
            let twin = ascii_twin(cell.symbol());
            cell.set_char(twin);
        } else if cell.symbol().contains(SOUND_MARKS) {
            let whole = with_full_marks(cell.symbol());
            cell.set_symbol(&whole);
        }
    }

    /// Takes away what makes an emoji of a sign. Terminals disagree about its columns then, and agree about the sign alone;
    /// the column that it leaves is empty.
    fn settle(&mut self, x: u16, y: u16) {
        let Some(cell) = self.buffer.cell_mut((x, y)) else { return };
        if !cell.symbol().contains(AS_EMOJI) || cell.symbol().contains(JOINER) {
            return;
        }
        let (sign, style) = (cell.symbol().replace(AS_EMOJI, ""), cell.style());
        let leaves = columns(cell.symbol()) > columns(&sign);
        cell.set_symbol(&sign);
        if let Some(next) = self.buffer.cell_mut((x + 1, y)).filter(|_| leaves) {
            next.set_symbol(" ").set_style(style);
        }
    }

    /// Draws a line at the right end of an area and returns what is left of it.
    pub(super) fn line_right(&mut self, area: Rect, line: impl Into<Line<'static>>) -> Rect {
        let line = line.into();
        let width = line_columns(&line).min(area.width);
        self.line(Rect { x: area.right() - width, width, ..area }, line);
        Rect { width: area.width - width, ..area }
    }

    /// Changes the style of an area.
    pub(super) fn paint(&mut self, area: Rect, role: Role) {
        let style = self.style(role);
        self.buffer.set_style(area, style);
    }

    /// Marks a row. Bars keep their colour where the mark is a ground.
    pub(super) fn select(&mut self, area: Rect) {
        let style = self.style(Role::Selected);
        for position in area.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                let keeps = style.bg.is_some() && is_bar(cell.symbol());
                cell.set_style(if keeps { Style { fg: None, ..style } } else { style });
            }
        }
    }

    /// Takes the weight off everything drawn so far, so that what comes next stands out.
    pub(super) fn recede(&mut self) {
        let theme = &self.cx.look.theme;
        let (words, lines) = (theme.style(Role::Muted), theme.style(Role::Border));
        for cell in &mut self.buffer.content {
            let is_line =
                is_bar(cell.symbol()) || [self.glyphs.horizontal, self.glyphs.vertical].contains(&cell.symbol());
            cell.modifier = Modifier::empty();
            cell.set_style(theme.style(Role::Text).patch(if is_line { lines } else { words }));
        }
    }

    /// Empties an area and gives it the ground of a role. A wide letter that reaches into it goes as a whole.
    pub(super) fn clear(&mut self, area: Rect, role: Role) {
        for y in area.top()..area.bottom() {
            for distance in 1..=WIDEST {
                let before = area.x.checked_sub(distance).and_then(|x| self.buffer.cell_mut((x, y)));
                if let Some(cell) = before.filter(|cell| columns(cell.symbol()) > distance) {
                    cell.set_symbol(" ");
                }
            }
        }
        let theme = &self.cx.look.theme;
        let style = theme.style(Role::Text).patch(theme.style(role));
        self.draw(area, Clear);
        self.buffer.set_style(area, style);
    }

    /// Draws a text field, with the cursor if it has the focus.
    pub(super) fn field(&mut self, area: Rect, field: &Field, has_focus: bool) {
        let (text, column) = field.window(usize::from(area.width.saturating_sub(1)));
        self.line(area, self.span(visible(&text), Role::Text));
        self.paint(area, Role::Field);
        if has_focus {
            self.cursor(area.x + u16::try_from(column).unwrap_or(0), area.y);
        }
    }

    /// Draws a horizontal line.
    pub(super) fn rule(&mut self, area: Rect) {
        self.line(area, self.span(self.glyphs.horizontal.repeat(usize::from(area.width)), Role::Border));
    }

    /// Writes the title of a pane on the line above it.
    pub(super) fn title(&mut self, rule: Rect, pane: Rect, title: &str) {
        let area = Rect { x: pane.x + 1, width: pane.width.saturating_sub(1), ..rule };
        self.line(area, self.span(format!(" {title} "), Role::Muted));
    }

    /// Draws a vertical line in the gap to the left of an area.
    pub(super) fn rule_before(&mut self, area: Rect) {
        self.draw(Rect { x: area.x.saturating_sub(2), width: 1, ..area }, self.border(Borders::LEFT));
    }

    /// A border of some sides.
    pub(super) fn border(&self, borders: Borders) -> Block<'static> {
        Block::new().borders(borders).border_set(self.glyphs.border).border_style(self.style(Role::Border))
    }

    /// Draws a widget.
    pub(super) fn draw(&mut self, area: Rect, widget: impl Widget) {
        widget.render(area, self.buffer);
    }

    /// Draws a widget that has a state.
    pub(super) fn draw_with<W: StatefulWidget>(&mut self, area: Rect, widget: W, state: &mut W::State) {
        widget.render(area, self.buffer, state);
    }

    /// Says what a click in an area does.
    pub(super) fn hit(&mut self, area: Rect, action: Action) {
        self.drawn.hits.push((area, action));
    }

    /// Makes everything below unreachable by click.
    pub(super) fn cover(&mut self, action: Action) {
        let area = self.buffer.area;
        self.hit(area, action);
    }

    /// Puts the cursor where the focus is.
    pub(super) fn cursor(&mut self, x: u16, y: u16) {
        self.cursor = Some(Position::new(x, y));
    }

    /// Says how far the scrolled part reaches.
    pub(super) fn reach(&mut self, furthest: u16, page: u16) {
        self.drawn.reach = Reach { furthest, page, ..self.drawn.reach };
    }

    /// Says how many rows of the list with the focus are seen.
    pub(super) fn seen(&mut self, rows: u16) {
        self.drawn.reach.rows = rows;
    }

    /// What was drawn, and where the cursor belongs.
    pub(super) fn finish(mut self) -> (Drawn, Option<Position>) {
        self.sweep();
        (self.drawn, self.cursor)
    }

    /// One line instead of everything, for a terminal that is too small.
    pub(super) fn too_small(&mut self, area: Rect) {
        let (width, height) = SMALLEST;
        let text = format!("needs {width}x{height}, has {}x{}; q quits", area.width, area.height);
        let y = area.y + area.height / 2;
        let x = area.x + area.width.saturating_sub(columns(&text)) / 2;
        let width = area.right().saturating_sub(x);
        let line = Line::from(self.span(text, Role::Text));
        self.line(Rect { x, y, width, height: area.height.min(1) }, line);
    }
}
