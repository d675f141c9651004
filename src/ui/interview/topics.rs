//! The topics beside a question: where one is, what is done, and how many musts are open.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::action::Action;
use crate::model::question::Importance;
use crate::theme::Role;
use crate::ui::canvas::Canvas;
use crate::ui::prose::columns;
use crate::ui::widget::pane::Pane;

/// Columns of a sign before the title, and of what is answered behind it.
const SIGN: u16 = 2;
const COUNT: u16 = 6;

/// As many columns as the longest title takes with what stands beside it.
pub(in crate::ui) fn width(canvas: &Canvas<'_, '_>) -> u16 {
    SIGN + longest(canvas) + COUNT
}

fn longest(canvas: &Canvas<'_, '_>) -> u16 {
    canvas.cx.plan.base.topics.iter().map(|(_, topic)| columns(&topic.title)).max().unwrap_or(0)
}

/// Draws the topics.
pub(in crate::ui) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let plan = &canvas.cx.plan;
    let here = plan.base.questions[canvas.screens.interview.question].topic;
    let topics = plan.topics();
    let longest = usize::from(longest(canvas));
    let mut pane = Pane::of(topics.iter().position(|topic| *topic == here), false);
    for topic in topics {
        let progress = plan.topic_progress(topic);
        let is_here = topic == here;
        let (sign, sign_role) = match (is_here, progress.is_complete()) {
            (true, _) => (canvas.glyphs.focus, Role::Accent),
            (false, true) => (canvas.glyphs.done, Role::Good),
            (false, false) => (canvas.glyphs.open, Role::Muted),
        };
        let role = if is_here { Role::Heading } else { Role::Text };
        let line = Line::from(vec![
            canvas.span(format!("{sign} "), sign_role),
            canvas.span(format!("{:<longest$} ", plan.base.topics[topic].title.as_str()), role),
            canvas.span(format!("{}/{}", progress.answered, progress.visible), Role::Muted),
        ]);
        let first = plan.first_of(topic).expect("a topic is listed for a question that is asked");
        pane.row_to([line], Action::Question(first));
    }
    pane.gap();
    musts(canvas, &mut pane);
    pane.draw(canvas, Rect { x: area.x.saturating_sub(2), width: area.width + 3, ..area });
}

/// How many musts are still open.
fn musts(canvas: &Canvas<'_, '_>, pane: &mut Pane) {
    let plan = &canvas.cx.plan;
    let is_must = |key: &&_| plan.base.questions[**key].importance == Importance::Must;
    match plan.verdict().open.iter().filter(is_must).count() {
        0 => {}
        1 => pane.push(canvas.span("1 must still open", Role::Warning)),
        several => pane.push(canvas.span(format!("{several} musts still open"), Role::Warning)),
    }
}
