//! Every screen at every size of terminal.

use super::assert_sound;
use crate::support::scenes::{self, scene};

fn sweep(widths: &[u16], heights: &[u16]) {
    for name in scenes::names() {
        for ascii in [false, true] {
            let mut screen = scene(name, 80, 24, ascii);
            for &width in widths {
                for &height in heights {
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
    let mut widths = vec![1, 2, 59, 60, 79, 80, 119, 120, 200, 240];
    widths.extend((3..240).step_by(67));
    sweep(&widths, &[1, 2, 19, 20, 24, 31, 32, 40, 60, 70]);
}

#[test]
#[ignore = "takes minutes"]
fn every_screen_can_be_drawn_at_every_size() {
    sweep(&(1..=240).collect::<Vec<_>>(), &(1..=70).collect::<Vec<_>>());
}
