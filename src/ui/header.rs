//! The plan, the day planned for, whether it is saved, and the balance.

use crate::app::{Saved, Screen};
use crate::diagnostic::clean::visible;
use crate::report;
use crate::report::words::capitalized;

use super::layout::Areas;
use super::prose::{columns, cut};
use super::widget::balance;
use super::{Canvas, Line, Rect, Role, Span};

/// So much of a title is shown, however little room there is.
const MOST_TITLE: u16 = 16;

/// Draws the header and the line below it.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, screen: &Areas) {
    let top = Rect { height: 1, ..screen.header };
    let saved = saved(canvas);
    let rest = canvas.line_right(top, saved);
    title_and_place(canvas, Rect { width: rest.width.saturating_sub(2), ..rest });
    balance::draw(canvas, Rect { y: top.y + 1, height: 2, ..top });
    canvas.rule(screen.rule);
}

/// The plan, and where one is in it; the day planned for where it matters.
fn title_and_place(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let plan = &canvas.cx.plan;
    let shows_day = matters(canvas.app.screen()) || plan.facts.as_of.day != plan.today;
    let place = place(canvas);
    let day = if shows_day { format!(" {} {}", canvas.glyphs.dot, plan.day_words()) } else { String::new() };
    let room = area.width.saturating_sub(columns(&place) + columns(&day) + 2);
    let title = cut(&visible(&report::title(plan.answers())), room.max(MOST_TITLE), canvas.glyphs.ellipsis);
    let spans =
        vec![canvas.span(title, Role::Heading), Span::raw("  "), canvas.span(format!("{place}{day}"), Role::Text)];
    canvas.line(area, Line::from(spans));
}

/// The topic and how far one is, or the screen.
fn place(canvas: &Canvas<'_, '_>) -> String {
    let plan = &canvas.cx.plan;
    let screen = canvas.app.screen();
    if screen != Screen::Interview {
        return capitalized(screen.row().context.word());
    }
    let question = canvas.screens.interview.question;
    let topic = &plan.base.topics[plan.base.questions[question].topic].title;
    format!("{topic} {} {}", canvas.glyphs.dot, plan.topic_place(question).words())
}

/// Whether the day planned for matters on a screen.
fn matters(screen: Screen) -> bool {
    matches!(screen, Screen::Advice | Screen::Export | Screen::Answers)
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
