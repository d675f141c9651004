//! What a client's text asks for, for programs.

use serde::Serialize;

use crate::brief::{Brief, Chosen, Contradiction, Proposal};
use crate::knowledge::KnowledgeBase;
use crate::model::arena::Key;
use crate::model::question::Question;
use crate::report::proposals::reason;

/// The schema of it.
pub const BRIEF_SCHEMA: &str = include_str!("../../../schemas/brief.schema.json");

/// What a text asks for as JSON.
pub fn brief(brief: &Brief, base: &KnowledgeBase) -> String {
    let contradiction = |contradiction| Contradicted::of(contradiction, base);
    super::text(&Asked {
        proposals: brief.proposals.iter().map(|proposal| Proposed::of(proposal, base)).collect(),
        not_understood: &brief.not_understood,
        not_answered: brief.not_answered.iter().map(|key| Open::of(*key, base)).collect(),
        contradictions: brief.contradictions.iter().map(contradiction).collect(),
    })
}

#[derive(Serialize)]
struct Asked<'b> {
    proposals: Vec<Proposed<'b>>,
    not_understood: &'b [String],
    not_answered: Vec<Open<'b>>,
    contradictions: Vec<Contradicted<'b>>,
}

#[derive(Serialize)]
struct Proposed<'b> {
    question: &'b str,
    choice: &'b str,
    importance: &'static str,
    tier: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    implied: bool,
    sentence: &'b str,
    number: Option<&'b str>,
}

#[derive(Serialize)]
struct Open<'b> {
    question: &'b str,
    ask: &'b str,
    who: Option<&'b str>,
}

#[derive(Serialize)]
struct Contradicted<'b> {
    between: Vec<Side<'b>>,
    reason: &'b str,
}

#[derive(Serialize)]
struct Side<'b> {
    question: &'b str,
    choice: &'b str,
    sentence: &'b str,
}

fn ids(chosen: Chosen, base: &KnowledgeBase) -> (&str, &str) {
    let question = &base.questions[chosen.0];
    (question.id.as_str(), question[chosen.1].id.as_str())
}

impl<'b> Proposed<'b> {
    fn of(proposal: &'b Proposal, base: &'b KnowledgeBase) -> Self {
        let (question, choice) = ids(proposal.chosen, base);
        Self {
            question,
            choice,
            importance: proposal.importance.word(),
            tier: proposal.tier.word(),
            implied: proposal.implied,
            sentence: &proposal.sentence,
            number: proposal.number.as_deref(),
        }
    }
}

impl<'b> Open<'b> {
    fn of(key: Key<Question>, base: &'b KnowledgeBase) -> Self {
        let question = &base.questions[key];
        Self { question: question.id.as_str(), ask: &question.ask, who: question.who.as_deref() }
    }
}

impl<'b> Contradicted<'b> {
    fn of(contradiction: &'b Contradiction, base: &'b KnowledgeBase) -> Self {
        let side = |(chosen, sentence): &'b (Chosen, String)| {
            let (question, choice) = ids(*chosen, base);
            Side { question, choice, sentence }
        };
        Self { between: contradiction.between.iter().map(side).collect(), reason: reason(contradiction) }
    }
}
