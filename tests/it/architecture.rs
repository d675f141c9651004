//! The layers hold: each uses only those before it, and everything that touches the world is in `shell`.

mod circles;
mod sources;
mod words;

use std::path::Path;

use sources::{Source, sources, written_out};

/// Each layer with those that it may use, in the order of ARCHITECTURE.md.
const LAYERS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("diagnostic", &["model"]),
    ("knowledge", &["model", "diagnostic"]),
    ("embedded", &["diagnostic", "knowledge"]),
    ("advise", &["model", "knowledge"]),
    ("answers", &["model", "diagnostic", "knowledge"]),
    ("search", &["model", "diagnostic", "knowledge"]),
    ("brief", &["model", "diagnostic", "knowledge", "search"]),
    ("report", &["model", "diagnostic", "knowledge", "advise", "brief"]),
    ("export", &["model", "diagnostic", "knowledge", "advise", "answers", "brief", "report"]),
    ("theme", &["model", "diagnostic", "embedded"]),
    (
        "app",
        &[
            "model",
            "diagnostic",
            "knowledge",
            "embedded",
            "advise",
            "answers",
            "search",
            "brief",
            "report",
            "export",
            "theme",
        ],
    ),
    (
        "ui",
        &[
            "model",
            "diagnostic",
            "knowledge",
            "advise",
            "answers",
            "search",
            "brief",
            "report",
            "export",
            "theme",
            "app",
        ],
    ),
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
            "brief",
            "report",
            "export",
            "theme",
            "app",
            "ui",
            "plain",
        ],
    ),
];

/// The layers that a file names, in its `use` lines, in its code and in its comments.
fn layers_in(source: &Source) -> Vec<&str> {
    let own = source.uses.iter().filter(|path| path[0] == "crate").filter_map(|path| path.get(1));
    let written = source.text.split("crate::").skip(1);
    let written = written.map(|rest| rest.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next());
    own.map(String::as_str).chain(written.flatten()).collect()
}

/// The layers that a file names and must not.
fn trespasses(source: &Source) -> Vec<&str> {
    let own = source.layer();
    let Some((_, may_use)) = LAYERS.iter().find(|(name, _)| *name == own) else {
        assert!(["main", "lib", "prepare"].contains(&own), "{} belongs to no layer", source.path);
        return Vec::new();
    };
    let is_layer = |other: &&str| LAYERS.iter().any(|(name, _)| name == other);
    let named = layers_in(source).into_iter().filter(is_layer);
    named.filter(|other| *other != own && !may_use.contains(other)).collect()
}

#[test]
fn each_layer_uses_only_those_before_it() {
    for source in sources() {
        let others = trespasses(&source);
        assert!(others.is_empty(), "{} uses {others:?}, which `{}` must not", source.path, source.layer());
    }
}

/// What only the shell may use.
const WORLD: [&str; 10] = [
    "std::fs",
    "std::env",
    "std::process",
    "std::net",
    "Instant::now",
    "SystemTime",
    "std::io::stdout",
    "io::stdout",
    "crossterm::execute",
    "jiff::",
];

/// What a file uses of the world, in its `use` lines and in its code.
fn world_in(source: &Source) -> Vec<&'static str> {
    let is_used = |word: &&str| source.text.contains(*word) || source.names(word.trim_end_matches("::"));
    WORLD.into_iter().filter(is_used).collect()
}

#[test]
fn only_the_shell_touches_the_world() {
    for source in sources().iter().filter(|source| !["shell", "main", "prepare"].contains(&source.layer())) {
        assert_eq!(world_in(source), [""; 0], "{}", source.path);
    }
}

#[test]
fn a_use_of_several_names_is_read_whole() {
    assert_eq!(
        written_out("crate::{app::{self, App as Program, key::*}, ui}"),
        ["crate::app", "crate::app::App", "crate::app::key::*", "crate::ui"]
    );
    for line in [
        "use crate::{app, ui};",
        "use crate::{advise, ui::{self, app::x}, app::{key, place}};",
        "use super::{app, ui};",
    ] {
        let source = Source::of("src/advise.rs", &format!("//! Text.\n{line}\n"));
        let mut named = trespasses(&source);
        named.sort_unstable();
        named.dedup();
        assert_eq!(named, ["app", "ui"], "{line}");
    }
    let nested =
        Source::of("src/advise/tally.rs", "use super::super::{\n    model::{verdict, date},\n    shell as s,\n};\n");
    assert_eq!(trespasses(&nested), ["shell"]);
    for line in [
        "use std::{fs, env};",
        "use std::{\n    env as e,\n    fs::{self, read},\n};",
        "pub(crate) use {std::{fs, env}};",
    ] {
        assert_eq!(world_in(&Source::of("src/advise.rs", line)), ["std::fs", "std::env"], "{line}");
    }
}

/// Under a name of its own, or all at once, anything could come in unseen.
#[test]
fn nobody_takes_in_everything() {
    for source in sources() {
        let all = source.uses.iter().find(|path| {
            let whole = path.last().is_some_and(|last| last == "*") && path.len() == 2 || path.len() == 1;
            whole && ["crate", "std"].contains(&path[0].as_str())
        });
        assert_eq!(all, None, "{}", source.path);
    }
}

#[test]
fn libraries_stay_where_they_belong() {
    let homes: &[(&str, &[&str])] = &[
        ("fuzzy_matcher", &["search"]),
        ("annotate_snippets", &["diagnostic"]),
        ("color_eyre", &["main", "shell"]),
        ("clap", &["shell", "main"]),
        ("clap_complete", &["shell"]),
        ("clap_mangen", &["shell"]),
        ("sha2", &["export", "shell"]),
        ("base64", &["export"]),
        ("ratatui", &["theme", "app", "ui", "shell"]),
        ("tempfile", &["shell"]),
        ("zip", &["brief", "export"]),
        ("quick_xml", &["brief", "export"]),
        ("rust_xlsxwriter", &["export"]),
        // `export` has a module of that name, which the command line knows too.
        ("csv", &["brief", "export", "shell"]),
        ("postcard", &["embedded", "model", "theme", "prepare"]),
    ];
    for source in sources() {
        for (library, allowed) in homes {
            let uses = source.text.contains(&format!("{library}::")) || source.names(library);
            assert!(!uses || allowed.contains(&source.layer()), "{} uses {library}", source.path);
        }
    }
}

/// What the program knows of its subject comes from the knowledge, so that another subject needs no other program.
#[test]
fn only_the_knowledge_names_the_subject() {
    for Source { path, text, .. } in sources() {
        for word in ["microsoft", "dynamics"] {
            assert!(!text.to_lowercase().contains(word), "{path} names {word}");
        }
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for Source { path, text, .. } in sources() {
        assert!(text.starts_with("//! "), "{path} has no first line that says what it is for");
    }
}

#[test]
fn files_and_folders_pair_by_name() {
    for Source { path, .. } in sources() {
        let name = Path::new(&path).file_stem().unwrap().to_str().unwrap();
        assert_ne!(name, "mod", "{path}");
        for vague in ["utils", "helpers", "common", "misc", "manager"] {
            assert!(!name.contains(vague), "{path}");
        }
    }
}
