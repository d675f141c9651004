//! What people download: the layout of an archive, the manifests of package managers, and that the workflow makes what these name.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use sha2::{Digest as _, Sha256};

use crate::support::documents::root;

const TARGETS: [&str; 5] = [
    "x86_64-unknown-linux-musl",
    "aarch64-unknown-linux-musl",
    "x86_64-pc-windows-msvc",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
];

const LICENCES: &str = "# Licences of others\n";

fn archive_name(version: &str, target: &str) -> String {
    let ending = if target.contains("windows") { "zip" } else { "tar.gz" };
    format!("journey-advisor-{version}-{target}.{ending}")
}

fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

#[track_caller]
fn text(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Packs the program of the tests as if it were for a target.
fn archive(target: &str, folder: &Path) -> Output {
    let licences = folder.join("licences.md");
    fs::write(&licences, LICENCES).unwrap();
    let mut command = Command::new(root("release/archive"));
    command.arg(env!("CARGO_BIN_EXE_journey-advisor")).arg(target).arg(licences).arg(folder.join("out"));
    command.env("SOURCE_DATE_EPOCH", "1795478400").output().unwrap()
}

/// The files below a folder, by their paths in it.
fn files(folder: &Path) -> Vec<String> {
    let (mut found, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned());
            }
        }
    }
    found.sort();
    found
}

#[test]
fn an_archive_holds_the_program_with_all_that_belongs_to_it_and_is_the_same_each_time() {
    let target = "x86_64-unknown-linux-musl";
    let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let name = text(&archive(target, first.path()));
    assert_eq!(name.trim(), archive_name(version(), target));
    text(&archive(target, second.path()));
    let bytes = |folder: &tempfile::TempDir| fs::read(folder.path().join("out").join(name.trim())).unwrap();
    assert!(bytes(&first) == bytes(&second), "two archives of the same program differ");

    let unpacked = tempfile::tempdir().unwrap();
    let packed = first.path().join("out").join(name.trim());
    text(&Command::new("tar").arg("-xzf").arg(packed).current_dir(unpacked.path()).output().unwrap());
    let top = unpacked.path().join(format!("journey-advisor-{}-{target}", version()));
    let files = files(&top);
    for file in [
        "journey-advisor",
        "README.md",
        "CHANGELOG.md",
        "SECURITY.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "LICENSES-THIRD-PARTY.md",
        "docs/wrong-fact.md",
        "completions/journey-advisor.bash",
        "completions/_journey-advisor",
        "completions/journey-advisor.fish",
        "completions/_journey-advisor.ps1",
        "completions/journey-advisor.elv",
        "man/journey-advisor.1",
    ] {
        assert!(files.iter().any(|it| it == file), "{file} is missing: {files:?}");
    }
    let pages = files.iter().filter(|file| file.starts_with("man/")).count();
    assert_eq!(pages, 1 + commands(), "a page for the program and one for each command");
    assert_eq!(fs::read_to_string(top.join("LICENSES-THIRD-PARTY.md")).unwrap(), LICENCES);
    let ran = Command::new(top.join("journey-advisor")).arg("--version").output().unwrap();
    assert!(text(&ran).starts_with(&format!("journey-advisor {}\n", version())));
}

/// How many commands the program has.
fn commands() -> usize {
    let help = text(&Command::new(env!("CARGO_BIN_EXE_journey-advisor")).arg("--help").output().unwrap());
    let (_, after) = help.split_once("\nCommands:\n").unwrap();
    let list = after.split("\n\n").next().unwrap();
    list.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   ")).count()
}

#[test]
fn beside_an_archive_lies_its_hash() {
    let folder = tempfile::tempdir().unwrap();
    let name = text(&archive("aarch64-apple-darwin", folder.path()));
    let read = |name: &str| fs::read(folder.path().join("out").join(name)).unwrap();
    let hash = format!("{:x}", Sha256::digest(read(name.trim())));
    let written = String::from_utf8(read(&format!("{}.sha256", name.trim()))).unwrap();
    assert_eq!(written, format!("{hash}  {}\n", name.trim()));
}

