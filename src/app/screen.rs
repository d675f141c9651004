//! The screens: each a struct with a state of its own, which nobody else changes.

pub mod advice;
pub mod answers;
pub mod compare;
pub mod export;
pub mod help;
pub mod interview;
pub mod plans;
pub mod search;
pub mod start;

use super::action::Action;
use super::cx::Cx;
use super::field::Typed;
use super::popup::Flow;

/// What a screen does with what happens.
pub(super) trait Component {
    /// Does what a person wants, or leaves it to what works everywhere.
    fn update(&mut self, cx: &mut Cx<'_>, action: Action) -> Flow;

    /// Prepares the screen to be shown, whenever it is gone to.
    fn enter(&mut self, _cx: &mut Cx<'_>) {}

    /// Brings what it shows in line with the plan, after everything that happens while it is shown.
    fn settle(&mut self, _cx: &Cx<'_>) {}

    /// Takes text where it has a field for it. Says whether it did.
    fn type_in(&mut self, _cx: &Cx<'_>, _typed: &Typed<'_>) -> bool {
        false
    }
}
