//! What several screens share.

pub(super) mod balance;
pub mod bar;
pub(super) mod pane;
