//! `man`: the manual pages, from the declarations of the command line.

use clap::CommandFactory as _;
use clap_mangen::Man as Page;
use clap_mangen::roff::{Roff, bold, roman};

use crate::app::keymap::BINDINGS;
use crate::diagnostic::clean::visible;
use crate::diagnostic::suggest::did_you_mean;
use crate::shell::cli::{Cli, Man};
use crate::shell::exit::{Exit, Failure};
use crate::shell::output;

pub(super) fn run(args: &Man) -> Result<Exit, Failure> {
    let mut program = Cli::command();
    program.build();
    let command = match &args.command {
        None => program,
        Some(name) => find(&program, name)?,
    };
    let mut page = Vec::new();
    Page::new(command)
        .render(&mut page)
        .and_then(|()| if args.command.is_none() { keys().to_writer(&mut page) } else { Ok(()) })
        .map_err(|error| Failure::new(Exit::Failure, format!("the manual page cannot be written: {error}")))?;
    output::data(&String::from_utf8_lossy(&page))?;
    Ok(Exit::Done)
}

/// The keys of the interview, from the one table.
fn keys() -> Roff {
    let mut section = Roff::new();
    section.control("SH", ["KEYS"]);
    for binding in BINDINGS {
        section.control("TP", []);
        section.text([bold(binding.keys.join(", "))]);
        section.text([roman(format!("{} ({})", binding.long, binding.name))]);
    }
    section
}

fn find(program: &clap::Command, name: &str) -> Result<clap::Command, Failure> {
    let found = program.find_subcommand(name).cloned();
    found.ok_or_else(|| {
        let names = program.get_subcommands().map(clap::Command::get_name);
        let failure = Failure::new(Exit::Usage, format!("there is no command `{}`", visible(name)));
        match did_you_mean(name, names.collect::<Vec<_>>()) {
            Some(help) => failure.help(help),
            None => failure,
        }
    })
}
