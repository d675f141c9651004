//! Two plans side by side.

use crate::report::comparison::Comparison;

use super::App;
use super::action::Action;
use super::shelf::Kept;

/// The plan that is open beside another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compare {
    /// The other one.
    pub other: Kept,
    /// What both are called.
    pub titles: [String; 2],
    /// What makes the difference.
    pub comparison: Comparison,
    /// The revision of the open plan that was compared.
    pub revision: u64,
    /// First line shown.
    pub scroll: u16,
}

impl App<'_> {
    pub(super) fn update_compare(&mut self, action: Action) {
        let reach = self.reach;
        if let Some(compare) = &mut self.compare {
            reach.scroll(&mut compare.scroll, action);
        }
    }

    /// Compares anew if the plan changed while the comparison is on the screen.
    pub(super) fn compare_again(&mut self) {
        let revision = self.plan.revision();
        if let Some(compare) = self.compare.as_mut().filter(|compare| compare.revision != revision) {
            compare.revision = revision;
            compare.comparison = self.plan.compare(&compare.other.answers);
        }
    }
}
