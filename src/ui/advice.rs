//! The advice: the decision, then and now, what decided it, gaps, and what is still to be found out.

mod reasons;

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::widgets::Tabs;

use crate::app::context::Context;
use crate::app::popup::form::FormField;
use crate::diagnostic::clean::visible;
use crate::model::gap_work::GapField;
use crate::report::Report;
use crate::report::limit::Limit;
use crate::report::parts::Part;
use crate::report::parts::conditions::{ConditionEntry, elsewhere_heading};
use crate::report::parts::contradictions::Clash;
use crate::report::parts::gaps::GapEntry;
use crate::report::parts::gone::Gone;
use crate::report::parts::journeys_apart::Apart;
use crate::report::parts::work;

use super::layout::{Areas, Width};
use super::page::severity_role;
use super::prose::{columns, first, line_columns};
use super::widget::balance::role_of;
use super::widget::tiles;
use super::{Action, Canvas, Line, Pane, Role};

/// Draws the advice.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, screen: &Areas) {
    let Some(report) = &canvas.screens.advice.report else { return };
    let room = screen.body.height / 6 + 1;
    let tiles = tiles::lines(canvas, &report.tiles, screen.body.width.saturating_sub(2), room);
    let most = if tiles.is_empty() { screen.body.height * 2 / 5 } else { screen.body.height / 3 };
    let lines = first(decision(canvas, screen, report), most, screen.body.width, canvas.glyphs.ellipsis);
    let height = u16::try_from(lines.len()).unwrap_or(most);
    let drawn = first(tiles, room, screen.body.width, canvas.glyphs.ellipsis);
    let drawn_height = u16::try_from(drawn.len()).unwrap_or(0);
    let [top, journey, rule, rest] = Layout::vertical([
        Constraint::Length(height),
        Constraint::Length(drawn_height),
        Constraint::Length(1),
        Constraint::Fill(1),
    ])
    .areas(screen.body);
    let mut pane = Pane::default();
    pane.extend(lines);
    pane.draw(canvas, Rect { x: top.x.saturating_sub(2), width: top.width + 4, ..top });
    for (y, line) in (journey.y..).zip(drawn) {
        canvas.line(Rect { x: journey.x + 1, y, height: 1, width: journey.width.saturating_sub(1) }, line);
    }
    canvas.rule(rule);
    if screen.width == Width::Wide && screen.area.height >= 32 {
        for (part, area) in Part::ALL.into_iter().zip(Areas::parts(rest)) {
            titled_part(canvas, report, part, area);
        }
    } else {
        tabs(canvas, report, Rect { height: 1, ..rest });
        let area = Rect { y: rest.y + 1, height: rest.height.saturating_sub(1), ..rest };
        part(canvas, report, canvas.screens.advice.part, area);
    }
}

/// The decision in one sentence, what it rests on, and what to mind; as much of it as matters most comes first.
fn decision(canvas: &Canvas<'_, '_>, screen: &Areas, report: &Report) -> Vec<Line<'static>> {
    let width = screen.body.width;
    let warning = |text: &str| canvas.led((canvas.glyphs.warning, Role::Warning), text, Role::Text, width);
    let mut lines = canvas.wrap(&report.decision.headline.to_uppercase(), Role::Heading, width, 0);
    lines.extend(report.decision.notices.iter().flat_map(|notice| warning(notice)));
    let mut reason = report.decision.reason.clone();
    if let Some(summary) = &report.decision.summary {
        reason = format!("{reason} {summary}");
    }
    lines.extend(canvas.wrap(&reason, Role::Text, width, 0));
    let clashes: Vec<String> = report.contradictions.iter().map(Clash::whole).collect();
    let key = canvas.cx.label_of(Context::Advice, Action::Duplicate);
    let how = key.map_or_else(String::new, |key| format!(" {key} makes a plan of each."));
    let told = |apart: &Apart| format!("{}{how} {}", apart.brief(), apart.detail());
    let apart: Vec<String> = report.journeys_apart.iter().map(told).collect();
    lines.extend(apart.iter().chain(&clashes).chain(&report.decision.caveats).flat_map(|caveat| warning(caveat)));
    lines.extend(report.reach.iter().flat_map(|reach| canvas.wrap(reach, Role::Muted, width, 0)));
    if let Some(firmness) = report.firmness.first() {
        lines.extend(canvas.wrap(&firmness.sentence, Role::Muted, width, 0));
    }
    lines
}

fn titled_part(canvas: &mut Canvas<'_, '_>, report: &Report, wanted: Part, area: Rect) {
    let top = Rect { height: 1, ..area };
    canvas.line(top, title(canvas, report, wanted, wanted.title(report), true));
    canvas.hit(top, Action::Part(wanted));
    part(canvas, report, wanted, Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area });
}

