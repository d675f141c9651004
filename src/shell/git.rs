//! A local clone, read by the installed `git`: never over the network, and without running anything that its settings name.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use crate::diagnostic::clean::visible;
use crate::model::date::Day;
use crate::report::rereading::{Commit, Deed, Step};

use super::exit::{Exit, Failure};
use super::files;

/// What a clone must not do: ask for anything, fetch what it lacks, lock, or look for another clone in the folders above.
const QUIET: [(&str, &str); 5] = [
    ("GIT_NO_LAZY_FETCH", "1"),
    ("GIT_TERMINAL_PROMPT", "0"),
    ("GIT_OPTIONAL_LOCKS", "0"),
    ("GIT_ALLOW_PROTOCOL", ""),
    ("LC_ALL", "C"),
];

/// Variables with which another git, such as one that runs a hook, would lead this one to its own clone.
const STRAY: [&str; 6] =
    ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR", "GIT_NAMESPACE"];

/// Settings of the clone that name a program, each with one that names none.
const HARMLESS: [&str; 10] = [
    "-c",
    "core.fsmonitor=false",
    "-c",
    "log.showSignature=false",
    "-c",
    "core.quotePath=false",
    "-c",
    "core.alternateRefsCommand=",
    "-c",
    "diff.renameLimit=2000",
];

/// A clone on this machine.
#[derive(Debug)]
pub(crate) struct LocalClone {
    folder: PathBuf,
}

impl LocalClone {
    /// Opens a clone, bare or with a work tree. A folder that is none, or a shallow clone, is a failure.
    pub(crate) fn open(folder: &Path) -> Result<Self, Failure> {
        if !folder.is_dir() {
            return Err(Failure::new(Exit::Failure, format!("there is no folder `{}`", files::shown(folder))));
        }
        let clone = Self { folder: folder.to_owned() };
        let shallow = clone.ask(&["rev-parse", "--is-shallow-repository"], "")?.map_err(|said| {
            let message = format!("`{}` is no clone that git can read", files::shown(folder));
            Failure::new(Exit::Failure, message).help(said)
        })?;
        if shallow.trim() == "true" {
            let message = format!("`{}` is a shallow clone: it lacks the texts that were read", files::shown(folder));
            return Err(Failure::new(Exit::Failure, message).help("run `git fetch --unshallow` in it"));
        }
        Ok(clone)
    }

    /// Its newest commit.
    pub(crate) fn head(&self) -> Result<Commit, Failure> {
        let text = self.git(&["log", "-1", "--format=%H %cs", "HEAD"], "")?;
        commit(text.trim()).ok_or_else(|| self.not_understood("HEAD"))
    }

    /// The files below a folder at the newest commit, each with the hash of its text.
    pub(crate) fn pages(&self, folder: &str) -> Result<BTreeMap<String, String>, Failure> {
        let text = self.git(&["ls-tree", "-r", "--full-tree", "HEAD", "--", folder], "")?;
        let page = |line: &str| {
            let (meta, path) = line.split_once('\t')?;
            Some((path.to_owned(), meta.split(' ').nth(2)?.to_owned()))
        };
        Ok(text.lines().filter_map(page).collect())
    }

    /// The hash of what each name stands for, in order; nothing for what the clone lacks. A name is a commit, or `commit:path`.
    pub(crate) fn hashes(&self, names: &[String]) -> Result<Vec<Option<String>>, Failure> {
        let text = self.git(&["cat-file", "--batch-check=%(objectname)"], &(names.join("\n") + "\n"))?;
        let hash = |line: &str| (!line.ends_with(" missing")).then(|| line.to_owned());
        Ok(text.lines().map(hash).collect())
    }

