//! The advice as it stands, beside the question on wide screens: it moves with every answer.

use ratatui::layout::Rect;

use crate::app::action::Action;
use crate::app::context::{Context, Screen};
use crate::report::leaning::fits;
use crate::report::words::count;
use crate::theme::Role;
use crate::ui::canvas::Canvas;
use crate::ui::glyph;
use crate::ui::layout::MOST_TEXT;
use crate::ui::widget::pane::Pane;

/// So many reasons and gaps are named.
const MOST_NAMED: usize = 5;

/// Draws the advice so far: what to do and why, what speaks for it, what is missing, and what the marked row would change.
pub(in crate::ui) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let width = area.width.saturating_sub(4).min(MOST_TEXT);
    let report = canvas.cx.plan.report_so_far();
    let mut pane = Pane::default();
    let mut say = |text: &str, role: Role| pane.extend(canvas.wrap(text, role, width, 0));
    say(&report.decision.headline, Role::Heading);
    say(&report.decision.reason, Role::Text);
    if let Some(would) = would(canvas) {
        pane.gap();
        pane.extend(canvas.wrap(&would, Role::Accent, width, 0));
    }
    if !report.drivers.is_empty() {
        pane.gap();
        pane.push(canvas.span("What speaks for it", Role::Heading));
    }
    for driver in report.drivers.iter().take(MOST_NAMED) {
        let text = format!("{} ({}): {}", driver.wish, driver.importance.word(), driver.adds.words);
        pane.extend(canvas.led((canvas.glyphs.dot, Role::Muted), &text, Role::Text, width));
    }
    if !report.gaps.is_empty() {
        pane.gap();
        pane.push(canvas.span(count(report.gaps.len(), "gap"), Role::Heading));
    }
    for gap in report.gaps.iter().take(MOST_NAMED) {
        let sign = (canvas.glyphs.level(gap.level), glyph::role_of(gap.level));
        pane.extend(canvas.led(sign, &gap.wish, Role::Text, width));
    }
    if let Some(key) = canvas.cx.label_of(Context::Interview, Action::Go(Screen::Advice)) {
        pane.gap();
        pane.extend(canvas.wrap(&format!("{key} shows all of it."), Role::Muted, width, 0));
    }
    pane.draw(canvas, Rect { x: area.x.saturating_sub(2), width: area.width + 2, ..area });
}

/// How well both areas would fit if the marked row were chosen.
fn would(canvas: &Canvas<'_, '_>) -> Option<String> {
    let plan = &canvas.cx.plan;
    let ghost = canvas.screens.interview.ghost(plan)?;
    Some(format!("With the marked row: {}.", fits(plan.base, ghost)?))
}
