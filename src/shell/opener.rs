//! The system's own program that opens an address or a document. It runs only when a person has agreed to it by name, apart
//! from the terminal, and this program does not wait for it.

use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use super::environment::Environment;

/// What a program that was started may be asked to show, beside paths of files that are there.
const ADDRESS: &str = "https://";

/// The name of the program, as somebody would type it; none where the system has none, or nothing to show it on.
pub(super) fn name(environment: &Environment) -> Option<&'static str> {
    match () {
        () if cfg!(windows) => Some("explorer"),
        () if cfg!(target_os = "macos") => Some("open"),
        () if environment.is_wsl => environment.finds("wslview").then_some("wslview"),
        () => (environment.has_desktop && environment.finds("xdg-open")).then_some("xdg-open"),
    }
}

/// Starts the program on an address or on a file that is there.
///
/// # Errors
/// Why it was not started, in a few words.
pub(super) fn open(name: &str, target: &str) -> Result<(), String> {
    let is_file = Path::new(target).is_absolute() && Path::new(target).is_file();
    if !target.starts_with(ADDRESS) && !is_file {
        return Err("it is neither an address nor a file that is there".to_owned());
    }
    let mut command = Command::new(name);
    command.arg(target).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    apart(&mut command);
    let mut child = command.spawn().map_err(|error| format!("{name} cannot be started: {error}"))?;
    // Whoever started it must take note of its end; nobody waits for that.
    let waits = thread::Builder::new().name("opener".to_owned()).spawn(move || drop(child.wait()));
    drop(waits);
    Ok(())
}

/// Keeps the signals of the terminal, such as Ctrl-C, from it.
#[cfg(unix)]
fn apart(command: &mut Command) {
    use std::os::unix::process::CommandExt as _;
    command.process_group(0);
}

#[cfg(not(unix))]
fn apart(_: &mut Command) {}

#[cfg(test)]
mod tests {
    use super::open;

    #[test]
    fn only_addresses_and_files_that_are_there_are_opened() {
        for target in ["http://example.org", "--help", "file:///etc/passwd", "plan.html", "/no/such/file", "/"] {
            let refused = open("true", target);
            assert_eq!(refused, Err("it is neither an address nor a file that is there".to_owned()), "{target}");
        }
        assert!(open("no-such-program-anywhere", "https://example.org").is_err());
    }

    #[cfg(unix)]
    #[test]
    fn an_address_is_handed_to_the_program() {
        assert_eq!(open("true", "https://example.org"), Ok(()));
    }
}
