//! How long it takes from starting the program to its first whole frame, beside the smallest program that draws one.
//!
//! Run with `cargo bench --bench first_frame`. The programs take turns, so that what else the machine does hits all of
//! them alike; compare the rows of one run.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a benchmark may fail loudly and reads the clock")]
#![expect(
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark may fail loudly and prints its figures"
)]

use std::io::{Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use journey_advisor::answers;
use journey_advisor::embedded;
use journey_advisor::model::answers::{Answers, Response};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use ratatui::crossterm::event;
use ratatui::widgets::{Block, Paragraph};

const RUNS: usize = 200;
const SMALLEST: &str = "--smallest";

fn main() {
    if std::env::args().any(|argument| argument == SMALLEST) {
        return smallest();
    }
    let home = tempfile::tempdir().unwrap();
    let with_plan = tempfile::tempdir().unwrap();
    keep_plan(with_plan.path());
    let program = Path::new(env!("CARGO_BIN_EXE_journey-advisor"));
    let itself = std::env::current_exe().unwrap();
    let rows = [
        ("smallest ratatui program", itself.as_path(), Some(SMALLEST), home.path(), "finished"),
        ("journey-advisor", program, None, home.path(), "\u{1b}[?2026l"),
        ("journey-advisor, whole plan", program, None, with_plan.path(), "\u{1b}[?2026l"),
    ];
    let mut times: [Vec<Duration>; 3] = Default::default();
    for _ in 0..RUNS {
        for ((_, program, argument, home, end), times) in rows.iter().zip(&mut times) {
            times.push(first_frame(program, *argument, home, end));
        }
    }
    println!("{:<28} {:>9} {:>9} {:>9}", "first frame after", "p10", "median", "p90");
    for ((name, ..), times) in rows.iter().zip(&mut times) {
        times.sort();
        let at = |percent: usize| times[times.len() * percent / 100].as_secs_f64() * 1000.0;
        println!("{name:<28} {:>6.2} ms {:>6.2} ms {:>6.2} ms", at(10), at(50), at(90));
    }
}

/// A saved plan in which every question has an answer.
fn keep_plan(home: &Path) {
    let base = embedded::knowledge().unwrap();
    let mut plan = Answers::default();
    for (key, question) in base.questions.iter() {
        plan.set(key, Response::chosen(question.indexed().map(|(index, _)| index).take(1)));
    }
    let folder = home.join("data/journey-advisor");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("plan-0001.toml"), answers::write(&plan, &base)).unwrap();
}

/// The time from the start of a program until `end` arrives.
fn first_frame(program: &Path, argument: Option<&str>, home: &Path, end: &str) -> Duration {
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(program);
    command.args(argument);
    command.env_clear();
    command.env("HOME", home);
    command.env("XDG_DATA_HOME", home.join("data"));
    command.env("TERM", "xterm-256color");
    command.env("LANG", "C.UTF-8");
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut keys = pair.master.take_writer().unwrap();
    let start = Instant::now();
    let mut child = pair.slave.spawn_command(command).unwrap();
    let mut written = Vec::new();
    let mut buffer = vec![0; 65_536];
    while !written.windows(end.len()).any(|window| window == end.as_bytes()) {
        let length = reader.read(&mut buffer).unwrap();
        written.extend_from_slice(&buffer[..length]);
    }
    let time = start.elapsed();
    keys.write_all(b"\x03").unwrap();
    child.wait().unwrap();
    time
}

/// The smallest program that draws a frame and waits for a key.
fn smallest() {
    let mut terminal = ratatui::init();
    let text =
        Paragraph::new("The smallest program that draws a frame.").block(Block::bordered().title_bottom("finished"));
    terminal.draw(|frame| frame.render_widget(text, frame.area())).unwrap();
    event::read().unwrap();
    ratatui::restore();
}
