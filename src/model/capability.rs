//! What an alternative can do, how well, when, and what restricts it.

use super::alternative::Side;
use super::arena::Key;
use super::date::{PartialDate, Period};
use super::name::Id;
use super::source::{Citation, Source};
use super::text::Text;
use super::topic::Topic;
use super::work::{Builder, Effort, Prerequisite};
use serde::{Deserialize, Serialize};

/// Something an alternative can do.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Capability {
    /// The id.
    pub id: Id,
    /// The topic whose file holds it.
    pub topic: Key<Topic>,
    /// What it is, in a few words.
    pub title: Text,
    /// Words a layman would type for it.
    pub keywords: Vec<Text>,
    /// How it is drawn, if it is a piece of a journey.
    pub tile: Option<Tile>,
    /// Every support entry, of both alternatives, in file order.
    pub support: Vec<Support>,
    /// What restricts it by itself, of either alternative and any period, the most severe first.
    pub limitations: Vec<Key<Limitation>>,
    /// What restricts it only together with another capability, in the same order.
    pub limited_together: Vec<Key<Limitation>>,
}

/// A piece of a journey as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Tile {
    /// Its name, of at most 28 letters.
    pub label: Text,
    /// Where in a journey it stands.
    pub place: TilePlace,
}

/// Where in a journey a piece stands, in the order in which a journey is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TilePlace {
    /// What lets people in.
    Start,
    /// What holds them up.
    Wait,
    /// What reaches them.
    Message,
    /// Where their ways part.
    Branch,
    /// What is done besides.
    Action,
    /// What holds from beginning to end.
    Throughout,
}

impl TilePlace {
    /// All places, in the order of a journey.
    pub const ALL: [Self; 6] = [Self::Start, Self::Wait, Self::Message, Self::Branch, Self::Action, Self::Throughout];

    /// The word in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Wait => "wait",
            Self::Message => "message",
            Self::Branch => "branch",
            Self::Action => "action",
            Self::Throughout => "throughout",
        }
    }
}

/// How well one alternative supported a capability during a period.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Support {
    /// Whose support.
    pub side: Side,
    /// How well.
    pub level: Level,
    /// Whether it was only a preview.
    pub preview: bool,
    /// When.
    pub period: Period,
    /// The one source whose own reading this is, where it differs from what is otherwise documented.
    pub according_to: Option<Key<Source>>,
    /// What else a planner should know.
    pub note: Option<Text>,
    /// What must be there first.
    pub requires: Vec<Key<Prerequisite>>,
    /// The text that tells how it is done.
    pub read_next: Option<Key<Source>>,
    /// Where it is written.
    pub sources: Vec<Citation>,
}

/// A level of support.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Level {
    /// The documentation does not say.
    Unknown,
    /// It cannot be done.
    None,
    /// Only by other means: custom development, another feature bent to it, manual work.
    Workaround,
    /// Built in, but restricted or in preview.
    Partial,
    /// Built in.
    Native,
}

impl Level {
    /// All levels, best first.
    pub(crate) const ALL: [Self; 5] = [Self::Native, Self::Partial, Self::Workaround, Self::None, Self::Unknown];

    /// The word in files and on screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Partial => "partial",
            Self::Workaround => "workaround",
            Self::None => "none",
            Self::Unknown => "unknown",
        }
    }

    /// The level of that word.
    pub(crate) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.word() == word)
    }
}

/// A restriction of an alternative during a period.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Limitation {
    /// The id.
    pub id: Id,
    /// The topic whose file holds it.
    pub topic: Key<Topic>,
    /// Whose restriction.
    pub side: Side,
    /// What does not work, in a few words.
    pub title: Text,
    /// What else to say about it.
    pub text: Option<Text>,
    /// How much it hurts.
    pub severity: Severity,
    /// What it restricts.
    pub limits: Limits,
    /// When it held.
    pub period: Period,
    /// What to do instead, each in its time and for its capabilities, the better first.
    pub workarounds: Vec<Workaround>,
    /// Words a layman would type for it.
    pub keywords: Vec<Text>,
    /// Where it is written.
    pub sources: Vec<Citation>,
}

