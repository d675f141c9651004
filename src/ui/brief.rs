//! A client's text beside what it proposes, or where a text is asked for.

use crate::app::brief::{BriefRow, Fate, Reading};
use crate::app::context::Context;
use crate::brief::{Chosen, Contradiction, Proposal, Tier};
use crate::diagnostic::clean::visible;
use crate::model::arena::Key;
use crate::model::question::Question;
use crate::report::proposals::{FOREIGN, reason};
use crate::report::title;

use super::prose::{columns, first, line_columns};
use super::{Areas, Canvas, Line, Pane, Rect, Role, Span, brief_text};

/// So many lines of a sentence stand above what it proposes.
const MOST_SAID: u16 = 3;

/// What a text stays.
const STAYS: &str = "Everything stays on this computer.";

/// Draws the text and the proposals.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, screen: &Areas) {
    match &canvas.screens.brief.reading {
        Some(reading) if canvas.screens.brief.context() == Context::Brief => review(canvas, screen, reading),
        _ => ask(canvas, screen.body),
    }
}

/// Where a text is pasted or the path of its file is typed.
fn ask(canvas: &mut Canvas<'_, '_>, body: Rect) {
    let area = Rect { x: body.x + 2, width: body.width.saturating_sub(4).min(84), ..body };
    let brief = &canvas.screens.brief;
    let plan = &canvas.cx.plan;
    let mut lines = canvas.wrap("Start from a text", Role::Heading, area.width, 0);
    let how = "Paste an e-mail, an RFP or the notes of a workshop here, or type the path of a file and press enter: text, Markdown, \
               or Word (.docx). What it asks for becomes proposals. Nothing is an answer before you accept it.";
    lines.extend(canvas.wrap(how, Role::Text, area.width, 0));
    lines.extend(canvas.wrap(STAYS, Role::Muted, area.width, 0));
    if !plan.answers().is_empty() {
        let to = format!("The proposals go to the open plan: {}.", visible(&title(plan.answers())));
        lines.extend(canvas.wrap(&to, Role::Muted, area.width, 0));
    }
    let mut y = area.y;
    for line in lines {
        canvas.line(Rect { y, height: 1, ..area }, line);
        y += 1;
    }
    let field = Rect { y: y + 1, height: 1, ..area };
    canvas.field(field, &brief.field, true);
    let below = match (&brief.problem, &brief.waits_for) {
        (Some(problem), _) => {
            canvas.led((canvas.glyphs.warning, Role::Error), &visible(problem), Role::Error, area.width)
        }
        (None, Some(path)) => canvas.wrap(&format!("Reading {}", visible(path)), Role::Muted, area.width, 0),
        (None, None) => Vec::new(),
    };
    for (y, line) in (field.y + 2..body.bottom()).zip(below) {
        canvas.line(Rect { y, height: 1, ..area }, line);
    }
}

fn review(canvas: &mut Canvas<'_, '_>, screen: &Areas, reading: &Reading) {
    let (top, text, list) = screen.brief();
    let told = told(canvas, reading);
    canvas.line(Rect { x: top.x + 2, width: top.width.saturating_sub(2), ..top }, told);
    let marked = canvas.screens.brief.marked(&canvas.cx.plan);
    let place = marked.and_then(|row| reading.sentence(row)).and_then(|sentence| reading.place(sentence));
    brief_text::draw(canvas, text, &reading.text, place.as_ref());
    for (pane, title) in [(text, "The text"), (list, "Proposals")] {
        let rule = Rect { y: pane.y.saturating_sub(1), height: 1, ..pane };
        canvas.rule(rule);
        canvas.title(rule, pane, title);
    }
    if text.y == list.y {
        canvas.rule_before(list);
    }
    let pane = proposals(canvas, reading, list.width.saturating_sub(4));
    pane.draw(canvas, list);
}

