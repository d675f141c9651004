//! Every screen at every size of terminal.

use crate::assert_sound;
use crate::scenes::{self, scene};

fn sweep(widths: impl Iterator<Item = u16> + Clone, heights: impl Iterator<Item = u16> + Clone) {
    for name in scenes::names() {
        for ascii in [false, true] {
            let mut screen = scene(name, 80, 24, ascii);
            for width in widths.clone() {
                for height in heights.clone() {
                    screen.resize(width, height);
                    let about = format!("{name} at {width}x{height}");
                    assert_sound(&screen, &about);
                    assert!(!ascii || screen.text().is_ascii(), "{about}\n{}", screen.text());
                }
            }
        }
    }
}

#[test]
fn every_screen_can_be_drawn_at_any_size() {
    let edges = [1, 2, 59, 60, 61, 79, 80, 119, 120, 121, 160, 200];
    sweep(edges.into_iter().chain((3..200).step_by(37)), [1, 2, 19, 20, 21, 24, 31, 32, 40, 60].into_iter());
}

#[test]
#[ignore = "takes minutes"]
fn every_screen_can_be_drawn_at_every_size() {
    sweep(1..=200, 1..=60);
}
