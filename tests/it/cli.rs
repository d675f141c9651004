//! The commands as a script uses them: exit codes, clean streams, whole messages.

mod advise;
mod brief;
mod clocks;
mod config;
mod demo;
mod docs;
mod import;
mod keys;
mod lines;
mod look;
mod new;
mod packed;
mod plan_files;
mod portfolio;
pub(crate) mod run;
mod settings;
mod targets;
mod texts;
mod tools;
mod verify;
mod zone;
