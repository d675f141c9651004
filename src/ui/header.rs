//! The plan, the day planned for, whether it is saved, and the balance.

use crate::app::Saved;
use crate::diagnostic::clean::visible;
use crate::model::alternative::Side;
use crate::report;

use super::layout::{Areas, Width};
use super::prose::{columns, cut};
use super::widget::balance;
use super::{Canvas, Line, Rect, Role, Span};

/// Draws the header and the line below it.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, screen: &Areas) {
    let top = Rect { height: 1, ..screen.header };
    let saved = saved(canvas);
    let rest = canvas.line_right(top, saved);
    title_and_day(canvas, screen, Rect { width: rest.width.saturating_sub(2), ..rest });
    balance::draw(canvas, Rect { y: top.y + 1, ..top });
    canvas.rule(screen.rule);
}

fn title_and_day(canvas: &mut Canvas<'_, '_>, screen: &Areas, area: Rect) {
    let plan = &canvas.cx.plan;
    let most = match screen.width {
        Width::Narrow => 16,
        Width::Medium => 20,
        Width::Wide => 40,
    };
    let title = cut(&visible(&report::title(plan.answers())), most, canvas.glyphs.ellipsis);
    let mut spans = vec![canvas.span(title, Role::Heading), Span::raw("  "), canvas.span(plan.day_words(), Role::Text)];
    let used: u16 = spans.iter().map(|span| columns(&span.content)).sum();
    let notice = removals(canvas).map(|notice| format!(" {} {notice}", canvas.glyphs.dot));
    if let Some(notice) = notice.filter(|notice| used + columns(notice) <= area.width) {
        spans.push(canvas.span(notice, Role::Warning));
    }
    canvas.line(area, Line::from(spans));
}

/// What cannot be had on the day planned for, as short as can be.
fn removals(canvas: &Canvas<'_, '_>) -> Option<String> {
    let plan = &canvas.cx.plan;
    let removed = |side: Side| {
        let alternative = &plan.base.alternatives[side];
        let end = alternative.end(plan.facts.as_of.day)?;
        Some(format!("{} {} {}", alternative.short, end.availability.word(), end.from.words()))
    };
    let all: Vec<String> = Side::BOTH.into_iter().filter_map(removed).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

fn saved(canvas: &Canvas<'_, '_>) -> Line<'static> {
    Line::from(match &canvas.cx.saved {
        Saved::Nothing => canvas.span("", Role::Muted),
        Saved::Writing => canvas.span("saving", Role::Muted),
        Saved::Yes => canvas.span(format!("saved {}", canvas.glyphs.done), Role::Good),
        Saved::No(_) => canvas.span(format!("NOT SAVED {}", canvas.glyphs.warning), Role::Error),
        Saved::ReadOnly => canvas.span(format!("read only {}", canvas.glyphs.warning), Role::Warning),
        Saved::NotKept if canvas.cx.plan.revision() == 0 => canvas.span("", Role::Muted),
        Saved::NotKept => canvas.span("not saved", Role::Warning),
    })
}
