//! What is still to be found out, and who would know.

use crate::knowledge::KnowledgeBase;
use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::verdict::Verdict;

/// A question whose answer is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindOut {
    /// The question.
    pub question: Key<Question>,
    /// The question as asked.
    pub ask: String,
    /// Who would know.
    pub who: Option<String>,
    /// Whether it was asked and nobody knew, or not answered yet.
    pub not_sure: bool,
}

/// First what nobody knew, then what was not answered, each in the order of the interview.
pub(super) fn all(base: &KnowledgeBase, verdict: &Verdict) -> Vec<FindOut> {
    let line = |question: &Key<Question>, not_sure: bool| FindOut {
        question: *question,
        ask: base.questions[*question].ask.clone(),
        who: base.questions[*question].who.clone(),
        not_sure,
    };
    let unsure = verdict.not_sure.iter().map(|question| line(question, true));
    unsure.chain(verdict.open.iter().map(|question| line(question, false))).collect()
}
