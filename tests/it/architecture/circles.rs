//! No file leads back to itself by what it uses: whoever reads one reads those below it, and never turns in a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::sources::{Source, sources};

/// The files that each file uses, by its `use` lines and the modules that it declares. What is below a file may use it.
fn graph(sources: &[Source]) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut files = BTreeMap::new();
    let mut modules = vec![Vec::new()];
    while let Some(module) = modules.pop() {
        let Some(source) = sources.iter().find(|source| source.module == module) else { continue };
        modules.extend(source.children.iter().map(|child| below(&module, child)));
        files.insert(module, source);
    }
    let used = |source: &Source| {
        let children = source.children.iter().map(|child| below(&source.module, child));
        let own = source.uses.iter().filter(|path| path[0] == "crate").map(|path| path[1..].to_vec());
        let targets = children.chain(own).filter_map(|path| {
            let lengths = (1..=path.len()).rev();
            let (module, target) =
                lengths.map(|length| &path[..length]).find_map(|module| files.get_key_value(module))?;
            (!source.module.starts_with(module)).then_some(target.path.as_str())
        });
        targets.collect()
    };
    let all = files.iter().filter(|(module, _)| !module.is_empty());
    all.map(|(_, source)| (source.path.as_str(), used(source))).collect()
}

/// The module of a child.
fn below(module: &[String], child: &str) -> Vec<String> {
    module.iter().cloned().chain([child.to_owned()]).collect()
}

/// Everything that a file leads to, one step after the other.
fn reach<'a>(graph: &BTreeMap<&'a str, BTreeSet<&'a str>>, from: &'a str) -> BTreeSet<&'a str> {
    let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(file) = next.pop() {
        next.extend(graph[file].iter().filter(|target| seen.insert(**target)));
    }
    seen
}

/// The files of each circle: each of them leads to all of them.
fn circles(sources: &[Source]) -> BTreeSet<Vec<String>> {
    let graph = graph(sources);
    let reach: BTreeMap<&str, BTreeSet<&str>> = graph.keys().map(|file| (*file, reach(&graph, file))).collect();
    let circle = |file: &str| {
        let mutual = reach[file].iter().filter(|other| reach[**other].contains(file));
        mutual.map(|other| (*other).to_owned()).collect::<Vec<_>>()
    };
    graph.keys().map(|file| circle(file)).filter(|circle| !circle.is_empty()).collect()
}

/// Which file of a circle uses which.
fn steps(sources: &[Source], circles: &BTreeSet<Vec<String>>) -> String {
    let graph = graph(sources);
    let mut steps = String::new();
    for circle in circles {
        steps += "\na circle:\n";
        for file in circle {
            let others: Vec<_> = circle.iter().filter(|other| graph[file.as_str()].contains(other.as_str())).collect();
            let _ = writeln!(steps, "  {file} uses {others:?}");
        }
    }
    steps
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let sources = sources();
    let found = circles(&sources);
    assert!(found.is_empty(), "{}", steps(&sources, &found));
}

/// Files of a program that is only text.
fn program(files: &[(&str, &str)]) -> Vec<Source> {
    files.iter().map(|(path, text)| Source::of(path, text)).collect()
}

#[test]
fn a_circle_is_named_by_its_files_however_it_is_written() {
    for (one, other) in [
        ("use crate::walk::two::Two;", "use super::one::One;"),
        ("use crate::{model::{self}, walk::{two::{Two, Other as Else}}};", "use crate::walk::{self, one};"),
        ("fn go() { crate::walk::two::go() }", "pub(crate) use super::{one::*};"),
        ("mod deep;", "use super::one::One;"),
    ] {
        let files = [
            ("src/lib.rs", "pub mod model;\nmod walk;"),
            ("src/model.rs", ""),
            ("src/walk.rs", "mod one;\nmod three;\npub(crate) mod two;\nuse one::One;"),
            ("src/walk/one.rs", one),
            ("src/walk/one/deep.rs", "use crate::walk::two;"),
            ("src/walk/two.rs", other),
            ("src/walk/three.rs", "use super::one;\nuse crate::walk::{one::One, two};"),
        ];
        let mut wanted = vec!["src/walk/one.rs", "src/walk/two.rs"];
        if one == "mod deep;" {
            wanted.insert(1, "src/walk/one/deep.rs");
        }
        let found = circles(&program(&files));
        assert_eq!(found.into_iter().collect::<Vec<_>>(), [wanted], "{one} {other}");
    }
}

#[test]
fn what_is_no_circle_is_not_taken_for_one() {
    let files = [
        ("src/lib.rs", "mod one;\nmod two;"),
        ("src/one.rs", "mod child;\nuse crate::two;\nuse std::two::One;"),
        ("src/one/child.rs", "use super::One;\nuse crate::one::child::This;"),
        ("src/two.rs", "// use crate::one;\nconst TEXT: &str = \"use crate::one;\";\n#[cfg(test)]\nmod tests;\n"),
        ("src/two/tests.rs", "use crate::one::One;"),
        ("src/apart.rs", "use crate::one::One;"),
    ];
    assert_eq!(circles(&program(&files)), BTreeSet::new());
    let inline = "#[cfg(test)]\nmod tests {\n    use crate::one;\n    fn test() {}\n}\n";
    let files = [("src/lib.rs", "mod one;\nmod two;"), ("src/one.rs", "use crate::two;"), ("src/two.rs", inline)];
    assert_eq!(circles(&program(&files)), BTreeSet::new());
}
