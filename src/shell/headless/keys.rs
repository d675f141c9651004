//! `keys`: the keys in force, and what is wrong with the user's own.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde::Serialize;

use crate::app::key::KeyPress;
use crate::app::keymap::{BINDINGS, Binding, Keymap};
use crate::diagnostic::render;
use crate::embedded;
use crate::export::json;
use crate::model::nouns::Nouns;
use crate::shell::cli::{Keys, ListFormat};
use crate::shell::exit::{Exit, Failure};
use crate::shell::{World, keys, output};

const HEAD: &str = "\
# Your own keys: a command with one key or a list of them. A command that is not named keeps its keys.
# `journey-advisor paths` says where this file belongs, `journey-advisor keys` what is wrong with it.
";

pub(super) fn run(args: &Keys, world: &World) -> Result<Exit, Failure> {
    let format = super::form(args.format, &args.target, &super::LIST_ENDINGS)?;
    let styled = world.environment.colors_stderr(world.global.color);
    let read = keys::read();
    if let Some(failure) = &read.failure {
        output::failure(failure, styled);
    }
    output::message(&render::render(&read.problems, read.file.as_slice(), styled));
    let nouns = embedded::knowledge().nouns;
    let list = match format {
        ListFormat::Text => text(&nouns, &read.keymap),
        ListFormat::Json => {
            json::text(&Listed { schema_version: 1, keys: read.keymap.all().map(|row| entry(&nouns, row)).collect() })
        }
        ListFormat::Toml => toml(&nouns),
    };
    super::deliver(&list, &args.target)?;
    Ok(if read.notice().is_some() { Exit::Invalid } else { Exit::Done })
}

#[derive(Serialize)]
struct Listed {
    schema_version: u32,
    keys: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    command: &'static str,
    keys: Vec<String>,
    contexts: Vec<&'static str>,
    what: Cow<'static, str>,
}

fn entry(nouns: &Nouns, (binding, keys): (&'static Binding, &[KeyPress])) -> Entry {
    Entry {
        command: binding.name,
        keys: keys.iter().map(ToString::to_string).collect(),
        contexts: binding.contexts.iter().map(|context| context.word()).collect(),
        what: binding.long(nouns),
    }
}

fn text(nouns: &Nouns, keymap: &Keymap) -> String {
    let rows: Vec<(&str, String, String)> = keymap
        .all()
        .map(|(binding, keys)| {
            let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
            (binding.name, keys.join(" "), format!("{} ({})", binding.long(nouns), binding.places()))
        })
        .collect();
    let widest = |of: fn(&(&str, String, String)) -> usize| rows.iter().map(of).max().unwrap_or(0);
    let (names, keys) = (widest(|row| row.0.chars().count()), widest(|row| row.1.chars().count()));
    let mut text = String::new();
    for (name, own, what) in &rows {
        let _ = writeln!(text, "{name:names$}  {own:keys$}  {what}");
    }
    text
}

/// A file to start from: every command with its built-in keys, as comments.
fn toml(nouns: &Nouns) -> String {
    let mut file = HEAD.to_owned();
    for binding in BINDINGS {
        let keys: Vec<String> = binding.keys.iter().map(|key| format!("\"{key}\"")).collect();
        let _ = write!(file, "\n# {}\n# {} = [{}]\n", binding.long(nouns), binding.name, keys.join(", "));
    }
    file
}
