//! The `journey-advisor` program.

use std::panic::catch_unwind;
use std::process::ExitCode;

use journey_advisor::shell::{self, exit::Exit};

fn main() -> ExitCode {
    shell::bug::report_readably();
    catch_unwind(shell::run).unwrap_or(Exit::Bug).into()
}
