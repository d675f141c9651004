//! The layers hold: each uses only those before it, and everything that touches the world is in `shell`.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may fail loudly and reads the sources")]

use std::path::{Path, PathBuf};

/// Each layer with those that it may use, in the order of ARCHITECTURE.md.
const LAYERS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("diagnostic", &["model"]),
    ("knowledge", &["model", "diagnostic"]),
    ("embedded", &["diagnostic", "knowledge"]),
    ("advise", &["model", "knowledge"]),
    ("answers", &["model", "diagnostic", "knowledge"]),
    ("search", &["model", "diagnostic", "knowledge"]),
    ("report", &["model", "diagnostic", "knowledge", "advise"]),
    ("export", &["model", "diagnostic", "knowledge", "advise", "answers", "report"]),
    ("theme", &["model", "diagnostic", "embedded"]),
    (
        "app",
        &["model", "diagnostic", "knowledge", "embedded", "advise", "answers", "search", "report", "export", "theme"],
    ),
    ("ui", &["model", "diagnostic", "knowledge", "advise", "answers", "search", "report", "export", "theme", "app"]),
    ("plain", &["model", "diagnostic", "knowledge", "report", "export", "app"]),
    (
        "shell",
        &[
            "model",
            "diagnostic",
            "knowledge",
            "embedded",
            "advise",
            "answers",
            "search",
            "report",
            "export",
            "theme",
            "app",
            "ui",
            "plain",
        ],
    ),
];

fn sources() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                files.push((path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().join(""), text));
            }
        }
    }
    files.sort();
    files
}

/// The layer of a file: `src/advise/flips.rs` and `src/advise.rs` are `advise`.
fn layer(path: &Path) -> String {
    let part = path.components().nth(1).unwrap().as_os_str().to_str().unwrap().to_owned();
    part.trim_end_matches(".rs").to_owned()
}

/// The layers that a text names as `crate::LAYER`.
fn used(text: &str) -> Vec<String> {
    let paths = text.split("crate::").skip(1);
    let names =
        paths.map(|rest| rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect());
    names.collect()
}

#[test]
fn each_layer_uses_only_those_before_it() {
    for (path, text) in sources() {
        let own = layer(&path);
        let Some((_, may_use)) = LAYERS.iter().find(|(name, _)| *name == own) else {
            assert!(["main", "lib", "prepare"].contains(&own.as_str()), "{} belongs to no layer", path.display());
            continue;
        };
        for other in used(&text).iter().filter(|other| LAYERS.iter().any(|(name, _)| name == other)) {
            let allowed = *other == own || may_use.contains(&other.as_str());
            assert!(allowed, "{} uses `{other}`, which `{own}` must not", path.display());
        }
    }
}

#[test]
fn only_the_shell_touches_the_world() {
    let worldly = [
        "std::fs",
        "std::env",
        "std::process",
        "std::net",
        "Instant::now",
        "SystemTime",
        "std::io::stdout",
        "crossterm::execute",
        "jiff::",
    ];
    for (path, text) in sources() {
        if ["shell", "main", "prepare"].contains(&layer(&path).as_str()) {
            continue;
        }
        for word in worldly {
            assert!(!text.contains(word), "{} uses {word}", path.display());
        }
    }
}

#[test]
fn libraries_stay_where_they_belong() {
    let homes: &[(&str, &[&str])] = &[
        ("annotate_snippets", &["diagnostic"]),
        ("color_eyre", &["main", "shell"]),
        ("clap", &["shell", "main"]),
        ("clap_complete", &["shell"]),
        ("clap_mangen", &["shell"]),
        ("sha2", &["export", "shell"]),
        ("base64", &["export"]),
        ("ratatui", &["theme", "app", "ui", "shell"]),
        ("tempfile", &["shell"]),
        ("postcard", &["embedded", "model", "theme", "prepare"]),
    ];
    for (path, text) in sources() {
        let own = layer(&path);
        for (library, allowed) in homes {
            let uses = text.contains(&format!("{library}::"));
            assert!(!uses || allowed.contains(&own.as_str()), "{} uses {library}", path.display());
        }
    }
}

/// What the program knows of its subject comes from the knowledge, so that another subject needs no other program.
#[test]
fn only_the_knowledge_names_the_subject() {
    let allowed = [(
        "export/csv/devops.rs",
        "\"Microsoft References\"",
        "a field of the work items that an import into Azure DevOps takes",
    )];
    for (path, text) in sources() {
        let text = allowed.iter().filter(|(file, ..)| path.ends_with(file)).fold(text, |text, (_, words, reason)| {
            assert!(text.contains(words), "{} says {words} no more: {reason}", path.display());
            text.replace(words, "")
        });
        for word in ["microsoft", "dynamics"] {
            assert!(!text.to_lowercase().contains(word), "{} names {word}", path.display());
        }
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for (path, text) in sources() {
        assert!(text.starts_with("//! "), "{} has no first line that says what it is for", path.display());
    }
}

#[test]
fn files_and_folders_pair_by_name() {
    for (path, _) in sources() {
        assert_ne!(path.file_name().unwrap(), "mod.rs", "{}", path.display());
        for name in ["utils", "helpers", "common", "misc", "manager"] {
            assert!(!path.file_stem().unwrap().to_str().unwrap().contains(name), "{}", path.display());
        }
    }
}
