//! What several modules share: made-up knowledge and plans, screens, and the real program in a terminal.

pub(crate) mod chance;
pub(crate) mod documents;
pub(crate) mod generate;
#[cfg(unix)]
pub(crate) mod process;
pub(crate) mod scenes;
pub(crate) mod screen;
pub(crate) mod texts;
#[cfg(unix)]
pub(crate) mod terminal;
