//! SIGKILL at random moments while somebody types.
//!
//! Each life of the program types versions: an answer changes, its note becomes `vN`, the plan is named `N`. The first row
//! of the screen shows the name and whether it is saved, so a whole frame with both says which version was confirmed.

use std::num::NonZeroU16;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use journey_advisor::answers;
use journey_advisor::diagnostic::File;
use journey_advisor::embedded;
use journey_advisor::knowledge::KnowledgeBase;

use crate::support::chance::Chance;
use crate::support::terminal::{Home, Terminal};

/// The end of a frame.
const FRAME_END: &[u8] = b"\x1b[?2026l";

/// What the kills found.
#[derive(Debug, Default)]
struct Tally {
    kills: usize,
    confirmed: usize,
    half_written: usize,
    unconfirmed: usize,
}

/// The keys of a version.
fn version(number: usize, choice: usize) -> String {
    format!("{choice}n\x15v{number}\rR\x15{number}\r")
}

/// The newest version that a whole frame called saved.
fn confirmed(written: &[u8]) -> usize {
    let size = |cells| NonZeroU16::new(cells).unwrap();
    let mut parser = vt100::Parser::new(size(24), size(80), 0);
    let (mut newest, mut from) = (0, 0);
    for at in 0..written.len() {
        if written.get(at..).is_some_and(|rest| rest.starts_with(FRAME_END)) {
            parser.process(written.get(from..at).unwrap());
            from = at;
            let row = parser.screen().rows(0, 80).next().unwrap_or_default();
            let name = row.split_whitespace().next().and_then(|name| name.parse().ok());
            if let (Some(name), true) = (name, row.trim_end().ends_with("saved ✓")) {
                newest = newest.max(name);
            }
        }
    }
    newest
}

/// The version on the disk, as the name and as the note say it.
fn on_disk(plans: &Path, base: &KnowledgeBase) -> (usize, usize) {
    let Ok(text) = std::fs::read_to_string(plans.join("plan-0001.toml")) else { return (0, 0) };
    let (answers, problems) = answers::read(&File { path: String::new(), text: text.clone() }, base);
    assert!(problems.is_empty(), "{problems:#?}\n{text}");
    let answers = answers.unwrap();
    let number = |text: &str| if text.is_empty() { 0 } else { text.parse().unwrap() };
    // Between a save and the note of the place, the next life goes on at the next question.
    let notes = answers.iter().map(|(_, response)| number(response.note.trim_start_matches('v')));
    (number(&answers.title), notes.max().unwrap_or(0))
}

/// Waits for the first frame: only then are keys no line of text any more.
fn wait_for_frame(terminal: &mut Terminal) {
    terminal.wait_until("a frame", |terminal| terminal.written.windows(FRAME_END.len()).any(|end| end == FRAME_END));
}

/// How long it takes until a version is saved, in microseconds.
fn time_to_save() -> usize {
    let home = Home::new();
    let mut terminal = home.start();
    wait_for_frame(&mut terminal);
    let begun = Instant::now();
    terminal.send(format!("\r{}", version(1, 1)).as_bytes());
    terminal.wait_until("a saved version", |terminal| confirmed(&terminal.written) == 1);
    usize::try_from(begun.elapsed().as_micros()).unwrap()
}

/// Ends so many lives, one after the other on the same plan.
fn kill(count: usize, seed: u64) -> Tally {
    let (home, base) = (Home::new(), embedded::knowledge());
    let mut chance = Chance::of(seed);
    let span = time_to_save() * 2;
    let (mut tally, mut last, mut last_name, mut sure) = (Tally::default(), 0, 0, 0);
    for life in 0..count {
        let mut terminal = home.start();
        let versions = 1 + chance.below(4);
        let typed: String = (1..=versions).map(|next| version(last + next, 1 + chance.below(2))).collect();
        // One in ten is ended before it can hear a key.
        if chance.below(10) > 0 {
            wait_for_frame(&mut terminal);
            terminal.send(format!("\r{typed}").as_bytes());
        }
        thread::sleep(Duration::from_micros(u64::try_from(chance.below(span)).unwrap()));
        sure = sure.max(confirmed(&terminal.kill()));
        let (name, note) = on_disk(&home.plans(), &base);
        let about = format!("seed {seed}, life {life}: name {name}, note {note}, confirmed {sure}");
        assert!(name >= sure, "a confirmed answer is lost: {about}");
        // A life before may have been ended between the note and the name of its version.
        let is_between = name == last_name && (note == last || note == last + 1);
        assert!(note == name || note == name + 1 || is_between, "not a version that there was: {about}");
        assert!(note <= last + versions, "a version from nowhere: {about}");
        tally.kills += 1;
        tally.confirmed += usize::from(sure > last);
        tally.unconfirmed += usize::from(note > sure.max(last));
        tally.half_written += usize::from(has_half_written(&home.plans()));
        (last, last_name) = (note.max(last), name);
    }
    let unexpected = names(&home.plans()).into_iter().filter(|name| name.contains("damaged") || name.contains("0002"));
    assert_eq!(unexpected.collect::<Vec<_>>(), [""; 0]);
    tally
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

fn has_half_written(plans: &Path) -> bool {
    names(plans).iter().any(|name| name.starts_with(".plan-0001.toml-"))
}

#[test]
fn no_kill_loses_a_confirmed_answer() {
    let tally = kill(60, 1);
    assert_eq!(tally.kills, 60);
}

/// One run anew, with one seed alone: `SEED=7 cargo test --release --test it kills:: -- --ignored`.
#[test]
#[ignore = "takes minutes"]
fn ten_thousand_kills_lose_no_confirmed_answer() {
    let seeds = match std::env::var("SEED").ok().and_then(|seed| seed.parse().ok()) {
        Some(seed) => seed..seed + 1,
        None => 100..110,
    };
    // Most of a life is waiting, so several go on side by side.
    thread::scope(|scope| {
        for seed in seeds {
            scope.spawn(move || println!("seed {seed}: {:?}", kill(1_000, seed)));
        }
    });
}
