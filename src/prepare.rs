//! The build script: checks the knowledge and the themes, and prepares both for quick loading.
//!
//! It lies beside the modules that it shares with the program.

#![expect(clippy::disallowed_methods, reason = "a build script reads the files it embeds")]
#![expect(dead_code, unreachable_pub, reason = "the program uses the rest of these modules")]

mod diagnostic;
mod knowledge;
mod model;
mod theme {
    pub mod raw;
    pub mod role;
    pub mod variant;
}

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use diagnostic::{Diagnostic, File, Severity};
use flate2::Compression;
use flate2::write::DeflateEncoder;
use theme::raw::name_of;

/// How the names of the program's own themes begin. They come before the palettes of others.
const OWN: [&str; 4] = ["default-", "terminal", "high-contrast-", "colour-blind-"];

/// The plan to try the program on, an answers file, and the client's text that it came from.
const SAMPLE: [&str; 2] = ["knowledge/sample.toml", "knowledge/sample.md"];

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
        "src/theme/raw.rs",
        "src/theme/role.rs",
        "src/theme/variant.rs",
    ] {
        writeln!(io::stdout(), "cargo::rerun-if-changed={path}")?;
    }
    let mut paths = toml_files(&root, &["knowledge", "knowledge/topics"])?;
    paths.retain(|path| !SAMPLE.contains(&path.as_str()));
    fs::write(out.join("knowledge.bin"), prepare(&root, &paths)?)?;
    fs::write(out.join("knowledge.texts"), packed(&root, &paths)?)?;
    let sample = SAMPLE.map(|path| format!("({path:?}, {})", included(&root, path))).join(", ");
    let code =
        format!("/// The sample: its plan and the client's text.\nconst SAMPLE: [(&str, &str); 2] = [{sample}];\n");
    fs::write(out.join("sample.rs"), code)?;
    let mut paths = toml_files(&root, &["themes"])?;
    paths.sort_by_key(|path| OWN.iter().position(|own| name_of(path).starts_with(own)).unwrap_or(OWN.len()));
    for path in &paths {
        fs::write(out.join(prepared(path)), prepare_theme(&root, path)?)?;
    }
    let entry = |path: &str| {
        let (name, text, prepared) = (name_of(path), included(&root, path), prepared(path));
        format!(
            "Builtin {{ name: {name:?}, path: {path:?}, text: {text}, prepared: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{prepared}\")) }}"
        )
    };
    fs::write(out.join("themes.rs"), listing("THEMES: &[Builtin]", &paths, entry))
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

/// The texts of files, with their paths, small: few people who start the program ask for them.
fn packed(root: &Path, paths: &[String]) -> io::Result<Vec<u8>> {
    let mut texts = Vec::new();
    for path in paths {
        texts.push((path, fs::read_to_string(root.join(path))?));
    }
    let texts = postcard::to_stdvec(&texts).map_err(io::Error::other)?;
    let mut packed = DeflateEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&texts)?;
    packed.finish()
}

/// The knowledge base in the form that the program decodes; errors in it stop the build.
fn prepare(root: &Path, paths: &[String]) -> io::Result<Vec<u8>> {
    let mut files = Vec::new();
    for path in paths {
        files.push(File { path: path.clone(), text: fs::read_to_string(root.join(path))? });
    }
    let knowledge::Loaded { base, diagnostics: mut errors, files, .. } = knowledge::load(files);
    errors.retain(|problem| problem.severity() == Severity::Error);
    match base {
        Some(base) => postcard::to_stdvec(&base).map_err(io::Error::other),
        None => Err(refuse(&errors, &files)?),
    }
}

/// A theme in the form that the program decodes; whatever is wrong in it stops the build.
fn prepare_theme(root: &Path, path: &str) -> io::Result<Vec<u8>> {
    let files = [File { path: path.to_owned(), text: fs::read_to_string(root.join(path))? }];
    let mut problems = Vec::new();
    let theme = theme::raw::read(&files[0], 0, &mut problems);
    if problems.is_empty() {
        postcard::to_stdvec(&theme).map_err(io::Error::other)
    } else {
        Err(refuse(&problems, &files)?)
    }
}

/// Says what is wrong, and that it stops the build.
fn refuse(problems: &[Diagnostic], files: &[File]) -> io::Result<io::Error> {
    write!(io::stderr(), "{}", diagnostic::render::render(problems, files, false))?;
    Ok(io::Error::other("what is to be embedded is not sound"))
}

/// The name of what is prepared from a file.
fn prepared(path: &str) -> String {
    format!("theme-{}.bin", name_of(path))
}

/// Code for a constant with an entry for each file.
fn listing(constant: &str, paths: &[String], entry: impl Fn(&str) -> String) -> String {
    let mut code = format!("/// Every embedded file.\nconst {constant} = &[\n");
    for path in paths {
        let _ = writeln!(code, "    {},", entry(path));
    }
    code.push_str("];\n");
    code
}

/// Code for the text of a file.
fn included(root: &Path, path: &str) -> String {
    format!("include_str!({:?})", root.join(path).display().to_string())
}
