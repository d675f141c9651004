//! The choices of a question; those that are marked or chosen say what both areas can do.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::screen::interview::row::QuestionRow;
use crate::model::alternative::{Pair, Side};
use crate::model::answers::{Answer, Response};
use crate::model::capability::Level;
use crate::model::question::{ChoiceIndex, Importance, Kind, Question};
use crate::report::availability::mark as gone;
use crate::report::question;
use crate::report::words::how_well;
use crate::theme::Role;
use crate::ui::canvas::Canvas;
use crate::ui::prose::line_columns;
use crate::ui::widget::balance::role_of;
use crate::ui::widget::pane::Pane;

/// Columns of a number and a box.
const INDENT: u16 = 6;

/// Draws the choices with the marked one in view.
pub(in crate::ui) fn draw(
    canvas: &mut Canvas<'_, '_>,
    area: Rect,
    question: &Question,
    response: &Response,
    (width, explains): (u16, bool),
) {
    let interview = &canvas.screens.interview;
    let marked = interview.is_marked.then_some(interview.row).filter(|row| *row < question.choices.len());
    let mut pane = Pane::of(marked, true);
    for (index, _) in question.indexed() {
        let is_marked = marked == Some(index.position());
        let mut lines = label(canvas, question, response, (index, width));
        if is_marked && explains {
            lines.extend(canvas.indented(INDENT, &question[index].hint, Role::Muted, width));
        }
        if interview.all_levels || is_marked || is_chosen(response, index) {
            lines.extend(support(canvas, question, response, (index, width)));
        }
        pane.row(lines);
    }
    pane.draw(canvas, area);
}

/// A choice with its number and box.
fn label(
    canvas: &Canvas<'_, '_>,
    question: &Question,
    response: &Response,
    (index, width): (ChoiceIndex, u16),
) -> Vec<Line<'static>> {
    let number = if index.position() < 9 { (index.position() + 1).to_string() } else { String::new() };
    let mark = mark(canvas, question.kind, is_chosen(response, index));
    let lead = vec![canvas.span(format!("{number:>1} "), Role::Muted), mark];
    canvas.wrap_after(lead, &question[index].label, Role::Text, width, INDENT)
}

fn is_chosen(response: &Response, index: ChoiceIndex) -> bool {
    QuestionRow::Choice(index).is_chosen(response.answer.as_ref())
}

/// The box of a choice, full or empty: square where many can be chosen, round where one can.
fn mark(canvas: &Canvas<'_, '_>, kind: Kind, is_chosen: bool) -> Span<'static> {
    let role = if is_chosen { Role::Accent } else { Role::Muted };
    let text = match (kind, is_chosen) {
        (Kind::Many, true) => "[x] ",
        (Kind::Many, false) => "[ ] ",
        (Kind::One, true) => "(x) ",
        (Kind::One, false) => "( ) ",
    };
    canvas.span(text, role)
}

/// How much a chosen choice counts, and how well both areas do what it needs: on one line, or each on its own, wrapped, where that
/// is too long.
fn support(
    canvas: &Canvas<'_, '_>,
    question: &Question,
    response: &Response,
    (index, width): (ChoiceIndex, u16),
) -> Vec<Line<'static>> {
    if question.asks_for_nothing() {
        return Vec::new();
    }
    let Some(levels) = question::levels(&canvas.cx.plan.facts, &question[index]) else {
        let neither = format!("Counts for neither {}.", canvas.cx.plan.base.nouns.alternative.one);
        return canvas.indented(INDENT, &neither, Role::Muted, width);
    };
    let mut lead = " ".repeat(usize::from(INDENT));
    let importance = importance(question, response, index);
    lead.push_str(&importance.map_or_else(String::new, |importance| format!("{:<7}", importance.word())));
    let below = lead.len();
    let [first, second] = Side::BOTH.map(|side| level(canvas, side, levels));
    let lead = canvas.span(lead, importance_role(importance));
    let whole = [std::slice::from_ref(&lead), &first[..], &[Span::raw("   ")], &second[..]].concat();
    if line_columns(&Line::from(whole.clone())) <= width {
        return vec![Line::from(whole)];
    }
    let indent = u16::try_from(below).expect("an importance is a short word");
    let alone = |lead: Span<'static>, [name, sign, words]: [Span<'static>; 3]| {
        canvas.wrap_after(vec![lead, name, sign], &words.content, Role::Muted, width, indent)
    };
    [alone(lead, first), alone(Span::raw(" ".repeat(below)), second)].concat()
}

/// How well an area does it, with a sign and in words; an area that cannot be had is said to be gone.
fn level(canvas: &Canvas<'_, '_>, side: Side, levels: Pair<Level>) -> [Span<'static>; 3] {
    let plan = &canvas.cx.plan;
    let gone = gone(plan.base, side, plan.facts.as_of.day).map_or_else(String::new, |word| format!(" ({word})"));
    let level = levels[side];
    [
        canvas.span(format!("{}{gone} ", plan.base.alternatives[side].short), role_of(side)),
        canvas.level(level),
        canvas.span(how_well(level), Role::Muted),
    ]
}

/// The importance to show beside a chosen row.
fn importance(question: &Question, response: &Response, index: ChoiceIndex) -> Option<Importance> {
    let picks = response.answer.as_ref().map(Answer::picks).unwrap_or_default();
    picks.iter().find(|pick| pick.choice == index).map(|pick| response.importance_of(*pick, question))
}

fn importance_role(importance: Option<Importance>) -> Role {
    match importance {
        Some(Importance::Must) => Role::Heading,
        Some(Importance::Should) => Role::Text,
        _ => Role::Muted,
    }
}
