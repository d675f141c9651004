//! What fuzzing found worth keeping, once more: every file of `fuzz/corpus` holds what the oracle of its folder says.

use std::collections::BTreeSet;
use std::panic::catch_unwind;
use std::path::PathBuf;

use super::ORACLES;
use crate::support::documents::root;

/// The files kept for a target.
fn kept(target: &str) -> Vec<PathBuf> {
    let Ok(folder) = std::fs::read_dir(root("fuzz/corpus").join(target)) else { return Vec::new() };
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn names() -> BTreeSet<String> {
    ORACLES.iter().map(|(name, _)| (*name).to_owned()).collect()
}

#[test]
fn all_that_fuzzing_kept_holds() {
    for (target, oracle) in ORACLES {
        let files = kept(target);
        assert!(!files.is_empty(), "nothing is kept for {target}");
        for file in files {
            let bytes = std::fs::read(&file).unwrap();
            assert!(catch_unwind(|| oracle(&bytes)).is_ok(), "{target} fails with {}", file.display());
        }
    }
}

#[cfg(unix)]
#[test]
fn every_target_has_an_oracle_and_every_oracle_a_target() {
    let manifest: toml::Table = toml::from_str(&std::fs::read_to_string(root("fuzz/Cargo.toml")).unwrap()).unwrap();
    let programs = manifest["bin"].as_array().unwrap();
    let targets: BTreeSet<String> = programs.iter().map(|bin| bin["name"].as_str().unwrap().to_owned()).collect();
    assert_eq!(targets, names());
    for target in targets {
        let source = std::fs::read_to_string(root(&format!("fuzz/fuzz_targets/{target}.rs"))).unwrap();
        assert!(source.contains(&format!("judge(\"{target}\", data)")), "{source}");
    }
}

/// Its list of what it is built of is a file of its own, which a new version must be written to as well.
#[test]
fn what_is_fuzzed_is_this_version() {
    let lock = std::fs::read_to_string(root("fuzz/Cargo.lock")).unwrap();
    let wanted = format!("name = \"journey-advisor\"\nversion = \"{}\"\n", env!("CARGO_PKG_VERSION"));
    assert!(lock.contains(&wanted), "build fuzz/ without --locked once");
}

/// What is committed stays small: all of it is read with every run of the tests.
#[test]
fn what_is_kept_is_small() {
    for name in names() {
        let sizes: Vec<u64> = kept(&name).iter().map(|file| file.metadata().unwrap().len()).collect();
        let sum: u64 = sizes.iter().sum();
        assert!(sizes.len() <= 300 && sum <= 300_000, "{name}: {} files of {sum} bytes", sizes.len());
    }
}
