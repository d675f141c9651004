//! A page of facts as lines.

use ratatui::text::Span;

use crate::app::sheet::{Block, Sheet};
use crate::model::capability::Severity;
use crate::theme::Role;
use crate::ui::canvas::Canvas;
use crate::ui::glyph;
use crate::ui::prose::{wrap, wrap_after};

use super::balance::role_of;
use super::pane::Pane;

/// The page in lines of at most `width` columns.
pub(in crate::ui) fn pane(canvas: &Canvas<'_, '_>, sheet: &Sheet, width: u16) -> Pane {
    let mut pane = Pane::default();
    let width = width.saturating_sub(4);
    pane.extend(wrap(&sheet.title, canvas.style(Role::Heading), width, 0));
    let mut before: Option<&Block> = None;
    for block in &sheet.blocks {
        if !before.is_some_and(|before| is_close(before, block)) {
            pane.gap();
        }
        add(canvas, &mut pane, block, width);
        before = Some(block);
    }
    pane
}

/// Whether a part follows the one before without an empty line between them.
fn is_close(before: &Block, block: &Block) -> bool {
    matches!(
        (before, block),
        (Block::Heading(_), _)
            | (Block::Support { .. }, Block::Support { .. })
            | (Block::Limit { .. }, Block::Limit { .. } | Block::Quiet(_))
            | (Block::Item(_), Block::Item(_))
            | (Block::Source(_), Block::Source(_))
            | (Block::Quiet(_), Block::Quiet(_))
    )
}

fn add(canvas: &Canvas<'_, '_>, pane: &mut Pane, block: &Block, width: u16) {
    match block {
        Block::Heading(text) => pane.extend(wrap(text, canvas.style(Role::Heading), width, 0)),
        Block::Text(text) => pane.extend(wrap(text, canvas.style(Role::Text), width, 0)),
        Block::Quiet(text) => pane.extend(wrap(text, canvas.style(Role::Muted), width, 0)),
        Block::Item(text) => {
            let lead = vec![canvas.span(format!("{} ", canvas.glyphs.dot), Role::Muted)];
            pane.extend(wrap_after(lead, text, canvas.style(Role::Text), width, 2));
        }
        Block::Source(text) => {
            let lead = vec![canvas.span(format!("{} ", canvas.glyphs.dot), Role::Muted)];
            pane.extend(wrap_after(lead, text, canvas.style(Role::Muted), width, 2));
        }
        Block::Support { side, level, text } => {
            let name = canvas.cx.plan.base.alternatives[*side].short.clone();
            let lead = vec![
                canvas.span(format!("{name:<10}"), role_of(*side)),
                canvas.span(format!("{} ", canvas.glyphs.level(*level)), glyph::role_of(*level)),
            ];
            pane.extend(wrap_after(lead, text, canvas.style(Role::Text), width, 12));
        }
        Block::Limit { side, severity, title, workaround } => {
            let mut lead = vec![canvas.span(format!("{} ", canvas.glyphs.warning), severity_role(*severity))];
            if let Some(side) = side {
                let name = &canvas.cx.plan.base.alternatives[*side].short;
                lead.push(canvas.span(format!("{name}: "), role_of(*side)));
            }
            let title = format!("{title} ({})", severity.word());
            pane.extend(wrap_after(lead, &title, canvas.style(Role::Text), width, 2));
            if let Some(workaround) = workaround {
                let lead = vec![Span::raw("  "), canvas.span("Workaround: ", Role::Muted)];
                pane.extend(wrap_after(lead, workaround, canvas.style(Role::Muted), width, 2));
            }
        }
    }
}

/// How a severity is coloured.
pub(in crate::ui) fn severity_role(severity: Severity) -> Role {
    match severity {
        Severity::Blocker => Role::None,
        Severity::Major => Role::Warning,
        Severity::Minor => Role::Muted,
    }
}
