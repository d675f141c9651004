//! How a level is told at a glance, beside its word: a sign, and a short name as a tag and for its shade.

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

/// Its short name: a tag of a work item, and the class by which a page gives it a shade.
pub fn tag(level: Level) -> &'static str {
    match level {
        Level::Native => "fit",
        Level::Partial => "partly",
        Level::Workaround => "workaround",
        Level::None => "gap",
        Level::Unknown => "unknown",
    }
}
