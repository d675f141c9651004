//! `check --docs`: a knowledge base against a clone of the repository that holds the pages of its sources.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::run::{Desk, Ran, ran};

/// A knowledge base with one page in a repository, and a clone of that repository.
struct Docs {
    desk: Desk,
    /// The commit that the knowledge names.
    read: String,
}

impl Docs {
    fn new() -> Self {
        let desk = Desk::new().embedded();
        let docs = Self { desk, read: String::new() };
        std::fs::create_dir_all(docs.desk.path("clone/docs")).unwrap();
        docs.git(&["init", "--quiet", "--initial-branch=main", "."], "2022-03-01");
        docs.page("docs/rules.md", "Bicycles travel by day.\n");
        docs.page("docs/news.md", "# News\n\n### March 2022\n\n- **Trams** at night\n");
        let read = docs.commit("2022-03-20");
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/knowledge/sound"), &docs.desk.path("knowledge"));
        let docs = Self { read, ..docs };
        docs.knowledge("sources.toml", "0123456789abcdef0123456789abcdef01234567", &docs.read);
        docs.knowledge("advisor.toml", "2024-07-15", "2022-03-31");
        docs.knowledge("advisor.toml", "folder = \"docs\"", "folder = \"docs\"\nrelease-notes = [\"docs/news.md\"]");
        docs
    }

    fn git(&self, arguments: &[&str], day: &str) -> String {
        let time = format!("{day}T12:00:00Z");
        let mut command = Command::new("git");
        command.arg("-C").arg(self.desk.path("clone")).args(["-c", "user.name=a", "-c", "user.email=a@example.org"]);
        command.args(arguments).env("GIT_AUTHOR_DATE", &time).env("GIT_COMMITTER_DATE", &time);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    fn page(&self, path: &str, text: &str) {
        self.desk.put(&format!("clone/{path}"), text);
    }

    fn commit(&self, day: &str) -> String {
        self.git(&["add", "--all"], day);
        self.git(&["commit", "--quiet", "--message", day], day);
        self.git(&["rev-parse", "HEAD"], day)
    }

    /// Changes the first such text in a file of the knowledge.
    fn knowledge(&self, file: &str, find: &str, put: &str) {
        let path = format!("knowledge/{file}");
        let text = self.desk.get(&path);
        assert!(text.contains(find), "{file} lacks {find}");
        self.desk.put(&path, &text.replacen(find, put, 1));
    }

    fn check(&self, arguments: &[&str]) -> Ran {
        let path = std::env::var_os("PATH").unwrap();
        let mut command = self.desk.command(&[&["check", "knowledge", "--docs"], arguments].concat());
        ran(&command.env("PATH", path).output().unwrap())
    }

    /// The report as JSON, with its exit code.
    fn found(&self) -> (i32, Value) {
        let Ran { code, out, err } = self.check(&["clone", "--format", "json"]);
        assert_eq!(err, "", "{out}");
        (code, serde_json::from_str::<Value>(&out).unwrap()["documentation"].take())
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), &to).unwrap();
        }
    }
}

#[test]
fn pages_that_stand_as_they_were_read_need_nobody() {
    let docs = Docs::new();
    docs.page("docs/rules.md", "Bicycles travel at any time.\n");
    docs.commit("2022-03-22");
    docs.page("docs/rules.md", "Bicycles travel by day.\n");
    docs.commit("2022-03-24");
    let Ran { code, out, .. } = docs.check(&["clone"]);
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("\nhttps://city.example/docs as of 24 March 2022 (commit "), "{out}");
    let end = "); facts are known up to 31 March 2022\n1 source compared, 0 to be read again; 0 can no longer change.\n\
               2 sources outside the repository, not checked:\n  timetable, notice\n";
    assert!(out.ends_with(end), "{out}");
}

