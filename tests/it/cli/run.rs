//! Runs the real binary in a folder of its own, on a fixed day.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// 24 November 2026.
pub(crate) const TODAY: i64 = 1_795_478_400;
/// 15 June 2023.
pub(crate) const EARLIER: i64 = 1_686_787_200;

/// A folder with a plan or two in it.
pub(crate) struct Desk {
    folder: tempfile::TempDir,
    day: i64,
    knowledge: Option<PathBuf>,
}

/// What a command did.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// The output of a command that had nothing to complain about.
    #[track_caller]
    pub(crate) fn done(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }

    /// The message of a command that failed and printed no data.
    #[track_caller]
    pub(crate) fn failed(self, code: i32) -> String {
        assert_eq!((self.code, self.out.as_str()), (code, ""), "{}", self.err);
        self.err
    }
}

pub(crate) const PLAN: &str = r#"
title = "Spring campaign"
[answers]
message-channels = { chosen = ["sms"], importance = "must", note = "asked for by the shop team" }
reaction-time = ["at-once"]
"#;

pub(crate) const OTHER: &str = r#"
title = "Autumn campaign"
[answers]
message-channels = { chosen = ["sms", "push"], importance = "should" }
reaction-time = ["at-once"]
lead-creation = { chosen = ["yes"], importance = "must" }
"#;

impl Desk {
    /// A desk with the small knowledge base of the fixtures and two plans.
    pub(crate) fn new() -> Self {
        let knowledge = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small");
        let desk = Self { folder: tempfile::tempdir().unwrap(), day: TODAY, knowledge: Some(knowledge) };
        desk.put("plan.toml", PLAN);
        desk.put("other.toml", OTHER);
        desk
    }

    /// The same on another day, in seconds since 1970.
    pub(crate) fn on(self, day: i64) -> Self {
        Self { day, ..self }
    }

    /// The same with the knowledge of the program.
    pub(crate) fn embedded(self) -> Self {
        Self { knowledge: None, ..self }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn put(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    pub(crate) fn get(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_journey-advisor"));
        command.args(arguments).current_dir(self.folder.path()).stdin(Stdio::null());
        if let Some(knowledge) = &self.knowledge {
            command.arg("--knowledge").arg(knowledge);
        }
        command.env_clear().env("SOURCE_DATE_EPOCH", self.day.to_string()).env("HOME", self.folder.path());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        ran(&self.command(arguments).output().unwrap())
    }

    /// Runs a command with a text on its standard input.
    pub(crate) fn feed(&self, arguments: &[&str], text: &str) -> Ran {
        let mut command = self.command(arguments);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        ran(&child.wait_with_output().unwrap())
    }

    /// Runs a command whose output finds no room.
    #[cfg(target_os = "linux")]
    pub(crate) fn to_full_device(&self, arguments: &[&str]) -> Ran {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        ran(&self.command(arguments).stdout(full).stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap())
    }

    /// Runs a command whose output nobody reads.
    pub(crate) fn to_closed_pipe(&self, arguments: &[&str]) -> Ran {
        let mut command = self.command(arguments);
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let child = command.stdout(writer).stderr(Stdio::piped()).spawn().unwrap();
        ran(&child.wait_with_output().unwrap())
    }
}

pub(crate) fn ran(output: &Output) -> Ran {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    Ran { code: output.status.code().unwrap(), out: text(&output.stdout), err: text(&output.stderr) }
}
