//! What is still to be found out, and who would know.

use crate::advise::outlook::Outlook;
use crate::knowledge::KnowledgeBase;
use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::text::Text;
use crate::model::verdict::Verdict;

/// A question whose answer is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindOut {
    /// The question.
    pub question: Key<Question>,
    /// The question as asked.
    pub ask: Text,
    /// Who would know.
    pub who: Option<Text>,
    /// Whether it was asked and nobody knew, or not answered yet.
    pub not_sure: bool,
}

/// First what nobody knew, then what was not answered, each with the most useful first.
pub(super) fn all(base: &KnowledgeBase, verdict: &Verdict, outlook: &Outlook) -> Vec<FindOut> {
    let line = |question: Key<Question>, not_sure: bool| FindOut {
        question,
        ask: base.questions[question].ask.clone(),
        who: base.questions[question].who.clone(),
        not_sure,
    };
    let by_use = || outlook.next.iter().map(|next| next.question);
    let unsure = by_use().filter(|question| verdict.not_sure.contains(question)).map(|question| line(question, true));
    let open = by_use().filter(|question| verdict.open.contains(question)).map(|question| line(question, false));
    unsure.chain(open).collect()
}
