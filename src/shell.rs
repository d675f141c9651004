//! Everything that touches the world: arguments, files, clock, environment, terminal. The layers above ask for nothing of it.
//!
//! Start with [`cli`] (what can be asked for), [`headless`] (how it is answered without a terminal) and [`interactive`]
//! (the interview in one), or [`linewise`] (the interview line by line).

mod begin;
mod bug;
pub mod cli;
mod client_text;
mod clock;
mod color;
mod console;
mod environment;
mod exit;
mod files;
mod git;
mod headless;
mod interactive;
mod keys;
mod knowledge;
mod linewise;
mod logo;
mod opener;
mod output;
mod paths;
mod preferences;
mod quote;
mod session;
mod themes;

#[cfg(unix)]
pub use interactive::{Meaning, meaning, scan};

use std::panic::catch_unwind;
use std::process::ExitCode;

use clap::Parser as _;

use crate::app::preference::PreferenceName;
use crate::diagnostic::clean::lines;
use crate::embedded;
use crate::model::date::{Day, DayOrigin, Today};
use crate::report::words;
use begin::Begin;
use cli::{Cli, Command, Global};
use environment::Environment;
use exit::{Exit, Failure};
use preferences::{Effective, SetBy};

/// What every command may need to know of the world.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) global: Global,
    pub(crate) environment: Environment,
    /// What is set for every plan.
    pub(crate) effective: Effective,
    pub(crate) today: Day,
    pub(crate) origin: DayOrigin,
}

impl World {
    /// Today with where it comes from.
    pub(crate) fn dated(&self) -> Today {
        Today { day: self.today, origin: self.origin }
    }
}

/// Runs the program with the process's arguments. A panic is reported as the bug that it is.
pub fn run() -> ExitCode {
    bug::report_readably();
    catch_unwind(carry_out_arguments).unwrap_or(Exit::Bug).into()
}

fn carry_out_arguments() -> Exit {
    let cli = match environment::has_arguments().then(|| Cli::try_parse_from(environment::arguments())) {
        None => Cli::bare(),
        Some(Ok(cli)) => cli,
        Some(Err(error)) => return usage(&error),
    };
    let environment = Environment::read();
    let styled = environment.colors_stderr(cli.global.color);
    carry_out(cli, environment).unwrap_or_else(|failure| {
        output::failure(&failure, styled);
        failure.exit
    })
}

fn carry_out(cli: Cli, environment: Environment) -> Result<Exit, Failure> {
    let Today { day, origin } = clock::today(&environment)?;
    if let Some(problem) = clock::zone_problem(&environment) {
        output::message(&format!("warning: {problem}\n"));
    }
    let mut global = cli.global;
    let effective = Effective::read(&global, cli.plain, &environment);
    if let Some(folder) = effective.own(PreferenceName::KnowledgeFolder) {
        global.knowledge = Some(paths::expanded(folder));
    }
    let world = World { global, environment, effective, today: day, origin };
    if cli.command.is_some() && cli.plan.is_some() {
        let failure = Failure::new(Exit::Usage, "a plan to go on with and a command do not go together");
        return Err(failure.help("name the plan behind the command, as in `journey-advisor advise plan.toml`"));
    }
    let begin = match cli.command {
        Some(Command::Demo) => Begin::Sample,
        Some(command) => {
            warn_of_settings(&command, &world);
            return headless::run(&command, &world);
        }
        None => cli.plan.map_or(Begin::Last, Begin::File),
    };
    if let Begin::File(path) = &begin {
        headless::no_slip(path)?;
    }
    if wants_lines(&world) {
        return linewise::run(&world, begin);
    }
    if !world.environment.has_terminal() {
        return Err(no_terminal());
    }
    interactive::run(&world, begin)
}

/// Says that settings cannot be used, where nothing else tells.
fn warn_of_settings(command: &Command, world: &World) {
    if !world.effective.is_sound() && !matches!(command, Command::Config(_)) {
        output::message("warning: some of your settings cannot be used; `journey-advisor config` says why\n");
    }
}

/// Whether the interview goes line by line: as that is set, else as the terminal needs it.
fn wants_lines(world: &World) -> bool {
    let (effective, environment) = (&world.effective, &world.environment);
    let is_from_file = effective.origin(PreferenceName::Plain) == Some(&SetBy::File);
    match effective.preferences.is_on(PreferenceName::Plain) {
        Some(true) => true,
        Some(false) if !(is_from_file && environment.is_accessible) => environment.cannot_draw(),
        _ => environment.wants_lines(),
    }
}

/// Prints what clap has to say: help and version as data, wrong usage as a message. To the version belongs the knowledge that is
/// part of the program.
fn usage(error: &clap::Error) -> Exit {
    let mut text = error.render().to_string();
    if error.kind() == clap::error::ErrorKind::DisplayVersion {
        text = format!("{text}{}\n", words::state(&embedded::knowledge()));
    }
    if error.use_stderr() {
        // It quotes what stood on the command line.
        output::message(&lines(&text));
        Exit::Usage
    } else {
        let told = |failure: Failure| {
            output::failure(&failure, false);
            failure.exit
        };
        output::data(&text).map_or_else(told, |()| Exit::Done)
    }
}

fn no_terminal() -> Failure {
    Failure::new(Exit::Usage, "the interview needs a terminal that can be drawn on, and there is none").help(
        "`journey-advisor --plain` asks the same questions line by line; \
         without anybody to ask, `journey-advisor questions -o plan.toml` makes a file to fill in, \
         `journey-advisor advise plan.toml` gives the advice; `search`, `show` and `check` work too",
    )
}
