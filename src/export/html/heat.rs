//! A heat map as a picture: a cell for each row and column, the more the stronger, with its number in it.

use std::fmt::Write as _;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::diagnostic::clean::visible;
use crate::report::page::{Heat, HeatLine, Piece};

use crate::export::escape::html as escape;

/// The size of a cell, and of the room for the names of rows and columns.
const CELL: usize = 30;
const ROW: usize = 20;
const NAMES: usize = 260;
const HEADS: usize = 120;
/// So many letters of a name fit.
const MOST_LETTERS: usize = 38;

/// So many rows stand under one line of heads: with them they fit on a page of paper.
const ROWS: usize = 50;

/// The map under its caption. Its numbers stand in it as text, so it can be read aloud and searched.
pub(super) fn write(out: &mut String, heat: &Heat) {
    let caption = escape(&heat.caption);
    let _ = writeln!(
        out,
        "<div class=\"wide\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\">\n<figure>\n\
         <figcaption>{caption}</figcaption>"
    );
    let last = heat.rows.len().div_ceil(ROWS);
    for (rows, number) in heat.rows.chunks(ROWS).zip(1..) {
        let sums = if number == last { heat.sums.as_slice() } else { &[] };
        write_picture(out, heat, rows, sums);
    }
    out.push_str("</figure>\n</div>\n");
}

/// Some rows under the heads, and sums below them.
fn write_picture(out: &mut String, heat: &Heat, rows: &[HeatLine], sums: &[HeatLine]) {
    let columns = heat.columns.len() + 1;
    let (width, height) = (NAMES + columns * CELL + HEADS, HEADS + (rows.len() + sums.len()) * ROW + 6);
    let _ = writeln!(
        out,
        "<svg class=\"heat\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" \
         focusable=\"false\">\n<title>{}</title>",
        escape(&heat.caption)
    );
    for (column, name) in heat.heads().enumerate() {
        let (x, y) = (middle(column), HEADS - 8);
        let name = escape(&cut(name));
        let _ = writeln!(out, "<text x=\"{x}\" y=\"{y}\" transform=\"rotate(-45 {x} {y})\">{name}</text>");
    }
    let most = heat.most();
    for (row, line) in rows.iter().enumerate() {
        write_row(out, &heat.columns, line, row, |number| Heat::strength(number, most));
    }
    if !sums.is_empty() {
        let y = HEADS + rows.len() * ROW;
        let _ = writeln!(out, "<path class=\"rule\" d=\"M0 {y}h{}\"/>", NAMES + columns * CELL);
    }
    for (row, line) in (rows.len()..).zip(sums) {
        write_row(out, &heat.columns, line, row, |_| 0);
    }
    out.push_str("</svg>\n");
}

fn write_row(out: &mut String, columns: &[String], line: &HeatLine, row: usize, strength: impl Fn(u32) -> u32) {
    let (top, y) = (HEADS + row * ROW, HEADS + row * ROW + 14);
    let (name, sum) = match &line.name {
        Piece::Text(name) => (name, " class=\"sum\""),
        Piece::Strong(name) | Piece::Own(name) | Piece::Id(name) => (name, ""),
        Piece::Requirement(_) | Piece::Cited(_) | Piece::Work(_) => return,
    };
    let _ = writeln!(
        out,
        "<g><title>{}</title><text x=\"0\" y=\"{y}\"{sum}>{}</text></g>",
        escape(name.trim()),
        escape(&cut(name.trim()))
    );
    for (column, (number, topic)) in line.cells.iter().zip(columns).enumerate().filter(|(_, (number, _))| **number > 0)
    {
        let (x, strength) = (NAMES + column * CELL, strength(*number));
        let hot = if strength + 2 > Heat::STRENGTHS { " hot" } else { "" };
        let _ = writeln!(
            out,
            "<g><title>{}, {}: {number}</title><rect class=\"heat-{strength}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\
             <text class=\"number{hot}\" x=\"{}\" y=\"{y}\">{number}</text></g>",
            escape(name.trim()),
            escape(topic),
            x + 1,
            top + 1,
            CELL - 2,
            ROW - 2,
            middle(column)
        );
    }
    let _ =
        writeln!(out, "<text class=\"number sum\" x=\"{}\" y=\"{y}\">{}</text>", middle(columns.len()), line.total());
}

