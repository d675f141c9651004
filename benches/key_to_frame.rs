//! How long it takes from a key to the end of the frame that answers it, beside the smallest program that draws a frame
//! for each key.
//!
//! Run with `cargo bench --bench key_to_frame`. The programs take turns, so that what else the machine does hits all of
//! them alike; compare the rows of one run.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a benchmark may fail loudly and reads the clock")]
#![expect(
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark may fail loudly and prints its figures"
)]

use std::io::{Read, Write, stdout};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use ratatui::crossterm::event::{self, Event, KeyCode};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::widgets::{Block, Paragraph};

const KEYS: usize = 200;
/// Whatever a program still writes after a frame, such as that a plan is saved, comes within this time.
const QUIET: Duration = Duration::from_millis(30);
const SMALLEST: &str = "--smallest";
/// What both programs write at the end of a frame.
const END: &[u8] = b"\x1b[?2026l";

fn main() {
    if std::env::args().any(|argument| argument == SMALLEST) {
        return smallest();
    }
    let itself = std::env::current_exe().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_journey-advisor"));
    let homes: Vec<tempfile::TempDir> = (0..4).map(|_| tempfile::tempdir().unwrap()).collect();
    let mut rows = [
        ("smallest ratatui program", Running::start(&itself, Some(SMALLEST), homes[0].path(), ""), ["a", "b"]),
        ("moving the mark", Running::start(program, None, homes[1].path(), "\r"), ["j", "k"]),
        ("changing an answer", Running::start(program, None, homes[2].path(), "\r"), ["1", "2"]),
        ("changing it on a full plan", Running::start(program, None, homes[3].path(), &full_plan()), ["1", "2"]),
    ];
    let mut times: [Vec<Duration>; 4] = Default::default();
    for turn in 0..KEYS {
        for ((_, running, keys), times) in rows.iter_mut().zip(&mut times) {
            times.push(running.answer(keys[turn % 2]));
        }
    }
    println!("{:<28} {:>9} {:>9} {:>9}", "frame after a key", "p10", "median", "p90");
    for ((name, running, _), times) in rows.into_iter().zip(&mut times) {
        running.stop();
        times.sort();
        let at = |percent: usize| times[times.len() * percent / 100].as_secs_f64() * 1000.0;
        println!("{name:<28} {:>6.3} ms {:>6.3} ms {:>6.3} ms", at(10), at(50), at(90));
    }
}

/// Keys that answer the first choice to every question, then go back to the first.
fn full_plan() -> String {
    let answer = "1\r";
    format!("\r{}i{}", answer.repeat(30), "\x1b[D".repeat(40))
}

/// A program in a terminal.
struct Running {
    child: Box<dyn Child + Send + Sync>,
    written: Receiver<Vec<u8>>,
    keys: Box<dyn Write + Send>,
}

impl Running {
    fn start(program: &Path, argument: Option<&str>, home: &Path, keys: &str) -> Self {
        let size = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(argument);
        command.env_clear();
        command.env("HOME", home);
        command.env("XDG_DATA_HOME", home.join("data"));
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, written) = channel();
        thread::spawn(move || {
            let mut buffer = vec![0; 65_536];
            while let Ok(length) = reader.read(&mut buffer) {
                if length == 0 || sender.send(buffer[..length].to_vec()).is_err() {
                    return;
                }
            }
        });
        let writer = pair.master.take_writer().unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        let mut running = Self { child, written, keys: writer };
        running.wait();
        let mut rest = keys;
        while let Some(length) = rest.chars().next().map(|first| if first == '\x1b' { 3 } else { 1 }) {
            let (key, later) = rest.split_at(length);
            running.answer(key);
            rest = later;
        }
        running
    }

    /// Sends a key and says how long its frame took.
    fn answer(&mut self, key: &str) -> Duration {
        let start = Instant::now();
        self.keys.write_all(key.as_bytes()).unwrap();
        self.wait();
        let time = start.elapsed();
        while self.written.recv_timeout(QUIET).is_ok() {}
        time
    }

    /// Waits for the end of a frame.
    fn wait(&mut self) {
        let mut written = Vec::new();
        while !written.windows(END.len()).any(|window| window == END) {
            written.extend(self.written.recv().unwrap());
        }
    }

    fn stop(mut self) {
        self.keys.write_all(b"\x03").unwrap();
        self.child.wait().unwrap();
    }
}

/// The smallest program that draws a frame for every key.
fn smallest() {
    let mut terminal = ratatui::init();
    let mut count = 0_u32;
    loop {
        execute!(stdout(), BeginSynchronizedUpdate).unwrap();
        let text = Paragraph::new(format!("{count} keys so far")).block(Block::bordered());
        terminal.draw(|frame| frame.render_widget(text, frame.area())).unwrap();
        execute!(stdout(), EndSynchronizedUpdate).unwrap();
        match event::read().unwrap() {
            Event::Key(key) if key.code == KeyCode::Char('c') => break,
            _ => count += 1,
        }
    }
    ratatui::restore();
}
