//! What a plan says about itself, beside its day and its weights, and how the knowledge words it.

use super::date::PartialDate;
use super::text::Text;
use super::work::Builder;
use serde::{Deserialize, Serialize};

/// Something that a plan can say about itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SettingName {
    /// Who can build it.
    Builders,
    /// Whether a workaround will do.
    Workarounds,
    /// Until when it must run.
    RunsUntil,
}

impl SettingName {
    /// All settings, in the order in which they are asked.
    pub const ALL: [Self; 3] = [Self::Builders, Self::Workarounds, Self::RunsUntil];

    /// The word in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Builders => "builders",
            Self::Workarounds => "workarounds",
            Self::RunsUntil => "runs-until",
        }
    }
}

/// How the knowledge words a setting.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Setting {
    /// Which one.
    pub name: SettingName,
    /// How it is asked for.
    pub ask: Text,
    /// What its words are called, each with the word in files: `developer`, `yes`.
    pub labels: Vec<(Text, Text)>,
}

/// What a plan says about itself. Nothing is said by default, and then nothing is ruled out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings {
    /// Who can build it; anybody if nobody is named.
    pub builders: Builders,
    /// Whether what only a workaround reaches counts as not supported.
    pub refuses_workarounds: bool,
    /// The last day, month or year in which it must still run; it has no end in sight if absent.
    pub runs_until: Option<PartialDate>,
}

impl Settings {
    /// Whether nothing is said.
    pub(crate) fn is_silent(&self) -> bool {
        *self == Self::default()
    }
}

/// The people whom a plan has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Builders(u8);

impl Builders {
    /// Whether nobody is named.
    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether somebody is among them.
    pub fn has(self, builder: Builder) -> bool {
        self.0 & bit(builder) != 0
    }

    /// The same with somebody more or, if already among them, less.
    #[must_use]
    pub fn toggled(self, builder: Builder) -> Self {
        Self(self.0 ^ bit(builder))
    }

    /// All of them, the nearest first.
    pub(crate) fn iter(self) -> impl Iterator<Item = Builder> {
        Builder::ALL.into_iter().filter(move |builder| self.has(*builder))
    }
}

impl FromIterator<Builder> for Builders {
    fn from_iter<I: IntoIterator<Item = Builder>>(builders: I) -> Self {
        Self(builders.into_iter().fold(0, |bits, builder| bits | bit(builder)))
    }
}

fn bit(builder: Builder) -> u8 {
    match builder {
        Builder::User => 1,
        Builder::Administrator => 2,
        Builder::Developer => 4,
        Builder::Partner => 8,
    }
}
