//! What can still be read of a damaged answers file. An answer is a line of its own, so one that is broken is left out.

use crate::diagnostic::File;
use crate::knowledge::KnowledgeBase;
use crate::model::answers::Answers;

use super::{LARGEST, brief, read, settings};

/// The answers that can be read, and how many lines cannot. Of what is said twice the last counts.
pub(crate) fn salvage(text: &str, base: &KnowledgeBase) -> (Answers, usize) {
    let (text, _) = text.split_at(text.floor_char_boundary(LARGEST));
    let mut answers = Answers::default();
    let mut lost = 0;
    for line in text.lines().map(bare).filter(|line| says_something(line)) {
        match alone(line, base) {
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
    !(line.is_empty()
        || line.starts_with('#')
        || line == HEADING
        || line == settings::TABLE
        || line == brief::TABLE
        || matches!(key(line), "format" | "edition"))
}

const HEADING: &str = "[answers]";

fn key(line: &str) -> &str {
    line.split_once('=').map_or("", |(key, _)| key.trim())
}

/// What a line says if there were no other.
fn alone(line: &str, base: &KnowledgeBase) -> Option<Answers> {
    let heading = match key(line) {
        "title" | "as-of" | "weights" => "",
        key if base.question(key).is_some() => HEADING,
        key if settings::is_setting(key) => settings::TABLE,
        key => brief::heading(key).unwrap_or(HEADING),
    };
    let file = File { path: String::new(), text: format!("{heading}\n{line}\n") };
    read(&file, base).0
}

fn add(line: Answers, answers: &mut Answers) {
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
    if let Some(brief) = line.brief {
        answers.brief = Some(brief::joined(answers.brief.take(), brief));
    }
}
