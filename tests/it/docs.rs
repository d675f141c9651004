//! The documents are current: the list of keys comes from the key table.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::{CommandFactory as _, Parser as _};
use journey_advisor::app::keymap::BINDINGS;
use journey_advisor::shell::cli::Cli;

const BEGIN: &str = "by `UPDATE_DOCS=1 cargo test --test it docs::` -->\n";
const END: &str = "<!-- end of keys -->";

fn document(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The key table in Markdown.
fn table() -> String {
    let mut table = "\n| keys | where | what | command |\n| --- | --- | --- | --- |\n".to_owned();
    let nouns = journey_advisor::embedded::knowledge().nouns;
    for binding in BINDINGS {
        let keys: Vec<String> = binding.keys.iter().map(|key| format!("`{key}`")).collect();
        let keys = if binding.name == "number" { "`1` to `9`".to_owned() } else { keys.join(" ") };
        writeln!(table, "| {keys} | {} | {} | `{}` |", binding.places(), binding.long(&nouns), binding.name).unwrap();
    }
    table + "\n"
}

#[test]
fn the_list_of_keys_is_the_key_table() {
    let text = std::fs::read_to_string(document("docs/keys.md")).unwrap();
    let (before, rest) = text.split_once(BEGIN).unwrap();
    let (shown, after) = rest.split_once(END).unwrap();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(document("docs/keys.md"), format!("{before}{BEGIN}{}{END}{after}", table())).unwrap();
    } else {
        assert_eq!(shown, table(), "run `UPDATE_DOCS=1 cargo test --test it docs::`");
    }
}

#[test]
fn the_package_holds_the_licences_and_how_to_report() {
    let list = std::process::Command::new(env!("CARGO"))
        .args(["package", "--list", "--allow-dirty", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(list.status.success(), "{}", String::from_utf8_lossy(&list.stderr));
    let list = String::from_utf8(list.stdout).unwrap();
    for name in ["LICENSE-MIT", "LICENSE-APACHE", "SECURITY.md", "README.md", "CHANGELOG.md", ".gitattributes"] {
        assert!(list.lines().any(|line| line == name), "{name} is not in the package:\n{list}");
    }
}

#[test]
fn the_licences_are_whole_and_the_readme_leads_to_them() {
    let read = |name: &str| std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
    assert_eq!(env!("CARGO_PKG_LICENSE"), "MIT OR Apache-2.0");
    let mit = read("LICENSE-MIT");
    assert!(mit.contains("Copyright (c) 2026 The journey-advisor authors") && mit.ends_with("SOFTWARE.\n"));
    let apache = read("LICENSE-APACHE");
    for begin in (1..=9).map(|number| format!("\n   {number}. ")).chain(["END OF TERMS AND CONDITIONS".to_owned()]) {
        assert!(apache.contains(&begin), "{begin}");
    }
    let readme = read("README.md");
    for link in ["(LICENSE-MIT)", "(LICENSE-APACHE)", "(SECURITY.md)"] {
        assert!(readme.contains(link), "{link}");
    }
}

/// Texts are built into the program, hashed and compared: a checkout on Windows must give the same bytes.
#[test]
fn every_line_ends_as_on_every_system() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let rules = std::fs::read_to_string(root.join(".gitattributes")).unwrap();
    assert!(rules.lines().any(|line| line == "* text=auto eol=lf"), "{rules}");
    let mut folders: Vec<PathBuf> = ["knowledge", "themes", "schemas", "src"].map(|name| root.join(name)).into();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                assert!(!std::fs::read(&path).unwrap().contains(&b'\r'), "{} has a carriage return", path.display());
            }
        }
    }
}

/// What the links of a document lead to within the repository.
fn linked(text: &str) -> impl Iterator<Item = &str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target);
    targets.filter(|target| !target.contains("://")).map(|target| target.split('#').next().unwrap())
}

#[test]
fn no_link_of_the_documents_leads_nowhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let docs = std::fs::read_dir(root.join("docs")).unwrap().map(|entry| entry.unwrap().path());
    let names = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "ARCHITECTURE.md", "knowledge/AUTHORS.md"];
    let documents = names.map(|name| root.join(name)).into_iter().chain(docs);
    let mut links = 0;
    for path in documents.filter(|path| path.extension().is_some_and(|ending| ending == "md")) {
        let text = std::fs::read_to_string(&path).unwrap();
        for target in linked(&text) {
            links += 1;
            assert!(path.parent().unwrap().join(target).exists(), "{} leads to {target}", path.display());
        }
    }
    assert!(links > 20, "{links} links");
}

#[test]
fn the_changelog_keeps_its_form() {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("CHANGELOG.md")).unwrap();
    assert!(text.starts_with("# Changelog\n"));
    assert!(text.contains("## [Unreleased]"));
    for heading in text.lines().filter(|line| line.starts_with("### ")) {
        assert!(
            ["### Added", "### Changed", "### Deprecated", "### Removed", "### Fixed", "### Security"]
                .contains(&heading),
            "{heading}"
        );
    }
}

/// The commands of a document's blocks, without their comments.
fn examples(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| line.starts_with("journey-advisor "));
    lines.map(|line| line.split(" #").next().unwrap().trim().to_owned()).collect()
}

#[test]
fn the_commands_that_the_documents_and_the_help_name_are_understood() {
    let documents = ["README.md", "docs/scripts.md", "docs/line-by-line.md"];
    let mut examples: Vec<String> =
        documents.iter().flat_map(|name| examples(&std::fs::read_to_string(document(name)).unwrap())).collect();
    let help = Cli::command().render_long_help().to_string();
    let said = help.lines().filter_map(|line| line.strip_prefix("  journey-advisor ")?.split_once("  "));
    examples.extend(
        said.filter(|(command, _)| !command.is_empty()).map(|(command, _)| format!("journey-advisor {command}")),
    );
    assert!(examples.len() > 18, "{examples:?}");
    for example in examples {
        match Cli::try_parse_from(example.split(' ')) {
            Ok(_) => {}
            Err(error) => assert!(!error.use_stderr(), "{example}: {error}"),
        }
    }
}

/// The files of a new knowledge base as the guide for authors shows them.
fn templates() -> String {
    let mut shown = String::new();
    for name in ["advisor.toml", "sources.toml", "topics/ride.toml"] {
        let text = std::fs::read_to_string(document("templates").join(name)).unwrap();
        write!(shown, "\n### `{name}`\n\n```toml\n{text}```\n").unwrap();
    }
    shown + "\n"
}

#[test]
fn the_guide_for_authors_shows_each_file_whole() {
    const END: &str = "<!-- end of templates -->";
    let text = std::fs::read_to_string(document("knowledge/AUTHORS.md")).unwrap();
    let (before, rest) = text.split_once(BEGIN).unwrap();
    let (shown, after) = rest.split_once(END).unwrap();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(document("knowledge/AUTHORS.md"), format!("{before}{BEGIN}{}{END}{after}", templates()))
            .unwrap();
    } else {
        assert_eq!(shown, templates(), "run `UPDATE_DOCS=1 cargo test --test it docs::`");
    }
}
