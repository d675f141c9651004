//! What is asked, and what each choice needs.

use super::arena::Key;
use super::capability::Capability;
use super::lazy::Lazy;
use super::name::Id;
use super::source::Citation;
use super::text::Text;
use super::topic::Topic;
use serde::{Deserialize, Serialize};
use std::ops::Index;

/// One question of the interview.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Question {
    /// The id, as in answers files.
    pub id: Id,
    /// The topic whose file holds it.
    pub topic: Key<Topic>,
    /// The question itself.
    pub ask: Text,
    /// Why it is asked.
    pub why: Text,
    /// How many choices an answer may take.
    pub kind: Kind,
    /// The importance of an answer unless the user says otherwise.
    pub importance: Importance,
    /// When it is asked; always if absent. At most one parent, so the questions form a forest.
    pub condition: Option<Condition>,
    /// Whether the answer is a given that the user cannot change.
    pub fixed: bool,
    /// Who would know the answer.
    pub who: Option<Text>,
    /// What a size counts that the question asks for.
    pub counts: Lazy<Vec<Text>>,
    /// The choices, in the order shown.
    pub choices: Lazy<Vec<Choice>>,
    /// Where the question comes from.
    pub sources: Vec<Citation>,
}

impl Index<ChoiceIndex> for Question {
    type Output = Choice;

    fn index(&self, index: ChoiceIndex) -> &Choice {
        self.choices.get(index.position()).expect("the index is that of a choice of this question")
    }
}

impl Question {
    /// The choice with that id.
    pub fn find(&self, id: &str) -> Option<ChoiceIndex> {
        self.choices.iter().position(|choice| choice.id.as_str() == id).map(ChoiceIndex::new)
    }

    /// Whether no answer becomes a requirement: it only leads to other questions.
    pub(crate) fn asks_for_nothing(&self) -> bool {
        self.choices.iter().all(|choice| choice.needs.is_empty())
    }

    /// The numbers that a choice stands for: up to its `most`, and above that of the choice below it unless it says so itself;
    /// `None` where the question asks for no size.
    pub fn span(&self, choice: ChoiceIndex) -> Option<Span> {
        let own = &self[choice];
        if self.choices.iter().all(|choice| choice.least.is_none() && choice.most.is_none()) {
            return None;
        }
        let ends = self.choices.iter().filter_map(|choice| choice.most);
        let below = ends.filter(|end| own.most.is_none_or(|most| *end < most)).max();
        let least = own.least.or_else(|| Some(below?.saturating_add(1))).unwrap_or(0);
        Some(Span { least, most: own.most })
    }

    /// All choices with their positions.
    pub fn indexed(&self) -> impl Iterator<Item = (ChoiceIndex, &Choice)> {
        self.choices.iter().enumerate().map(|(position, choice)| (ChoiceIndex::new(position), choice))
    }
}

/// Position of a choice in its question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ChoiceIndex(u8);

impl ChoiceIndex {
    /// The position of the choice, from 0. Questions have fewer than 64 choices.
    pub fn new(position: usize) -> Self {
        Self(u8::try_from(position).unwrap_or(u8::MAX))
    }

    /// The position, from 0.
    pub fn position(self) -> usize {
        usize::from(self.0)
    }
}

/// One choice of a question.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Choice {
    /// The id, unique in its question.
    pub id: Id,
    /// The choice as shown.
    pub label: Text,
    /// What choosing it leads to.
    pub hint: Text,
    /// The capabilities that it needs.
    pub needs: Vec<Key<Capability>>,
    /// Words a layman would type for it.
    pub keywords: Lazy<Vec<Text>>,
    /// How people say that they want it.
    pub phrases: Lazy<Vec<Text>>,
    /// The smallest number that it stands for, where the question asks for a size and this differs from what other choices leave.
    pub least: Option<u32>,
    /// The largest number that it stands for; open-ended if absent.
    pub most: Option<u32>,
}

/// The numbers that a choice stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The smallest.
    pub least: u32,
    /// The largest; there is none where it is open-ended.
    pub most: Option<u32>,
}

/// How many choices an answer may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// Exactly one.
    One,
    /// Any number, none included.
    Many,
}

impl Kind {
    /// Both kinds.
    pub(crate) const ALL: [Self; 2] = [Self::One, Self::Many];

    /// The word in files.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Many => "many",
        }
    }
}

/// The question is asked if one of these choices of another question was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// The parent question.
    pub question: Key<Question>,
    /// The choices that make the question appear.
    pub choices: Vec<ChoiceIndex>,
}

/// How much an answer matters (MoSCoW, without "won't").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Importance {
    /// Nice to have.
    Could,
    /// Important, but a workaround is acceptable.
    Should,
    /// Without it the plan fails: an alternative that cannot do it is out.
    Must,
}

impl Importance {
    /// All importances, the strongest first.
    pub const ALL: [Self; 3] = [Self::Must, Self::Should, Self::Could];

    /// The word in files and on screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::Should => "should",
            Self::Could => "could",
        }
    }

    /// The importance of that word.
    pub(crate) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|importance| importance.word() == word)
    }
}
