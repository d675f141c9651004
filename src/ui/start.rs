//! The first screen.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::action::Action;
use crate::app::start::StartRow;
use crate::diagnostic::clean::visible;
use crate::report::words;
use crate::theme::Role;

use super::canvas::Canvas;
use super::layout::Page;
use super::prose::wrap;
use super::widget::pane::Pane;

/// Draws the start screen.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, screen: &Page) {
    let area = Rect { y: screen.header.y, height: screen.body.bottom() - screen.header.y, ..screen.body };
    let width = area.width.min(84);
    let area = Rect { x: area.x + (area.width - width) / 2, width, ..area };
    let mut pane = Pane::focused();
    pane.push("");
    introduce(canvas, &mut pane, width - 4);
    pane.gap();
    for (position, row) in canvas.app.start_rows().into_iter().enumerate() {
        if matches!(row, StartRow::Search | StartRow::New) {
            pane.gap();
        }
        let line = row_line(canvas, row);
        pane.row(vec![line], position == canvas.app.start.row, Action::Row(position));
    }
    pane.draw(canvas, area);
}

fn introduce(canvas: &Canvas<'_, '_>, pane: &mut Pane, width: u16) {
    let plan = &canvas.app.plan;
    pane.extend(wrap(&plan.base.title, canvas.style(Role::Heading), width, 0));
    let asked = plan.base.questions.len();
    let text = format!(
        "Answer up to {asked} questions about the journey you plan. You get a recommendation, what speaks for and \
         against it, and a document to hand over. Enter goes on everywhere, esc goes back."
    );
    pane.extend(wrap(&text, canvas.style(Role::Muted), width, 0));
    pane.gap();
    if let Some(notice) = words::notice(plan.base, plan.facts.as_of) {
        let text = format!("{} {notice}", canvas.glyphs.warning);
        pane.extend(wrap(&text, canvas.style(Role::Warning), width, 2));
    }
}

fn row_line(canvas: &Canvas<'_, '_>, row: StartRow) -> Line<'static> {
    let plan = &canvas.app.plan;
    let progress = plan.progress();
    let (label, value) = match row {
        StartRow::Questions if plan.answers().is_empty() => ("Start the questions", String::new()),
        StartRow::Questions => {
            ("Go on with the questions", format!("{} of {} answered", progress.answered, progress.asked))
        }
        StartRow::Advice => ("See the advice so far", String::new()),
        StartRow::Day => {
            let glyphs = canvas.glyphs;
            ("Plan for", format!("{} {} {}", glyphs.left, plan.day_words(), glyphs.right))
        }
        StartRow::OtherDay => ("Plan for another date", String::new()),
        StartRow::Name if plan.answers().title.is_empty() => ("Name the plan", "no name yet".to_owned()),
        StartRow::Name => ("Name of the plan", visible(&plan.answers().title).into_owned()),
        StartRow::Search => ("Search limits and features", String::new()),
        StartRow::Themes => ("Colours", canvas.app.look.theme.title.clone()),
        StartRow::Help => ("Keys and help", String::new()),
        StartRow::New => ("Begin a new plan", String::new()),
        StartRow::Quit => ("Quit", String::new()),
    };
    Line::from(vec![
        Span::styled(format!("{label:<28}"), canvas.style(Role::Text)),
        Span::styled(value, canvas.style(Role::Muted)),
    ])
}
