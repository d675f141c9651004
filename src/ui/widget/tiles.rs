//! The journey as a row of tiles, each with the sign of its level.

use ratatui::text::{Line, Span};

use crate::model::capability::Level;
use crate::report::tiles::{ALL_THE_WAY, Shown, Tiles};
use crate::theme::Role;
use crate::ui::canvas::Canvas;
use crate::ui::glyph;
use crate::ui::prose::{columns, line_columns};

/// Columns of what connects two tiles.
const CONNECTOR: u16 = 2;

/// The tiles, then what holds from beginning to end: all of them where they take at most so many lines, else those that tell
/// most. Nothing where no answer asks for a piece of a journey.
pub(in crate::ui) fn lines(canvas: &Canvas<'_, '_>, tiles: &Tiles, width: u16, most: u16) -> Vec<Line<'static>> {
    let drawn = |(in_a_row, throughout): (Shown<'_>, Shown<'_>)| {
        let mut lines = row(canvas, &in_a_row, width);
        lines.extend(all_the_way(canvas, &throughout, width));
        lines
    };
    let all = drawn((Shown::all(&tiles.row), Shown::all(&tiles.throughout)));
    let fits = all.len() <= usize::from(most);
    if fits { all } else { drawn((tiles.in_a_row(), tiles.all_the_way())) }
}

/// What follows one on the other. A line that is full ends with what connects it to the next.
fn row(canvas: &Canvas<'_, '_>, shown: &Shown<'_>, width: u16) -> Vec<Line<'static>> {
    let mut lines: Vec<Line<'static>> = Vec::new();
    for (label, level) in shown.pieces() {
        let tile = tile(canvas, &label, level);
        let needs = line_columns(&tile) + CONNECTOR;
        let connector = canvas.span(canvas.glyphs.horizontal.repeat(usize::from(CONNECTOR)), Role::Border);
        match lines.last_mut() {
            None => lines.push(tile),
            Some(line) => {
                let has_room = line_columns(line) + CONNECTOR + needs <= width;
                line.spans.push(connector);
                if has_room { line.spans.extend(tile.spans) } else { lines.push(tile) }
            }
        }
    }
    lines
}

fn tile(canvas: &Canvas<'_, '_>, label: &str, level: Level) -> Line<'static> {
    Line::from(vec![
        canvas.span("[", Role::Border),
        canvas.span(format!("{label} "), Role::Text),
        canvas.span(canvas.glyphs.level(level), glyph::role_of(level)),
        canvas.span("]", Role::Border),
    ])
}

/// What holds from beginning to end, on one or more lines after its name.
fn all_the_way(canvas: &Canvas<'_, '_>, shown: &Shown<'_>, width: u16) -> Vec<Line<'static>> {
    let lead = format!("{ALL_THE_WAY}: ");
    let indent = columns(&lead);
    let mut lines: Vec<Line<'static>> = Vec::new();
    for (label, level) in shown.pieces() {
        let piece = [
            canvas.span(format!("{label} "), Role::Text),
            canvas.span(canvas.glyphs.level(level), glyph::role_of(level)),
        ];
        let needs = columns(&label) + 2;
        match lines.last_mut() {
            None => {
                let mut line = Line::from(canvas.span(lead.clone(), Role::Muted));
                line.spans.extend(piece);
                lines.push(line);
            }
            Some(line) if line_columns(line) + 3 + needs <= width => {
                line.spans.push(canvas.span(format!(" {} ", canvas.glyphs.dot), Role::Border));
                line.spans.extend(piece);
            }
            Some(_) => {
                let mut line = Line::from(Span::raw(" ".repeat(usize::from(indent))));
                line.spans.extend(piece);
                lines.push(line);
            }
        }
    }
    lines
}
