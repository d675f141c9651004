//! What is read, up to which size, and what is said where nothing can be.

use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use super::{Origin, no_file, read_bytes, read_text, unreadable};
use crate::shell::exit::Exit;

#[test]
fn a_folder_is_called_one_whatever_the_system_says() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plan.toml");
    for kind in [ErrorKind::PermissionDenied, ErrorKind::IsADirectory] {
        let failure = unreadable(folder.path(), &no_file(folder.path(), kind.into()));
        assert!(failure.message.ends_with("` is a folder"), "{}", failure.message);
    }
    for path in [&file, folder.path()] {
        assert_eq!(no_file(path, ErrorKind::NotFound.into()).kind(), ErrorKind::NotFound);
    }
    fs::write(&file, "").unwrap();
    assert_eq!(no_file(&file, ErrorKind::PermissionDenied.into()).kind(), ErrorKind::PermissionDenied);
}

#[test]
fn a_file_is_read_whole_up_to_the_limit_and_not_at_all_beyond_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.toml");
    for (text, is_read) in [("", true), ("ab", true), ("abc", true), ("abcd", false), ("abcdefgh", false)] {
        fs::write(&path, text).unwrap();
        for origin in [Origin::Named, Origin::Found] {
            let read = read_bytes(&path, 3, origin);
            assert_eq!(read.as_deref().ok(), is_read.then_some(text.as_bytes()), "{origin:?}");
            let said = read.err().map(|failure| failure.help.unwrap());
            assert_eq!(said, (!is_read).then(|| "a file of this kind has at most 3 bytes".to_owned()));
        }
    }
}

#[test]
fn a_file_that_is_no_text_is_said_at_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.toml");
    fs::write(&path, "é\nab").unwrap();
    assert_eq!(read_text(&path, 9, Origin::Found).unwrap(), "é\nab");
    fs::write(&path, b"\xc3\xa9\na\xe4").unwrap();
    let failure = read_text(&path, 9, Origin::Found).unwrap_err();
    assert!(failure.message.contains("` is not UTF-8 text (line 2, column 2); "), "{}", failure.message);
    assert_eq!(failure.exit, Exit::Invalid);
}

#[test]
fn why_a_file_cannot_be_read_is_said_in_words() {
    for (kind, message) in [
        (ErrorKind::NotFound, "there is no `a.toml`"),
        (ErrorKind::PermissionDenied, "`a.toml` may not be read"),
        (ErrorKind::IsADirectory, "`a.toml` is a folder"),
        (ErrorKind::InvalidInput, "`a.toml` is no ordinary file"),
    ] {
        assert_eq!(unreadable(Path::new("a.toml"), &kind.into()).message, message);
    }
    let odd = unreadable(Path::new("a.toml"), &ErrorKind::TimedOut.into()).message;
    assert!(odd.starts_with("`a.toml` cannot be read: "), "{odd}");
}

/// Nobody is waited for in a folder: the other end of a pipe may never come.
#[test]
#[cfg(unix)]
fn a_pipe_that_is_found_is_refused_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.toml");
    assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
    let failure = read_bytes(&path, 3, Origin::Found).unwrap_err();
    assert!(failure.message.ends_with("` is no ordinary file"), "{}", failure.message);
    let failure = read_bytes(folder.path(), 3, Origin::Found).unwrap_err();
    assert!(failure.message.ends_with("` is a folder"), "{}", failure.message);
}

/// Where a program that reads its standard input is to write what it read.
const PLACE: &str = "JOURNEY_ADVISOR_TEST_READ";

/// The program that reads. By itself it does nothing.
#[test]
fn a_program_that_may_read_its_standard_input() {
    let Ok(place) = env::var(PLACE) else { return };
    let read = read_text(Path::new("-"), 3, Origin::Named);
    fs::write(place, read.unwrap_or_else(|failure| format!("{:?}: {}", failure.exit, failure.message))).unwrap();
}

#[test]
fn the_standard_input_is_read_as_a_file_is_but_must_say_something() {
    let (_, module) = module_path!().split_once("::").unwrap();
    let that = format!("{module}::a_program_that_may_read_its_standard_input");
    let folder = tempfile::tempdir().unwrap();
    let place: PathBuf = folder.path().join("read");
    for (text, read) in [
        (&b"abc"[..], "abc"),
        (b"", "Invalid: the standard input is empty"),
        (b"abcd", "Invalid: the standard input is too large"),
        (b"a\xe4", "Invalid: the standard input is not UTF-8 text "),
    ] {
        let mut command = Command::new(env::current_exe().unwrap());
        command.args(["--exact", &that]).env(PLACE, &place).stdin(Stdio::piped()).stdout(Stdio::null());
        let mut program = command.spawn().unwrap();
        program.stdin.take().unwrap().write_all(text).unwrap();
        assert!(program.wait().unwrap().success());
        let said = fs::read_to_string(&place).unwrap();
        assert!(said.starts_with(read), "{said}");
    }
}