/// How far one is, and that the text goes nowhere.
fn told(canvas: &Canvas<'_, '_>, reading: &Reading) -> Line<'static> {
    let plan = &canvas.cx.plan;
    let count = |fate| reading.count(plan, fate);
    let (open, accepted, rejected) = (count(Fate::Open), count(Fate::Accepted), count(Fate::Rejected));
    let counts = format!("{accepted} accepted, {rejected} rejected, {open} open. ");
    let told = [canvas.span(counts, Role::Text), canvas.span(STAYS, Role::Muted)];
    let foreign = reading.brief.is_foreign.then(|| canvas.span(format!(" {FOREIGN}"), Role::Warning));
    Line::from(told.into_iter().chain(foreign).collect::<Vec<_>>())
}

fn proposals(canvas: &Canvas<'_, '_>, reading: &Reading, width: u16) -> Pane {
    let brief = &canvas.screens.brief;
    let rows = brief.rows(&canvas.cx.plan);
    let mut pane = Pane::list(brief.cursor);
    let (mut sentence, mut heading) = (None, None);
    for (position, row) in rows.into_iter().enumerate() {
        let head = heading_of(row);
        if head != heading {
            pane.gap();
            pane.extend(head.map(|head| Line::from(canvas.span(head, Role::Heading))));
            heading = head;
        }
        if matches!(row, BriefRow::Proposal(_)) && reading.sentence(row) != sentence {
            sentence = reading.sentence(row);
            pane.gap();
            let said = canvas.wrap(sentence.unwrap_or_default(), Role::Muted, width, 0);
            pane.extend(first(said, MOST_SAID, width, canvas.glyphs.ellipsis));
        }
        let is_marked = position == brief.cursor.row;
        pane.row(lines(canvas, reading, (row, is_marked), width));
    }
    pane
}

/// The heading above the rows of a kind; proposals stand below their sentences.
fn heading_of(row: BriefRow) -> Option<&'static str> {
    match row {
        BriefRow::Proposal(_) => None,
        BriefRow::Contradiction(_) => Some("Does not go together"),
        BriefRow::NotUnderstood(_) => Some("Not understood"),
        BriefRow::NotAnswered(_) => Some("Not asked yet"),
    }
}

fn lines(
    canvas: &Canvas<'_, '_>,
    reading: &Reading,
    (row, is_marked): (BriefRow, bool),
    width: u16,
) -> Vec<Line<'static>> {
    match row {
        BriefRow::Proposal(position) => match reading.brief.proposals.get(position) {
            Some(proposal) => proposal_lines(canvas, (row, proposal), is_marked, width),
            None => Vec::new(),
        },
        BriefRow::Contradiction(position) => match reading.brief.contradictions.get(position) {
            Some(contradiction) => contradiction_lines(canvas, contradiction, is_marked, width),
            None => Vec::new(),
        },
        BriefRow::NotUnderstood(_) => {
            let sentence = reading.sentence(row).unwrap_or_default();
            let is_said = canvas.cx.plan.notes(sentence);
            let lead = vec![mark(canvas, if is_said { Fate::Accepted } else { Fate::Open })];
            let mut lines = canvas.wrap_after(lead, sentence, Role::Text, width, 4);
            if is_marked {
                lines.extend(choice_lines(canvas, row, width));
            }
            lines
        }
        BriefRow::NotAnswered(key) => question_lines(canvas, key, is_marked, width),
    }
}

