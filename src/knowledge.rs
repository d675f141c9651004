//! The knowledge base: read from TOML, checked as a whole, then asked for the facts of a day.
//!
//! [`load`] reads texts into entries with their places (`raw`, by the declarations of `shape`), `resolve` turns their ids
//! into keys, [`check`] finds what is wrong beyond that. Only texts without errors become a [`KnowledgeBase`].

pub(crate) mod check;
pub(crate) mod connected;
pub(crate) mod days;
pub mod entry;
pub mod facts;
pub(crate) mod first_choices;
mod load;
mod minutes;
mod names;
mod raw;
mod resolve;
pub mod schema;
mod shape;
pub mod visible;

pub use load::{Loaded, load};

use crate::model::alternative::{Alternative, Coexistence, Pair, Side};
use crate::model::arena::{Arena, Key};
use crate::model::capability::{Capability, Event, Limitation};
use crate::model::date::{Day, PartialDate};
use crate::model::journeys::JourneysApart;
use crate::model::lazy::Lazy;
use crate::model::name::Id;
use crate::model::nouns::Nouns;
use crate::model::question::{ChoiceIndex, Question};
use crate::model::scoring::Scoring;
use crate::model::setting::Setting;
use crate::model::size::Cap;
use crate::model::source::{Citation, Source};
use crate::model::text::Text;
use crate::model::topic::Topic;
use crate::model::verdict::AsOf;
use crate::model::work::Prerequisite;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// Everything that is known about one choice between two alternatives.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct KnowledgeBase {
    /// What the choice is about.
    pub title: Text,
    /// The product whose alternatives they are, with its maker; nothing where the title says it all.
    pub product: Option<Text>,
    /// Which edition of the knowledge this is.
    pub edition: Text,
    /// The first day for which there are facts.
    pub facts_from: PartialDate,
    /// The last day up to which the texts behind the facts were known, if that is noted.
    pub facts_until: Option<Day>,
    /// After how many days a text should be read again.
    pub review_days: u16,
    /// Minutes to read and answer the questions that everybody is asked.
    pub minutes: u16,
    /// What levels and importances are worth.
    pub scoring: Scoring,
    /// The documentation behind the facts.
    pub documentation: Option<Documentation>,
    /// What a plan may be called, as an example.
    pub plan_example: Option<Text>,
    /// What the field calls what is planned, what one chooses between, and who builds.
    pub nouns: Nouns,
    /// The two alternatives.
    pub alternatives: Pair<Alternative>,
    /// Named days to plan for, besides `today`.
    pub presets: Vec<Preset>,
    /// What running both alternatives costs.
    pub coexistence: Vec<Coexistence>,
    /// Answers that contradict each other.
    pub conflicts: Vec<Conflict>,
    /// What must be ordered, licensed or switched on before other things work.
    pub prerequisites: Lazy<Arena<Prerequisite>>,
    /// The choices that say that one of them is there already.
    pub met: Lazy<Vec<Met>>,
    /// How the settings of a plan are worded.
    pub settings: Lazy<Vec<Setting>>,
    /// Choices that belong to different journeys.
    pub journeys_apart: Vec<JourneysApart>,
    /// The shares of all answer combinations that outcomes may have.
    pub bands: Vec<Band>,
    /// Groups of words that mean the same to whoever searches.
    pub synonyms: Lazy<Vec<Vec<Text>>>,
    /// Names that everything here is about, so that a search need not find them.
    pub product_names: Lazy<Vec<Text>>,
    /// What people say around what they look for, so that a search need not find it.
    pub filler: Lazy<Vec<Text>>,
    /// Words that say that something is begun.
    pub beginning_words: Lazy<Vec<Text>>,
    /// Words that say that something is taken elsewhere.
    pub moving_words: Lazy<Vec<Text>>,
    /// Where facts are written.
    pub sources: Lazy<Arena<Source>>,
    /// The topics, in the order of the interview.
    pub topics: Arena<Topic>,
    /// The questions, in the order of the interview; a parent comes before its children.
    pub questions: Arena<Question>,
    /// What alternatives can do.
    pub capabilities: Lazy<Arena<Capability>>,
    /// What restricts them.
    pub limitations: Lazy<Arena<Limitation>>,
    /// Which of them name a number that a question asks for, in their order.
    pub caps: Vec<Cap>,
    /// What happened to the product.
    pub events: Lazy<Arena<Event>>,
    /// Its hash, once somebody has asked for it.
    #[serde(skip)]
    pub hash: OnceLock<String>,
}

