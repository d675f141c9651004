//! The heads of columns that show how well the areas do something: whoever reads such a column sees in its head what has
//! become of the area.

use crate::model::alternative::Side;
use crate::report::availability::in_heads;
use crate::theme::Role;
use crate::ui::canvas::Canvas;
use crate::ui::prose::columns;

use super::balance::role_of;
use ratatui::text::Span;

/// What has become of the areas, in so many columns to the left of the heads, with a blank before them.
pub(in crate::ui) fn state(canvas: &Canvas<'_, '_>, width: u16) -> Span<'static> {
    let plan = &canvas.cx.plan;
    let [long, short] = in_heads(plan.base, plan.facts.as_of.day);
    let room = width.saturating_sub(1);
    let state = [long, short].into_iter().find(|state| columns(state) <= room).unwrap_or_default();
    let before = usize::from(room.saturating_sub(columns(&state)));
    let after = usize::from(width.min(1));
    canvas.span(format!("{}{state}{}", " ".repeat(before), " ".repeat(after)), Role::Muted)
}

/// The colour of an area in a head; none for one in which nothing new can be built.
pub(in crate::ui) fn role(canvas: &Canvas<'_, '_>, side: Side) -> Role {
    if canvas.cx.plan.facts.availability[side].is_open() { role_of(side) } else { Role::Muted }
}
