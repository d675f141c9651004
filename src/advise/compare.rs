//! Two scenarios: which questions make the difference of their margins. The parts sum to the whole exactly.

use crate::knowledge::KnowledgeBase;
use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::verdict::Verdict;

/// What one question adds to the difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The question.
    pub(crate) question: Key<Question>,
    /// Its contribution in the first scenario.
    pub first: i32,
    /// Its contribution in the second.
    pub second: i32,
}

impl Part {
    /// What it adds to `margin of the second - margin of the first`.
    pub fn difference(&self) -> i32 {
        self.second - self.first
    }
}

/// The questions whose contributions differ, the largest difference first.
pub fn parts(base: &KnowledgeBase, first: &Verdict, second: &Verdict) -> Vec<Part> {
    let of = |verdict: &Verdict, question: Key<Question>| -> i32 {
        let own = verdict.requirements.iter().filter(|requirement| requirement.question == question);
        own.map(|requirement| requirement.contribution).sum()
    };
    let part = |question| Part { question, first: of(first, question), second: of(second, question) };
    let mut parts: Vec<Part> = base.questions.keys().map(part).filter(|part| part.difference() != 0).collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.difference().abs()));
    parts
}
