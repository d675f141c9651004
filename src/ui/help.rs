//! The keys, from the one table.

use crate::app::context::Context;
use crate::app::key::KeyPress;
use crate::app::keymap::Binding;
use crate::model::capability::Level;
use crate::report::words::{capitalized, how_well};

use super::prose::columns;
use super::{Areas, Canvas, Line, Pane, Role, Span};

/// Columns of the keys.
const KEYS: u16 = 24;

/// Draws the help: the screen it was opened from first, then what works everywhere, then the signs, then the rest.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, screen: &Areas) {
    let from = canvas.screens.help.from;
    let width = screen.body.width.saturating_sub(4);
    let mut pane = Pane::default();
    let everywhere = |binding: &Binding| binding.contexts.len() > 4;
    section(canvas, &mut pane, &format!("Keys here: {}", from.word()), width, |binding| {
        binding.contexts.contains(&from) && !everywhere(binding)
    });
    section(canvas, &mut pane, "Keys on every screen", width, everywhere);
    signs(canvas, &mut pane, width);
    for context in Context::ALL.into_iter().filter(|context| *context != from) {
        section(canvas, &mut pane, &format!("Keys elsewhere: {}", context.word()), width, |binding| {
            binding.contexts.first() == Some(&context) && !everywhere(binding) && !binding.contexts.contains(&from)
        });
    }
    pane.draw_scrolled(canvas, screen.body, canvas.screens.help.scroll);
}

fn section(canvas: &Canvas<'_, '_>, pane: &mut Pane, title: &str, width: u16, wanted: impl Fn(&Binding) -> bool) {
    let rows: Vec<(&Binding, &[KeyPress])> = canvas.cx.keymap.all().filter(|(binding, _)| wanted(binding)).collect();
    if rows.is_empty() {
        return;
    }
    pane.gap();
    pane.push(canvas.span(title, Role::Heading));
    for (binding, keys) in rows {
        let names = key_names(keys, canvas.cx.look.ascii);
        let gap = usize::from(KEYS.saturating_sub(columns(&names)).max(1));
        let lead = vec![canvas.span(names, Role::Key), Span::raw(" ".repeat(gap))];
        pane.extend(canvas.wrap_after(lead, &binding.long(&canvas.cx.plan.base.nouns), Role::Text, width, KEYS));
    }
}

/// The keys of a row; a run of digits as its ends.
fn key_names(keys: &[KeyPress], ascii: bool) -> String {
    match keys {
        [first, .., last] if keys.len() == 9 => format!("{first}-{last}"),
        _ => keys.iter().map(|key| key.label(ascii)).collect::<Vec<_>>().join(", "),
    }
}

fn signs(canvas: &Canvas<'_, '_>, pane: &mut Pane, width: u16) {
    pane.gap();
    pane.push(canvas.span("Signs", Role::Heading));
    for level in Level::ALL {
        pane.push(Line::from(vec![canvas.level(level), canvas.span(capitalized(how_well(level)), Role::Text)]));
    }
    let an_area = canvas.cx.plan.base.nouns.alternative.a();
    let text = format!(
        "A must rules {an_area} out that cannot do it. A should counts three times a could; points never buy a missed must back."
    );
    pane.extend(canvas.wrap(&text, Role::Muted, width, 0));
}
