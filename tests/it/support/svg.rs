//! A frame as a picture: SVG that shows the cells of a buffer on their grid, whatever font there is.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// The width and height of a cell, in pixels.
const CELL: (u32, u32) = (8, 16);

/// Where the letters of a row stand, in pixels below its top.
const BASELINE: u32 = 12;

/// What shows where the frame says nothing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ground {
    pub(crate) text: Color,
    pub(crate) behind: Color,
}

/// Frames after one another, each as long as it says, in seconds; one frame stands still.
pub(crate) fn film(frames: &[(Buffer, u32)], ground: Ground, title: &str) -> String {
    let area = frames.first().expect("a picture has a frame").0.area;
    let (width, height) = (u32::from(area.width) * CELL.0, u32::from(area.height) * CELL.1);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>{}</title>\n",
        escaped(title)
    );
    svg.push_str("<style>rect{shape-rendering:crispEdges}text{font:13px ui-monospace,\"Cascadia Mono\",Consolas,\"DejaVu Sans Mono\",monospace;white-space:pre}");
    svg.push_str(&timing(frames));
    svg.push_str("</style>\n");
    writeln!(svg, "<rect width=\"{width}\" height=\"{height}\" rx=\"6\" fill=\"{}\"/>", hex(ground.behind)).unwrap();
    for (number, (frame, _)) in frames.iter().enumerate() {
        writeln!(svg, "<g class=\"f{number}\">").unwrap();
        for row in 0..area.height {
            grounds(frame, row, ground, &mut svg);
            letters(frame, row, ground, &mut svg);
        }
        svg.push_str("</g>\n");
    }
    svg + "</svg>\n"
}

/// When which frame shows. Who does not like movement sees the last one.
fn timing(frames: &[(Buffer, u32)]) -> String {
    if frames.len() == 1 {
        return String::new();
    }
    let whole: u32 = frames.iter().map(|(_, seconds)| seconds).sum();
    let mut style = "g{visibility:hidden}".to_owned();
    let last = frames.len() - 1;
    write!(style, "@media(prefers-reduced-motion:reduce){{.f{last}{{visibility:visible}}}}").unwrap();
    style.push_str("@media(prefers-reduced-motion:no-preference){");
    let mut begin = 0;
    for (number, (_, seconds)) in frames.iter().enumerate() {
        let share = |seconds: u32| f64::from(seconds) * 100.0 / f64::from(whole);
        let (from, to) = (share(begin), share(begin + seconds));
        write!(style, "@keyframes k{number}{{0%{{visibility:hidden}}{from:.2}%{{visibility:visible}}").unwrap();
        write!(style, "{to:.2}%{{visibility:hidden}}100%{{visibility:hidden}}}}").unwrap();
        write!(style, ".f{number}{{animation:k{number} {whole}s step-end infinite}}").unwrap();
        begin += seconds;
    }
    style + "}"
}

/// The colours of a cell as they show: letters, then ground.
fn colours(cell: &Cell, ground: Ground) -> (Color, Color) {
    let or = |colour: Color, other: Color| if colour == Color::Reset { other } else { colour };
    let (letters, behind) = (or(cell.fg, ground.text), or(cell.bg, ground.behind));
    if cell.modifier.contains(Modifier::REVERSED) { (behind, letters) } else { (letters, behind) }
}

/// A rectangle for each run of cells with a ground of its own.
fn grounds(frame: &Buffer, row: u16, ground: Ground, svg: &mut String) {
    let width = frame.area.width;
    let mut column = 0;
    while column < width {
        let behind = colours(&frame[(column, row)], ground).1;
        let end = (column..width).find(|next| colours(&frame[(*next, row)], ground).1 != behind).unwrap_or(width);
        if behind != ground.behind {
            let wide = u32::from(end - column) * CELL.0;
            rectangle(svg, (column, row), Part { left: 0, top: 0, wide, high: CELL.1 }, behind);
        }
        column = end;
    }
}

/// A rectangle that fills a part of cells beside each other.
fn rectangle(svg: &mut String, (column, row): (u16, u16), part: Part, colour: Color) {
    let (x, y) = (u32::from(column) * CELL.0 + part.left, u32::from(row) * CELL.1 + part.top);
    let Part { wide, high, .. } = part;
    writeln!(svg, "<rect x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\" fill=\"{}\"/>", hex(colour)).unwrap();
}

