//! All answers on one page.

use crate::model::answers::Answer;

use super::{Areas, Canvas, Pane, Role};

/// Draws the overview.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, screen: &Areas) {
    let plan = &canvas.cx.plan;
    let width = screen.body.width.saturating_sub(4);
    let progress = plan.progress();
    let mut pane = Pane::list(canvas.screens.answers.cursor);
    let open = progress.visible - progress.answered;
    let state = match open {
        0 => "Every question has an answer. v shows the advice.".to_owned(),
        1 => "1 question has no answer yet. v shows the advice all the same.".to_owned(),
        open => format!("{open} questions have no answer yet. v shows the advice all the same."),
    };
    pane.push(canvas.span(state, Role::Muted));
    let (mut topic, mut parked) = (None, false);
    for row in plan.answer_rows() {
        if row.is_parked && !parked {
            pane.gap();
            pane.push(canvas.span("Parked: kept, but not counted", Role::Warning));
            parked = true;
        } else if !row.is_parked && topic != Some(row.topic) {
            pane.gap();
            pane.push(canvas.span(plan.base.topics[row.topic].title.clone(), Role::Heading));
            topic = Some(row.topic);
        }
        let (sign, role) = sign(canvas, plan.answers().answer(row.question));
        let mut lines = canvas.led((sign, role), &plan.base.questions[row.question].ask, Role::Text, width);
        let answer_role = if plan.answers().answer(row.question).is_some() { Role::Accent } else { Role::Muted };
        lines.extend(canvas.indented(4, &plan.said(row.question), answer_role, width));
        if let Some(reason) = row.is_parked.then(|| plan.parked_because(row.question)).flatten() {
            lines.extend(canvas.wrap(&format!("    {reason}"), Role::Muted, width, 4));
        }
        pane.row(lines);
    }
    pane.draw(canvas, screen.body);
}

fn sign(canvas: &Canvas<'_, '_>, answer: Option<&Answer>) -> (&'static str, Role) {
    match answer {
        None => (canvas.glyphs.open, Role::Muted),
        Some(Answer::NotSure) => ("?", Role::Warning),
        Some(Answer::DoesNotApply) => (canvas.glyphs.dash, Role::Muted),
        Some(Answer::Chosen(_)) => (canvas.glyphs.done, Role::Good),
    }
}
