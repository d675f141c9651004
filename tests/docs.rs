//! The documents are current: the README's keys come from the key table.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may fail loudly and reads the documents")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::{CommandFactory as _, Parser as _};
use journey_advisor::app::keymap::BINDINGS;
use journey_advisor::shell::cli::Cli;

const BEGIN: &str = "by `UPDATE_DOCS=1 cargo test --test docs` -->\n";
const END: &str = "<!-- end of keys -->";

fn readme() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

/// The key table in Markdown.
fn table() -> String {
    let mut table = "\n| keys | where | what | command |\n| --- | --- | --- | --- |\n".to_owned();
    for binding in BINDINGS {
        let keys: Vec<String> = binding.keys.iter().map(|key| format!("`{key}`")).collect();
        let keys = if binding.name == "number" { "`1` to `9`".to_owned() } else { keys.join(" ") };
        writeln!(table, "| {keys} | {} | {} | `{}` |", binding.places(), binding.long, binding.name).unwrap();
    }
    table + "\n"
}

#[test]
fn the_readme_shows_the_key_table() {
    let text = std::fs::read_to_string(readme()).unwrap();
    let (before, rest) = text.split_once(BEGIN).unwrap();
    let (shown, after) = rest.split_once(END).unwrap();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(readme(), format!("{before}{BEGIN}{}{END}{after}", table())).unwrap();
    } else {
        assert_eq!(shown, table(), "run `UPDATE_DOCS=1 cargo test --test docs`");
    }
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

/// The commands of the README's blocks, without their comments.
fn examples(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| line.starts_with("journey-advisor "));
    lines.map(|line| line.split(" #").next().unwrap().trim().to_owned()).collect()
}

#[test]
fn the_commands_that_the_readme_and_the_help_name_are_understood() {
    let readme = std::fs::read_to_string(readme()).unwrap();
    let mut examples = examples(&readme);
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
