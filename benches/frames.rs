//! How long a key and its frame take without a terminal: what the app makes of the key, and what it draws into a buffer of
//! 120x40, beside a single paragraph that fills the same buffer.
//!
//! Run with `cargo bench --bench frames`; compare rows of one run, machines are noisy.

#![expect(clippy::unwrap_used, reason = "a benchmark may fail loudly")]

#[path = "terminal/app.rs"]
mod app;

use divan::Bencher;
use journey_advisor::embedded;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::widgets::{Block, Paragraph};

use app::Seen;

const SIZE: (u16, u16) = (120, 40);

fn main() {
    divan::main();
}

/// A paragraph in a box: the least that a program of this kind draws.
#[divan::bench]
fn one_paragraph(bencher: Bencher<'_, '_>) {
    let mut terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).unwrap();
    let mut count = 0_u32;
    bencher.bench_local(|| {
        count += 1;
        let text = Paragraph::new(format!("{count} keys so far")).block(Block::bordered());
        terminal.draw(|frame| frame.render_widget(text, frame.area())).unwrap();
    });
}

/// Two keys in turn on a plan of ten answers, each with its frame.
#[divan::bench(args = ["j k", "1 2", "? esc"])]
fn key_and_frame(bencher: Bencher<'_, '_>, keys: &str) {
    let base = embedded::knowledge();
    let mut seen = Seen::after(&base, &format!("enter {}", "1 enter ".repeat(10)), SIZE);
    let mut turn = keys.split_whitespace().cycle();
    bencher.bench_local(|| {
        seen.press(turn.next().unwrap());
        seen.draw();
    });
}

/// A step on the line of time and one back, with all that follows it, on a plan of ten answers.
#[divan::bench(args = ["v", "i"])]
fn step_in_time(bencher: Bencher<'_, '_>, screen: &str) {
    let base = embedded::knowledge();
    let mut seen = Seen::after(&base, &format!("enter {}{screen} t home right", "1 enter ".repeat(10)), SIZE);
    let mut turn = ["right", "left"].into_iter().cycle();
    bencher.bench_local(|| {
        seen.press(turn.next().unwrap());
        seen.draw();
    });
}

/// The screens, drawn again without any change.
#[divan::bench(args = ["enter", "enter 1 v", "enter 1 A", "s"])]
fn frame(bencher: Bencher<'_, '_>, keys: &str) {
    let base = embedded::knowledge();
    let mut seen = Seen::after(&base, keys, SIZE);
    bencher.bench_local(|| seen.draw());
}
