//! Whatever ends the program, and whenever: no answer is lost that was said to be saved, and a plan is always whole.
//!
//! The long form runs with `cargo test --release --test it kills:: -- --ignored --nocapture`: ten thousand kills in four minutes.

mod calls;
mod moments;
mod power;
mod threads;

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// What is typed: one answer more.
const LINES: &str = "note the second\nquit\n";

/// The program line by line, with what is typed, below `strace` if its arguments are given.
fn program(home: &Path, data: &Path, traced: Option<&[&str]>, typed: &str) -> Command {
    let program = env!("CARGO_BIN_EXE_journey-advisor");
    let mut command = Command::new(if traced.is_some() { "strace" } else { program });
    if let Some(arguments) = traced {
        command.args(arguments).arg(program);
    }
    command.arg("--plain").current_dir(home).env_clear().env("PATH", "/usr/bin:/bin").env("HOME", home);
    command.env("XDG_DATA_HOME", data).env("SOURCE_DATE_EPOCH", "1795521600");
    let lines = home.join("lines");
    fs::write(&lines, typed).unwrap();
    command.stdin(fs::File::open(lines).unwrap()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Whether `strace` is there and may do what it must.
fn can_trace() -> bool {
    let traced =
        Command::new("strace").args(["-qq", "-o", "/dev/null", "-e", "inject=fsync:error=EIO", "true"]).status();
    let works = traced.is_ok_and(|status| status.success()) && Path::new("/proc/self").exists();
    if !works {
        // Written past the test harness, which shows what a test prints only if it fails.
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED: faults at every system call. `strace` is missing, or processes may not be traced here; \
             the unit tests of `shell::files` try every step of a save without it."
        );
    }
    works
}
