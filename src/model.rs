//! The vocabulary: what the other layers talk about. No logic to speak of, no I/O, no prose.
//!
//! Start with [`question`] and [`capability`] (what the knowledge holds), then [`answers`] (what a person says)
//! and [`verdict`] (what comes out).

pub mod alternative;
pub mod answers;
pub mod arena;
pub mod capability;
pub mod contrast;
pub mod date;
pub mod gap_work;
pub mod journeys;
pub(crate) mod kept_brief;
pub(crate) mod lazy;
pub mod line;
pub mod name;
pub mod nouns;
pub mod paper;
pub mod question;
pub mod scoring;
pub mod setting;
pub mod size;
pub mod source;
pub mod text;
pub mod topic;
pub mod verdict;
pub mod work;
