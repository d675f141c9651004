//! The keys that work now, or what just happened.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::Saved;
use crate::app::action::Action;
use crate::theme::Role;

use super::canvas::Canvas;
use super::layout::Page;
use super::prose::columns;

/// Draws the line above the footer and the footer.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, screen: &Page) {
    canvas.rule(screen.lower_rule());
    if let Some(message) = &canvas.app.message {
        let role = if message.is_problem { Role::Error } else { Role::Good };
        let sign = if message.is_problem { canvas.glyphs.warning } else { canvas.glyphs.done };
        let line = Line::from(canvas.span(format!("{sign} {}", message.text), role));
        return canvas.line(screen.footer, line);
    }
    let area = match &canvas.app.saved {
        Saved::No(reason) => {
            let reason = Line::from(canvas.span(format!("  not saved: {reason}"), Role::Error));
            canvas.line_right(screen.footer, reason)
        }
        _ => screen.footer,
    };
    hints(canvas, area);
}

/// As many keys as fit, help always among them, each a place to click.
fn hints(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let context = canvas.app.context();
    let ascii = canvas.app.look.ascii;
    let mut left: Vec<(String, &'static str, Action)> = Vec::new();
    let mut help = None;
    for (binding, keys) in canvas.app.keymap.rows(context) {
        let Some(key) = keys.iter().find(|key| !context.types() || key.typed().is_none()) else { continue };
        let hint = (key.label(ascii), binding.short, binding.action);
        match binding.action {
            Action::Help => help = Some(hint),
            _ if binding.short.is_empty() => {}
            _ => left.push(hint),
        }
    }
    if context.types() {
        left.push(("esc".to_owned(), "back", Action::Back));
    }
    let mut area = area;
    if let Some(hint) = help {
        let line = hint_line(canvas, &hint);
        let width = columns(&line.to_string());
        let rest = canvas.line_right(area, line);
        canvas.hit(Rect { x: rest.right(), width, ..area }, hint.2);
        area = Rect { width: rest.width.saturating_sub(2), ..rest };
    }
    for hint in left {
        let line = hint_line(canvas, &hint);
        let width = columns(&line.to_string());
        if width > area.width {
            break;
        }
        canvas.line(area, line);
        canvas.hit(Rect { width, ..area }, hint.2);
        area = Rect { x: area.x + (width + 2).min(area.width), width: area.width.saturating_sub(width + 2), ..area };
    }
}

fn hint_line(canvas: &Canvas<'_, '_>, (key, short, _): &(String, &'static str, Action)) -> Line<'static> {
    Line::from(vec![canvas.span(key.clone(), Role::Key), Span::raw(" "), canvas.span(*short, Role::Muted)])
}
