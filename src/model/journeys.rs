//! Choices that belong to different journeys: whoever takes some of each has several journeys in one plan.

use super::arena::Key;
use super::name::Id;
use super::question::{ChoiceIndex, Question};
use super::source::Citation;
use super::text::Text;
use serde::{Deserialize, Serialize};

/// A choice of a question.
pub type Chosen = (Key<Question>, ChoiceIndex);

/// A group of choices of which some belong to one journey and some to another.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct JourneysApart {
    /// The id.
    pub id: Id,
    /// Why these are several journeys, in a sentence.
    pub why: Text,
    /// The journeys, two or more.
    pub parts: Vec<JourneyPart>,
    /// Where it is written.
    pub sources: Vec<Citation>,
}

/// One of the journeys.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct JourneyPart {
    /// What the journey does, in a few words that can stand behind the title of a plan.
    pub title: Text,
    /// The choices that belong to it and to no other part.
    pub choices: Vec<Chosen>,
}
