//! What can be found.

use crate::knowledge::KnowledgeBase;
use crate::model::arena::Key;
use crate::model::capability::{Capability, Event, Limitation, Workaround};
use crate::model::date::Period;
use crate::model::name::Id;
use crate::model::question::Question;
use crate::model::topic::Topic;

/// An entry of the knowledge base that can be found and shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entry {
    /// A question of the interview.
    Question(Key<Question>),
    /// Something an alternative can do.
    Capability(Key<Capability>),
    /// A restriction.
    Limitation(Key<Limitation>),
    /// What to do instead where a restriction holds: which of its workarounds. It has the id of the restriction.
    Workaround(Key<Limitation>, usize),
    /// A dated event.
    Event(Key<Event>),
}

/// The kinds of entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// A question of the interview.
    Question,
    /// Something an alternative can do.
    Capability,
    /// A restriction.
    Limitation,
    /// What to do instead.
    Workaround,
    /// A dated event.
    Event,
}

impl EntryKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [Self::Question, Self::Capability, Self::Limitation, Self::Workaround, Self::Event];

    /// The word in arguments, files and on screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Capability => "capability",
            Self::Limitation => "limitation",
            Self::Workaround => "workaround",
            Self::Event => "event",
        }
    }
}

impl Entry {
    /// Every entry, kind by kind in the order of the knowledge base.
    pub fn all(base: &KnowledgeBase) -> impl Iterator<Item = Self> {
        let questions = base.questions.keys().map(Self::Question);
        let capabilities = base.capabilities.keys().map(Self::Capability);
        let limitations = base.limitations.keys().map(Self::Limitation);
        let workarounds = base.limitations.iter().flat_map(|(key, limitation)| {
            (0..limitation.workarounds.len()).map(move |position| Self::Workaround(key, position))
        });
        let events = base.events.keys().map(Self::Event);
        questions.chain(capabilities).chain(limitations).chain(workarounds).chain(events)
    }

    /// The entry of that id; the restriction where it has a workaround.
    pub fn find(base: &KnowledgeBase, id: &str) -> Option<Self> {
        Self::all(base).find(|entry| entry.id(base).as_str() == id)
    }

    /// Its kind.
    pub fn kind(self) -> EntryKind {
        match self {
            Self::Question(_) => EntryKind::Question,
            Self::Capability(_) => EntryKind::Capability,
            Self::Limitation(_) => EntryKind::Limitation,
            Self::Workaround(..) => EntryKind::Workaround,
            Self::Event(_) => EntryKind::Event,
        }
    }

    /// Its id.
    pub fn id(self, base: &KnowledgeBase) -> &Id {
        match self {
            Self::Question(key) => &base.questions[key].id,
            Self::Capability(key) => &base.capabilities[key].id,
            Self::Limitation(key) | Self::Workaround(key, _) => &base.limitations[key].id,
            Self::Event(key) => &base.events[key].id,
        }
    }

    /// Its title; of a question what it asks, of a workaround what to do.
    pub fn title(self, base: &KnowledgeBase) -> &str {
        match self {
            Self::Question(key) => &base.questions[key].ask,
            Self::Capability(key) => &base.capabilities[key].title,
            Self::Limitation(key) => &base.limitations[key].title,
            Self::Workaround(..) => {
                &self.workaround(base).expect("an entry is made of a workaround that is there").text
            }
            Self::Event(key) => &base.events[key].title,
        }
    }

    /// The workaround, if it is one.
    pub(crate) fn workaround(self, base: &KnowledgeBase) -> Option<&Workaround> {
        let Self::Workaround(key, position) = self else { return None };
        base.limitations[key].workarounds.get(position)
    }

    /// When it holds, if it is a restriction or a workaround.
    pub(crate) fn period(self, base: &KnowledgeBase) -> Option<Period> {
        match self {
            Self::Limitation(key) => Some(base.limitations[key].period),
            _ => self.workaround(base).map(|workaround| workaround.period),
        }
    }

    /// The topic whose file holds it.
    pub(crate) fn topic(self, base: &KnowledgeBase) -> Key<Topic> {
        match self {
            Self::Question(key) => base.questions[key].topic,
            Self::Capability(key) => base.capabilities[key].topic,
            Self::Limitation(key) | Self::Workaround(key, _) => base.limitations[key].topic,
            Self::Event(key) => base.events[key].topic,
        }
    }
}
