//! The search: a field, what it found, and the facts behind the marked result.

use std::ops::Range;

use crate::knowledge::entry::Entry;
use crate::model::alternative::Side;
use crate::report::availability::mark;
use crate::report::entry::kind_word;
use crate::search::{Filter, Hit};

use super::prose::wrapped;
use super::widget::balance::role_of;
use super::{Action, Areas, Canvas, Line, Pane, Rect, Role, Span, page};

/// Draws the search.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, screen: &Areas) {
    let (list, detail) = screen.list_and_detail();
    field(canvas, Rect { height: 1, ..list });
    state(canvas, Rect { y: list.y + 1, height: 1, ..list });
    results(canvas, Rect { y: list.y + 2, height: list.height.saturating_sub(2), ..list });
    if let Some(area) = detail {
        canvas.title(screen.rule, list, "Results");
        canvas.title(screen.rule, area, "Details");
        canvas.rule_before(area);
        if let Some(entry) = canvas.screens.search.marked() {
            let facts = canvas.cx.plan.entry_page(entry);
            let area = Rect { x: area.x.saturating_sub(2), width: area.width + 2, ..area };
            let pane = page::pane(canvas, &facts, area.width);
            pane.draw_scrolled(canvas, area, 0);
        }
    }
}

fn field(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let search = &canvas.screens.search;
    canvas.line(area, canvas.span("  Search: ", Role::Muted));
    let typed = Rect { x: area.x + 10, width: area.width.saturating_sub(10), ..area };
    canvas.field(typed, &search.field, !search.in_results);
    if !search.in_results {
        canvas.line(Rect { width: 1, ..area }, canvas.span(canvas.glyphs.focus, Role::Accent));
    }
    canvas.hit(area, Action::PreviousPart);
}

fn state(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let search = &canvas.screens.search;
    let mut parts = Vec::new();
    if !search.is_blank() || !search.hits.is_empty() {
        parts.push(format!("{} of {}", search.hits.len(), search.total()));
    }
    let filters = search.filter_words(&canvas.cx.plan).join(", ");
    parts.extend((!filters.is_empty()).then_some(filters));
    canvas.line(area, canvas.span(format!("  {}", parts.join(": ")), Role::Muted));
}

fn results(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let search = &canvas.screens.search;
    let mut pane = Pane::of(Some(search.cursor.row), search.in_results);
    let width = area.width.saturating_sub(4);
    if search.hits.is_empty() {
        let text = if search.is_blank() && search.filter == Filter::default() {
            "Type what you look for, such as: text message, newsletter, LinkedIn, unsubscribe, or a whole question. A slip of the finger is forgiven."
        } else {
            "Nothing found. Try fewer or other words, or another filter."
        };
        pane.extend(canvas.wrap(text, Role::Muted, width, 0));
    }
    let in_view = search.cursor.row.saturating_sub(area.height.into())..=search.cursor.row + usize::from(area.height);
    for (position, hit) in search.hits.iter().enumerate() {
        let is_seen = in_view.contains(&position);
        let lines = if is_seen { hit_lines(canvas, hit, width) } else { vec![Line::default(); 2] };
        pane.row(lines);
    }
    pane.draw(canvas, area);
}

fn hit_lines(canvas: &Canvas<'_, '_>, hit: &Hit, width: u16) -> Vec<Line<'static>> {
    let base = canvas.cx.plan.base;
    let mut title = highlighted(canvas, hit.entry.title(base), &canvas.screens.search.matched(hit), width);
    let close = if hit.is_close { "close: " } else { "" };
    let mut about = vec![canvas.span(format!("  {close}{} ", kind_word(hit.entry.kind())), Role::Muted)];
    let mut sides = sides(canvas, hit.entry);
    for also in hit.also.iter().flat_map(|also| self::sides(canvas, *also)) {
        sides.extend(Some(also).filter(|side| !sides.contains(side)));
    }
    for side in sides {
        about.push(canvas.span(format!("{} ", base.alternatives[side].short), role_of(side)));
        let mark = mark(base, side, canvas.cx.plan.facts.as_of.day);
        about.extend(mark.map(|word| canvas.span(format!("({word}) "), Role::Muted)));
    }
    let when = format!("{} {}", canvas.glyphs.dot, when(canvas, hit.entry));
    title.extend(canvas.wrap_after(about, &when, Role::Muted, width, 2));
    title
}

fn sides(canvas: &Canvas<'_, '_>, entry: Entry) -> Vec<Side> {
    let base = canvas.cx.plan.base;
    match entry {
        Entry::Limitation(key) | Entry::Workaround(key, _) => vec![base.limitations[key].side],
        Entry::Event(key) => base.events[key].sides.clone(),
        Entry::Question(_) | Entry::Capability(_) => Vec::new(),
    }
}

/// The topic, and the period of what has one.
fn when(canvas: &Canvas<'_, '_>, entry: Entry) -> String {
    let base = canvas.cx.plan.base;
    let topic = &base.topics[entry.topic(base)].title;
    match entry {
        Entry::Limitation(key) | Entry::Workaround(key, _) => {
            let limitation = &base.limitations[key];
            let period = entry.period(base).expect("such an entry has a period").words();
            format!("{}, {period} {} {topic}", limitation.severity.word(), canvas.glyphs.dot)
        }
        Entry::Event(key) => format!("{} {} {topic}", base.events[key].date.words(), canvas.glyphs.dot),
        Entry::Question(_) | Entry::Capability(_) => topic.to_string(),
    }
}

/// Why a match can be cut out of its title.
const MATCH: &str = "matches are whole letters of the title, in order";

/// A title, wrapped, with the letters that matched set apart.
fn highlighted(canvas: &Canvas<'_, '_>, title: &str, matched: &[Range<usize>], width: u16) -> Vec<Line<'static>> {
    let lines = wrapped(title, width.saturating_sub(HANGING)).into_iter().enumerate();
    lines
        .map(|(position, line)| {
            let indent = if position == 0 { 0 } else { HANGING };
            let mut spans = vec![Span::raw(" ".repeat(usize::from(indent)))];
            spans.extend(pieces(canvas, title, matched, &line));
            Line::from(spans)
        })
        .collect()
}

/// So many columns are the lines of a title after its first moved in.
const HANGING: u16 = 2;

/// A line of a title, with the letters that matched set apart.
fn pieces(canvas: &Canvas<'_, '_>, title: &str, matched: &[Range<usize>], line: &Range<usize>) -> Vec<Span<'static>> {
    let text = |range: Range<usize>| title.get(range).expect(MATCH).to_owned();
    let mut spans = Vec::new();
    let mut done = line.start;
    for range in matched {
        let found = range.start.clamp(done, line.end)..range.end.clamp(done, line.end);
        spans.push(canvas.span(text(done..found.start), Role::Text));
        done = found.end;
        spans.push(Span::styled(text(found), canvas.style(Role::Match)));
    }
    spans.push(canvas.span(text(done..line.end), Role::Text));
    spans
}