/// The middle of a column.
fn middle(column: usize) -> usize {
    NAMES + column * CELL + CELL / 2
}

/// The beginning of a name.
fn cut(name: &str) -> String {
    let name = visible(name);
    let mut letters = name.graphemes(true);
    let begin: String = letters.by_ref().take(MOST_LETTERS).collect();
    if letters.next().is_some() { begin + "…" } else { begin }
}

#[cfg(test)]
mod tests {
    use super::{HEADS, cut, write};
    use crate::report::page::{Heat, HeatLine, Piece};

    /// The numbers of an attribute, of each element of a name.
    fn numbers(drawn: &str, element: &str, attribute: &str) -> Vec<usize> {
        let (element, begin) = (format!("<{element} "), format!(" {attribute}=\""));
        let elements = drawn.split(&element).skip(1).filter_map(|rest| Some(format!(" {}", rest.split('>').next()?)));
        let value = |element: String| Some(element.split(&begin).nth(1)?.split('"').next()?.parse().unwrap());
        elements.filter_map(value).collect()
    }

    #[test]
    fn cells_lie_side_by_side_in_the_picture_and_sums_below_a_rule() {
        let line = |name: &str| HeatLine { name: Piece::Own(name.to_owned()), cells: vec![1, 2, 3, 4] };
        let (rows, sums) = (vec![line("One"), line("Two"), line("Three")], vec![line("Sum")]);
        let columns = ["A", "B", "C", "D"].map(str::to_owned).into();
        let mut drawn = String::new();
        write(&mut drawn, &Heat { caption: "Work".to_owned(), head: "Plan".to_owned(), columns, rows, sums });
        let of_cells = |name| numbers(&drawn, "rect", name);
        let cells: Vec<[usize; 4]> = of_cells("x")
            .into_iter()
            .zip(of_cells("y"))
            .zip(of_cells("width").into_iter().zip(of_cells("height")))
            .map(|((x, y), (width, height))| [x, y, x + width, y + height])
            .collect();
        assert_eq!(cells.len(), 16);
        let [wide, high] = ["width", "height"].map(|name| numbers(&drawn, "svg", name)[0]);
        let mut apart =
            cells.iter().enumerate().flat_map(|(at, one)| cells.iter().skip(at + 1).map(move |two| (one, two)));
        assert!(apart.all(|(one, two)| one[2] <= two[0] || two[2] <= one[0] || one[3] <= two[1] || two[3] <= one[1]));
        assert!(cells.iter().all(|cell| cell[1] > HEADS && cell[2] <= wide && cell[3] <= high), "{cells:?}");
        // Heads rise to the right of their columns.
        assert!(numbers(&drawn, "text", "x").iter().max().unwrap() + HEADS <= wide);
        assert!(*numbers(&drawn, "text", "y").iter().max().unwrap() <= high);
        let rule = drawn.split("d=\"M0 ").nth(1).unwrap().split('"').next().unwrap();
        let (y, length) =
            rule.split_once('h').map(|(y, length)| (y.parse().unwrap(), length.parse().unwrap())).unwrap();
        assert!((cells[11][3]..=cells[12][1]).contains(&y), "{rule}");
        assert!((cells[15][2]..=wide).contains(&length), "{rule}");
    }

    #[test]
    fn a_long_name_is_cut_between_letters() {
        assert_eq!(cut("short"), "short");
        assert_eq!(cut(&"é\u{301}".repeat(50)).matches('é').count(), 38);
    }
}
