//! The hand-over document: the same facts in every format, golden documents, and text that stays text.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may fail loudly and reads its fixtures"
)]

#[path = "support/documents.rs"]
mod documents;
#[path = "support/generate.rs"]
#[expect(dead_code, reason = "shared with other tests")]
mod generate;

use journey_advisor::diagnostic::File;
use journey_advisor::export::{Extent, Format};
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::answers::Answers;

/// What a plan says in every format.
fn in_every_format(base: &KnowledgeBase, answers: &Answers) -> Vec<(Format, String)> {
    documents::with_document(base, answers, |document| {
        Format::ALL.into_iter().map(|format| (format, document.write(format, Extent::Full))).collect()
    })
}

/// Answers read from a text without any problem.
fn reread(text: String, base: &KnowledgeBase) -> Answers {
    let file = File { path: "answers.toml".to_owned(), text };
    let (answers, problems) = journey_advisor::answers::read(&file, base);
    assert_eq!(problems, Vec::new());
    answers.unwrap()
}

#[path = "exports/browser.rs"]
mod browser;
#[path = "exports/conditions.rs"]
mod conditions;
#[path = "exports/facts.rs"]
mod facts;
#[path = "exports/golden.rs"]
mod golden;
#[path = "exports/hostile.rs"]
mod hostile;
#[path = "exports/page.rs"]
mod page;
#[path = "exports/product.rs"]
mod product;
#[path = "exports/records.rs"]
mod records;
#[path = "exports/said.rs"]
mod said;
#[path = "exports/stated.rs"]
mod stated;
#[path = "exports/traces.rs"]
mod traces;
#[path = "exports/web.rs"]
mod web;
