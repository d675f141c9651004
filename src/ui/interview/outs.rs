//! The answers that choose nothing, on one line that is always there.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::action::Action;
use crate::app::context::Context;
use crate::app::screen::interview::row::QuestionRow;
use crate::model::answers::Response;
use crate::model::question::Question;
use crate::theme::Role;
use crate::ui::canvas::Canvas;
use crate::ui::prose::line_columns;

/// Columns between two of them.
const GAP: u16 = 3;

/// An answer that chooses nothing, at its place.
struct Out {
    position: usize,
    row: QuestionRow,
    place: Rect,
}

/// Where they stand in an area: on as many lines as they take, the first at the top.
fn places(canvas: &Canvas<'_, '_>, area: Rect, question: &Question, response: &Response) -> Vec<Out> {
    let (left, right) = (area.x + 2, area.right().saturating_sub(2));
    let (mut x, mut y) = (left, area.y);
    let outs = QuestionRow::of(question).into_iter().enumerate().skip(question.choices.len());
    outs.map(|(position, row)| {
        let width = line_columns(&line(canvas, row, response));
        if x > left && x + width > right {
            (x, y) = (left, y + 1);
        }
        let place = Rect { x, y, width: width.min(right.saturating_sub(x)), height: 1 };
        x += width + GAP;
        Out { position, row, place }
    })
    .collect()
}

/// So many lines they take in an area of that width.
pub(in crate::ui) fn height(canvas: &Canvas<'_, '_>, area: Rect, question: &Question, response: &Response) -> u16 {
    places(canvas, area, question, response).last().map_or(0, |last| last.place.y + 1 - area.y)
}

/// Draws them with their keys, each a place to click.
pub(in crate::ui) fn draw(canvas: &mut Canvas<'_, '_>, area: Rect, question: &Question, response: &Response) {
    let interview = &canvas.screens.interview;
    let marked = interview.is_marked.then_some(interview.row);
    for Out { position, row, place } in places(canvas, area, question, response) {
        canvas.line(place, line(canvas, row, response));
        canvas.hit(place, Action::Row(position));
        if marked == Some(position) {
            canvas.select(place);
            let before = Rect { x: place.x.saturating_sub(1), width: 1, ..place };
            canvas.line(before, canvas.span(canvas.glyphs.focus, Role::Accent));
            canvas.cursor(before.x, before.y);
        }
    }
}

/// The key, whether it is the answer, and what it says.
fn line(canvas: &Canvas<'_, '_>, row: QuestionRow, response: &Response) -> Line<'static> {
    let action = match row {
        QuestionRow::NoneOfThese => Action::NoneOfThese,
        QuestionRow::NotSure => Action::NotSure,
        _ => Action::DoesNotApply,
    };
    let key = canvas.cx.label_of(Context::Interview, action).map_or_else(String::new, |key| format!("{key} "));
    let is_chosen = row.is_chosen(response.answer.as_ref());
    let mark = if is_chosen { "(x) " } else { "" };
    let role = if is_chosen { Role::Text } else { Role::Muted };
    Line::from(vec![
        canvas.span(key, Role::Key),
        canvas.span(mark, Role::Accent),
        canvas.span(row.label().to_lowercase(), role),
    ])
}
