//! The commands that need no terminal. Each prints data and returns how it ended.

mod advise;
mod brief;
mod check;
mod compare;
mod completions;
mod config;
mod docs;
mod import;
mod jsonl;
mod keys;
mod man;
mod many;
mod new;
mod paths;
mod plan;
mod portfolio;
mod questions;
mod schema;
mod search;
mod show;
mod themes;
mod verify;

use std::path::Path;

use clap::CommandFactory as _;

use crate::diagnostic::suggest::{enumerate, nearest};
use crate::export::Written;
use crate::export::csv::Dialect;
use crate::knowledge::KnowledgeBase;
use crate::model::verdict::AsOf;

use super::cli::{Cli, Command, Csv, ListFormat, Target};
use super::exit::{Exit, Failure};
use super::files::Origin;
use super::{World, files, knowledge, output};

/// What the endings of files stand for that hold a list.
const LIST_ENDINGS: [(&str, ListFormat); 3] =
    [("txt", ListFormat::Text), ("json", ListFormat::Json), ("toml", ListFormat::Toml)];

pub(crate) fn run(command: &Command, world: &World) -> Result<Exit, Failure> {
    match command {
        Command::Advise(args) => advise::run(args, world),
        Command::Brief(args) => brief::run(args, world),
        Command::Questions(args) => questions::run(args, world),
        Command::Search(args) => search::run(args, world),
        Command::Show(args) => show::run(args, world),
        Command::Check(args) => check::run(args, world),
        Command::Themes(args) => themes::run(args, world),
        Command::Keys(args) => keys::run(args, world),
        Command::Config(args) => config::run(args, world),
        Command::Compare(args) => compare::run(args, world),
        Command::Import(args) => import::run(args, world),
        Command::Portfolio(args) => portfolio::run(args, world),
        Command::Verify(args) => verify::run(args, world),
        // The interview shows it, where there is one.
        Command::Demo => Err(super::no_terminal()),
        Command::New(args) => new::run(args),
        Command::Paths => paths::run(),
        Command::Schema(args) => schema::run(args, world),
        Command::Completions(args) => completions::run(args, world),
        Command::Man(args) => man::run(args, world),
    }
}

/// Refuses a word that is neither a file nor a command but nearly one.
pub(crate) fn no_slip(path: &Path) -> Result<(), Failure> {
    let near = |wanted: &str| -> Option<String> {
        let command = Cli::command();
        nearest(wanted, command.get_subcommands().map(clap::Command::get_name)).map(str::to_owned)
    };
    let Some(near) = path.to_str().filter(|_| !path.exists()).and_then(near) else { return Ok(()) };
    let message = format!("there is neither a command nor a file `{}`", files::shown(path));
    Err(Failure::new(Exit::Usage, message).help(format!("did you mean `journey-advisor {near}`?")))
}

/// Refuses a plan with errors, with their places.
pub(crate) fn read_plan(path: &Path, base: &KnowledgeBase, world: &World) -> Result<(), Failure> {
    plan::read(path, Origin::Found, base, world).map(drop)
}

/// The day to plan for: what the command line says, else `otherwise`, else today.
fn as_of(base: &KnowledgeBase, world: &World, otherwise: Option<&str>) -> Result<AsOf, Failure> {
    knowledge::day(base, world, world.global.as_of.as_deref().or(otherwise).unwrap_or("today"))
}

/// Writes what was asked for to the file that was named, or prints it.
fn deliver(text: &str, target: &Target) -> Result<(), Failure> {
    match target.file() {
        Some(path) => files::write(path, text.as_bytes(), target.force),
        None => output::data(text),
    }
}

/// Writes a document to the file that was named, or prints it; a terminal is spared what it cannot show.
fn hand_over(document: Written, target: &Target, is_terminal: bool) -> Result<(), Failure> {
    match (target.file(), document) {
        (Some(path), document) => files::write(path, &document.into_bytes(), target.force),
        (None, Written::Packed(_)) if is_terminal => {
            let failure = Failure::new(Exit::Usage, "a terminal cannot show this format");
            Err(failure.help("add `-o FILE` to write it to a file"))
        }
        (None, document) => output::part(&document.into_bytes()).map(|_| ()),
    }
}

/// How the rows of the csv form are to be written. About any other form that says nothing.
fn dialect(args: &Csv, is_csv: bool) -> Result<Dialect, Failure> {
    match args.dialect() {
        Some(_) if !is_csv => {
            let failure = Failure::new(Exit::Usage, "`--delimiter` and `--sep` say how the csv form is written");
            Err(failure.help("add `--format csv`, without `--preset`"))
        }
        dialect => Ok(dialect.unwrap_or(Dialect::RFC_4180)),
    }
}

/// The form that was asked for, else the one that the ending of the file names, else the first.
fn form<F: Copy>(args: Option<F>, target: &Target, endings: &[(&str, F)]) -> Result<F, Failure> {
    let ending = target.file().and_then(|path| Some((path, path.extension()?)));
    let named = |ending: &str| endings.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending));
    let unknown = |path| {
        let known: Vec<String> = endings.iter().map(|(ending, _)| format!("`.{ending}`")).collect();
        let help = format!("end it in {}, or add `--format`", enumerate(&known, "or"));
        Failure::new(Exit::Usage, format!("the ending of `{}` names no format", files::shown(path))).help(help)
    };
    match (args, ending) {
        (Some(form), _) => Ok(form),
        (None, Some((path, ending))) => {
            ending.to_str().and_then(named).map(|(_, form)| *form).ok_or_else(|| unknown(path))
        }
        (None, None) => endings.first().map(|(_, form)| *form).ok_or_else(|| unknown("-".as_ref())),
    }
}

#[cfg(test)]
mod tests {
    use super::hand_over;
    use crate::export::Written;
    use crate::shell::cli::Target;
    use crate::shell::exit::Exit;

    #[test]
    fn a_terminal_is_spared_what_it_cannot_show() {
        let nowhere = Target { output: None, force: false };
        let failure = hand_over(Written::Packed(vec![b'P', b'K', 0]), &nowhere, true).expect_err("it is a terminal");
        assert_eq!((failure.exit, failure.message.as_str()), (Exit::Usage, "a terminal cannot show this format"));
        assert_eq!(failure.help.as_deref(), Some("add `-o FILE` to write it to a file"));
        assert!(hand_over(Written::Text(String::new()), &nowhere, true).is_ok());
    }
}
