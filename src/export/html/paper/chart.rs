//! The chart: a stacked bar for each importance, with its numbers in it and a legend below.

use std::fmt::Write as _;

use crate::model::capability::Level;
use crate::report::paper::chart::{Bar, Chart, HEADING};
use crate::report::paper::sign::{sign, tag};
use crate::report::words::how_well;

use crate::export::escape::html as escape;

/// The width of the picture, and where the bars begin.
const WIDTH: usize = 360;
const LEFT: usize = 74;
/// The height of a bar, and of a bar with the room above it.
const BAR: usize = 28;
const ROW: usize = 40;
/// What lies between two parts of a bar.
const GAP: usize = 2;
/// The room for an entry of the legend; two of them stand in a row.
const ENTRY: usize = 142;
const ENTRIES: usize = 2;
const LEGEND: usize = 20;
/// A bar is at least so wide, that its number has room.
const NARROWEST: usize = 16;

pub(super) fn write(out: &mut String, chart: &Chart) {
    let title = escape(&chart.title);
    let _ = writeln!(out, "<figure id=\"fit\">\n<h2>{HEADING}</h2>\n<figcaption>{title}</figcaption>");
    if !chart.bars.is_empty() {
        picture(out, chart, &title);
    }
    out.push_str("</figure>\n");
}

fn picture(out: &mut String, chart: &Chart, title: &str) {
    let bars = chart.bars.len() * ROW;
    let height = bars + 12 + chart.levels.len().div_ceil(ENTRIES) * LEGEND;
    let _ = write!(
        out,
        "<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"{title}. {}\" focusable=\"false\">",
        escape(&chart.description)
    );
    let most = chart.bars.iter().map(|bar| bar.total).max().unwrap_or(1);
    for (row, one) in chart.bars.iter().enumerate() {
        bar(out, one, row * ROW + 6, most);
    }
    for (place, level) in chart.levels.iter().enumerate() {
        let (x, y) = (LEFT + place % ENTRIES * ENTRY, bars + 12 + place / ENTRIES * LEGEND);
        let _ = write!(
            out,
            "<rect class=\"{}\" x=\"{x}\" y=\"{y}\" width=\"11\" height=\"11\" rx=\"2\"/>\
             <text x=\"{}\" y=\"{}\">{} {}</text> ",
            tag(*level),
            x + 16,
            y + 10,
            sign(*level),
            how_well(*level)
        );
    }
    out.push_str("</svg>\n");
}

fn bar(out: &mut String, bar: &Bar, y: usize, most: usize) {
    let _ = write!(out, "<text class=\"name\" x=\"0\" y=\"{}\">{}</text> ", y + 18, escape(&bar.label));
    let mut x = LEFT;
    for ((level, some), width) in bar.parts.iter().zip(widths(&bar.parts, most)) {
        let _ = write!(
            out,
            "<rect class=\"{}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{BAR}\" rx=\"3\"/>\
             <text class=\"n\" x=\"{}\" y=\"{}\">{some}</text> ",
            tag(*level),
            x + width / 2,
            y + 18
        );
        x += width + GAP;
    }
}

/// How wide each part is: as its number says, but never too narrow for it.
fn widths(parts: &[(Level, usize)], most: usize) -> Vec<usize> {
    let room = WIDTH - LEFT - GAP * (Level::ALL.len() - 1) - NARROWEST * (Level::ALL.len() - 1);
    parts.iter().map(|(_, some)| (some * room / most).max(NARROWEST)).collect()
}

#[cfg(test)]
mod tests {
    use super::{GAP, LEFT, NARROWEST, WIDTH, widths};
    use crate::model::capability::Level;

    #[test]
    fn every_bar_fits_and_every_number_has_room() {
        for parts in [
            vec![(Level::Native, 1)],
            vec![
                (Level::Native, 90),
                (Level::Partial, 1),
                (Level::Workaround, 1),
                (Level::None, 1),
                (Level::Unknown, 1),
            ],
            vec![
                (Level::Native, 20),
                (Level::Partial, 20),
                (Level::Workaround, 20),
                (Level::None, 20),
                (Level::Unknown, 14),
            ],
        ] {
            let most = parts.iter().map(|(_, some)| some).sum();
            let widths = widths(&parts, most);
            assert!(widths.iter().all(|width| *width >= NARROWEST));
            assert!(widths.iter().map(|width| width + GAP).sum::<usize>() <= WIDTH - LEFT + GAP, "{widths:?}");
        }
    }
}
