//! Names of files, and what a folder holds.

use std::fs;
use std::path::{Path, PathBuf};

#[cfg(unix)]
use super::{is_taken, may_never_end, modified};
use super::{list, named, names, quoted, rename, shown, walk};

fn folder_with(files: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "").unwrap();
    }
    folder
}

/// Paths as they lie in a folder.
fn within(folder: &Path, paths: &[PathBuf]) -> Vec<String> {
    paths.iter().map(|path| path.strip_prefix(folder).unwrap().to_string_lossy().into_owned()).collect()
}

#[test]
fn an_input_is_named_as_it_is_and_never_drives_a_terminal() {
    let path = Path::new("a\u{1b}b.toml");
    assert_eq!([shown(path), named(path), quoted(path)], ["a<U+001B>b.toml", "a<U+001B>b.toml", "`a<U+001B>b.toml`"]);
    let path = Path::new("-");
    assert_eq!([shown(path), named(path), quoted(path)], ["-", "standard input", "the standard input"]);
}

#[test]
fn a_folder_is_listed_by_ending_and_by_name() {
    let folder = folder_with(&["b.toml", "a.toml", "c.md", "toml", "below/d.toml"]);
    assert_eq!(within(folder.path(), &list(folder.path(), "toml").unwrap()), ["a.toml", "b.toml"]);
    assert_eq!(list(&folder.path().join("none"), "toml").unwrap(), Vec::<PathBuf>::new());
    assert!(list(&folder.path().join("c.md"), "toml").is_err(), "a file is no folder");
    let mut all = names(folder.path());
    all.sort();
    assert_eq!(all, ["a.toml", "b.toml", "below", "c.md", "toml"]);
}

#[test]
fn folders_below_are_walked_by_name_but_for_hidden_ones() {
    let folder = folder_with(&["b.toml", "a/z.toml", "a/b/y.toml", ".hidden/x.toml", "c.md", ".w.toml"]);
    let found: Vec<PathBuf> = walk(folder.path(), "toml").into_iter().map(|path| path.unwrap()).collect();
    assert_eq!(within(folder.path(), &found), [".w.toml", "a/b/y.toml", "a/z.toml", "b.toml"]);
    let [Err(failure)] = &walk(&folder.path().join("none"), "toml")[..] else { panic!("there is no such folder") };
    assert!(failure.message.starts_with("there is no `"), "{}", failure.message);
}

#[test]
fn a_file_gets_another_name_in_its_folder() {
    let folder = folder_with(&["a"]);
    rename(folder.path(), "a", "b").unwrap();
    assert_eq!(names(folder.path()), ["b"]);
    assert!(rename(folder.path(), "a", "b").is_err());
}

#[test]
#[cfg(unix)]
fn what_is_there_is_told_by_its_kind() {
    let folder = folder_with(&["file"]);
    let path = |name: &str| folder.path().join(name);
    std::os::unix::fs::symlink("nowhere", path("dangling")).unwrap();
    assert_eq!(["file", "dangling", "none"].map(|name| is_taken(&path(name))), [true, true, false]);
    assert_eq!(["file", "dangling", "none"].map(|name| modified(&path(name)).is_some()), [true, false, false]);
    let device = Path::new("/dev/null");
    assert!(may_never_end(device));
    assert!(![&path("file"), folder.path(), &path("none")].into_iter().any(may_never_end));
}