    /// What was done to the files below a folder, the newest first: by the commits that reached the branch, as they reached it.
    pub(crate) fn steps(&self, folder: &str) -> Result<Vec<Step>, Failure> {
        let shape =
            ["--first-parent", "-m", "-M", "--name-status", "--no-ext-diff", "--no-textconv", "--format=%H %cs"];
        let mut arguments = vec!["log"];
        arguments.extend(shape);
        arguments.extend(["HEAD", "--", folder]);
        let text = self.git(&arguments, "")?;
        let mut steps = Vec::new();
        let mut current = None;
        for line in text.lines().filter(|line| !line.is_empty()) {
            match line.split_once('\t') {
                None => current = Some(commit(line).ok_or_else(|| self.not_understood(line))?),
                Some((status, paths)) => {
                    let commit = current.as_ref().ok_or_else(|| self.not_understood(line))?;
                    steps.push(step(commit, status, paths));
                }
            }
        }
        Ok(steps)
    }

    /// The last commit up to the end of a day, if there was one.
    pub(crate) fn last_on(&self, day: Day) -> Result<Option<String>, Failure> {
        let before = format!("--before={day}T23:59:59Z");
        let text = self.git(&["rev-list", "-1", "--first-parent", &before, "HEAD"], "")?;
        Ok(text.lines().next().map(ToOwned::to_owned))
    }

    /// The text of a file at a commit; bytes that are no UTF-8 are replaced.
    pub(crate) fn text(&self, hash: &str) -> Result<String, Failure> {
        self.git(&["cat-file", "blob", hash], "")
    }

    /// What git answers; that it cannot is a failure.
    fn git(&self, arguments: &[&str], input: &str) -> Result<String, Failure> {
        self.ask(arguments, input)?.map_err(|said| {
            let message = format!("git cannot read `{}`", files::shown(&self.folder));
            Failure::new(Exit::Failure, message).help(said)
        })
    }

    /// What git answers, or what it complains of.
    fn ask(&self, arguments: &[&str], input: &str) -> Result<Result<String, String>, Failure> {
        let mut command = Command::new("git");
        for name in STRAY {
            command.env_remove(name);
        }
        let above = self.folder.canonicalize().ok().and_then(|folder| folder.parent().map(Path::to_owned));
        command.env("GIT_CEILING_DIRECTORIES", above.unwrap_or_default());
        command.envs(QUIET).arg("--no-pager").arg("-C").arg(&self.folder).args(HARMLESS).args(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| {
            Failure::new(Exit::Failure, format!("`git` cannot be run: {error}"))
                .help("install git, and see that it is found by its name")
        })?;
        let mut stdin = child.stdin.take().expect("its input is a pipe");
        let input = input.to_owned();
        // git may answer before it has read everything, and would wait for somebody to read the answer.
        let writer = thread::spawn(move || stdin.write_all(input.as_bytes()));
        let output = child.wait_with_output();
        let _ = writer.join();
        let output = output.map_err(|error| Failure::new(Exit::Failure, format!("`git` was lost: {error}")))?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Ok(if output.status.success() {
            Ok(text(&output.stdout))
        } else {
            Err(format!("git says: {}", visible(&text(&output.stderr).trim().replace('\n', " "))))
        })
    }

    fn not_understood(&self, line: &str) -> Failure {
        let message =
            format!("git says something unexpected about `{}`: {}", files::shown(&self.folder), visible(line));
        Failure::new(Exit::Failure, message)
    }
}

/// Reads `87b32fe5… 2026-08-18`.
fn commit(line: &str) -> Option<Commit> {
    let (id, day) = line.split_once(' ')?;
    Some(Commit { id: id.to_owned(), day: Day::parse(day)? })
}

fn step(commit: &Commit, status: &str, paths: &str) -> Step {
    let (path, deed) = match (status.as_bytes().first(), paths.split_once('\t')) {
        (Some(b'R'), Some((from, to))) => (from, Deed::MovedTo(to.to_owned())),
        (Some(b'C'), Some((_, to))) => (to, Deed::Added),
        (Some(b'A'), _) => (paths, Deed::Added),
        (Some(b'D'), _) => (paths, Deed::Deleted),
        _ => (paths, Deed::Changed),
    };
    Step { commit: commit.clone(), path: path.to_owned(), deed }
}
