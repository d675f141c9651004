//! A question with what its choices lead to.

use crate::app::context::{Context, Screen};
use crate::app::screen::interview::row::QuestionRow;
use crate::diagnostic::clean::visible;
use crate::model::alternative::{Pair, Side};
use crate::model::answers::{Answer, Response};
use crate::model::arena::Key;
use crate::model::capability::Level;
use crate::model::question::{ChoiceIndex, Importance, Kind, Question};
use crate::report::question;

use super::glyph;
use super::prose::{columns, line_columns};
use super::widget::heads;
use super::{Action, Areas, Canvas, Line, Pane, Rect, Role, Span, page};

/// Columns to the right of a choice: its importance and the two levels.
const TAIL: u16 = 13;

/// Draws the interview.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, screen: &Areas) {
    let (topics_area, question_area, facts_area) = screen.interview();
    if canvas.screens.interview.why {
        return facts(canvas, screen.body);
    }
    if let Some(area) = topics_area {
        topics(canvas, area);
        canvas.rule_before(question_area);
    }
    question(canvas, question_area, topics_area.is_none());
    if let Some(area) = facts_area {
        canvas.rule_before(area);
        facts(canvas, area);
    }
}

fn topics(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let plan = &canvas.cx.plan;
    let here = plan.base.questions[canvas.screens.interview.question].topic;
    let progress = plan.progress();
    let topics = plan.topics();
    let mut pane = Pane::of(topics.iter().position(|topic| *topic == here), false);
    pane.push(canvas.span(format!("{} of {} answered", progress.answered, progress.visible), Role::Muted));
    pane.push("");
    for topic in topics {
        let progress = plan.topic_progress(topic);
        let is_here = topic == here;
        let (sign, sign_role) = match (is_here, progress.is_complete()) {
            (true, _) => (canvas.glyphs.focus, Role::Accent),
            (false, true) => (canvas.glyphs.done, Role::Good),
            (false, false) => (canvas.glyphs.open, Role::Muted),
        };
        let role = if is_here { Role::Heading } else { Role::Text };
        let title = super::prose::cut(&plan.base.topics[topic].title, 16, canvas.glyphs.ellipsis);
        let line = Line::from(vec![
            canvas.span(format!("{sign} "), sign_role),
            canvas.span(format!("{title:<16} "), role),
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
    let open =
        plan.verdict().open.iter().filter(|key| plan.base.questions[**key].importance == Importance::Must).count();
    match open {
        0 => {}
        1 => pane.push(canvas.span("1 must still open", Role::Warning)),
        several => pane.push(canvas.span(format!("{several} musts still open"), Role::Warning)),
    }
}

fn question(canvas: &mut Canvas<'_, '_>, area: Rect, with_progress: bool) {
    let plan = &canvas.cx.plan;
    let key = canvas.screens.interview.question;
    let question = &plan.base.questions[key];
    let response = plan.response(key);
    let width = area.width.saturating_sub(4);
    let interview = &canvas.screens.interview;
    let mut pane = Pane::of(interview.is_marked.then_some(interview.row), true);
    let progress = plan.progress();
    let number = plan.number(key).unwrap_or(0);
    let topic = &plan.base.topics[question.topic].title;
    let mut place = format!("{topic} {} question {number} of {}", canvas.glyphs.dot, progress.visible);
    let answered = format!(" {} {} answered", canvas.glyphs.dot, progress.answered);
    if with_progress && columns(&place) + columns(&answered) <= width {
        place.push_str(&answered);
    }
    pane.push(canvas.span(place, Role::Muted));
    if canvas.tall() {
        pane.push("");
    }
    pane.extend(canvas.wrap(&question.ask, Role::Heading, width, 0));
    pane.extend(canvas.wrap(&instruction(question), Role::Muted, width, 0));
    if canvas.tall() {
        pane.push("");
    }
    if !question.asks_for_nothing() {
        pane.push(column_heads(canvas, width));
    }
    rows(canvas, &mut pane, question, &response, width);
    for (name, own) in [("Amount: ", &response.amount), ("Note: ", &response.note)] {
        if !own.is_empty() {
            pane.gap();
            let lead = vec![canvas.span(name, Role::Muted)];
            pane.extend(canvas.wrap_after(lead, &visible(own), Role::Text, width, columns(name)));
        }
    }
    remarks(canvas, &mut pane, key, width);
    pane.draw(canvas, area);
}

fn instruction(question: &Question) -> String {
    let how = match question.kind {
        Kind::One => "Choose one.",
        Kind::Many => "Choose all that apply.",
    };
    if question.asks_for_nothing() {
        return how.to_owned();
    }
    format!("{how} A {} unless you say otherwise.", question.importance.word())
}

/// What the answer contradicts, and whether one may stop already.
fn remarks(canvas: &Canvas<'_, '_>, pane: &mut Pane, key: Key<Question>, width: u16) {
    let plan = &canvas.cx.plan;
    for clash in plan.clashes(key) {
        pane.gap();
        pane.extend(canvas.led((canvas.glyphs.warning, Role::Warning), &clash.whole(), Role::Text, width));
    }
    if plan.may_stop() && plan.answers().answer(key).is_none() {
        let stop = canvas.cx.keymap.key(Context::Interview, Action::Go(Screen::Advice));
        let stop = stop.map_or_else(String::new, |key| format!(" {} shows it.", key.label(canvas.cx.look.ascii)));
        pane.gap();
        let text = format!("The advice is decided.{stop} Going on completes the list of gaps.");
        pane.extend(canvas.wrap(&text, Role::Good, width, 0));
    }
}

/// The short names of the areas above their columns.
fn column_heads(canvas: &Canvas<'_, '_>, width: u16) -> Line<'static> {
    let base = canvas.cx.plan.base;
    let mut spans = vec![heads::state(canvas, width.saturating_sub(6))];
    for side in Side::BOTH {
        spans.push(canvas.span(format!(" {:<2}", base.alternatives[side].abbreviation), heads::role(canvas, side)));
    }
    Line::from(spans)
}

fn rows(canvas: &Canvas<'_, '_>, pane: &mut Pane, question: &Question, response: &Response, width: u16) {
    for (position, row) in QuestionRow::of(question).into_iter().enumerate() {
        if position == question.choices.len() && canvas.tall() {
            pane.gap();
        }
        match row {
            QuestionRow::Choice(index) => pane.row(choice_row(canvas, question, response, (index, width))),
            _ => pane.row([bare_row(canvas, row, response)]),
        }
    }
}

/// A choice with its number, box, importance and levels.
fn choice_row(
    canvas: &Canvas<'_, '_>,
    question: &Question,
    response: &Response,
    (index, width): (ChoiceIndex, u16),
) -> Vec<Line<'static>> {
    let row = QuestionRow::Choice(index);
    let choice = &question[index];
    let levels = question::levels(&canvas.cx.plan.facts, choice);
    let importance = importance(question, response, row).filter(|_| !choice.needs.is_empty());
    let number = if index.position() < 9 { (index.position() + 1).to_string() } else { String::new() };
    let mark = mark(canvas, question.kind, row.is_chosen(response.answer.as_ref()));
    let lead = vec![canvas.span(format!("{number:>1} "), Role::Muted), mark];
    choice_lines(canvas, lead, &choice.label, (importance, levels), width)
}

/// An answer that chooses nothing.
fn bare_row(canvas: &Canvas<'_, '_>, row: QuestionRow, response: &Response) -> Line<'static> {
    let mark = mark(canvas, Kind::One, row.is_chosen(response.answer.as_ref()));
    let key = canvas.span(format!("{:>1} ", key_of(canvas, row)), Role::Muted);
    Line::from(vec![key, mark, canvas.span(row.label(), Role::Text)])
}

