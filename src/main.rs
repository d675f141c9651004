//! The `journey-advisor` program.

use std::panic::catch_unwind;
use std::process::ExitCode;

use journey_advisor::shell::{self, exit::Exit};

fn main() -> ExitCode {
    // Only makes reports of bugs readable; without it they are still reported.
    let _ = color_eyre::install();
    catch_unwind(shell::run).unwrap_or(Exit::Bug).into()
}
