//! A plan, the knowledge it is judged by, and its advice on a day.

use std::path::{Path, PathBuf};

use journey_advisor::advise::analysis::{Analysis, advise_in};
use journey_advisor::advise::components::Forest;
use journey_advisor::answers;
use journey_advisor::diagnostic::{File, render};
use journey_advisor::embedded;
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::answers::Answers;
use journey_advisor::model::date::Day;
use journey_advisor::model::verdict::{AsOf, Verdict};
use journey_advisor::report::Report;

/// The day that counts as today.
pub(crate) const TODAY: &str = "2026-11-24";

pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub(crate) fn knowledge() -> KnowledgeBase {
    embedded::knowledge()
}

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/personas")
}

/// The names of all plans.
pub(crate) fn names() -> Vec<String> {
    let paths = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let plans = paths.filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    let mut names: Vec<String> = plans.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The answers of a plan, which must be without errors and warnings.
pub(crate) fn answers(base: &KnowledgeBase, name: &str) -> Answers {
    let path = format!("{name}.toml");
    read(base, &File { text: std::fs::read_to_string(folder().join(&path)).unwrap(), path })
}

/// Answers without errors and warnings.
pub(crate) fn read(base: &KnowledgeBase, file: &File) -> Answers {
    let (answers, problems) = answers::read(file, base);
    assert_eq!(render::render(&problems, std::slice::from_ref(file), false), "", "{}", file.path);
    answers.unwrap()
}

/// The advice on a day, and the report that says so, read on `today`.
pub(crate) fn advice(base: &KnowledgeBase, answers: &Answers, as_of: AsOf, today: Day) -> (Verdict, Analysis, Report) {
    let facts = base.at(as_of);
    let forest = Forest::of(&facts);
    let (verdict, analysis) = advise_in(&forest, answers);
    let report = Report::of(&forest, answers, &verdict, &analysis, today.into());
    (verdict, analysis, report)
}
