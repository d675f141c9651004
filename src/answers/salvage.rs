//! What can still be read of a damaged answers file. An answer is a line of its own, so one that is broken is left out.

use crate::diagnostic::File;
use crate::knowledge::KnowledgeBase;
use crate::model::answers::Answers;

use super::{LARGEST, brief, gaps, paper, read, settings};

/// The answers that can be read, and how many lines cannot. Of what is said twice the last counts.
pub fn salvage(text: &str, base: &KnowledgeBase) -> (Answers, usize) {
    let (text, _) = text.split_at(text.floor_char_boundary(LARGEST));
    let mut answers = Answers::default();
    let mut lost = 0;
    let mut under = "";
    for line in text.lines().map(bare).filter(|line| says_something(line)) {
        if HEADINGS.contains(&line) || is_known_gap(line, base) {
            under = line;
            continue;
        }
        match alone(line, under, base) {
            Some(line) => add(line, &mut answers),
            None => lost += 1,
        }
    }
    (answers, lost)
}

/// A line without what may stand around it, such as the mark at the beginning of a file that was joined to another.
fn bare(line: &str) -> &str {
    line.trim_start_matches('\u{feff}').trim()
}

fn says_something(line: &str) -> bool {
    !(line.is_empty() || line.starts_with('#') || matches!(key(line), "format" | "edition"))
}

const ANSWERS: &str = "[answers]";

const HEADINGS: [&str; 5] = [ANSWERS, settings::TABLE, paper::TABLE, gaps::TABLE, brief::TABLE];

fn is_known_gap(line: &str, base: &KnowledgeBase) -> bool {
    gaps::of_heading(line).is_some_and(|id| base.capability(id).is_some())
}

fn key(line: &str) -> &str {
    line.split_once('=').map_or("", |(key, _)| key.trim())
}

/// What a line says if there were no other. Its key tells its table, but not which gap it is about.
fn alone(line: &str, under: &str, base: &KnowledgeBase) -> Option<Answers> {
    let heading = match key(line) {
        "title" | "as-of" | "weights" => "",
        key if gaps::is_part(key) && gaps::of_heading(under).is_some() => under,
        key if base.question(key).is_some() => ANSWERS,
        key if settings::is_setting(key) => settings::TABLE,
        key if paper::is_part(key) => paper::TABLE,
        key if base.capability(key).is_some() => gaps::TABLE,
        key => brief::heading(key).unwrap_or(ANSWERS),
    };
    let file = File { path: String::new(), text: format!("{heading}\n{line}\n") };
    read(&file, base).0
}

fn add(line: Answers, answers: &mut Answers) {
    gaps::join(answers, &line);
    for (question, response) in line.iter() {
        answers.set(question, response.clone());
    }
    if !line.title.is_empty() {
        answers.title = line.title;
    }
    if line.as_of.is_some() {
        answers.as_of = line.as_of;
    }
    if line.weights.is_some() {
        answers.weights = line.weights;
    }
    answers.settings = settings::joined(answers.settings, line.settings);
    answers.paper = paper::joined(std::mem::take(&mut answers.paper), &line.paper);
    if let Some(brief) = line.brief {
        answers.brief = Some(brief::joined(answers.brief.take(), brief));
    }
}
