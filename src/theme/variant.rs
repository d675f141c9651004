//! What ground a theme is made for.

use serde::{Deserialize, Serialize};

/// Whether a theme is made for a dark or a light background.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Variant {
    /// Light letters on a dark ground.
    Dark,
    /// Dark letters on a light ground.
    Light,
    /// Whatever the terminal has.
    Any,
}

impl Variant {
    /// All variants.
    pub(crate) const ALL: [Self; 3] = [Self::Dark, Self::Light, Self::Any];

    /// The word in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Any => "any",
        }
    }
}
