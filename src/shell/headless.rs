//! The commands that need no terminal. Each prints data and returns how it ended.

mod advise;
mod check;
mod compare;
mod completions;
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

use crate::diagnostic::suggest::enumerate;
use crate::knowledge::KnowledgeBase;
use crate::model::verdict::AsOf;

use super::cli::{Command, ListFormat, Target};
use super::exit::{Exit, Failure};
use super::{World, files, knowledge, output};

/// What the endings of files stand for that hold a list.
const LIST_ENDINGS: [(&str, ListFormat); 3] =
    [("txt", ListFormat::Text), ("json", ListFormat::Json), ("toml", ListFormat::Toml)];

pub(crate) fn run(command: &Command, world: &World) -> Result<Exit, Failure> {
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

/// Writes what was asked for to the file that was named, or prints it.
fn deliver(text: &str, target: &Target) -> Result<(), Failure> {
    match target.file() {
        Some(path) => files::write(path, text, target.force),
        None => output::data(text),
    }
}

/// The form that was asked for, else the one that the ending of the file names, else the first.
fn form<F: Copy>(asked: Option<F>, target: &Target, endings: &[(&str, F)]) -> Result<F, Failure> {
    let ending = target.file().and_then(|path| Some((path, path.extension()?)));
    let named = |ending: &str| endings.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending));
    let unknown = |path| {
        let known: Vec<String> = endings.iter().map(|(ending, _)| format!("`.{ending}`")).collect();
        let help = format!("end it in {}, or add `--format`", enumerate(&known, "or"));
        Failure::new(Exit::Usage, format!("the ending of `{}` names no format", files::shown(path))).help(help)
    };
    match (asked, ending) {
        (Some(form), _) => Ok(form),
        (None, Some((path, ending))) => {
            ending.to_str().and_then(named).map(|(_, form)| *form).ok_or_else(|| unknown(path))
        }
        (None, None) => endings.first().map(|(_, form)| *form).ok_or_else(|| unknown("-".as_ref())),
    }
}
