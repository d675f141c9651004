//! The rows of a question.

use crate::model::answers::{Answer, Pick};
use crate::model::question::{ChoiceIndex, Kind, Question};

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
            Self::NotSure => "Not sure",
            Self::DoesNotApply => "Does not apply",
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