/// What a limitation restricts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Limits {
    /// Each of these capabilities, wherever it is wanted.
    Each(Vec<Key<Capability>>),
    /// Two capabilities that get in each other's way: only where both are wanted.
    Together([Key<Capability>; 2]),
}

impl Limits {
    /// Every capability that it has to do with.
    pub fn capabilities(&self) -> &[Key<Capability>] {
        match self {
            Self::Each(capabilities) => capabilities,
            Self::Together(both) => both,
        }
    }

    /// The other of two capabilities that get in each other's way; `None` where each is restricted by itself.
    pub(crate) fn beside(&self, capability: Key<Capability>) -> Option<Key<Capability>> {
        match self {
            Self::Together([first, second]) if *second == capability => Some(*first),
            Self::Together([_, second]) => Some(*second),
            Self::Each(_) => None,
        }
    }
}

/// What to do instead where a limitation holds, while that can be done.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Workaround {
    /// What to do.
    pub text: Text,
    /// What kind of workaround that is.
    pub way: Option<Way>,
    /// When it can be done, within the period of the limitation.
    pub period: Period,
    /// For which of the capabilities that the limitation restricts; for all of them if empty.
    pub capabilities: Vec<Key<Capability>>,
    /// Who can do it, if that is known.
    pub who: Option<Builder>,
    /// How much work it is, if that is known.
    pub effort: Option<Effort>,
    /// What must be there first.
    pub requires: Vec<Key<Prerequisite>>,
    /// Where it is written, if not with the limitation.
    pub sources: Vec<Citation>,
}

impl Workaround {
    /// Whether it helps with a capability that its limitation restricts.
    pub(crate) fn concerns(&self, capability: Key<Capability>) -> bool {
        self.capabilities.is_empty() || self.capabilities.contains(&capability)
    }
}

/// How much a limitation hurts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// A nuisance.
    Minor,
    /// It changes the design.
    Major,
    /// The capability cannot be had.
    Blocker,
}

impl Severity {
    /// All severities, worst first.
    pub const ALL: [Self; 3] = [Self::Blocker, Self::Major, Self::Minor];

    /// The word in files and on screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::Blocker => "blocker",
            Self::Major => "major",
            Self::Minor => "minor",
        }
    }
}

/// The kind of a workaround, as fit-gap registers name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Way {
    /// Set it up with what the product has.
    Configure,
    /// Build an extension.
    Extend,
    /// Connect another system.
    Integrate,
    /// Change how people work.
    Process,
    /// Live without it.
    Accept,
}

impl Way {
    /// All ways, the least effort first.
    pub(crate) const ALL: [Self; 5] = [Self::Configure, Self::Extend, Self::Integrate, Self::Process, Self::Accept];

    /// The word in files.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Configure => "configure",
            Self::Extend => "extend",
            Self::Integrate => "integrate",
            Self::Process => "process",
            Self::Accept => "accept",
        }
    }

    /// What it asks of the project, as a phrase.
    pub(crate) fn phrase(self) -> &'static str {
        match self {
            Self::Configure => "configure it",
            Self::Extend => "build an extension",
            Self::Integrate => "integrate another system",
            Self::Process => "change the process",
            Self::Accept => "accept the gap",
        }
    }
}

/// A dated event in the life of the product.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Event {
    /// The id.
    pub id: Id,
    /// The topic whose file holds it.
    pub(crate) topic: Key<Topic>,
    /// When it happened.
    pub(crate) date: PartialDate,
    /// Whom it concerns.
    pub(crate) sides: Vec<Side>,
    /// What happened, in a few words.
    pub title: Text,
    /// What it meant.
    pub text: Text,
    /// Words a layman would type for it.
    pub keywords: Vec<Text>,
    /// Where it is written.
    pub sources: Vec<Citation>,
}
