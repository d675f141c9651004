//! A question: what is asked stays above, the choices scroll, and the answers that choose nothing stay below.

mod live;
mod outs;
mod rows;
mod topics;

use crate::app::context::Context;
use crate::diagnostic::clean::visible;
use crate::model::answers::Response;
use crate::model::arena::Key;
use crate::model::question::{Importance, Kind, Question};
use crate::report::words::matters;

use super::layout::{Beside, MOST_TEXT};
use super::prose::{columns, first};
use super::{Action, Areas, Canvas, Line, Pane, Rect, Role, page};

/// Draws the interview.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, screen: &Areas) {
    if canvas.screens.interview.why {
        return facts(canvas, screen.body);
    }
    let panes = screen.interview(topics::width(canvas));
    if let Some(area) = panes.topics {
        topics::draw(canvas, area);
        canvas.title(screen.rule, area, "Topics");
        canvas.rule_before(panes.question);
    }
    question(canvas, panes.question, !matches!(panes.beside, Beside::Facts(_)));
    if panes.beside != Beside::Nothing {
        canvas.title(screen.rule, panes.question, "Question");
    }
    match panes.beside {
        Beside::Nothing => {}
        Beside::Facts(area) => {
            canvas.title(screen.rule, area, "What is behind it");
            canvas.rule_before(area);
            facts(canvas, area);
        }
        Beside::Advice(area) => {
            canvas.title(screen.rule, area, "The advice so far");
            canvas.rule_before(area);
            live::draw(canvas, area);
        }
    }
}

/// The question from its heading down to the answers that choose nothing. Where its facts do not stand beside it, the marked
/// row says in a few words what it means.
fn question(canvas: &mut Canvas<'_, '_>, area: Rect, explains: bool) {
    let key = canvas.screens.interview.question;
    let question = &canvas.cx.plan.base.questions[key];
    let response = canvas.cx.plan.response(key);
    let width = area.width.saturating_sub(4).min(MOST_TEXT);
    let gap = u16::from(canvas.tall());
    let top = stack(canvas, area, head(canvas, question, width));
    let foot = foot(canvas, key, &response, width, explains);
    let foot = first(foot, area.height / 3, width, canvas.glyphs.ellipsis);
    let lines = outs::height(canvas, area, question, &response);
    let outs = Rect { y: area.bottom().saturating_sub(lines), height: lines, ..area };
    let height = u16::try_from(foot.len()).unwrap_or(0);
    let below = Rect { y: outs.y.saturating_sub(height), height, ..area };
    stack(canvas, below, foot);
    outs::draw(canvas, outs, question, &response);
    let y = top + gap;
    let choices = Rect { y, height: below.y.saturating_sub(y + gap), ..area };
    rows::draw(canvas, choices, question, &response, (width, explains));
}

/// Draws lines at the top of an area and returns the first row below them.
fn stack(canvas: &mut Canvas<'_, '_>, area: Rect, lines: Vec<Line<'static>>) -> u16 {
    let mut pane = Pane::default();
    pane.extend(lines);
    let height = pane.height().min(area.height);
    pane.draw(canvas, Rect { height, ..area });
    area.y + height
}

/// The question and how to answer it.
fn head(canvas: &Canvas<'_, '_>, question: &Question, width: u16) -> Vec<Line<'static>> {
    let mut lines = canvas.wrap(&question.ask, Role::Heading, width, 0);
    lines.extend(canvas.wrap(&instruction(canvas, question), Role::Muted, width, 0));
    lines
}

/// How many choices to take; once something is chosen, how much that counts and the key that changes it.
fn instruction(canvas: &Canvas<'_, '_>, question: &Question) -> String {
    let how = match question.kind {
        Kind::One => "Choose one.",
        Kind::Many => "Choose all that apply.",
    };
    let counts = canvas.screens.interview.counts_as(&canvas.cx.plan);
    counts.map_or_else(|| how.to_owned(), |importance| format!("{how} {}", counts_as(canvas, importance)))
}

/// How much the answer counts, and the key that makes it count otherwise: `Counts as should. m makes it a must.`
fn counts_as(canvas: &Canvas<'_, '_>, importance: Importance) -> String {
    let (action, other) = match importance {
        Importance::Must => (Action::Should, Importance::Should),
        Importance::Should | Importance::Could => (Action::Must, Importance::Must),
    };
    let key = canvas.cx.label_of(Context::Interview, action);
    let how = key.map_or_else(String::new, |key| format!(" {key} makes it {}.", matters(other)));
    format!("Counts as {}.{how}", importance.word())
}

/// What stands below the choices: what was written to the answer, what it contradicts, and whether one may stop already; what a
/// marked answer that chooses nothing means.
fn foot(
    canvas: &Canvas<'_, '_>,
    key: Key<Question>,
    response: &Response,
    width: u16,
    explains: bool,
) -> Vec<Line<'static>> {
    let plan = &canvas.cx.plan;
    let mut lines = Vec::new();
    for (name, own) in [("Amount: ", &response.amount), ("Note: ", &response.note)] {
        if !own.is_empty() {
            let lead = vec![canvas.span(name, Role::Muted)];
            lines.extend(canvas.wrap_after(lead, &visible(own), Role::Text, width, columns(name)));
        }
    }
    for clash in plan.clashes(key) {
        lines.extend(canvas.led((canvas.glyphs.warning, Role::Warning), &clash.whole(), Role::Text, width));
    }
    if plan.may_stop() {
        let area = &plan.base.nouns.alternative.one;
        let stop = canvas.cx.label_of(Context::Interview, Action::Go(crate::app::Screen::Advice));
        let stop = stop.map_or_else(|| "stop".to_owned(), |key| format!("{key} for the advice"));
        let text = format!("The {area} is settled: {stop}, or go on for gaps and conditions.");
        lines.extend(canvas.wrap(&text, Role::Good, width, 0));
    }
    let marked = canvas.screens.interview.marked(&plan.base.questions[key]);
    let meaning = marked.filter(|_| explains).and_then(|row| row.meaning(&plan.base.nouns));
    lines.extend(meaning.iter().flat_map(|meaning| canvas.wrap(meaning, Role::Muted, width, 0)));
    lines
}

fn facts(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let facts = canvas.screens.interview.page(&canvas.cx.plan);
    let area = Rect { x: area.x.saturating_sub(2), width: area.width + 2, ..area };
    let pane = page::pane(canvas, &facts, area.width);
    pane.draw_scrolled(canvas, area, canvas.screens.interview.scroll);
}
