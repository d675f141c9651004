//! What decided it: how much each requirement matters, what it asks for, how well both areas do it, and what it adds.

use ratatui::text::{Line, Span};

use crate::model::alternative::Side;
use crate::report::Report;
use crate::report::parts::drivers::Driver;
use crate::report::words::how_well;
use crate::theme::Role;
use crate::ui::canvas::Canvas;
use crate::ui::prose::line_columns;
use crate::ui::widget::balance::role_of;
use crate::ui::widget::{bar, heads};

/// The columns of a reason: importance, wish, level of both areas, bar, per cent.
struct Columns {
    wish: u16,
    level: u16,
    half: u16,
    /// Whether the levels are told in words beside their signs.
    has_words: bool,
}

impl Columns {
    /// From so many columns on there is room for a level in words, twice.
    const WORDS: u16 = 100;

    fn of(width: u16) -> Self {
        let has_words = width >= Self::WORDS;
        let (level, half) = if has_words { (19, 10) } else { (3, 7) };
        let taken = IMPORTANCE + 2 * level + 2 * half + 1 + 7;
        Self { wish: width.saturating_sub(taken), level, half, has_words }
    }
}

/// Columns of an importance with a blank behind it.
const IMPORTANCE: u16 = 7;

/// The heads of the columns, with what has become of an area.
pub(in crate::ui) fn head(canvas: &Canvas<'_, '_>, width: u16) -> Line<'static> {
    let columns = Columns::of(width);
    let base = canvas.cx.plan.base;
    let (half, level) = (usize::from(columns.half), usize::from(columns.level));
    let name = |side: Side| {
        let alternative = &base.alternatives[side];
        let name = if columns.has_words { &alternative.short } else { &alternative.abbreviation };
        canvas.span(format!("{:<level$}", name.as_str()), heads::role(canvas, side))
    };
    let second = format!("{} {}", base.alternatives[Side::Second].abbreviation, canvas.glyphs.left);
    let first = format!("{} {}", canvas.glyphs.right, base.alternatives[Side::First].abbreviation);
    Line::from(vec![
        heads::state(canvas, IMPORTANCE + columns.wish),
        name(Side::First),
        name(Side::Second),
        canvas.span(format!("{second:>half$}"), Role::Second),
        Span::raw(" "),
        canvas.span(format!("{first:<half$}"), Role::First),
    ])
}

/// A row for each reason.
pub(in crate::ui) fn rows(
    canvas: &Canvas<'_, '_>,
    report: &Report,
    width: u16,
    marked: Option<usize>,
) -> Vec<Vec<Line<'static>>> {
    let most = report.drivers.iter().map(|driver| driver.contribution.unsigned_abs()).max().unwrap_or(0);
    let drivers = report.drivers.iter().enumerate();
    drivers.map(|(row, driver)| reason(canvas, driver, most, width, marked == Some(row))).collect()
}

/// A reason: its wish is wrapped, the rest stands on its first line. Where the levels are signs only, the marked one tells them
/// in words as well.
fn reason(canvas: &Canvas<'_, '_>, driver: &Driver, most: u32, width: u16, is_marked: bool) -> Vec<Line<'static>> {
    let columns = Columns::of(width);
    let (level_width, half) = (usize::from(columns.level), usize::from(columns.half));
    let lead = canvas.span(format!("{:<1$}", driver.importance.word(), usize::from(IMPORTANCE)), Role::Muted);
    let room = columns.wish.saturating_sub(1);
    let mut lines = canvas.wrap_after(vec![lead], &driver.wish, Role::Text, IMPORTANCE + room, IMPORTANCE);
    let first = lines.first_mut().expect("a wish has words");
    let taken = line_columns(first);
    first.push_span(Span::raw(" ".repeat(usize::from((IMPORTANCE + columns.wish).saturating_sub(taken)))));
    for side in Side::BOTH {
        let level = driver.levels[side];
        let words = if columns.has_words { how_well(level) } else { "" };
        first.push_span(canvas.level(level));
        first.push_span(canvas.span(format!("{words:<0$}", level_width - 2), Role::Muted));
    }
    let [left, right] = bars(canvas, driver, most, columns.half);
    first.push_span(canvas.span(left, Role::Second));
    first.push_span(canvas.span(canvas.glyphs.vertical, Role::Border));
    first.push_span(canvas.span(format!("{right:<half$}"), Role::First));
    first.push_span(canvas.span(format!(" {:>5}", driver.adds.share), Role::Text));
    if is_marked && !columns.has_words {
        lines.push(levels_in_words(canvas, driver));
    }
    lines
}

/// What a reason adds, to the left for the second area and to the right for the first.
fn bars(canvas: &Canvas<'_, '_>, driver: &Driver, most: u32, half: u16) -> [String; 2] {
    let ascii = canvas.cx.look.ascii;
    let part = |side: Side| {
        let speaks_for = driver.contribution.signum() == side.sign();
        if speaks_for { driver.contribution.unsigned_abs() } else { 0 }
    };
    [bar::leftward(part(Side::Second), most, half, ascii), bar::rightward(part(Side::First), most, half, ascii)]
}

/// How well both areas do what a reason asks for: `Real-time ● built in   Outbound ◐ partly`.
fn levels_in_words(canvas: &Canvas<'_, '_>, driver: &Driver) -> Line<'static> {
    let mut line = Line::from(Span::raw(" ".repeat(usize::from(IMPORTANCE))));
    for side in Side::BOTH {
        let level = driver.levels[side];
        line.push_span(canvas.span(format!("{} ", canvas.cx.plan.base.alternatives[side].short), role_of(side)));
        line.push_span(canvas.level(level));
        line.push_span(canvas.span(format!("{}   ", how_well(level)), Role::Muted));
    }
    line
}