/// The key that gives an answer without a choice.
fn key_of(canvas: &Canvas<'_, '_>, row: QuestionRow) -> String {
    let action = match row {
        QuestionRow::NoneOfThese => Action::NoneOfThese,
        QuestionRow::NotSure => Action::NotSure,
        _ => Action::DoesNotApply,
    };
    let key = canvas.cx.keymap.key(Context::Interview, action);
    key.map_or_else(String::new, |key| key.label(canvas.cx.look.ascii))
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

/// The importance to show beside a chosen row.
fn importance(question: &Question, response: &Response, row: QuestionRow) -> Option<Importance> {
    let QuestionRow::Choice(index) = row else { return None };
    let picks = response.answer.as_ref().map(Answer::picks).unwrap_or_default();
    picks.iter().find(|pick| pick.choice == index).map(|pick| response.importance_of(*pick, question))
}

/// A choice with its importance and levels at the end of its first line.
fn choice_lines(
    canvas: &Canvas<'_, '_>,
    lead: Vec<Span<'static>>,
    label: &str,
    (importance, levels): (Option<Importance>, Option<Pair<Level>>),
    width: u16,
) -> Vec<Line<'static>> {
    let indent = 6;
    let mut lines = canvas.wrap_after(lead, label, Role::Text, width.saturating_sub(TAIL), indent);
    if let Some(first) = lines.first_mut() {
        let used = line_columns(first);
        let room = usize::from(width.saturating_sub(TAIL).saturating_sub(used));
        let word = importance.map_or("", Importance::word);
        first.push_span(Span::raw(" ".repeat(room)));
        first.push_span(canvas.span(format!(" {word:<6}"), importance_role(importance)));
        for side in Side::BOTH {
            let (sign, role) = match levels {
                Some(levels) => (canvas.glyphs.level(levels[side]), glyph::role_of(levels[side])),
                None => (" ", Role::Text),
            };
            first.push_span(canvas.span(format!(" {sign} "), role));
        }
    }
    lines
}

fn importance_role(importance: Option<Importance>) -> Role {
    match importance {
        Some(Importance::Must) => Role::Heading,
        Some(Importance::Should) => Role::Text,
        _ => Role::Muted,
    }
}

fn facts(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let facts = canvas.screens.interview.page(&canvas.cx.plan);
    let area = Rect { x: area.x.saturating_sub(2), width: area.width + 2, ..area };
    let pane = page::pane(canvas, &facts, area.width);
    pane.draw_scrolled(canvas, area, canvas.screens.interview.scroll);
}
