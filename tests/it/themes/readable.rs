//! Words and lines against the ground they stand on, and colours that mean something against each other.

use std::collections::BTreeSet;

use journey_advisor::model::contrast::{LINES, WORDS, contrast};
use journey_advisor::theme::Role;
use journey_advisor::theme::colour::channels;
use journey_advisor::theme::depth::Depth;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::vision::Vision;
use super::{names, theme};
use crate::support::scenes::{self, scene};

/// Signs of which only the shape matters.
const LINES_AND_BARS: &str = "─│┌┐└┘█▉▊▋▌▍▎▏▐";

/// Foreground and background as they are seen.
fn seen(cell: &Cell) -> (Color, Color) {
    if cell.modifier.contains(Modifier::REVERSED) { (cell.bg, cell.fg) } else { (cell.fg, cell.bg) }
}

fn least(name: &str, symbol: &str) -> f64 {
    match (LINES_AND_BARS.contains(symbol), name.starts_with("high-contrast")) {
        (true, _) => LINES,
        (false, true) => 7.0,
        (false, false) => WORDS,
    }
}

#[test]
fn every_word_and_line_can_be_read_on_its_ground() {
    let mut faults = BTreeSet::new();
    let depths = [Depth::True, Depth::Indexed];
    let looks: Vec<_> = names(false)
        .into_iter()
        .flat_map(|name| depths.map(|depth| (name.clone(), depth, theme(&name, depth))))
        .collect();
    for scene_name in scenes::names() {
        for (width, height) in [(60, 20), (80, 24), (120, 40)] {
            let mut screen = scene(scene_name, width, height, false);
            for (name, depth, theme) in &looks {
                screen.wear(theme.clone());
                for cell in screen.buffer().content.iter().filter(|cell| !cell.symbol().trim().is_empty()) {
                    let (front, ground) = seen(cell);
                    let found = channels(front).zip(channels(ground)).map(|(front, ground)| contrast(front, ground));
                    let needed = least(name, cell.symbol());
                    if found.is_none_or(|found| found < needed) {
                        faults.insert(format!("{name} {depth:?}: {front} on {ground} is {found:?}, not {needed}"));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn colours_that_mean_something_stay_apart_for_every_way_to_see() {
    let pairs = [
        (Role::First, Role::Second),
        (Role::Native, Role::Partial),
        (Role::Native, Role::None),
        (Role::Partial, Role::None),
        (Role::Native, Role::Workaround),
        (Role::Workaround, Role::None),
        (Role::Partial, Role::Workaround),
    ];
    let mut faults = Vec::new();
    for name in names(false) {
        for depth in [Depth::True, Depth::Indexed] {
            let theme = theme(&name, depth);
            let colour = |role| channels(theme.style(role).fg.unwrap()).unwrap();
            for vision in Vision::ALL {
                for (one, other) in pairs {
                    let found = vision.difference(colour(one), colour(other));
                    if found < 15.0 {
                        faults.push(format!("{name} {depth:?} {vision:?}: {one:?} and {other:?} differ by {found:.1}"));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// What a terminal calls its 16 colours is unknown here, so words keep its own foreground, bold or not, and the few
/// colours there are come with words. Nothing is dim, nothing sits on a ground of another colour.
#[test]
fn the_terminal_theme_uses_what_the_terminal_has() {
    let own = [Color::Reset, Color::Blue, Color::Yellow, Color::Red];
    for depth in [Depth::True, Depth::Indexed, Depth::Ansi] {
        for scene_name in scenes::names() {
            let mut screen = scene(scene_name, 120, 40, false);
            screen.wear(theme("terminal", depth));
            for cell in &screen.buffer().content {
                assert!(own.contains(&cell.fg) && cell.bg == Color::Reset, "{scene_name}: {cell:?}");
                assert!(!cell.modifier.contains(Modifier::DIM), "{scene_name}: {cell:?}");
                let is_plain = cell.symbol() == " " || LINES_AND_BARS.contains(cell.symbol());
                assert!(is_plain || cell.fg == Color::Reset || cell.modifier.contains(Modifier::BOLD), "{cell:?}");
            }
        }
    }
}

#[test]
fn a_theme_of_many_colours_is_drawn_without_any_on_a_terminal_of_sixteen() {
    for name in names(false) {
        let mut screen = scene("interview-many", 80, 24, false);
        screen.wear(theme(&name, Depth::Ansi));
        let is_bare = |cell: &Cell| cell.fg == Color::Reset && cell.bg == Color::Reset;
        assert!(screen.buffer().content.iter().all(is_bare), "{name}");
    }
}
