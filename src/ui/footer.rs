//! The keys that work now, or what just happened.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::action::Action;
use crate::app::context::Context;
use crate::app::key::KeyPress;
use crate::app::keymap::Binding;
use crate::app::start::StartRow;
use crate::app::verdict::Behind;
use crate::app::{Message, Saved};
use crate::theme::Role;

use super::canvas::Canvas;
use super::layout::Page;
use super::prose::{columns, first, line_columns, wrap_after};

/// Draws the line above the footer and the footer.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, screen: &Page) {
    canvas.rule(screen.lower_rule());
    let area = match &canvas.app.saved {
        Saved::No(reason) => {
            let reason = format!("  not saved: {reason}");
            // What just happened comes first; the header says all the while that nothing is saved.
            let said = canvas.app.message.as_ref().map_or(0, |message| columns(&message.text) + 2);
            if said > 0 && said + columns(&reason) > screen.footer.width {
                screen.footer
            } else {
                let reason = Line::from(canvas.span(reason, Role::Error));
                canvas.line_right(screen.footer, reason)
            }
        }
        _ => screen.footer,
    };
    match &canvas.app.message {
        Some(message) => say(canvas, screen, area, message),
        None => hints(canvas, area),
    }
}

/// Says what just happened. What takes more than a line grows upwards over the screen.
fn say(canvas: &mut Canvas<'_, '_>, screen: &Page, area: Rect, message: &Message) {
    let role = if message.is_problem { Role::Error } else { Role::Good };
    let sign = if message.is_problem { canvas.glyphs.warning } else { canvas.glyphs.done };
    let lead = vec![canvas.span(format!("{sign} "), role)];
    let lines = wrap_after(lead, &message.text, canvas.style(role), area.width, 2);
    let lines = first(lines, screen.body.height / 2, area.width, canvas.glyphs.ellipsis);
    let more = u16::try_from(lines.len().saturating_sub(1)).unwrap_or(0);
    let top = area.y.saturating_sub(more);
    if more > 0 {
        let over = Rect { y: top - 1, height: more + 1, ..screen.footer };
        canvas.clear(over, Role::Text);
        canvas.hit(over, Action::Redraw);
        canvas.rule(Rect { height: 1, ..over });
    }
    for (y, line) in (top..).zip(lines) {
        canvas.line(Rect { y, height: 1, ..area }, line);
    }
}

/// A key, what it does in a word or two, and the same for a click.
type Hint = (String, &'static str, Action);

/// As many keys as fit, help always among them where it works, each a place to click.
fn hints(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let (left, help) = wanted(canvas);
    let mut area = area;
    if let Some(hint) = help {
        let line = hint_line(canvas, &hint);
        let width = line_columns(&line);
        let rest = canvas.line_right(area, line);
        canvas.hit(Rect { x: rest.right(), width, ..area }, hint.2);
        area = Rect { width: rest.width.saturating_sub(2), ..rest };
    }
    for hint in left {
        let line = hint_line(canvas, &hint);
        let width = line_columns(&line);
        if width > area.width {
            break;
        }
        canvas.line(area, line);
        canvas.hit(Rect { width, ..area }, hint.2);
        area = Rect { x: area.x + (width + 2).min(area.width), width: area.width.saturating_sub(width + 2), ..area };
    }
}

/// The hints of what has the focus, in order, and that of the help.
fn wanted(canvas: &Canvas<'_, '_>) -> (Vec<Hint>, Option<Hint>) {
    let context = canvas.app.context();
    let ascii = canvas.app.look.ascii;
    let (mut left, mut help) = (Vec::new(), None);
    for (binding, keys) in canvas.app.keymap.rows(context) {
        let acts = |key: &&KeyPress| canvas.app.keymap.action(context, **key) == Some(binding.action);
        let Some(key) = keys.iter().find(acts) else { continue };
        let Some(short) = short(canvas, binding) else { continue };
        let hint = (key.label(ascii), short, binding.action);
        match binding.action {
            Action::Help if helps(context) => help = Some(hint),
            Action::Help => {}
            action if short.is_empty() || is_idle(canvas, action) => {}
            _ => left.push(hint),
        }
    }
    if let Some(word) = way_back(context) {
        let place = usize::from(context != Context::Card).min(left.len());
        left.insert(place, ("esc".to_owned(), word, Action::Back));
    }
    (left, help)
}

/// What an action does here, in a word or two; nothing if the marked row has nothing behind it.
fn short(canvas: &Canvas<'_, '_>, binding: &Binding) -> Option<&'static str> {
    match (canvas.app.context(), binding.action) {
        (Context::Verdict, Action::Confirm) => canvas.app.behind_row().map(Behind::word),
        _ => Some(binding.short),
    }
}

/// Whether an action would do nothing here.
fn is_idle(canvas: &Canvas<'_, '_>, action: Action) -> bool {
    match canvas.app.context() {
        Context::Start => {
            let rows = canvas.app.start_rows();
            action == Action::More && rows.get(canvas.app.start.row) != Some(&StartRow::Day)
        }
        Context::Themes => action != Action::Confirm,
        Context::Confirm => !matches!(action, Action::Confirm | Action::Back),
        Context::Interview => action == Action::Interview,
        Context::Review => action == Action::Review,
        Context::Verdict => action == Action::Verdict,
        Context::Search | Context::Results => action == Action::Search,
        Context::Export => action == Action::Export,
        Context::Plans => action == Action::Plans,
        _ => false,
    }
}

/// Whether the help can be opened: not from a box that waits for an answer.
fn helps(context: Context) -> bool {
    !matches!(context, Context::Field | Context::Palette | Context::Themes | Context::Confirm)
}

/// What Esc does where that must be said.
fn way_back(context: Context) -> Option<&'static str> {
    match context {
        Context::Card => Some("close"),
        Context::Field | Context::Palette | Context::Search | Context::Compare => Some("back"),
        Context::Themes => Some("as before"),
        _ => None,
    }
}

fn hint_line(canvas: &Canvas<'_, '_>, (key, short, _): &Hint) -> Line<'static> {
    Line::from(vec![canvas.span(key.clone(), Role::Key), Span::raw(" "), canvas.span(*short, Role::Muted)])
}
