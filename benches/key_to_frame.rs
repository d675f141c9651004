//! How long it takes from a key to the end of the frame that answers it, beside two other programs: the smallest that draws a
//! frame for each key, in which one cell changes, and one that shows the very screens of journey-advisor in turn,
//! made before, as a paragraph.
//!
//! Run with `cargo bench --bench key_to_frame`. The programs take turns, so that what else the machine does hits all of
//! them alike; compare the rows of one run.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a benchmark may fail loudly and reads the clock")]
#![expect(
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark may fail loudly and prints its figures"
)]

#[path = "terminal/app.rs"]
mod app;
#[path = "terminal/running.rs"]
mod running;

use std::io::stdout;
use std::path::Path;
use std::time::Duration;

use journey_advisor::embedded;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{self, Event, KeyCode};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::text::{Line, Span, Text};
use ratatui::widgets::{Block, Paragraph};

use app::Seen;
use running::Running;

const KEYS: usize = 200;
/// How often the program is started to press a key right after its first frame.
const STARTS: usize = 20;
const SIZE: (u16, u16) = (120, 40);
const SMALLEST: &str = "--smallest";
const SAME_SCREENS: &str = "--same-screens";

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if arguments.iter().any(|argument| argument == SMALLEST) {
        return each_key(|count| Paragraph::new(format!("{count} keys so far")).block(Block::bordered()));
    }
    if arguments.iter().any(|argument| argument == SAME_SCREENS) {
        let screens = screens();
        return each_key(|count| Paragraph::new(screens[count % 2].clone()));
    }
    measure();
}

fn measure() {
    let itself = std::env::current_exe().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_journey-advisor"));
    let homes: Vec<tempfile::TempDir> = (0..5).map(|_| tempfile::tempdir().unwrap()).collect();
    let start = |program, argument, home: usize, keys: &str| {
        let (mut running, _) = Running::start(program, argument, homes[home].path(), SIZE);
        let mut rest = keys;
        while let Some(length) = rest.chars().next().map(|first| if first == '\x1b' { 3 } else { 1 }) {
            let (key, later) = rest.split_at(length);
            running.answer(key);
            rest = later;
        }
        running
    };
    let mut rows = [
        ("smallest ratatui program", start(&itself, Some(SMALLEST), 0, ""), ["a", "b"]),
        ("the same screens, ready made", start(&itself, Some(SAME_SCREENS), 1, ""), ["a", "b"]),
        ("moving the mark", start(program, None, 2, "\r"), ["j", "k"]),
        ("changing an answer", start(program, None, 3, "\r"), ["1", "2"]),
        ("changing it on a full plan", start(program, None, 4, &full_plan()), ["1", "2"]),
    ];
    let mut times: [Vec<Duration>; 5] = Default::default();
    for turn in 0..KEYS {
        for ((_, running, keys), times) in rows.iter_mut().zip(&mut times) {
            times.push(running.answer(keys[turn % 2]));
        }
    }
    println!("{:<30} {:>9} {:>9} {:>9}", "frame after a key", "p10", "median", "p90");
    for ((name, running, _), times) in rows.into_iter().zip(&mut times) {
        running.stop();
        times.sort();
        let at = |percent: usize| times[times.len() * percent / 100].as_secs_f64() * 1000.0;
        println!("{name:<30} {:>6.3} ms {:>6.3} ms {:>6.3} ms", at(10), at(50), at(90));
    }
    first_keys(program);
}

/// The first key after a start, sent as soon as the first frame is there: the search opens as fast as any other screen.
fn first_keys(program: &Path) {
    let mut rows = [("all answers", "a", Vec::new()), ("the search", "/", Vec::new())];
    for _ in 0..STARTS {
        for (_, key, times) in &mut rows {
            let home = tempfile::tempdir().unwrap();
            let (mut running, _) = Running::start(program, None, home.path(), SIZE);
            times.push(running.answer_now(key));
            running.stop();
        }
    }
    println!("\n{:<30} {:>9} {:>9}", "first key after the start", "median", "slowest");
    for (name, _, mut times) in rows {
        times.sort();
        let at = |position: usize| times[position].as_secs_f64() * 1000.0;
        println!("{name:<30} {:>6.3} ms {:>6.3} ms", at(STARTS / 2), at(STARTS - 1));
    }
}

/// Keys that answer the first choice to every question, then go back to the first.
fn full_plan() -> String {
    let answer = "1\r";
    format!("\r{}i{}", answer.repeat(30), "\x1b[D".repeat(40))
}

/// The screens before and after moving the mark.
fn screens() -> [Text<'static>; 2] {
    let base = embedded::knowledge();
    let mut seen = Seen::after(&base, "enter", SIZE);
    let before = text(seen.terminal.backend().buffer());
    seen.press("j");
    seen.draw();
    [before, text(seen.terminal.backend().buffer())]
}

/// A screen as lines of text, each run of one style a span.
fn text(buffer: &Buffer) -> Text<'static> {
    let width = usize::from(buffer.area.width);
    let line = |cells: &[ratatui::buffer::Cell]| {
        let runs = cells.chunk_by(|left, right| left.style() == right.style());
        runs.map(|run| Span::styled(run.iter().map(ratatui::buffer::Cell::symbol).collect::<String>(), run[0].style()))
            .collect::<Line<'static>>()
    };
    buffer.content.chunks(width).map(line).collect()
}

/// A program that draws a frame for every key.
fn each_key<'t>(text: impl Fn(usize) -> Paragraph<'t>) {
    let mut terminal = ratatui::init();
    let mut count = 0;
    loop {
        execute!(stdout(), BeginSynchronizedUpdate).unwrap();
        terminal.draw(|frame| frame.render_widget(text(count), frame.area())).unwrap();
        execute!(stdout(), EndSynchronizedUpdate).unwrap();
        match event::read().unwrap() {
            Event::Key(key) if key.code == KeyCode::Char('c') => break,
            _ => count += 1,
        }
    }
    ratatui::restore();
}