#[test]
fn what_was_changed_or_added_since_is_listed_with_what_rests_on_it() {
    let docs = Docs::new();
    docs.page("docs/rules.md", "Bicycles travel at any time.\n");
    let changed = docs.commit("2022-05-02");
    docs.page("docs/prams.md", "Prams travel free.\n");
    docs.page("docs/tram.png", "no page");
    docs.page("docs/news.md", "# News\n\n### June 2022\n\n- **Prams**\n\n### March 2022\n\n- **Trams** at night\n");
    docs.commit("2022-06-01");
    let Ran { code, out, .. } = docs.check(&["clone"]);
    assert_eq!(code, 6, "{out}");
    let short = |commit: &str| commit[..12].to_owned();
    let line = format!("\nrules: docs/rules.md was changed 2 May 2022 (commit {})\n", short(&changed));
    assert!(out.contains(&line), "{out}");
    assert!(out.contains("\n  read it again for "), "{out}");
    assert!(out.contains("\n1 new page that no source cites:\n  docs/prams.md, 1 June 2022 (commit "), "{out}");
    assert!(out.contains("\n1 new entry in the release notes:\n  June 2022: Prams\n"), "{out}");
    let (code, found) = docs.found();
    assert_eq!(code, 6);
    assert_eq!(found["changed"][0]["what"], "changed");
    assert_eq!(found["changed"][0]["commit"], json!(changed));
    assert_eq!(found["changed"][0]["day"], "2022-05-02");
    let entries = found["changed"][0]["entries"].as_array().unwrap();
    assert!(entries.contains(&json!({ "kind": "prerequisite", "id": "ramp" })), "{entries:?}");
    assert_eq!(found["new_pages"].as_array().unwrap().len(), 1);
    assert_eq!(found["release_notes"], json!([{ "page": "docs/news.md", "heading": "June 2022", "entry": "Prams" }]));
    assert_eq!(found["not_checked"], json!(["timetable", "notice"]));
}

#[test]
fn a_page_that_was_moved_is_told_from_one_that_was_deleted() {
    let docs = Docs::new();
    docs.git(&["mv", "docs/rules.md", "docs/carriage.md"], "2022-05-02");
    let moved = docs.commit("2022-05-02");
    let (code, found) = docs.found();
    assert_eq!(
        (code, &found["changed"][0]["what"], &found["changed"][0]["moved_to"]),
        (6, &json!("moved"), &json!("docs/carriage.md"))
    );
    assert_eq!(found["changed"][0]["commit"], json!(moved));
    let docs = Docs::new();
    docs.git(&["rm", "--quiet", "docs/rules.md"], "2022-05-04");
    docs.commit("2022-05-04");
    let (code, found) = docs.found();
    assert_eq!((code, &found["changed"][0]["what"]), (6, &json!("deleted")), "{found}");
}

#[test]
fn a_withdrawn_page_is_at_rest_until_it_comes_back() {
    let docs = Docs::new();
    docs.knowledge("sources.toml", "page = ", "archived = \"2022-05-02\"\npage = ");
    docs.git(&["rm", "--quiet", "docs/rules.md"], "2022-05-02");
    docs.commit("2022-05-02");
    let (code, found) = docs.found();
    assert_eq!((code, &found["settled"], &found["compared"]), (0, &json!(1), &json!(0)), "{found}");
    docs.page("docs/rules.md", "Bicycles travel by day.\n");
    docs.commit("2022-06-02");
    let (code, found) = docs.found();
    assert_eq!((code, &found["changed"][0]["what"]), (6, &json!("returned")), "{found}");
}

#[test]
fn a_bare_clone_is_as_good() {
    let docs = Docs::new();
    let bare = docs.desk.path("bare.git");
    docs.git(&["clone", "--quiet", "--bare", ".", bare.to_str().unwrap()], "2022-06-01");
    assert_eq!(docs.check(&["bare.git"]).code, 0);
}

