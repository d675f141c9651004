//! How a level is told at a glance, beside its word: a sign, and a name by which a face gives it a shade.

use crate::model::capability::Level;

/// The sign of a level.
pub fn sign(level: Level) -> &'static str {
    match level {
        Level::Native => "✓",
        Level::Partial => "◐",
        Level::Workaround => "◔",
        Level::None => "✗",
        Level::Unknown => "?",
    }
}

/// The name of its shade.
pub fn shade(level: Level) -> &'static str {
    match level {
        Level::Native => "fit",
        Level::Partial => "partly",
        Level::Workaround => "workaround",
        Level::None => "gap",
        Level::Unknown => "unknown",
    }
}