/// The titles of all parts on one line, for screens that show one part at a time.
fn tabs(canvas: &mut Canvas<'_, '_>, report: &Report, area: Rect) {
    let titles =
        |name: &dyn Fn(Part) -> &'static str| Part::ALL.map(|part| title(canvas, report, part, name(part), true));
    let needs = |titles: &[Line<'_>]| titles.iter().map(|title| line_columns(title) + 2).sum::<u16>();
    let mut lines = titles(&|part| part.title(report));
    if needs(&lines) > area.width + 2 {
        lines = titles(&Part::short);
    }
    if needs(&lines) > area.width + 2 {
        lines = Part::ALL.map(|part| title(canvas, report, part, part.short(), false));
    }
    let mut x = area.x;
    for (wanted, line) in Part::ALL.into_iter().zip(&lines) {
        let width = line_columns(line).min(area.right().saturating_sub(x));
        canvas.hit(Rect { x, width, ..area }, Action::Part(wanted));
        x = (x + width + 2).min(area.right());
    }
    let current = Part::ALL.iter().position(|part| *part == canvas.screens.advice.part);
    let tabs = Tabs::new(lines).padding("", "").divider("  ").select(current).highlight_style(Style::new());
    canvas.draw(area, tabs);
}

fn title(canvas: &Canvas<'_, '_>, report: &Report, part: Part, name: &str, is_counted: bool) -> Line<'static> {
    let has_focus = canvas.screens.advice.part == part;
    let mark = if has_focus { canvas.glyphs.focus } else { " " };
    let role = if has_focus { Role::Heading } else { Role::Muted };
    let count = match part {
        Part::Time => String::new(),
        _ if !is_counted || part.count(report) == 0 => String::new(),
        _ => format!(" {}", part.count(report)),
    };
    Line::from(vec![canvas.span(mark, Role::Accent), canvas.span(format!("{name}{count}"), role)])
}

fn part(canvas: &mut Canvas<'_, '_>, report: &Report, part: Part, area: Rect) {
    let has_focus = canvas.screens.advice.part == part;
    let mut pane = Pane::of(has_focus.then_some(canvas.screens.advice.cursor.row), has_focus);
    let width = area.width.saturating_sub(4);
    let rows: Vec<Vec<Line<'static>>> = match part {
        Part::Reasons => {
            if !report.drivers.is_empty() {
                pane.push(reasons::head(canvas, width));
            }
            reasons::rows(canvas, report, width, has_focus.then_some(canvas.screens.advice.cursor.row))
        }
        Part::Gaps => gaps(canvas, report, width),
        Part::Conditions => conditions(canvas, report, width),
        Part::WhatIf => what_if(canvas, report, width),
        Part::FindOut => find_out(canvas, report, width),
        Part::Time => time(canvas, report, width),
    };
    if part.count(report) == 0 {
        let how = if part == Part::Reasons { " Press i for the questions." } else { "" };
        pane.extend(canvas.wrap(&(part.none(report) + how), Role::Muted, width, 0));
    }
    let elsewhere = (part == Part::Conditions).then_some(report.conditions.len());
    for (row, lines) in rows.into_iter().enumerate() {
        if elsewhere == Some(row) {
            pane.extend(canvas.wrap(&elsewhere_heading(report), Role::Muted, width, 0));
        }
        if has_focus { pane.row(lines) } else { pane.row_to(lines, Action::Part(part)) }
    }
    if let (Part::FindOut, Some(left_out)) = (part, &report.left_out) {
        pane.extend(canvas.wrap(left_out, Role::Muted, width, 0));
    }
    if part == Part::FindOut && !report.to_order.is_empty() {
        pane.gap();
        pane.extend(canvas.wrap(work::HEADING, Role::Heading, width, 0));
        pane.extend(work::lines(report).iter().flat_map(|line| canvas.wrap(line, Role::Text, width, 2)));
    }
    pane.draw(canvas, area);
}

fn gaps(canvas: &Canvas<'_, '_>, report: &Report, width: u16) -> Vec<Vec<Line<'static>>> {
    let lines = |gap: &GapEntry| gap_lines(canvas, gap, report.gone_with(gap.number), width);
    report.gaps.iter().map(lines).collect()
}

/// Who sees to a gap, how large it is, by when, and what was decided; nothing where nobody said anything.
fn gap_work(canvas: &Canvas<'_, '_>, gap: &GapEntry) -> Option<String> {
    let plan = &canvas.cx.plan;
    let work = plan.answers().gap_work(plan.verdict().requirement(gap.number).capability)?;
    let said = |field| Some(format!("{}: {}", FormField::Gap(field).label(), visible(&work.said(field)?)));
    Some(GapField::ALL.into_iter().filter_map(said).collect::<Vec<_>>().join(", "))
}

