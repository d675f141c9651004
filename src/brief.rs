//! From a client's text to proposed answers: each with its sentence, how much it matters, and how sure that is.
//!
//! [`split`] cuts the text into sentences, [`clause`] a sentence into what is wanted of it. [`index`] gathers what is
//! known about each choice ([`field`] says where, [`lexicon`] which words), [`score`] says how well a choice fits by its words,
//! [`meant`] how likely it is beside the others, and [`choose`] which of them a sentence asks for. [`amount`] reads sizes, [`importance`] how much it matters, and
//! [`gather`] makes one whole of it. [`mistaken`] finds phrases of the knowledge that would be taken for another
//! choice. [`word`] reads Word documents, [`list`] lists of journeys, [`taken`] says what is no brief at all, and [`accept`] makes
//! answers of what was accepted. Nothing is an answer here: a proposal is what somebody may accept.

pub(crate) mod accept;
mod amount;
mod choose;
mod clause;
mod cue;
mod document;
mod field;
mod gather;
mod importance;
mod index;
mod language;
mod lexicon;
pub mod list;
mod meant;
mod mistaken;
pub(crate) mod office;
mod score;
mod split;
pub(crate) mod taken;
mod terms;
pub(crate) mod word;

pub(crate) use accept::answers;
pub(crate) use choose::choices;
pub use gather::read;
pub(crate) use gather::read_passages;
pub use index::{Chosen, Index};
pub use mistaken::{Mistaken, mistaken};

pub use crate::model::kept_brief::LARGEST;

use crate::model::arena::Key;
use crate::model::question::{Importance, Question};

/// What a text asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Brief {
    /// What the text calls itself, if anything.
    pub title: String,
    /// In the order of the questions and choices.
    pub proposals: Vec<Proposal>,
    /// Sentences from which nothing is proposed, as they stand in the text.
    pub not_understood: Vec<String>,
    /// The questions that would be asked and that the text does not answer.
    pub not_answered: Vec<Key<Question>>,
    /// What does not go together.
    pub contradictions: Vec<Contradiction>,
    /// Whether the text seems to be in another language than the knowledge.
    pub is_foreign: bool,
}

/// A part of what a client gives that has a title, an importance or a number beside it, such as a row of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Passage {
    /// What it is called. It is read too, but not missed if it says nothing.
    pub title: String,
    /// What it says.
    pub text: String,
    /// How much all of it matters, if something beside it says so.
    pub importance: Option<Importance>,
    /// The client's number of it.
    pub number: Option<String>,
}

/// A choice that a text seems to ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The choice.
    pub chosen: Chosen,
    /// How much it matters.
    pub importance: Importance,
    /// Whether the text says how much; else it is the importance of the question.
    pub stated: bool,
    /// How sure it is.
    pub tier: Tier,
    /// Whether only a follow-up asks for it.
    pub implied: bool,
    /// The sentence that says so, as it stands in the text.
    pub sentence: String,
    /// The client's number of it.
    pub number: Option<String>,
}

/// How sure a proposal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Most of these are right.
    Likely,
    /// Somebody should look at these.
    Perhaps,
}

impl Tier {
    /// The word in files and on pages.
    pub fn word(self) -> &'static str {
        match self {
            Self::Likely => "likely",
            Self::Perhaps => "perhaps",
        }
    }
}

/// Proposals that do not go together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// The choices, each with its sentence.
    pub between: Vec<(Chosen, String)>,
    /// Why not; absent where a question takes one answer only.
    pub reason: Option<String>,
}

impl Brief {
    /// Whether anything is proposed.
    pub fn says_something(&self) -> bool {
        !self.proposals.is_empty()
    }
}
