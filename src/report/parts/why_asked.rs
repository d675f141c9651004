//! Why a question is asked: what it feeds, and whether it can still matter.

use crate::advise::components::Forest;
use crate::diagnostic::suggest::enumerate;
use crate::model::answers::Answers;
use crate::model::arena::Key;
use crate::model::question::Question;
use crate::model::text::Text;
use crate::model::verdict::Verdict;
use crate::report::Report;
use crate::report::influence::Influence;
use crate::report::page::{Piece, Section, list};

/// Why one question was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyAsked {
    /// The question.
    pub question: Key<Question>,
    /// The question as asked.
    pub ask: Text,
    /// Why it was asked, in sentences.
    pub sentences: Vec<String>,
}

/// The questions behind the requirements, in the order of the interview.
pub(in crate::report) fn all(forest: &Forest<'_>, answers: &Answers, verdict: &Verdict) -> Vec<WhyAsked> {
    let mut questions: Vec<Key<Question>> = verdict.requirements.iter().map(|one| one.question).collect();
    questions.dedup();
    let influence = Influence::of(forest, answers);
    let why = |question| WhyAsked {
        question,
        ask: forest.facts.base.questions[question].ask.clone(),
        sentences: said(forest, &influence, question),
    };
    questions.into_iter().map(why).collect()
}

/// The sentences on one question.
pub fn sentences(forest: &Forest<'_>, answers: &Answers, question: Key<Question>) -> Vec<String> {
    said(forest, &Influence::of(forest, answers), question)
}

fn said(forest: &Forest<'_>, influence: &Influence<'_, '_>, question: Key<Question>) -> Vec<String> {
    let base = forest.facts.base;
    let can = influence.all(question);
    let reach = if can.is_empty() {
        format!("As things stand, its answer does not change how well either {} fits.", base.nouns.alternative.one)
    } else {
        format!("Its answer can {}.", enumerate(&can, "and"))
    };
    vec![base.questions[question].why.to_string(), reach]
}

/// Why each question was asked.
pub(crate) fn section(report: &Report) -> Section {
    let lines = report.why_asked.iter().map(|why| {
        let mut line = vec![Piece::Strong(why.ask.to_string())];
        line.push(Piece::Text(format!(" {}", why.sentences.join(" "))));
        line
    });
    Section::new("why-asked", "Why each question was asked", vec![list(lines)])
}