#[test]
fn a_folder_that_is_no_full_clone_is_refused_with_the_reason() {
    let docs = Docs::new();
    let failed = |folder: &str| docs.check(&[folder]).failed(1);
    assert_eq!(failed("nowhere"), "error: there is no folder `nowhere`\n");
    // The knowledge lies below no clone.
    let err = failed("knowledge");
    assert!(err.starts_with("error: `knowledge` is no clone that git can read\nhelp: git says: fatal: "), "{err}");
    // A folder within a clone is not the clone.
    assert!(failed("clone/docs").starts_with("error: `clone/docs` is no clone that git can read\n"));
    docs.page("docs/rules.md", "Bicycles travel at any time.\n");
    docs.commit("2022-05-02");
    let (whole, shallow) = (docs.desk.path("clone"), docs.desk.path("shallow"));
    let whole = format!("file://{}", whole.display());
    docs.git(&["clone", "--quiet", "--depth=1", &whole, shallow.to_str().unwrap()], "2022-06-01");
    assert_eq!(
        failed("shallow"),
        "error: `shallow` is a shallow clone: it lacks the texts that were read\nhelp: run `git fetch --unshallow` in it\n"
    );
    docs.knowledge("sources.toml", &docs.read, "abcdefabcdefabcdefabcdefabcdefabcdefabcd");
    assert_eq!(
        failed("clone"),
        "error: `clone` lacks the text at commit abcdefabcdefabcdefabcdefabcdefabcdefabcd of `rules`\n\
         help: give it a full and current clone of https://city.example/docs, or correct `page` and `commit` of the source\n"
    );
}

#[test]
fn knowledge_without_a_repository_or_with_errors_is_not_compared() {
    let docs = Docs::new();
    docs.knowledge("advisor.toml", "review-days = 365", "review-days = 365\nreview-day = 1");
    let ran = docs.check(&["clone"]);
    assert_eq!((ran.code, ran.err.as_str()), (3, ""));
    assert!(ran.out.contains("error[K002]") && !ran.out.contains("city.example/docs as of"), "{}", ran.out);
    let small = Desk::new();
    assert_eq!(
        small.run(&["check", "--docs", "."]).failed(2),
        "error: the knowledge names no repository of its documentation, so there is nothing to compare\n\
         help: name it as `repository` under `[documentation]`\n"
    );
}

#[test]
fn that_git_itself_is_missing_is_said() {
    let docs = Docs::new();
    let empty = docs.desk.path("knowledge");
    let mut command = docs.desk.command(&["check", "knowledge", "--docs", "clone"]);
    let err = ran(&command.env("PATH", empty).output().unwrap()).failed(1);
    assert!(err.starts_with("error: `git` cannot be run: "), "{err}");
    assert!(err.ends_with("help: install git, and see that it is found by its name\n"), "{err}");
}

/// What a clone says about itself may name programs; none of them is run.
#[cfg(unix)]
#[test]
fn nothing_that_a_clone_names_is_run() {
    let docs = Docs::new();
    let run = format!("touch {}; true", docs.desk.path("ran").display());
    for key in
        ["core.fsmonitor", "gpg.program", "diff.external", "core.pager", "pager.log", "core.alternateRefsCommand"]
    {
        docs.git(&["config", key, &run], "2022-06-01");
    }
    docs.git(&["config", "log.showSignature", "true"], "2022-06-01");
    docs.page("docs/rules.md", "Bicycles travel at any time.\n");
    docs.git(&["-c", "core.fsmonitor=false", "add", "--all"], "2022-06-01");
    docs.git(&["-c", "core.fsmonitor=false", "commit", "--quiet", "--message", "x"], "2022-06-01");
    std::fs::remove_file(docs.desk.path("ran")).ok();
    assert_eq!(docs.check(&["clone"]).code, 6);
    assert!(!docs.desk.path("ran").exists());
}

/// What stands in a clone is a stranger's: nothing of it drives a terminal.
#[cfg(unix)]
#[test]
fn what_a_clone_says_is_cleaned() {
    let docs = Docs::new();
    docs.page("docs/a\u{1b}[31m\u{202e}.md", "x");
    docs.page("docs/news.md", "### June \u{9b}31m2022\n- \u{1b}]0;pwned\u{7} **Prams**\u{200b}\n");
    docs.commit("2022-06-01");
    let Ran { code, out, .. } = docs.check(&["clone"]);
    assert_eq!(code, 6);
    assert!(out.chars().all(|letter| letter == '\n' || !letter.is_control()), "{out:?}");
    assert!(!out.contains(['\u{202e}', '\u{200b}']), "{out:?}");
}
