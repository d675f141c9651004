//! The keys, from the one table.

use super::App;
use super::action::Action;
use super::context::Context;

/// Where the help is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Help {
    /// The screen it was opened from: its keys come first.
    pub from: Context,
    /// First line shown.
    pub scroll: u16,
}

impl App<'_> {
    pub(super) fn update_help(&mut self, action: Action) {
        let reach = self.reach;
        reach.scroll(&mut self.help.scroll, action);
    }
}
