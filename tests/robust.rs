//! Nothing that a person, a terminal or a text does breaks a screen.
//!
//! The long forms run with `cargo test --release --test robust -- --ignored`.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may fail loudly and reads its fixtures")]
#![expect(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "robust/chance.rs"]
mod chance;
#[path = "robust/events.rs"]
mod events;
#[path = "robust/marks.rs"]
mod marks;
#[path = "screens/scenes.rs"]
mod scenes;
#[path = "screens/screen.rs"]
#[expect(dead_code, reason = "shared with other tests")]
mod screen;
#[path = "robust/sizes.rs"]
mod sizes;
#[path = "robust/words.rs"]
mod words;

use ratatui::buffer::CellWidth;
use screen::Screen;
use unicode_width::UnicodeWidthStr;

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
