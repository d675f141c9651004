//! `man`: the manual pages, from the declarations of the command line.

mod roff;

use std::io;

use clap::CommandFactory as _;
use clap::builder::Resettable;
use clap_mangen::Man as Page;
use clap_mangen::roff::{Roff, bold, italic, roman};

use crate::app::keymap::BINDINGS;
use crate::diagnostic::clean::visible;
use crate::diagnostic::suggest::did_you_mean;
use crate::shell::World;
use crate::shell::cli::help::{EXAMPLES, EXITS, FILES, SHELLS, VARIABLES};
use crate::shell::cli::{Cli, Man};
use crate::shell::exit::{Exit, Failure};

pub(super) fn run(args: &Man, world: &World) -> Result<Exit, Failure> {
    let mut program = Cli::command();
    program.build();
    let page = match &args.command {
        None => whole(program, world),
        Some(name) => one(find(&program, name)?, world),
    };
    let page =
        page.map_err(|error| Failure::new(Exit::Failure, format!("the manual page cannot be written: {error}")))?;
    super::deliver(&page, &args.target)?;
    Ok(Exit::Done)
}

/// The page of the program. What stands below its options in the help has sections of its own here.
fn whole(program: clap::Command, world: &World) -> io::Result<String> {
    let page = dated(program, world);
    let mut text = Vec::new();
    page.render_title(&mut text)?;
    page.render_name_section(&mut text)?;
    page.render_synopsis_section(&mut text)?;
    page.render_description_section(&mut text)?;
    page.render_options_section(&mut text)?;
    page.render_subcommands_section(&mut text)?;
    for section in [keys(), exits(), variables(), files(), examples()] {
        section.to_writer(&mut text)?;
    }
    page.render_version_section(&mut text)?;
    Ok(roff::tidied(&String::from_utf8_lossy(&text)))
}

/// The page of a command. What stands below the options of `completions` has a section of its own here.
fn one(command: clap::Command, world: &World) -> io::Result<String> {
    let mut text = Vec::new();
    let places = (command.get_name() == "completions").then(places);
    dated(command.after_help(Resettable::Reset), world).render(&mut text)?;
    if let Some(places) = places {
        places.to_writer(&mut text)?;
    }
    Ok(roff::tidied(&String::from_utf8_lossy(&text)))
}

/// A page as of the day on which it is written.
fn dated(command: clap::Command, world: &World) -> Page {
    let name = command.get_display_name().unwrap_or(command.get_name()).to_uppercase();
    let source = concat!("journey-advisor ", env!("CARGO_PKG_VERSION"));
    Page::new(command).title(name).date(world.today.to_string()).source(source).manual("User Commands")
}

/// The keys of the interview, from the one table.
fn keys() -> Roff {
    let nouns = crate::embedded::knowledge().nouns;
    let rows = BINDINGS.iter().map(|binding| {
        let what = format!("{} ({})", binding.long(&nouns), binding.name);
        (binding.keys.join(", "), what)
    });
    section("KEYS", rows)
}

fn exits() -> Roff {
    section("EXIT STATUS", EXITS.map(|(code, what)| (code.to_string(), what.to_owned())))
}

fn variables() -> Roff {
    section("ENVIRONMENT", VARIABLES.map(|(names, what)| (names.to_owned(), what.to_owned())))
}

/// Where the completions for each shell go.
fn places() -> Roff {
    section("FILES", SHELLS.map(|(shell, place)| (shell.to_owned(), place.to_owned())))
}

fn examples() -> Roff {
    section("EXAMPLES", EXAMPLES.map(|(command, what)| (command.to_owned(), what.to_owned())))
}

fn files() -> Roff {
    let mut section = Roff::new();
    section.control("SH", ["FILES"]);
    for (file, what) in FILES {
        section.control("TP", []);
        section.text([italic(file)]);
        section.text([roman(what)]);
    }
    section
}

/// A section of what one writes and what that means.
fn section(name: &str, rows: impl IntoIterator<Item = (String, String)>) -> Roff {
    let mut section = Roff::new();
    section.control("SH", [name]);
    for (written, meaning) in rows {
        section.control("TP", []);
        section.text([bold(written)]);
        section.text([roman(meaning)]);
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