/// A release is packed from archives that were built elsewhere too. What packs it is another program, of which nothing is asked here
/// but what it would find.
#[test]
fn a_debian_package_is_laid_out_where_nothing_was_built() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    for name in ["release", "bin", "layout"] {
        fs::create_dir(folder.path().join(name)).unwrap();
    }
    fs::copy(root("release/deb"), folder.path().join("release/deb")).unwrap();
    fs::write(folder.path().join("layout/journey-advisor"), "").unwrap();
    let cargo = folder.path().join("bin/cargo");
    fs::write(&cargo, "#!/bin/sh\nls target/debian-layout\n").unwrap();
    fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = Command::new("bash");
    command.arg(folder.path().join("release/deb")).arg("x86_64-unknown-linux-musl");
    command.arg(folder.path().join("layout")).arg(folder.path().join("out"));
    let path = format!("{}:/usr/bin:/bin", folder.path().join("bin").display());
    assert_eq!(text(&command.env("PATH", path).output().unwrap()), "journey-advisor\n");
}

/// Hashes as a release has them, each telling its target.
fn hashes(folder: &Path) {
    for (number, target) in TARGETS.iter().enumerate() {
        let name = archive_name("9.8.7", target);
        fs::write(folder.join(format!("{name}.sha256")), format!("{}  {name}\n", hash_of(number))).unwrap();
    }
}

fn hash_of(number: usize) -> String {
    number.to_string().repeat(64)
}

fn fill(folder: &Path) -> Output {
    let address = "https://example.org/journey-advisor/releases/download/v9.8.7";
    Command::new(root("release/fill")).args(["9.8.7", address]).arg(folder).output().unwrap()
}

#[test]
fn the_manifests_name_the_archives_with_their_hashes() {
    let folder = tempfile::tempdir().unwrap();
    hashes(folder.path());
    text(&fill(folder.path()));
    let filled = folder.path().join("manifests");
    let names = files(&filled);
    assert_eq!(names.len(), 5, "{names:?}");
    let all: String = names.iter().map(|name| fs::read_to_string(filled.join(name)).unwrap()).collect();
    for (number, target) in TARGETS.iter().enumerate() {
        let address = "https://example.org/journey-advisor/releases/download/v9.8.7";
        assert!(all.contains(&format!("{address}/{}", archive_name("9.8.7", target))), "{target}");
        assert!(all.contains(&hash_of(number)), "{target}");
    }
    let scoop = fs::read_to_string(filled.join("journey-advisor.json")).unwrap();
    let scoop: serde_json::Value = serde_json::from_str(&scoop).unwrap();
    assert_eq!(scoop["version"], "9.8.7");
    assert_eq!(scoop["homepage"], "https://example.org/journey-advisor");
    assert_eq!(scoop["architecture"]["64bit"]["hash"], hash_of(2));
}

#[test]
fn without_a_hash_there_are_no_manifests() {
    let folder = tempfile::tempdir().unwrap();
    hashes(folder.path());
    let missing = format!("{}.sha256", archive_name("9.8.7", "aarch64-apple-darwin"));
    fs::remove_file(folder.path().join(&missing)).unwrap();
    let output = fill(folder.path());
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && error.contains(&missing), "{error}");
    assert!(!folder.path().join("manifests").exists());
}

/// What installs the program finds what the workflow made only if both say the same.
#[test]
fn the_workflow_the_licences_and_the_manifests_know_the_same_targets() {
    let read = |name: &str| fs::read_to_string(root(name)).unwrap();
    let (workflow, rules, manifest) = (read(".github/workflows/release.yml"), read("deny.toml"), read("Cargo.toml"));
    for target in TARGETS {
        assert!(workflow.contains(&format!("target: {target}, ")), "{target}");
        assert!(rules.contains(&format!("\"{target}\"")), "{target}");
    }
    assert_eq!(workflow.matches("{ target: ").count(), TARGETS.len());
    let manifest: toml::Table = toml::from_str(&manifest).unwrap();
    let binstall = &manifest["package"]["metadata"]["binstall"];
    let name = |address: &str| {
        let name = address.rsplit('/').next().unwrap();
        name.replace("{ name }", "journey-advisor").replace("{ version }", "9.8.7").replace("{ target }", "TARGET")
    };
    assert_eq!(name(binstall["pkg-url"].as_str().unwrap()), archive_name("9.8.7", "TARGET"));
    let windows = &binstall["overrides"]["x86_64-pc-windows-msvc"]["pkg-url"];
    assert_eq!(name(windows.as_str().unwrap()), archive_name("9.8.7", "TARGET").replace("tar.gz", "zip"));
    let oldest = manifest["package"]["rust-version"].as_str().unwrap();
    assert!(read(".github/workflows/ci.yml").contains(&format!("cargo +{oldest} check")), "{oldest}");
}
