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

#[path = "terminal/running.rs"]
#[expect(dead_code, reason = "shared with another benchmark")]
mod running;

use std::io::stdout;
use std::path::Path;
use std::time::Duration;

use journey_advisor::answers;
use journey_advisor::embedded;
use journey_advisor::model::answers::{Answers, Response};
use ratatui::crossterm::event;
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::widgets::{Block, Paragraph};
use running::Running;

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
        ("smallest ratatui program", itself.as_path(), Some(SMALLEST), home.path()),
        ("journey-advisor", program, None, home.path()),
        ("journey-advisor, whole plan", program, None, with_plan.path()),
    ];
    let mut times: [Vec<Duration>; 3] = Default::default();
    for _ in 0..RUNS {
        for ((_, program, argument, home), times) in rows.iter().zip(&mut times) {
            let (running, time) = Running::start(program, *argument, home, (80, 24));
            running.stop();
            times.push(time);
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
    let base = embedded::knowledge();
    let mut plan = Answers::default();
    for (key, question) in base.questions.iter() {
        plan.set(key, Response::chosen(question.indexed().map(|(index, _)| index).take(1)));
    }
    let folder = home.join("data/journey-advisor");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("plan-0001.toml"), answers::write(&plan, &base)).unwrap();
}

/// The smallest program that draws a frame and waits for a key.
fn smallest() {
    let mut terminal = ratatui::init();
    let text = Paragraph::new("The smallest program that draws a frame.").block(Block::bordered());
    execute!(stdout(), BeginSynchronizedUpdate).unwrap();
    terminal.draw(|frame| frame.render_widget(text, frame.area())).unwrap();
    execute!(stdout(), EndSynchronizedUpdate).unwrap();
    event::read().unwrap();
    ratatui::restore();
}
