//! Every screen at every size of terminal.

use super::assert_sound;
use crate::support::scenes::{self, scene};

/// Draws every screen at sizes, width and height, that may be others where it is drawn in ASCII.
fn sweep(sizes: impl Fn(bool) -> Vec<(u16, u16)>) {
    for name in scenes::names() {
        for ascii in [false, true] {
            let mut screen = scene(name, 80, 24, ascii);
            for (width, height) in sizes(ascii) {
                screen.resize(width, height);
                let about = format!("{name} at {width}x{height}");
                assert_sound(&screen, &about);
                assert!(!ascii || screen.text().is_ascii(), "{about}\n{}", screen.text());
            }
        }
    }
}

fn all(widths: impl Iterator<Item = u16>, heights: &[u16]) -> Vec<(u16, u16)> {
    widths.flat_map(|width| heights.iter().map(move |&height| (width, height))).collect()
}

#[test]
fn every_screen_can_be_drawn_at_any_size() {
    let widths = [1, 2, 59, 60, 79, 80, 119, 120, 200, 240].into_iter().chain((3..240).step_by(67));
    let sizes = all(widths, &[1, 2, 19, 20, 24, 31, 32, 40, 60, 70]);
    sweep(|_| sizes.clone());
}

/// Twelve thousand sizes. Each is drawn in ASCII or not, in turn: what a glyph is changes nothing about where it stands.
#[test]
#[ignore = "takes minutes"]
fn every_screen_can_be_drawn_at_every_size() {
    let sizes = all(1..=200, &(1..=60).collect::<Vec<_>>());
    sweep(|ascii| sizes.iter().copied().filter(|(width, height)| (width + height) % 2 == u16::from(ascii)).collect());
}