/// The documentation behind the facts, as a whole.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Documentation {
    /// What it is called in a sentence.
    pub name: Text,
    /// Where withdrawn pages can still be read, in a sentence.
    pub archive: Option<Text>,
    /// The host of its public pages, such as `docs.example.org`.
    pub host: Option<Text>,
    /// The public address of the repository that holds its pages.
    pub repository: Option<Text>,
    /// The folder of that repository whose pages the facts rest on.
    pub folder: Option<Text>,
    /// The pages in the repository that announce what is new.
    pub release_notes: Vec<Text>,
}

/// A named day to plan for.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Preset {
    /// The name, as in `--as-of article`.
    pub id: Id,
    /// The name for people.
    pub title: Text,
    /// The day.
    pub date: PartialDate,
    /// The one source whose word counts under this preset; all of them if absent.
    pub basis: Option<Key<Source>>,
}

impl Preset {
    /// The day and basis that it stands for.
    pub(crate) fn as_of(&self) -> AsOf {
        AsOf { day: self.date.first_day(), basis: self.basis }
    }
}

/// Answers that contradict each other if all of them are given.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Conflict {
    /// The choices that do not go together.
    pub between: Vec<(Key<Question>, ChoiceIndex)>,
    /// Why not, in a sentence.
    pub reason: Text,
    /// Where it is written.
    pub sources: Vec<Citation>,
}

/// A choice which says that a prerequisite is there already, or will be.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Met {
    /// What is there.
    pub prerequisite: Key<Prerequisite>,
    /// The choice that says so.
    pub by: (Key<Question>, ChoiceIndex),
}

/// The share of all answer combinations that an outcome may have, in percent.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Band {
    /// The date, as in `--as-of`.
    pub(crate) as_of: Text,
    /// Whom the outcome speaks for; `None` for all that speak for neither.
    pub(crate) side: Option<Side>,
    /// The lowest share, 0 to 100.
    pub(crate) at_least: u8,
    /// The highest share, 0 to 100.
    pub(crate) at_most: u8,
}

/// Why a day to plan for cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsOfError {
    /// It is neither `today`, nor a preset, nor a date.
    NotADay,
    /// It lies before the first day for which there are facts.
    TooEarly,
}

impl KnowledgeBase {
    /// Whether a day lies so long after the last of the facts that they may no longer hold.
    pub(crate) fn is_beyond_facts(&self, day: Day) -> bool {
        self.facts_until.is_some_and(|until| until.plus(u32::from(self.review_days)) < day)
    }

    /// The last day of which something is known: where nobody can say what day it is, nothing later may be assumed.
    pub(crate) fn last_known_day(&self) -> Day {
        let phases = self.alternatives.iter().flat_map(|(_, alternative)| &alternative.phases);
        let last = phases.map(|phase| phase.from.first_day()).chain([self.facts_from.first_day()]).max();
        self.facts_until.or(last).unwrap_or_else(|| self.facts_from.first_day())
    }

    /// The day to plan for behind `today`, the name of a preset, or a date.
    pub fn as_of(&self, text: &str, today: Day) -> Result<AsOf, AsOfError> {
        if text == "today" {
            return Ok(AsOf { day: today, basis: None });
        }
        if let Some(preset) = self.presets.iter().find(|preset| preset.id.as_str() == text) {
            return Ok(preset.as_of());
        }
        let day = Day::parse(text).ok_or(AsOfError::NotADay)?;
        if day < self.facts_from.first_day() { Err(AsOfError::TooEarly) } else { Ok(AsOf { day, basis: None }) }
    }

    /// The names that [`as_of`](Self::as_of) knows besides dates.
    pub(crate) fn as_of_names(&self) -> impl Iterator<Item = &str> + Clone {
        std::iter::once("today").chain(self.presets.iter().map(|preset| preset.id.as_str()))
    }

    /// The preset behind a day and basis, if there is one.
    pub(crate) fn preset(&self, as_of: AsOf) -> Option<&Preset> {
        self.presets.iter().find(|preset| preset.as_of() == as_of)
    }

    /// The question of that id.
    pub fn question(&self, id: &str) -> Option<Key<Question>> {
        self.questions.find(|question| question.id.as_str() == id)
    }

    /// The capability of that id.
    pub fn capability(&self, id: &str) -> Option<Key<Capability>> {
        self.capabilities.find(|capability| capability.id.as_str() == id)
    }

    /// The side of the alternative of that id.
    pub fn side(&self, id: &str) -> Option<Side> {
        Side::BOTH.into_iter().find(|side| self.alternatives[*side].id.as_str() == id)
    }

    /// The questions of a topic, in order.
    pub fn questions_of(&self, topic: Key<Topic>) -> impl Iterator<Item = (Key<Question>, &Question)> {
        self.questions.iter().filter(move |(_, question)| question.topic == topic)
    }
}
