//! `completions`: what a shell needs to complete commands and options.

use clap::CommandFactory as _;

use crate::shell::cli::{Cli, Completions};
use crate::shell::exit::{Exit, Failure};
use crate::shell::output;

pub(super) fn run(args: &Completions) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "journey-advisor", &mut script);
    output::data(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Done)
}
