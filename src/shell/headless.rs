//! The commands that need no terminal. Each prints data and returns how it ended.

mod advise;
mod check;
mod compare;
mod completions;
mod gist;
mod jsonl;
mod keys;
mod man;
mod paths;
mod plan;
mod questions;
mod schema;
mod search;
mod show;
mod themes;
mod verify;

use crate::knowledge::KnowledgeBase;
use crate::model::verdict::AsOf;

use super::cli::Command;
use super::exit::{Exit, Failure};
use super::{World, knowledge};

/// Carries out a command.
pub fn run(command: &Command, world: &World) -> Result<Exit, Failure> {
    match command {
        Command::Advise(asked) => advise::run(asked, world),
        Command::Questions(asked) => questions::run(asked, world),
        Command::Search(asked) => search::run(asked, world),
        Command::Show(asked) => show::run(asked, world),
        Command::Check(asked) => check::run(asked, world),
        Command::Themes(asked) => themes::run(asked, world),
        Command::Keys(asked) => keys::run(asked, world),
        Command::Compare(asked) => compare::run(asked, world),
        Command::Verify(asked) => verify::run(asked, world),
        Command::Paths => paths::run(),
        Command::Schema(asked) => schema::run(asked),
        Command::Completions(asked) => completions::run(asked),
        Command::Man(asked) => man::run(asked),
    }
}

/// The day to plan for: what the command line says, else `otherwise`, else today.
fn as_of(base: &KnowledgeBase, world: &World, otherwise: Option<&str>) -> Result<AsOf, Failure> {
    knowledge::day(base, world, world.global.as_of.as_deref().or(otherwise).unwrap_or("today"))
}
