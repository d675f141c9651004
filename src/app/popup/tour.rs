//! A guided tour over the screens of a sample plan, one stop after the other.

use std::borrow::Cow;

use crate::model::arena::Key;
use crate::model::nouns::Nouns;
use crate::model::question::Question;

use super::Popup;

/// The tour at one of its stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tour {
    /// Where it is.
    pub stop: Stop,
    /// The question whose answer was taken out to show what that moves.
    pub(crate) taken_out: Option<Key<Question>>,
}

/// What the tour shows, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The client's text and what it proposes.
    Text,
    /// The balance after an answer was taken out.
    Without,
    /// The balance with the answer again.
    Balance,
    /// The advice and its reasons.
    Why,
    /// The advice on an earlier day.
    Time,
    /// What would lead to other advice.
    WhatIf,
    /// The advice as a document.
    Document,
}

impl Stop {
    /// Every stop, in order.
    pub const ALL: [Self; 7] =
        [Self::Text, Self::Without, Self::Balance, Self::Why, Self::Time, Self::WhatIf, Self::Document];

    /// Its number, from 1.
    pub(crate) fn number(self) -> usize {
        Self::ALL.iter().position(|stop| *stop == self).expect("every stop is in the list") + 1
    }

    /// The stop after this one.
    pub(crate) fn next(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }

    /// The stop before.
    pub(crate) fn before(self) -> Option<Self> {
        Self::ALL.get(self.number().checked_sub(2)?).copied()
    }

    /// What is shown, in a few words.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Text => "A client's text",
            Self::Without => "An answer less",
            Self::Balance => "A live balance",
            Self::Why => "Advice, and why",
            Self::Time => "Then and now",
            Self::WhatIf => "What would change it",
            Self::Document => "A document to hand over",
        }
    }

    /// What there is to see, in sentences.
    pub(crate) fn text(self, nouns: &Nouns) -> Cow<'static, str> {
        nouns.fill(match self {
            Self::Text => {
                "This is a sample. A client wrote this text; what it seems to ask for is proposed, sentence by \
                 sentence. You accept or reject it, or answer the questions yourself."
            }
            Self::Without => {
                "One answer of the sample has just been taken out. Look at the two bars at the top, then go on: the \
                 answer comes back."
            }
            Self::Balance => {
                "The answer is back, and the bars have moved. They follow every answer while you give it, so you see \
                 what matters."
            }
            Self::Why => {
                "The advice stands at the top, below it every wish of the plan: how much it matters, how well each \
                 {alternative} does it, and what that adds. Behind each row are facts with their sources."
            }
            Self::Time => {
                "The same answers on an earlier day: see the day at the top. A line of time shows what changed and \
                 when, so you know whether what you once heard still holds."
            }
            Self::WhatIf => "Which other answers would lead to other advice, and whether any single one does.",
            Self::Document => {
                "In the end you hand over a document: reasons, gaps, next steps, sources, a block to sign. Go on to \
                 end the tour, or keep the sample as a plan of yours."
            }
        })
    }
}

impl From<Tour> for Popup {
    fn from(tour: Tour) -> Self {
        Self::Tour(tour)
    }
}
