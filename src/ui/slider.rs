//! The line of time below a screen.

use crate::app::popup::slider::Slider;
use crate::model::date::Day;
use crate::report::marks::{Mark, MarkWeight};
use crate::report::words;

use super::layout::Areas;
use super::prose::{columns, cut};
use super::{Action, Canvas, Line, Rect, Role, Span};

/// Rows that the line of time takes: a rule, the day with what happened, the line, the years.
pub(super) const HEIGHT: u16 = 4;

/// Draws the line of time where the screen has made room for it.
pub(super) fn draw(canvas: &mut Canvas<'_, '_>, screen: &Areas, slider: &Slider) {
    let row = |down: u16| Rect { y: screen.body.bottom() + down, height: 1, ..screen.body };
    canvas.rule(row(0));
    canvas.line(
        Rect { x: row(0).x + 2, width: row(0).width.saturating_sub(4), ..row(0) },
        canvas.span(" Time ", Role::Heading),
    );
    day(canvas, row(1), slider);
    line(canvas, row(2), slider);
    years(canvas, row(3), slider);
}

/// The day that is looked at, what happened then, and what is next.
fn day(canvas: &mut Canvas<'_, '_>, area: Rect, slider: &Slider) {
    let (plan, glyphs) = (&canvas.cx.plan, canvas.glyphs);
    let words = words::planning_for(plan.base, slider.at, plan.today);
    let day = format!("{} {words} {}  ", glyphs.left, glyphs.right);
    let room = area.width.saturating_sub(columns(&day));
    let source = words::introduce_source(plan.base, slider.at);
    let here: Vec<&str> = slider.here().into_iter().map(|mark| mark.title.as_str()).collect();
    let (text, role) = match (source, slider.next()) {
        (Some(source), _) => (source, Role::Muted),
        (None, _) if !here.is_empty() => (here.join(&format!(" {} ", glyphs.dot)), Role::Text),
        (None, Some(next)) => (format!("next: {}, {}", next.title, next.day.month_words()), Role::Muted),
        (None, None) => (String::new(), Role::Muted),
    };
    let text = cut(&text, room, glyphs.ellipsis);
    canvas.line(area, Line::from(vec![canvas.span(day, Role::Heading), canvas.span(text, role)]));
}

/// The months in a row, with marks where something happened. A click looks at its month.
fn line(canvas: &mut Canvas<'_, '_>, area: Rect, slider: &Slider) {
    let glyphs = canvas.glyphs;
    let mut signs = vec![(glyphs.horizontal, Role::Border); usize::from(area.width)];
    let mut put = |day: Day, sign: (&'static str, Role)| {
        if let Some(place) = signs.get_mut(usize::from(column(slider, area.width, day))) {
            *place = sign;
        }
    };
    for weight in [MarkWeight::Event, MarkWeight::Wish, MarkWeight::Area] {
        let sign = match weight {
            MarkWeight::Event => (glyphs.event, Role::Border),
            MarkWeight::Wish => (glyphs.change, Role::Accent),
            MarkWeight::Area => (glyphs.warning, Role::Warning),
        };
        let of_weight = |mark: &&Mark| mark.weight == weight;
        slider.marks.iter().filter(of_weight).for_each(|mark| put(mark.day, sign));
    }
    put(slider.at.day, (glyphs.thumb, Role::Accent));
    let spans: Vec<Span<'static>> = signs.into_iter().map(|(sign, role)| canvas.span(sign, role)).collect();
    canvas.line(area, Line::from(spans));
    let months = usize::from(slider.months());
    let at = column(slider, area.width, slider.at.day);
    for x in (0..area.width).filter(|x| *x != at) {
        let month = usize::from(x) * months / usize::from(area.width.saturating_sub(1).max(1));
        canvas.hit(Rect { x: area.x + x, width: 1, ..area }, Action::Row(month));
    }
    canvas.cursor(area.x + at, area.y);
}

/// The years below the months in which they begin.
fn years(canvas: &mut Canvas<'_, '_>, area: Rect, slider: &Slider) {
    let mut from = area.x;
    let mut day = slider.from;
    while let Some(next) = day.month_after().filter(|next| *next <= slider.until) {
        let x = area.x + column(slider, area.width, next);
        if next.is_january() && x >= from && x + 4 <= area.right() {
            canvas.line(Rect { x, width: 4, ..area }, canvas.span(next.year_words(), Role::Muted));
            from = x + 5;
        }
        day = next;
    }
}

/// The column of a day's month on a line of that width.
fn column(slider: &Slider, width: u16, day: Day) -> u16 {
    let months = u32::from(slider.months()).max(1);
    let at = u32::from(day.months_since(slider.from)).min(months);
    let column = (at * u32::from(width.saturating_sub(1)) + months / 2) / months;
    u16::try_from(column).expect("no more than the width")
}
