//! Nothing that a person, a terminal or a text does breaks a screen.
//!
//! The long forms run with `cargo test --release --test it robust:: -- --ignored`.

mod events;
mod marks;
mod sizes;
mod words;

use ratatui::buffer::CellWidth;
use unicode_width::UnicodeWidthStr;

use crate::support::screen::Screen;

/// Whether every cell has exactly its place: no letter without width, none that reaches into its neighbour or over the
/// edge, nothing that could drive a terminal, and the cursor on the screen.
fn assert_sound(screen: &Screen, about: &str) {
    let area = screen.buffer().area;
    for y in 0..area.height {
        let mut covered = 0;
        for x in 0..area.width {
            let symbol = screen.buffer()[(x, y)].symbol();
            let width = symbol.width();
            assert_eq!(width, usize::from(symbol.cell_width()), "{about}: {symbol:?} at {x},{y} is drawn with a gap");
            assert!(width > 0, "{about}: {symbol:?} at {x},{y} has no width");
            assert!(!symbol.chars().any(char::is_control), "{about}: {symbol:?} at {x},{y}");
            assert!(covered == 0 || symbol == " ", "{about}: {symbol:?} at {x},{y} is overwritten\n{}", screen.text());
            covered = (covered + width) - 1;
            covered = if covered > 0 && width == 1 { covered - 1 } else { covered };
        }
        assert_eq!(covered, 0, "{about}: row {y} reaches over the edge");
    }
    let backend = screen.terminal.backend();
    let cursor = backend.cursor_position();
    assert!(!backend.cursor_visible() || area.contains(cursor), "{about}: cursor at {cursor}");
}
