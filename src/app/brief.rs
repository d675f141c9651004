//! A client's text that belongs to the plan: what it proposes, in the order of the text, and what became of that.

mod draft;

use std::ops::Range;
use std::sync::Arc;

use crate::brief::{self, Brief, Chosen, Index, Proposal, Tier};
use crate::knowledge::KnowledgeBase;
use crate::model::arena::Key;
use crate::model::question::{Importance, Question};
use crate::report::proposals::{FOREIGN, nothing};

use super::plan::Plan;

pub(crate) use draft::{accept, accept_likely, reject, say, weigh};

/// What can be done about a text in another language.
const TRANSLATE: &str = "Translate it, or answer the questions one by one.";

/// A text with everything that was read from it.
#[derive(Debug, Clone)]
pub(crate) struct Reading {
    pub(crate) text: Arc<str>,
    /// The proposals stand in the order of the text.
    pub(crate) brief: Brief,
    /// The text on one line, to find sentences in it that go over several.
    flat: String,
}

/// A row of what was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BriefRow {
    /// A proposal, by its position.
    Proposal(usize),
    /// What does not go together, by its position.
    Contradiction(usize),
    /// A sentence from which nothing is proposed, by its position.
    NotUnderstood(usize),
    /// A question that the text does not answer.
    NotAnswered(Key<Question>),
}

/// What became of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Open,
    /// It is a part of the answers.
    Accepted,
    Rejected,
}

impl Reading {
    /// Reads a text.
    pub(crate) fn of(text: Arc<str>, index: &Index, base: &KnowledgeBase) -> Self {
        let mut brief = brief::read(&text, index, base);
        let flat = text.replace('\n', " ");
        brief.proposals.sort_by_cached_key(|proposal| flat.find(&proposal.sentence).unwrap_or(usize::MAX));
        Self { text, brief, flat }
    }

    /// What is wrong with the text if it proposes nothing.
    pub(crate) fn problem(&self, base: &KnowledgeBase) -> Option<String> {
        match self.brief.says_something() {
            true => None,
            false if self.brief.is_foreign => Some(format!("{FOREIGN} {TRANSLATE}")),
            false => Some(nothing(base)),
        }
    }

    /// Where a sentence stands in the text, in bytes.
    pub(crate) fn place(&self, sentence: &str) -> Option<Range<usize>> {
        self.flat.find(sentence).map(|start| start..start + sentence.len())
    }

    /// The rows: what is proposed, what does not go together, what was not understood, what is still to be asked.
    pub(crate) fn rows(&self, plan: &Plan<'_>) -> Vec<BriefRow> {
        let brief = &self.brief;
        let is_open = |question: &Key<Question>| plan.answers().answer(*question).is_none();
        let not_answered = brief.not_answered.iter().copied().filter(is_open);
        (0..brief.proposals.len())
            .map(BriefRow::Proposal)
            .chain((0..brief.contradictions.len()).map(BriefRow::Contradiction))
            .chain((0..brief.not_understood.len()).map(BriefRow::NotUnderstood))
            .chain(not_answered.map(BriefRow::NotAnswered))
            .collect()
    }

    /// The sentence of a row, if it has one.
    pub(crate) fn sentence(&self, row: BriefRow) -> Option<&str> {
        let brief = &self.brief;
        match row {
            BriefRow::Proposal(position) => brief.proposals.get(position).map(|proposal| proposal.sentence.as_str()),
            BriefRow::Contradiction(position) => {
                let between = &brief.contradictions.get(position)?.between;
                between.first().map(|(_, sentence)| sentence.as_str())
            }
            BriefRow::NotUnderstood(position) => brief.not_understood.get(position).map(String::as_str),
            BriefRow::NotAnswered(_) => None,
        }
    }

    /// The choices that are proposed for a sentence.
    pub(crate) fn proposed(&self, sentence: &str) -> impl Iterator<Item = Chosen> {
        self.brief
            .proposals
            .iter()
            .filter(move |proposal| proposal.sentence == sentence)
            .map(|proposal| proposal.chosen)
    }

    /// How many proposals met a fate.
    pub(crate) fn count(&self, plan: &Plan<'_>, fate: Fate) -> usize {
        self.brief.proposals.iter().filter(|proposal| plan.fate(proposal.chosen) == fate).count()
    }

    /// Whether a proposal is left that is likely and not decided.
    pub(crate) fn has_likely(&self, plan: &Plan<'_>) -> bool {
        let mut likely = self.brief.proposals.iter().filter(|proposal| proposal.tier == Tier::Likely);
        likely.any(|proposal| plan.fate(proposal.chosen) == Fate::Open)
    }
}

impl Plan<'_> {
    /// What became of the proposal of a choice.
    pub(crate) fn fate(&self, (question, choice): Chosen) -> Fate {
        let kept = self.answers().brief.as_ref();
        match self.answers().answer(question) {
            Some(answer) if answer.has(choice) => Fate::Accepted,
            _ if kept.is_some_and(|kept| kept.rejected.contains(&(question, choice))) => Fate::Rejected,
            _ => Fate::Open,
        }
    }

    /// How much a proposal matters: as the answer says, as somebody set it, or as the text does.
    pub(crate) fn importance_of(&self, proposal: &Proposal) -> Importance {
        let (key, choice) = proposal.chosen;
        let response = self.response(key);
        let pick = response.picks().iter().find(|pick| pick.choice == choice);
        let kept = self.answers().brief.as_ref().and_then(|kept| kept.importances.get(&proposal.chosen).copied());
        match pick {
            Some(pick) => response.importance_of(*pick, &self.base.questions[key]),
            None => kept.unwrap_or(proposal.importance),
        }
    }

    /// Whether a sentence stands in the note of an answer.
    pub(crate) fn notes(&self, sentence: &str) -> bool {
        let mut said = self.answers().iter().filter(|(_, response)| response.answer.is_some());
        said.any(|(_, response)| response.note.lines().any(|line| line == sentence))
    }
}
