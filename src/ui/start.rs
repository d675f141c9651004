//! The first screen.

use crate::app::Screen;
use crate::app::plan::Plan;
use crate::app::plans::listed_words;
use crate::app::screen::start::{self, StartRow};
use crate::diagnostic::clean::visible;
use crate::model::capability::Level;
use crate::model::date::DayOrigin;
use crate::model::setting::SettingName;
use crate::report::words::how_well;
use crate::report::{self, introduction, settings, words};

use super::prose::{columns, cut, line_columns};
use super::{Areas, Canvas, Line, Pane, Rect, Role, Span};

/// Columns of what a row is, before its value.
const LABELS: u16 = 26;

/// Draws the start screen.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, screen: &Areas) {
    let area = Rect { y: screen.header.y, height: screen.body.bottom() - screen.header.y, ..screen.body };
    let width = area.width.min(84);
    let area = Rect { x: area.x + (area.width - width) / 2, width, ..area };
    let mut pane = Pane::list(canvas.screens.start.cursor);
    introduce(canvas, &mut pane, width - 4);
    pane.gap();
    for row in start::rows(canvas.cx) {
        if matches!(row, StartRow::Plan(0) | StartRow::Search | StartRow::New) {
            pane.gap();
        }
        pane.row([row_line(canvas, row)]);
    }
    pane.draw(canvas, area);
}

fn introduce(canvas: &Canvas<'_, '_>, pane: &mut Pane, width: u16) {
    let plan = &canvas.cx.plan;
    pane.extend(canvas.wrap(&plan.base.title, Role::Heading, width, 0));
    if let Some(product) = &plan.base.product {
        pane.extend(canvas.wrap(product, Role::Text, width, 0));
    }
    for sentence in introduction::sentences(plan.base, plan.today) {
        pane.extend(canvas.wrap(&sentence, Role::Muted, width, 0));
    }
    pane.extend(legend(canvas, width));
    let (as_of, day) = (plan.facts.as_of, plan.facts.as_of.day);
    let clock = canvas.cx.clock_problem.clone().into_iter();
    let beyond = words::beyond_facts(plan.base, day);
    for notice in clock.chain(words::notices(plan.base, day, plan.today)).chain(beyond) {
        let text = format!("{} {notice}", canvas.glyphs.warning);
        pane.extend(canvas.wrap(&text, Role::Warning, width, 2));
    }
    pane.extend(
        words::introduce_source(plan.base, as_of).iter().flat_map(|said| canvas.wrap(said, Role::Muted, width, 0)),
    );
}

/// The signs of the levels with their words, on as few lines as they fit.
fn legend(canvas: &Canvas<'_, '_>, width: u16) -> Vec<Line<'static>> {
    let mut lines = vec![Line::default()];
    for level in Level::ALL {
        let sign = canvas.level(level);
        let word = canvas.span(how_well(level), Role::Muted);
        let needs = columns(&sign.content) + columns(&word.content);
        match lines.last_mut().map(|line| (line_columns(line), line)) {
            Some((used, line)) if used > 0 && used + 3 + needs <= width => {
                line.spans.extend([Span::raw("   "), sign, word]);
            }
            Some((0, line)) => line.spans.extend([sign, word]),
            _ => lines.push(Line::from(vec![sign, word])),
        }
    }
    lines
}

fn row_line(canvas: &Canvas<'_, '_>, row: StartRow) -> Line<'static> {
    let plan = &canvas.cx.plan;
    let progress = plan.progress();
    let (label, value) = match row {
        StartRow::Plan(position) => return plan_line(canvas, position),
        StartRow::Plans => ("All plans", listed_words(canvas.cx.others.len())),
        StartRow::Questions if plan.answers().is_empty() => ("Start the questions", String::new()),
        StartRow::Questions => {
            let left_at = canvas.screens.start.left_at.unwrap_or(Screen::Interview);
            return valued(canvas, &format!("Go on with the {}", left_at.row().context.word()), progress.words());
        }
        StartRow::Text if plan.answers().brief.is_some() => ("Go on with the text", String::new()),
        StartRow::Text => ("Start from a text", "an e-mail, an RFP, notes".to_owned()),
        StartRow::Tour => ("Take the tour", "a sample plan, one minute".to_owned()),
        StartRow::Advice => ("See the advice so far", String::new()),
        StartRow::Day => {
            let glyphs = canvas.glyphs;
            ("Plan for", format!("{} {} {}", glyphs.left, plan.day_words(), glyphs.right))
        }
        StartRow::Today => ("Today is", today_words(plan)),
        StartRow::Builders => return setting(canvas, SettingName::Builders),
        StartRow::Workarounds => return setting(canvas, SettingName::Workarounds),
        StartRow::RunsUntil => return setting(canvas, SettingName::RunsUntil),
        StartRow::Name if plan.answers().title.is_empty() => ("Name the plan", "no name yet".to_owned()),
        StartRow::Name => ("Name of the plan", visible(&plan.answers().title).into_owned()),
        StartRow::Search => ("Search limits and features", String::new()),
        StartRow::Themes => ("Colours", canvas.cx.look.theme.title.clone()),
        StartRow::Help => ("Keys and help", String::new()),
        StartRow::New => ("Begin a new plan", String::new()),
        StartRow::Quit => ("Quit", String::new()),
    };
    valued(canvas, label, value)
}

/// What the plan says about itself, between marks where left and right change it.
fn setting(canvas: &Canvas<'_, '_>, name: SettingName) -> Line<'static> {
    let (plan, glyphs) = (&canvas.cx.plan, canvas.glyphs);
    let label = cut(settings::ask(plan.base, name), LABELS - 2, glyphs.ellipsis);
    let value = settings::value(plan.base, &plan.answers().settings, name);
    match name {
        SettingName::RunsUntil => valued(canvas, &label, value),
        _ => valued(canvas, &label, format!("{} {value} {}", glyphs.left, glyphs.right)),
    }
}

fn valued(canvas: &Canvas<'_, '_>, label: &str, value: String) -> Line<'static> {
    let label = format!("{label:<labels$}", labels = usize::from(LABELS));
    Line::from(vec![canvas.span(label, Role::Text), canvas.span(value, Role::Muted)])
}

/// The day that counts as today where the clock is wrong.
fn today_words(plan: &Plan<'_>) -> String {
    let how = if plan.origin == DayOrigin::Typed { "as typed" } else { "assumed; enter to say which" };
    format!("{}, {how}", plan.today.words())
}

/// Another plan, how far it is, and when it was last changed.
fn plan_line(canvas: &Canvas<'_, '_>, position: usize) -> Line<'static> {
    let (plan, glyphs) = (&canvas.cx.plan, canvas.glyphs);
    let Some(kept) = canvas.cx.others.get(position) else { return Line::default() };
    let title = cut(&visible(&report::title(&kept.answers)), LABELS - 2, glyphs.ellipsis);
    let gap = usize::from(LABELS.saturating_sub(columns(&title)));
    let about = [kept.progress(plan.base).words(), kept.changed_words(plan.today)];
    Line::from(vec![
        canvas.span(title, Role::Text),
        Span::raw(" ".repeat(gap)),
        canvas.span(about.join(&format!(" {} ", glyphs.dot)), Role::Muted),
    ])
}
