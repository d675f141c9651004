//! Reading TOML so that every problem of a text is found in one run, each with its place.
//!
//! A [`Reader`] collects the problems; a [`Table`] hands out its values by name and, at the end, reports the names
//! that nobody asked for.

use serde::{Deserialize, Serialize};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::code::Code;
use super::suggest::did_you_mean;
use super::{Diagnostic, File, Place};

/// A value as parsed, with its place.
pub type Value<'t> = Spanned<DeValue<'t>>;

/// A value together with its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

/// The codes that one kind of text uses for what can be wrong with any TOML.
#[derive(Debug, Clone, Copy)]
pub struct Codes {
    /// The text is not TOML.
    pub(crate) syntax: Code,
    /// A key means nothing.
    pub(crate) unknown_key: Code,
    /// A key is missing.
    pub(crate) missing_key: Code,
    /// A value has the wrong type.
    pub(crate) wrong_kind: Code,
}

/// Parses a text as far as it can be understood; each syntax error becomes a problem.
pub fn parse(file: &File, position: usize, codes: Codes) -> (Spanned<DeTable<'_>>, Vec<Diagnostic>) {
    let (table, errors) = DeTable::parse_recoverable(&file.text);
    if let Some((at, kind)) = other_kind(&file.text).filter(|_| !errors.is_empty()) {
        let message = format!("this is not TOML; it begins like {kind}");
        let problem = Diagnostic::new(codes.syntax, message, Place::new(position, at..at + 1));
        return (table, vec![problem.help("check that it is the right file")]);
    }
    let problems = errors.iter().map(|error| {
        let span = error.span().unwrap_or(0..0);
        let message = error.message().split('\n').next().expect("a split has a first part").to_owned();
        Diagnostic::new(codes.syntax, message, Place::new(position, span))
    });
    (table, problems.collect())
}

/// What a text is instead of TOML, with the byte that shows it. TOML begins neither with an angle bracket nor with a brace.
fn other_kind(text: &str) -> Option<(usize, &'static str)> {
    let begin = text.trim_start().trim_start_matches('\u{feff}');
    let kind = match begin.chars().next()? {
        '<' => "a page for a browser",
        '{' => "JSON",
        _ => return None,
    };
    Some((text.len() - begin.len(), kind))
}

/// Collects the problems of one text.
#[derive(Debug)]
pub struct Reader {
    file: usize,
    codes: Codes,
    /// What was found so far.
    pub diagnostics: Vec<Diagnostic>,
}

impl Reader {
    /// A reader of the text at position `file` among those read together.
    pub fn new(file: usize, codes: Codes) -> Self {
        Self { file, codes, diagnostics: Vec::new() }
    }

    /// The place of a value.
    pub fn place(&self, value: &Value<'_>) -> Place {
        Place::new(self.file, value.span())
    }

    /// Reports that a value is not what is expected there, such as `text` or `a list`.
    pub(crate) fn wrong_kind(&mut self, value: &Value<'_>, expected: &str) -> &mut Diagnostic {
        self.report(self.codes.wrong_kind, format!("expected {expected}, found {}", kind(value)), value)
    }

    /// Reports a problem at a value.
    pub fn report(&mut self, code: Code, message: impl Into<String>, value: &Value<'_>) -> &mut Diagnostic {
        let place = self.place(value);
        self.diagnostics.push(Diagnostic::new(code, message, place));
        self.diagnostics.last_mut().expect("just pushed")
    }

    /// The text of a value; anything else is reported.
    pub fn text<'v>(&mut self, value: &'v Value<'_>) -> Option<&'v str> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong_kind(value, "text in quotes");
        }
        text
    }

    /// The values of a list; anything else is reported.
    pub fn list<'v, 't>(&mut self, value: &'v Value<'t>) -> Option<impl Iterator<Item = &'v Value<'t>> + use<'v, 't>> {
        let list = value.get_ref().as_array();
        if list.is_none() {
            self.wrong_kind(value, "a list in square brackets");
        }
        list.map(|list| list.iter())
    }

    /// A table to take values from; anything else is reported.
    pub fn table<'v, 't>(&mut self, value: &'v Value<'t>) -> Option<Table<'v, 't>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_kind(value, "a table");
        }
        table.map(|entries| Table { entries, place: self.place(value), asked: Vec::new() })
    }
}

/// What a value is, as one says it.
fn kind(value: &Value<'_>) -> &'static str {
    match value.get_ref() {
        DeValue::String(_) => "text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date without quotes",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// One table from which values are taken by name.
#[derive(Debug)]
pub struct Table<'v, 't> {
    entries: &'v DeTable<'t>,
    place: Place,
    asked: Vec<&'static str>,
}

impl<'v, 't> Table<'v, 't> {
    /// A table as a whole text gives it.
    pub fn root(document: &'v Spanned<DeTable<'t>>, file: usize) -> Self {
        Self { entries: document.get_ref(), place: Place::new(file, 0..0), asked: Vec::new() }
    }

    /// Where the table stands.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The value of that name, if there is one.
    pub fn take(&mut self, name: &'static str) -> Option<&'v Value<'t>> {
        self.asked.push(name);
        self.entries.iter().find(|(key, _)| key.get_ref() == name).map(|(_, value)| value)
    }

    /// The value of that name; that it is missing is reported.
    pub fn require(&mut self, name: &'static str, reader: &mut Reader) -> Option<&'v Value<'t>> {
        let value = self.take(name);
        if value.is_none() {
            let message = format!("`{name}` is missing here");
            reader.diagnostics.push(Diagnostic::new(reader.codes.missing_key, message, self.place.clone()));
        }
        value
    }

    /// Every name with its place and value, in the order of the alphabet.
    pub fn entries(&self) -> impl Iterator<Item = (&'v Spanned<toml::de::DeString<'t>>, &'v Value<'t>)> + use<'v, 't> {
        self.entries.iter()
    }

    /// Reports the names that nobody asked for.
    pub(crate) fn finish(self, reader: &mut Reader) {
        for (key, _) in self.entries {
            let name = key.get_ref().as_ref();
            if self.asked.contains(&name) {
                continue;
            }
            let message = format!("unknown key `{}`", super::clean::visible(name));
            let mut diagnostic =
                Diagnostic::new(reader.codes.unknown_key, message, Place::new(reader.file, key.span()));
            diagnostic.help = did_you_mean(name, self.asked.iter().copied());
            reader.diagnostics.push(diagnostic);
        }
    }
}
