//! Plans to make documents of, and a fixed day to make them on.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use journey_advisor::advise::analysis;
use journey_advisor::advise::components::Forest;
use journey_advisor::diagnostic::File;
use journey_advisor::export::Document;
use journey_advisor::knowledge::{KnowledgeBase, load};
use journey_advisor::model::answers::Answers;
use journey_advisor::model::date::Day;

/// The day on which all documents are made.
pub(crate) fn today() -> Day {
    Day::parse("2026-11-24").unwrap()
}

pub(crate) fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

pub(crate) fn read(path: &Path) -> File {
    File { path: path.display().to_string(), text: std::fs::read_to_string(path).unwrap() }
}

/// The small knowledge base, read and checked once for all tests.
pub(crate) static SMALL: LazyLock<KnowledgeBase> = LazyLock::new(|| load(small_files()).base.unwrap());

/// The files of the small knowledge base.
pub(crate) fn small_files() -> Vec<File> {
    let files = [
        ("advisor.toml", include_str!("../../fixtures/small/advisor.toml")),
        ("sources.toml", include_str!("../../fixtures/small/sources.toml")),
        ("topics/channels.toml", include_str!("../../fixtures/small/topics/channels.toml")),
        ("topics/leads.toml", include_str!("../../fixtures/small/topics/leads.toml")),
    ];
    files.map(|(path, text)| File { path: path.to_owned(), text: text.to_owned() }).to_vec()
}

/// The small knowledge base of the fixtures, which stays as it is.
pub(crate) fn small() -> KnowledgeBase {
    SMALL.clone()
}

/// Does something with the document of a plan.
pub(crate) fn with_document<T>(base: &KnowledgeBase, answers: &Answers, work: impl FnOnce(&Document<'_>) -> T) -> T {
    let as_of = base.as_of(answers.as_of.as_deref().unwrap_or("today"), today()).unwrap();
    let facts = base.at(as_of);
    let forest = Forest::of(&facts);
    let (verdict, analysis) = analysis::advise_in(&forest, answers);
    work(&Document::of(&forest, answers, &verdict, &analysis, today()))
}
