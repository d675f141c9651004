//! What a plan says about itself, beside its day and its weights, and how the knowledge words it.

use super::text::Text;
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