fn gap_lines(canvas: &Canvas<'_, '_>, gap: &GapEntry, gone: Option<&Gone>, width: u16) -> Vec<Line<'static>> {
    let lead = vec![canvas.level(gap.level), canvas.span(format!("{} ", gap.importance.word()), Role::Muted)];
    let mut lines = canvas.wrap_after(lead, &gap.wish, Role::Text, width, 2);
    let why = gap.limits.first().map_or(gap.sentence.as_str(), |limit| &limit.title);
    lines.extend(canvas.indented(2, why, Role::Muted, width));
    lines.extend(gap_work(canvas, gap).iter().flat_map(|work| canvas.indented(2, work, Role::Accent, width)));
    if let Some(gone) = gone {
        let lead = vec![canvas.span(format!("  {} ", canvas.glyphs.out), Role::None)];
        lines.extend(canvas.wrap_after(lead, &gone.brief, Role::Muted, width, 4));
    }
    let remedy = gap.limits.iter().find_map(Limit::remedy);
    if let Some(remedy) = remedy.or_else(|| gone.map(|gone| gone.replacement.clone())) {
        lines.extend(canvas.indented(2, &remedy, Role::Muted, width));
    }
    lines
}

fn conditions(canvas: &Canvas<'_, '_>, report: &Report, width: u16) -> Vec<Vec<Line<'static>>> {
    let all = report.conditions.iter().chain(&report.elsewhere);
    all.map(|condition| condition_lines(canvas, condition, width)).collect()
}

fn condition_lines(canvas: &Canvas<'_, '_>, condition: &ConditionEntry, width: u16) -> Vec<Line<'static>> {
    let limit = &condition.limit;
    let lead = vec![
        canvas.span(format!("{} ", canvas.glyphs.warning), severity_role(limit.severity)),
        canvas.span(format!("{} ", limit.severity.word()), Role::Muted),
    ];
    let mut lines = canvas.wrap_after(lead, &limit.title, Role::Text, width, 2);
    if let Some(together) = &limit.together {
        lines.extend(canvas.indented(2, together, Role::Muted, width));
    }
    if let Some(remedy) = limit.remedy() {
        lines.extend(canvas.indented(2, &remedy, Role::Muted, width));
    }
    lines
}

fn what_if(canvas: &Canvas<'_, '_>, report: &Report, width: u16) -> Vec<Vec<Line<'static>>> {
    let dot = (canvas.glyphs.dot, Role::Accent);
    report.what_if.sentences().map(|sentence| canvas.led(dot, sentence, Role::Text, width)).collect()
}

fn find_out(canvas: &Canvas<'_, '_>, report: &Report, width: u16) -> Vec<Vec<Line<'static>>> {
    let rows = report.find_out.iter().enumerate().map(|(position, entry)| {
        let lead = vec![canvas.span(format!("{:>2} ", position + 1), Role::Muted)];
        let mut lines = canvas.wrap_after(lead, &entry.ask, Role::Text, width, 3);
        let (can, state) = (&entry.can, entry.state.words());
        let who = entry.who.as_ref().map_or_else(String::new, |who| format!("; ask {who}"));
        lines.extend(canvas.indented(3, &format!("{can}; {state}{who}"), Role::Muted, width));
        lines
    });
    rows.collect()
}

fn time(canvas: &Canvas<'_, '_>, report: &Report, width: u16) -> Vec<Vec<Line<'static>>> {
    let moments = report.then_and_now.iter().map(|moment| {
        let sign = if moment.planned { canvas.glyphs.right } else { " " };
        let role = moment_role(moment.recommendation);
        let sign = canvas.span(format!("{sign} "), Role::Accent);
        let when = format!("{}, {}: ", moment.label, moment.date);
        if columns(&when) <= width / 2 {
            return canvas.wrap_after(vec![sign, canvas.span(when, Role::Muted)], &moment.sentence, role, width, 4);
        }
        let mut lines = canvas.wrap_after(vec![sign], when.trim_end(), Role::Muted, width, 4);
        lines.extend(canvas.indented(4, &moment.sentence, role, width));
        lines
    });
    let changes = report.changes.iter().map(|change| {
        let dot = (canvas.glyphs.dot, role_of(change.side));
        canvas.led(dot, &change.sentence, Role::Text, width)
    });
    moments.chain(changes).collect()
}

fn moment_role(recommendation: crate::model::verdict::Recommendation) -> Role {
    match recommendation {
        crate::model::verdict::Recommendation::Build(side) => role_of(side),
        _ => Role::Text,
    }
}
