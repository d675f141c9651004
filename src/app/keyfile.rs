//! The user's own keys, from a TOML file of `command = "key"` or `command = ["key", "key"]`.
//!
//! What is wrong with a line is said, and costs that line alone: its command keeps the keys that are built in.

use std::collections::BTreeMap;

use crate::diagnostic::code::Code;
use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::toml::{Codes, Reader, Table, Value, parse};
use crate::diagnostic::{Diagnostic, File, Place, clean, sort};

use super::action::Action;
use super::key::KeyPress;
use super::keymap::{BINDINGS, Binding, KeyClash, Keymap};

const CODES: Codes =
    Codes { syntax: Code::B001, unknown_key: Code::B002, missing_key: Code::B002, wrong_kind: Code::B003 };

/// Commands without which nobody gets out of a box or of the program.
const NEEDED: [Action; 3] = [Action::Back, Action::Quit, Action::QuitNow];

/// The keys of one command as written.
#[derive(Debug)]
struct KeyLine {
    binding: &'static Binding,
    keys: Vec<KeyPress>,
    place: Place,
}

/// The table of keys with those of a file, and everything that is wrong with the file.
pub fn read(file: &File) -> (Keymap, Vec<Diagnostic>) {
    let (document, mut diagnostics) = parse(file, 0, CODES);
    if !diagnostics.is_empty() {
        return (Keymap::default(), diagnostics);
    }
    let mut reader = Reader::new(0, CODES);
    let mut lines: Vec<KeyLine> = Table::root(&document, 0)
        .entries()
        .filter_map(|(name, value)| line(name.get_ref(), Place::new(0, name.span()), value, &mut reader))
        .collect();
    lines.sort_by_key(|line| line.place.span.start);
    diagnostics.append(&mut reader.diagnostics);
    let keymap = without_clashes(&mut lines, &mut diagnostics);
    sort(&mut diagnostics);
    (keymap, diagnostics)
}

fn line(name: &str, place: Place, value: &Value<'_>, reader: &mut Reader) -> Option<KeyLine> {
    let Some(binding) = BINDINGS.iter().find(|binding| binding.name == name) else {
        let names: Vec<&str> = BINDINGS.iter().map(|binding| binding.name).collect();
        let mut unknown = Diagnostic::new(Code::B002, format!("there is no command `{}`", clean::visible(name)), place);
        unknown.help =
            did_you_mean(name, names).or_else(|| Some("`journey-advisor keys` lists all commands".to_owned()));
        reader.diagnostics.push(unknown);
        return None;
    };
    let keys = match value.get_ref().as_str() {
        Some(_) => vec![key(binding, value, reader)?],
        None => list(binding, value, reader)?,
    };
    if keys.is_empty() && NEEDED.contains(&binding.action) {
        let message = format!("`{}` must keep a key", binding.name);
        reader.report(Code::B006, message, value);
        return None;
    }
    Some(KeyLine { binding, keys, place })
}

/// The keys of a list; none if one of them is wrong.
fn list(binding: &Binding, value: &Value<'_>, reader: &mut Reader) -> Option<Vec<KeyPress>> {
    let Some(list) = value.get_ref().as_array() else {
        reader.wrong_kind(value, "a key in quotes or a list of keys");
        return None;
    };
    let keys: Vec<Option<KeyPress>> = list.iter().map(|value| key(binding, value, reader)).collect();
    keys.into_iter().collect()
}

fn key(binding: &Binding, value: &Value<'_>, reader: &mut Reader) -> Option<KeyPress> {
    let text = reader.text(value)?;
    let Some(key) = KeyPress::parse(text) else {
        let message = format!("`{}` is not a key", clean::visible(text));
        let help = did_you_mean(text, KeyPress::names());
        let otherwise = "a key is written as `g`, `G`, `?`, `ctrl-g`, `space` or `pageup`";
        reader.report(Code::B004, message, value).help = help.or_else(|| Some(otherwise.to_owned()));
        return None;
    };
    if key.typed().is_some() && binding.contexts.iter().all(|context| context.types()) {
        let message = format!("`{key}` is typed where `{}` works", binding.name);
        reader.report(Code::B007, message, value);
        return None;
    }
    Some(key)
}

/// The table with these lines, those left out that claim a key which another command has in the same place.
fn without_clashes(lines: &mut Vec<KeyLine>, diagnostics: &mut Vec<Diagnostic>) -> Keymap {
    let meant = Keymap::default().clashes();
    loop {
        let own: BTreeMap<&str, Vec<KeyPress>> =
            lines.iter().map(|line| (line.binding.name, line.keys.clone())).collect();
        let keymap = Keymap::new(&own);
        let claimed = |clash: &KeyClash| lines.iter().rposition(|line| clash.rows.contains(&line.binding.name));
        let mut clashes = keymap.clashes().into_iter().filter(|clash| !meant.contains(clash));
        match clashes.find_map(|clash| claimed(&clash).map(|position| (clash, position))) {
            Some((clash, position)) => diagnostics.push(said(&clash, &lines.remove(position), lines)),
            None => return keymap,
        }
    }
}

/// What is wrong with a line whose key another command keeps.
fn said(clash: &KeyClash, line: &KeyLine, others: &[KeyLine]) -> Diagnostic {
    let other = clash.rows.into_iter().find(|name| *name != line.binding.name).unwrap_or(line.binding.name);
    let message = format!("`{}` is the key of `{other}` too ({})", clash.key, clash.context.word());
    let problem = Diagnostic::new(Code::B005, message, line.place.clone())
        .saying(format!("stays {}", built_in(line.binding)))
        .help("give one of them another key");
    match others.iter().find(|line| line.binding.name == other) {
        Some(line) => problem.with(line.place.clone(), "claimed here first"),
        None => problem,
    }
}

fn built_in(binding: &Binding) -> String {
    let keys: Vec<String> = binding.keys.iter().map(|key| format!("`{key}`")).collect();
    crate::diagnostic::suggest::enumerate(&keys, "and")
}

#[cfg(test)]
mod tests;
