#![expect(clippy::disallowed_methods, reason = "a build script reads the files it embeds")]
//! Lists the files to embed, so that a new topic or theme is part of the program as soon as its file is there.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    embed("knowledge", "KNOWLEDGE", &["knowledge", "knowledge/topics"])?;
    embed("themes", "THEMES", &["themes"])
}

/// Writes `NAME.rs` with the constant `constant`: path and text of every TOML file in the folders, in order.
fn embed(name: &str, constant: &str, folders: &[&str]) -> io::Result<()> {
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let mut paths = Vec::new();
    for folder in folders {
        println!("cargo::rerun-if-changed={folder}");
        for entry in fs::read_dir(Path::new(&root).join(folder))? {
            let name = entry?.file_name();
            if Path::new(&name).extension().is_some_and(|extension| extension == "toml") {
                paths.push(format!("{folder}/{}", name.display()));
            }
        }
    }
    paths.sort();
    let mut code = format!("/// Path and text of every embedded file.\nconst {constant}: &[(&str, &str)] = &[\n");
    for path in paths {
        writeln!(code, "    ({path:?}, include_str!({:?})),", format!("{root}/{path}")).map_err(io::Error::other)?;
    }
    code.push_str("];\n");
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join(format!("{name}.rs")), code)
}
