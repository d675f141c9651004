//! The build script: checks the knowledge, prepares it for quick loading, and lists the themes to embed.
//!
//! It lies beside the modules that it shares with the program.

#![expect(clippy::disallowed_methods, reason = "a build script reads the files it embeds")]
#![expect(dead_code, unreachable_pub, reason = "the program uses the rest of these modules")]

mod diagnostic;
mod knowledge;
mod model;

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use diagnostic::File;

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    for path in [
        "knowledge",
        "themes",
        "src/prepare.rs",
        "src/model.rs",
        "src/model",
        "src/diagnostic.rs",
        "src/diagnostic",
        "src/knowledge.rs",
        "src/knowledge",
    ] {
        writeln!(io::stdout(), "cargo::rerun-if-changed={path}")?;
    }
    let paths = toml_files(&root, &["knowledge", "knowledge/topics"])?;
    fs::write(out.join("knowledge.bin"), prepare(&root, &paths)?)?;
    fs::write(out.join("knowledge.rs"), listing("KNOWLEDGE", &root, &paths))?;
    fs::write(out.join("themes.rs"), listing("THEMES", &root, &toml_files(&root, &["themes"])?))
}

/// The TOML files in some folders, in order, relative to the root.
fn toml_files(root: &Path, folders: &[&str]) -> io::Result<Vec<String>> {
    let mut paths = Vec::new();
    for folder in folders {
        for entry in fs::read_dir(root.join(folder))? {
            let name = entry?.file_name();
            if Path::new(&name).extension().is_some_and(|extension| extension == "toml") {
                paths.push(format!("{folder}/{}", name.display()));
            }
        }
    }
    paths.sort();
    Ok(paths)
}

/// The knowledge base in the form that the program decodes; errors in it stop the build.
fn prepare(root: &Path, paths: &[String]) -> io::Result<Vec<u8>> {
    let mut files = Vec::new();
    for path in paths {
        files.push(File { path: path.clone(), text: fs::read_to_string(root.join(path))? });
    }
    let loaded = knowledge::load(files);
    let Some(base) = loaded.base else {
        let mut errors = loaded.diagnostics;
        errors.retain(|problem| problem.severity() == diagnostic::Severity::Error);
        write!(io::stderr(), "{}", diagnostic::render::render(&errors, &loaded.files, false))?;
        return Err(io::Error::other("the knowledge has errors"));
    };
    postcard::to_stdvec(&base).map_err(io::Error::other)
}

/// Code for a constant with path and text of each file.
fn listing(constant: &str, root: &Path, paths: &[String]) -> String {
    let mut code = format!("/// Path and text of every embedded file.\nconst {constant}: &[(&str, &str)] = &[\n");
    for path in paths {
        let _ = writeln!(code, "    ({path:?}, include_str!({:?})),", root.join(path).display().to_string());
    }
    code.push_str("];\n");
    code
}
