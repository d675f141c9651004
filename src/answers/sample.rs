//! A plan to try the program on, and the client's text that it came from. Both lie beside the files of the knowledge.

use crate::diagnostic::clean;
use crate::diagnostic::{Diagnostic, File};
use crate::knowledge::KnowledgeBase;
use crate::model::answers::Answers;
use crate::model::kept_brief::KeptBrief;

use super::read;

/// The names of the files: the plan, and the text.
pub const FILES: [&str; 2] = ["sample.toml", "sample.md"];

/// A sample as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The answers file.
    pub plan: File,
    /// The client's text.
    pub text: File,
}

impl Sample {
    /// The plan with its text. The answers are absent if there was any error; every problem is reported.
    pub fn read(&self, base: &KnowledgeBase) -> (Option<Answers>, Vec<Diagnostic>) {
        let (answers, problems) = read(&self.plan, base);
        let brief = KeptBrief::of(&clean::lines(&self.text.text));
        let with_text = |mut answers: Answers| {
            answers.brief = Some(brief);
            answers
        };
        (answers.map(with_text), problems)
    }
}
