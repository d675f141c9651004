//! The journey as tiles: a small picture for each piece, with its words as text and as its name.

use std::fmt::Write as _;

use crate::model::capability::Level;
use crate::report::paper::sign::{sign, tag};
use crate::report::tiles::{ALL_THE_WAY, Shown, Tiles};
use crate::report::words::{capitalized, how_well};

use crate::export::escape::html as escape;

/// The size of a tile.
const WIDTH: usize = 120;
const HEIGHT: usize = 84;
/// So many letters of a name stand on a line.
const LETTERS: usize = 16;
const LINE: usize = 15;

pub(super) fn write(out: &mut String, tiles: &Tiles) {
    let row = tiles.in_a_row();
    if !row.tiles.is_empty() {
        out.push_str("<ol class=\"tiles\">\n");
        for (label, level) in row.told() {
            tile(out, &capitalized(&label), level);
        }
        out.push_str("</ol>\n");
    }
    all_the_way(out, &tiles.all_the_way());
}

fn tile(out: &mut String, label: &str, level: Level) {
    let words = how_well(level);
    let _ = write!(
        out,
        "<li><svg class=\"tile {}\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}: {}\" \
         focusable=\"false\"><rect x=\"1\" y=\"1\" width=\"{}\" height=\"{}\" rx=\"6\"/>",
        tag(level),
        escape(label),
        escape(words),
        WIDTH - 2,
        HEIGHT - 2
    );
    for (number, line) in textwrap::wrap(label, LETTERS).iter().take(3).enumerate() {
        let _ = write!(out, "<text x=\"9\" y=\"{}\">{}</text> ", 19 + number * LINE, escape(line));
    }
    let _ = writeln!(
        out,
        "<text class=\"lv\" x=\"9\" y=\"{}\">{} {}</text></svg></li>",
        HEIGHT - 10,
        sign(level),
        escape(words)
    );
}

fn all_the_way(out: &mut String, throughout: &Shown<'_>) {
    let all: Vec<String> = throughout.told().iter().map(|(label, level)| told(label, *level)).collect();
    if !all.is_empty() {
        let _ = writeln!(out, "<p class=\"all\">{ALL_THE_WAY}: {}</p>", all.join(" · "));
    }
}

/// A name with the sign of its level; what is not built in says so.
fn told(label: &str, level: Level) -> String {
    let sign = sign(level);
    match level {
        Level::Native => format!("{} {sign}", escape(label)),
        _ => format!("{} {sign} {}", escape(label), how_well(level)),
    }
}
