//! Every fact that was gathered is in the knowledge. A record is an id; the files in `records` name the entries that carry it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use journey_advisor::embedded;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/knowledge")
}

fn gathered() -> Vec<String> {
    std::fs::read_to_string(folder().join("records.txt")).unwrap().lines().map(str::to_owned).collect()
}

/// The records of each file, with the entries that carry them.
fn mapped() -> Vec<(String, BTreeMap<String, Vec<String>>)> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder().join("records")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap())).collect()
}

fn entries() -> BTreeSet<String> {
    let base = embedded::knowledge();
    let capabilities = base.capabilities.iter().map(|(_, entry)| &entry.id);
    let limitations = base.limitations.iter().map(|(_, entry)| &entry.id);
    let events = base.events.iter().map(|(_, entry)| &entry.id);
    let questions = base.questions.iter().map(|(_, entry)| &entry.id);
    capabilities.chain(limitations).chain(events).chain(questions).map(ToString::to_string).collect()
}

#[test]
fn the_list_of_records_has_each_once_in_order() {
    let list = gathered();
    assert_eq!(list.len(), 210);
    assert!(list.is_sorted_by(|left, right| left < right));
}

#[test]
fn every_record_is_mapped_once_and_nothing_else_is() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for (file, records) in mapped() {
        for id in records.into_keys() {
            let before = seen.insert(id.clone(), file.clone());
            assert_eq!(before, None, "{id} stands in {file} too");
        }
    }
    let seen: BTreeSet<String> = seen.into_keys().collect();
    let gathered: BTreeSet<String> = gathered().into_iter().collect();
    assert_eq!(gathered.difference(&seen).collect::<Vec<_>>(), Vec::<&String>::new(), "mapped nowhere");
    assert_eq!(seen.difference(&gathered).collect::<Vec<_>>(), Vec::<&String>::new(), "no such record");
}

#[test]
fn every_entry_named_exists() {
    let known = entries();
    for (file, records) in mapped() {
        for (id, entries) in records {
            assert!(!entries.is_empty(), "{file}: {id} names no entry");
            let strays: Vec<&String> = entries.iter().filter(|entry| !known.contains(*entry)).collect();
            assert_eq!(strays, Vec::<&String>::new(), "{file}: {id}");
        }
    }
}
