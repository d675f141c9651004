//! What several screens share.

pub(super) mod balance;
pub(super) mod bar;
pub(super) mod heads;
pub(super) mod pane;
pub(super) mod tiles;