/// A proposal with its state, its importance and how sure it is; below the marked one what else it could be.
fn proposal_lines(
    canvas: &Canvas<'_, '_>,
    (row, proposal): (BriefRow, &Proposal),
    is_marked: bool,
    width: u16,
) -> Vec<Line<'static>> {
    let plan = &canvas.cx.plan;
    let question = &plan.base.questions[proposal.chosen.0];
    let fate = plan.fate(proposal.chosen);
    let role = if fate == Fate::Rejected { Role::Muted } else { Role::Text };
    let (sign, word) = tier(proposal.tier);
    let tail = format!(" {:<6} {sign} {word:<7}", plan.importance_of(proposal).word());
    let label = question[proposal.chosen.1].label.as_str();
    let mut lines = canvas.wrap_after(vec![mark(canvas, fate)], label, role, width.saturating_sub(columns(&tail)), 4);
    if let Some(first) = lines.first_mut() {
        let room = width.saturating_sub(line_columns(first) + columns(&tail));
        first.push_span(Span::raw(" ".repeat(room.into())));
        first.push_span(canvas.span(tail, tier_role(proposal.tier)));
    }
    if let Some(chosen) = canvas.screens.brief.instead(row, plan).filter(|_| fate == Fate::Rejected) {
        let instead = format!("instead: {}", label_of(canvas, chosen));
        lines.extend(canvas.indented(4, &instead, Role::Good, width));
    }
    if is_marked {
        let origin = if proposal.stated { "importance: says the text" } else { "importance: as preset" };
        let implied = if proposal.implied { "; only a follow-up asks for it" } else { "" };
        lines.extend(canvas.indented(4, &format!("{origin}{implied}"), Role::Muted, width));
        lines.extend(choice_lines(canvas, row, width));
    }
    lines
}

/// The choices of the marked row with their numbers, each with its question.
fn choice_lines(canvas: &Canvas<'_, '_>, row: BriefRow, width: u16) -> Vec<Line<'static>> {
    let brief = &canvas.screens.brief;
    let choices = brief.choices(row, &canvas.cx.plan);
    let line = |(position, chosen): (usize, Chosen)| {
        let is_next = position == brief.choice;
        let sign = if is_next { canvas.glyphs.right } else { " " };
        let lead =
            vec![canvas.span(format!("  {sign} "), Role::Accent), canvas.span(format!("{} ", position + 1), Role::Key)];
        let ask = &canvas.cx.plan.base.questions[chosen.0].ask;
        let text = format!("{} {} {ask}", label_of(canvas, chosen), canvas.glyphs.dash);
        canvas.wrap_after(lead, &text, if is_next { Role::Text } else { Role::Muted }, width, 6)
    };
    choices.into_iter().enumerate().flat_map(line).collect()
}

fn label_of(canvas: &Canvas<'_, '_>, chosen: Chosen) -> String {
    canvas.cx.plan.base.questions[chosen.0][chosen.1].label.to_string()
}

fn contradiction_lines(
    canvas: &Canvas<'_, '_>,
    contradiction: &Contradiction,
    is_marked: bool,
    width: u16,
) -> Vec<Line<'static>> {
    let warning = (canvas.glyphs.warning, Role::Warning);
    let mut lines = canvas.led(warning, reason(contradiction), Role::Text, width);
    for (chosen, sentence) in contradiction.between.iter().filter(|_| is_marked) {
        let said = format!("{}: \"{sentence}\"", label_of(canvas, *chosen));
        lines.extend(canvas.indented(4, &said, Role::Muted, width));
    }
    lines
}

fn question_lines(canvas: &Canvas<'_, '_>, key: Key<Question>, is_marked: bool, width: u16) -> Vec<Line<'static>> {
    let question = &canvas.cx.plan.base.questions[key];
    let mut lines = canvas.led((canvas.glyphs.open, Role::Muted), &question.ask, Role::Text, width);
    if let Some(who) = question.who.as_ref().filter(|_| is_marked) {
        lines.extend(canvas.indented(4, &format!("who would know: {who}"), Role::Muted, width));
    }
    lines
}

/// The box of a proposal: a full one is an answer.
fn mark(canvas: &Canvas<'_, '_>, fate: Fate) -> Span<'static> {
    let (text, role) = match fate {
        Fate::Open => ("[ ] ", Role::Muted),
        Fate::Accepted => ("[x] ", Role::Accent),
        Fate::Rejected => ("[-] ", Role::Muted),
    };
    canvas.span(text, role)
}

/// How sure a proposal is, as a sign and a word.
fn tier(tier: Tier) -> (&'static str, &'static str) {
    match tier {
        Tier::Likely => ("+", tier.word()),
        Tier::Perhaps => ("?", tier.word()),
    }
}

fn tier_role(tier: Tier) -> Role {
    match tier {
        Tier::Likely => Role::Good,
        Tier::Perhaps => Role::Warning,
    }
}
