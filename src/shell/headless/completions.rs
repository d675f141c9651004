//! `completions`: what a shell needs to complete commands and options, and the names that the knowledge and the themes have.

mod values;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Command, CommandFactory as _};
use clap_complete::Shell;

use crate::knowledge::KnowledgeBase;
use crate::knowledge::entry::{Entry, EntryKind};
use crate::model::alternative::Side;
use crate::shell::cli::{Cli, Completions};
use crate::shell::exit::{Exit, Failure};
use crate::shell::{World, knowledge, themes};

pub(super) fn run(args: &Completions, world: &World) -> Result<Exit, Failure> {
    let base = knowledge::knowledge(world)?;
    let mut program = with_names(Cli::command(), &base);
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut program, "journey-advisor", &mut script);
    let script = String::from_utf8_lossy(&script).into_owned();
    let script = match args.shell {
        // The generator writes the hyphen of the name in two ways, so that bash would complete nothing after a command.
        Shell::Bash => script.replace("journey__subcmd__advisor", "journey__advisor"),
        Shell::Fish => values::fish(script, &program),
        Shell::PowerShell => values::powershell(&script, &program),
        Shell::Elvish => values::elvish(&script, &program),
        Shell::Zsh => values::zsh(&script),
        _ => script,
    };
    super::deliver(&script, &args.target)?;
    Ok(Exit::Done)
}

/// What `show` shows. A workaround has the id of its restriction.
fn entries(base: &KnowledgeBase) -> impl Iterator<Item = Entry> {
    Entry::all(base).filter(|entry| entry.kind() != EntryKind::Workaround)
}

/// Each with its title.
fn ids(base: &KnowledgeBase) -> Vec<PossibleValue> {
    let value = |entry: Entry| PossibleValue::new(entry.id(base).to_string()).help(entry.title(base).to_owned());
    entries(base).map(value).collect()
}

/// The command line with the names that can be given to it as its only values. It is written down, never parsed with: a date is
/// still a day to plan for.
fn with_names(program: Command, base: &KnowledgeBase) -> Command {
    let (catalogue, _) = themes::catalogue();
    let commands = program.get_subcommands().map(|command| command.get_name().to_owned()).collect::<Vec<_>>();
    let topics = base.topics.iter().map(|(_, topic)| topic.id.as_str());
    let areas = Side::BOTH.map(|side| base.alternatives[side].id.as_str());
    let program = one_of(program, "theme", catalogue.names());
    let program = one_of(program, "as_of", base.as_of_names());
    program
        .mut_subcommand("show", |show| show.mut_arg("id", |id| id.value_parser(PossibleValuesParser::new(ids(base)))))
        .mut_subcommand("search", |search| one_of(one_of(search, "topic", topics), "alternative", areas.into_iter()))
        .mut_subcommand("man", |man| one_of(man, "command", commands.iter().map(String::as_str)))
}

fn one_of<'n>(command: Command, argument: &str, names: impl Iterator<Item = &'n str>) -> Command {
    let names: Vec<PossibleValue> = names.map(|name| PossibleValue::new(name.to_owned())).collect();
    command.mut_arg(argument, |argument| argument.value_parser(PossibleValuesParser::new(names)))
}
