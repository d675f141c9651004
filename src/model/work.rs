//! What work asks for: who does it, how much it is, and what must be there first.

use super::name::Id;
use super::nouns::Nouns;
use super::source::Citation;
use super::text::Text;
use serde::{Deserialize, Serialize};

/// Who can do a piece of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Builder {
    /// Somebody who builds with what the product has.
    User,
    /// Somebody who may change settings, tables and rights.
    Administrator,
    /// Somebody who writes code or builds flows between systems.
    Developer,
    /// Another firm, with its own product or people.
    Partner,
}

impl Builder {
    /// All of them, the nearest first.
    pub const ALL: [Self; 4] = [Self::User, Self::Administrator, Self::Developer, Self::Partner];

    /// The words in files. A field that calls its users marketers has the word `marketer` for them, every other one `user`;
    /// both are read everywhere.
    pub(crate) const WORDS: [&'static str; 5] = [Self::USER, "administrator", "developer", "partner", Self::MARKETER];

    const USER: &'static str = "user";
    const MARKETER: &'static str = "marketer";

    /// The word in files of a field.
    pub(crate) fn word(self, nouns: &Nouns) -> &'static str {
        match self {
            Self::User if *nouns.builder.one == *Self::MARKETER => Self::MARKETER,
            Self::User => Self::USER,
            Self::Administrator => "administrator",
            Self::Developer => "developer",
            Self::Partner => "partner",
        }
    }

    /// Whoever that word stands for.
    pub(crate) fn parse(word: &str) -> Option<Self> {
        match word {
            Self::USER | Self::MARKETER => Some(Self::User),
            "administrator" => Some(Self::Administrator),
            "developer" => Some(Self::Developer),
            "partner" => Some(Self::Partner),
            _ => None,
        }
    }
}

/// How much work something is, in the judgement of the authors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Effort {
    /// Less than a day.
    Hours,
    /// Up to two weeks.
    Days,
    /// More than that.
    Weeks,
}

impl Effort {
    /// All of them, the least first.
    pub(crate) const ALL: [Self; 3] = [Self::Hours, Self::Days, Self::Weeks];

    /// The word in files.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Days => "days",
            Self::Weeks => "weeks",
        }
    }
}

/// Something that must be ordered, licensed or switched on before other things work.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Prerequisite {
    /// The id.
    pub id: Id,
    /// What it is, in a few words.
    pub title: Text,
    /// What kind of thing it is.
    pub kind: PrerequisiteKind,
    /// What else to say about it.
    pub text: Option<Text>,
    /// Where it is written.
    pub sources: Vec<Citation>,
}

/// What kind of thing a prerequisite is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PrerequisiteKind {
    /// A right to use something, that is paid for.
    Licence,
    /// Another product.
    Product,
    /// A contract with somebody who does something.
    Service,
    /// Something that an administrator switches on.
    Switch,
    /// Somebody who can do something.
    Person,
}

impl PrerequisiteKind {
    /// All kinds, what takes longest to get first.
    pub(crate) const ALL: [Self; 5] = [Self::Licence, Self::Product, Self::Service, Self::Switch, Self::Person];

    /// The word in files.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Licence => "licence",
            Self::Product => "product",
            Self::Service => "service",
            Self::Switch => "switch",
            Self::Person => "person",
        }
    }
}
