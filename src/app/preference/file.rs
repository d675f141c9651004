//! `config.toml`: read, and changed in one line so that whatever else its owner wrote stays.

use std::ops::Range;

use toml::de::DeValue;

use crate::answers::quoted;
use crate::diagnostic::code::Code;
use crate::diagnostic::toml::{Codes, Reader, Table, Value, parse};
use crate::diagnostic::{Diagnostic, File, sort};

use super::{Form, OFF, ON, PreferenceName, Preferences};

const CODES: Codes =
    Codes { syntax: Code::C001, unknown_key: Code::C002, missing_key: Code::C002, wrong_kind: Code::C003 };

/// What a file sets, and everything that is wrong with it.
pub fn read(file: &File) -> (Preferences, Vec<Diagnostic>) {
    let (document, mut diagnostics) = parse(file, 0, CODES);
    let mut preferences = Preferences::default();
    if !diagnostics.is_empty() {
        return (preferences, diagnostics);
    }
    let mut reader = Reader::new(0, CODES);
    let mut table = Table::root(&document, 0);
    for name in PreferenceName::ALL {
        let Some(value) = table.take(name.word()) else { continue };
        let Some(text) = text(name, value, &mut reader) else { continue };
        if let Err(refused) = preferences.set(name, text) {
            reader.report(Code::C004, refused.message, value).help = Some(refused.help);
        }
    }
    table.finish(&mut reader);
    diagnostics.append(&mut reader.diagnostics);
    sort(&mut diagnostics);
    (preferences, diagnostics)
}

/// A value as one types it.
fn text<'v>(name: PreferenceName, value: &'v Value<'_>, reader: &mut Reader) -> Option<&'v str> {
    match (name.form(), value.get_ref()) {
        (Form::Switch, DeValue::Boolean(is_on)) => Some(if *is_on { ON } else { OFF }),
        (Form::Switch, _) => {
            reader.wrong_kind(value, "`true` or `false` without quotes");
            None
        }
        _ => reader.text(value),
    }
}

/// The text of a sound file with something set to a value that can be.
pub fn changed(file: &File, name: PreferenceName, value: &str) -> String {
    let value = if name.form() == Form::Switch { value.to_owned() } else { quoted(value) };
    let mut text = file.text.clone();
    if let Some((_, place)) = places(file, name) {
        text.replace_range(place, &value);
        return text;
    }
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    format!("{text}{} = {value}\n", name.word())
}

/// The text of a sound file without the line that sets something.
pub fn without(file: &File, name: PreferenceName) -> String {
    let mut text = file.text.clone();
    let Some((key, value)) = places(file, name) else { return text };
    let before = text.get(..key.start).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let end = text.get(value.end..).and_then(|rest| rest.find('\n')).map_or(text.len(), |end| value.end + end + 1);
    text.replace_range(start..end, "");
    text
}

/// Where a key of a file stands, and its value.
fn places(file: &File, name: PreferenceName) -> Option<(Range<usize>, Range<usize>)> {
    let (document, _) = parse(file, 0, CODES);
    let mut entries = Table::root(&document, 0).entries();
    let (key, value) = entries.find(|(key, _)| key.get_ref() == name.word())?;
    Some((key.span(), value.span()))
}
