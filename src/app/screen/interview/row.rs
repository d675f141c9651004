//! The rows of a question.

use crate::model::answers::{Answer, Pick, Response};
use crate::model::nouns::Nouns;
use crate::model::question::{ChoiceIndex, Kind, Question};
use crate::report::question;

/// A row of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum QuestionRow {
    Choice(ChoiceIndex),
    /// "None of these", where a question takes many.
    NoneOfThese,
    NotSure,
    DoesNotApply,
}

impl QuestionRow {
    /// The rows of a question: its choices, then the answers that choose nothing.
    pub(crate) fn of(question: &Question) -> Vec<Self> {
        let mut rows: Vec<Self> = question.indexed().map(|(index, _)| Self::Choice(index)).collect();
        if question.kind == Kind::Many {
            rows.push(Self::NoneOfThese);
        }
        rows.extend([Self::NotSure, Self::DoesNotApply]);
        rows
    }

    /// What the row says; a choice has its own label.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Choice(_) => "",
            Self::NoneOfThese => "None of these",
            Self::NotSure => "Not sure yet",
            Self::DoesNotApply => "Not relevant",
        }
    }

    /// What a row that chooses nothing means for the plan; nothing of a choice, which has its own hint.
    pub(crate) fn meaning(self, nouns: &Nouns) -> Option<String> {
        match self {
            Self::Choice(_) => None,
            Self::NoneOfThese => Some(question::counts_for_neither(nouns)),
            Self::NotSure => Some(question::NOT_SURE.to_owned()),
            Self::DoesNotApply => Some(question::NOT_RELEVANT.to_owned()),
        }
    }

    /// Whether an answer says what the row says.
    pub(crate) fn is_chosen(self, answer: Option<&Answer>) -> bool {
        match (self, answer) {
            (Self::Choice(index), Some(answer)) => answer.has(index),
            (Self::NoneOfThese, Some(Answer::Chosen(picks))) => picks.is_empty(),
            (Self::NotSure, Some(Answer::NotSure)) | (Self::DoesNotApply, Some(Answer::DoesNotApply)) => true,
            _ => false,
        }
    }

    /// What is said to a question once the row is chosen as well, or instead of what was chosen.
    pub(super) fn chosen(self, before: Response, kind: Kind) -> Response {
        match (self, kind) {
            (Self::Choice(index), Kind::Many) => toggled(before, index),
            _ => self.answered(before),
        }
    }

    /// The row alone as the answer, with importance and note as they were.
    pub(super) fn answered(self, before: Response) -> Response {
        let importance = before.importance.filter(|_| self != Self::NoneOfThese);
        Response { answer: Some(self.answer()), importance, ..before }
    }

    /// The answer that the row alone gives.
    pub(super) fn answer(self) -> Answer {
        match self {
            Self::Choice(index) => Answer::Chosen(vec![Pick::of(index)]),
            Self::NoneOfThese => Answer::Chosen(Vec::new()),
            Self::NotSure => Answer::NotSure,
            Self::DoesNotApply => Answer::DoesNotApply,
        }
    }
}

/// The response with a choice added, or taken away; without any choice left the question is open again.
pub(super) fn toggled(mut response: Response, index: ChoiceIndex) -> Response {
    let importance = response.importance;
    let mut picks = response.take_picks();
    if picks.iter().any(|pick| pick.choice == index) {
        picks.retain(|pick| pick.choice != index);
    } else {
        picks.push(Pick { choice: index, importance });
        picks.sort_by_key(|pick| pick.choice);
    }
    response.answer = (!picks.is_empty()).then_some(Answer::Chosen(picks));
    response
}