/// How a cell is written: its colour and what a font can show of its modifiers.
fn style(cell: &Cell, ground: Ground) -> String {
    let mut style = format!("fill=\"{}\"", hex(colours(cell, ground).0));
    let marks = [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::ITALIC, " font-style=\"italic\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
        (Modifier::DIM, " opacity=\"0.6\""),
    ];
    for (_, said) in marks.iter().filter(|(mark, _)| cell.modifier.contains(*mark)) {
        style.push_str(said);
    }
    style
}

/// Text for each run of one style; bars and lines are drawn, because fonts leave gaps between them.
fn letters(frame: &Buffer, row: u16, ground: Ground, svg: &mut String) {
    let width = frame.area.width;
    let mut column = 0;
    while column < width {
        let cell = &frame[(column, row)];
        if cell.symbol().trim().is_empty() {
            column += 1;
        } else if !parts(cell.symbol()).is_empty() {
            for part in parts(cell.symbol()) {
                rectangle(svg, (column, row), part, colours(cell, ground).0);
            }
            column += 1;
        } else {
            column = run(frame, (column, row), ground, svg);
        }
    }
}

/// Writes the letters of one style from there, and says where they end.
fn run(frame: &Buffer, (column, row): (u16, u16), ground: Ground, svg: &mut String) -> u16 {
    let style = style(&frame[(column, row)], ground);
    let goes_on = |at: &u16| {
        let cell = &frame[(*at, row)];
        parts(cell.symbol()).is_empty() && (cell.symbol() == " " || self::style(cell, ground) == style)
    };
    let mut cells: Vec<u16> = (column..frame.area.width).take_while(goes_on).collect();
    while cells.last().is_some_and(|last| frame[(*last, row)].symbol() == " ") {
        cells.pop();
    }
    let text: String = cells.iter().map(|at| frame[(*at, row)].symbol()).collect();
    let (x, y) = (u32::from(column) * CELL.0, u32::from(row) * CELL.1 + BASELINE);
    let length = u32::try_from(cells.len()).expect("a row fits a screen") * CELL.0;
    let fit = "lengthAdjust=\"spacingAndGlyphs\"";
    writeln!(svg, "<text x=\"{x}\" y=\"{y}\" textLength=\"{length}\" {fit} {style}>{}</text>", escaped(&text)).unwrap();
    column + u16::try_from(cells.len()).expect("a row fits a screen")
}

/// A part of a cell, in pixels from its left upper corner.
#[derive(Debug, Clone, Copy)]
struct Part {
    left: u32,
    top: u32,
    wide: u32,
    high: u32,
}

/// What a block element or a line fills of its cell; nothing for letters.
fn parts(symbol: &str) -> Vec<Part> {
    let (wide, high) = CELL;
    let (middle, centre) = (wide / 2, high / 2);
    let part = |left, top, wide, high| Part { left, top, wide, high };
    let left = part(0, centre, middle + 1, 1);
    let right = part(middle, centre, wide - middle, 1);
    let up = part(middle, 0, 1, centre);
    let down = part(middle, centre, 1, high - centre);
    let Some(letter) = symbol.chars().next() else { return Vec::new() };
    match letter {
        '█' => vec![part(0, 0, wide, high)],
        '▀' => vec![part(0, 0, wide, centre)],
        '▐' => vec![part(middle, 0, wide - middle, high)],
        '\u{2581}'..='\u{2587}' => {
            let filled = (u32::from(letter) - 0x2580) * high / 8;
            vec![part(0, high - filled, wide, filled)]
        }
        '\u{2589}'..='\u{258f}' => vec![part(0, 0, (0x2590 - u32::from(letter)) * wide / 8, high)],
        '─' => vec![left, right],
        '│' => vec![up, down],
        '┌' | '╭' => vec![right, down],
        '┐' | '╮' => vec![left, down],
        '└' | '╰' => vec![right, up],
        '┘' | '╯' => vec![left, up],
        '├' => vec![up, down, right],
        '┤' => vec![up, down, left],
        '┬' => vec![left, right, down],
        '┴' => vec![left, right, up],
        '┼' => vec![left, right, up, down],
        _ => Vec::new(),
    }
}

fn hex(colour: Color) -> String {
    match colour {
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        other => panic!("{other} is no colour of 24 bits"),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
