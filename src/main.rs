//! The `journey-advisor` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    journey_advisor::shell::run()
}
