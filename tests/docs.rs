//! The documents are current: the README's keys come from the key table.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may fail loudly and reads the documents")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use journey_advisor::app::keymap::BINDINGS;

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
