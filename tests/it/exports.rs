//! The hand-over document: the same facts in every format, golden documents, and text that stays text.

mod altered;
mod brand;
mod browser;
mod conditions;
mod devops;
mod excel;
mod facts;
mod filled;
mod first;
mod golden;
mod hostile;
mod jsonl;
mod office;
mod order;
pub(crate) mod packed;
mod page;
mod product;
mod records;
mod said;
mod stated;
mod to_order;
mod traces;
pub(crate) mod word;

use journey_advisor::diagnostic::File;
use journey_advisor::export::{Extent, Format};
use journey_advisor::knowledge::KnowledgeBase;
use journey_advisor::model::answers::Answers;

use crate::support::documents;

/// What a plan says in every format that is text.
fn in_every_format(base: &KnowledgeBase, answers: &Answers) -> Vec<(Format, String)> {
    documents::with_document(base, answers, |document| {
        let text = |format| Some((format, document.write(format, Extent::Full).text()?));
        Format::ALL.into_iter().filter_map(text).collect()
    })
}

/// The same but for work items, which hold what a tracker has fields for.
fn in_every_whole_format(base: &KnowledgeBase, answers: &Answers) -> Vec<(Format, String)> {
    in_every_format(base, answers).into_iter().filter(|(format, _)| *format != Format::DevOps).collect()
}

/// Answers read from a text without any problem.
fn reread(text: String, base: &KnowledgeBase) -> Answers {
    let file = File { path: "answers.toml".to_owned(), text };
    let (answers, problems) = journey_advisor::answers::read(&file, base);
    assert_eq!(problems, Vec::new());
    answers.unwrap()
}
