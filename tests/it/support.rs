//! What several modules share: made-up knowledge and plans, screens, and the real program in a terminal.

pub(crate) mod archive;
pub(crate) mod chance;
pub(crate) mod documents;
pub(crate) mod generate;
pub(crate) mod golden;
pub(crate) mod package;
pub(crate) mod picture;
#[cfg(unix)]
pub(crate) mod process;
pub(crate) mod scenes;
pub(crate) mod screen;
pub(crate) mod svg;
#[cfg(unix)]
pub(crate) mod terminal;
pub(crate) mod texts;
pub(crate) mod web;
