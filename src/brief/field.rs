//! What is told about a choice, and how much each of it counts.

use crate::knowledge::KnowledgeBase;
use crate::model::question::{Choice, Question};

/// Where a text about a choice stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Label,
    Phrase,
    Keyword,
    /// Keywords of the capabilities that it needs.
    CapabilityKeyword,
    Hint,
    CapabilityTitle,
    /// What is noted about the support of its capabilities.
    Note,
    Question,
}

impl Field {
    pub(super) const ALL: [Self; 8] = [
        Self::Label,
        Self::Phrase,
        Self::Keyword,
        Self::CapabilityKeyword,
        Self::Hint,
        Self::CapabilityTitle,
        Self::Note,
        Self::Question,
    ];

    /// What a word in it counts.
    pub(super) fn weight(self) -> f64 {
        match self {
            Self::Label => 3.0,
            Self::Phrase => 1.5,
            Self::Keyword | Self::CapabilityKeyword => 1.0,
            Self::Hint => 0.6,
            Self::CapabilityTitle => 0.5,
            Self::Note | Self::Question => 0.2,
        }
    }

    /// How much less a word counts among many, from 0 to 1.
    pub(super) fn dilution(self) -> f64 {
        if matches!(self, Self::Phrase | Self::Keyword) { 0.6 } else { 0.5 }
    }

    /// Whether a word that stands here is the less rare for it.
    pub(super) fn makes_common(self) -> bool {
        matches!(self, Self::Label | Self::Phrase | Self::Keyword | Self::CapabilityKeyword | Self::Hint)
    }

    /// Whether it is worded as what people say.
    pub(super) fn is_heard(self) -> bool {
        matches!(self, Self::Label | Self::Phrase | Self::Keyword | Self::Hint)
    }

    /// Whether one of its texts says all of what is wanted.
    pub(super) fn says_it(self) -> bool {
        !matches!(self, Self::Hint | Self::Note | Self::Question)
    }
}

/// Calls `give` with every text about a choice and where it stands; phrases in their order.
pub(super) fn texts<'k>(
    question: &'k Question,
    choice: &'k Choice,
    base: &'k KnowledgeBase,
    mut give: impl FnMut(Field, &'k str),
) {
    give(Field::Label, &choice.label);
    choice.phrases.iter().for_each(|phrase| give(Field::Phrase, phrase));
    choice.keywords.iter().for_each(|keyword| give(Field::Keyword, keyword));
    give(Field::Hint, &choice.hint);
    give(Field::Question, &question.ask);
    for need in &choice.needs {
        let capability = &base.capabilities[*need];
        give(Field::CapabilityTitle, &capability.title);
        capability.keywords.iter().for_each(|keyword| give(Field::CapabilityKeyword, keyword));
        let notes = capability.support.iter().filter_map(|support| support.note.as_deref());
        notes.for_each(|note| give(Field::Note, note));
    }
}
