//! A theme as written. What is wrong is said and left out: a bad line never costs the theme.
//!
//! The build script shares this file: it reads the built-in themes, so that the program need not.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml::de::DeValue;

use crate::diagnostic::code::Code;
use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::toml::{At, Codes, Reader, Table, Value, parse};
use crate::diagnostic::{Diagnostic, File, clean};
use crate::model::text::Text;

use super::role::Role;
use super::variant::Variant;

const CODES: Codes =
    Codes { syntax: Code::T001, unknown_key: Code::T002, missing_key: Code::T006, wrong_kind: Code::T005 };

/// How letters stand out besides by their colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) enum Emphasis {
    /// Heavier.
    Bold,
    /// Fainter.
    Dim,
    /// Slanted.
    Italic,
    /// With a line below.
    Underlined,
    /// With letters and ground exchanged.
    Reversed,
}

impl Emphasis {
    /// All of them.
    pub(crate) const ALL: [Self; 5] = [Self::Bold, Self::Dim, Self::Italic, Self::Underlined, Self::Reversed];

    /// The word in files.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Bold => "bold",
            Self::Dim => "dim",
            Self::Italic => "italic",
            Self::Underlined => "underlined",
            Self::Reversed => "reversed",
        }
    }
}

/// A theme as written.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Raw {
    /// Position of its file.
    #[serde(skip)]
    pub(crate) file: usize,
    /// The theme that it inherits from.
    pub(crate) inherits: Option<At<Text>>,
    /// Its name, which is that of its file.
    pub(crate) name: Text,
    /// The name for people.
    pub(crate) title: Option<Text>,
    /// The background it is made for.
    pub(crate) variant: Option<Variant>,
    /// Colours by name.
    pub(crate) palette: BTreeMap<Text, At<Text>>,
    /// What is said about roles.
    pub(crate) roles: BTreeMap<Role, RawStyle>,
}

/// What a theme says about a role.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct RawStyle {
    /// The colour of letters.
    pub(crate) fg: Option<At<Text>>,
    /// The colour of the ground.
    pub(crate) bg: Option<At<Text>>,
    /// How letters stand out.
    pub(crate) emphasis: Vec<Emphasis>,
}

impl Raw {
    /// The same at another position among the files.
    #[must_use]
    pub(crate) fn at(mut self, position: usize) -> Self {
        let styles = self.roles.values_mut().flat_map(|style| style.fg.iter_mut().chain(&mut style.bg));
        for text in self.palette.values_mut().chain(styles).chain(&mut self.inherits) {
            text.place.file = position;
        }
        self.file = position;
        self
    }
}

/// Reads a theme file.
pub(crate) fn read(file: &File, position: usize, diagnostics: &mut Vec<Diagnostic>) -> Raw {
    let (document, mut problems) = parse(file, position, CODES);
    let mut reader = Reader::new(position, CODES);
    let mut table = Table::root(&document, position);
    let raw = Raw {
        file: position,
        inherits: table.take("inherits").and_then(|value| text_at(value, &mut reader)),
        name: text(name_of(&file.path)),
        title: table
            .take("title")
            .and_then(|value| reader.text(value))
            .map(|title| clean::visible(title).into_owned().into()),
        variant: table.take("variant").and_then(|value| variant(value, &mut reader)),
        palette: table.take("palette").map(|value| palette(value, &mut reader)).unwrap_or_default(),
        roles: table.take("roles").map(|value| roles(value, &mut reader)).unwrap_or_default(),
    };
    // Credits and licence are for readers of the file.
    let _ = table.take("author");
    let _ = table.take("licence");
    table.finish(&mut reader);
    diagnostics.append(&mut problems);
    diagnostics.append(&mut reader.diagnostics);
    raw
}

fn variant(value: &Value<'_>, reader: &mut Reader) -> Option<Variant> {
    let text = reader.text(value)?;
    let found = Variant::ALL.into_iter().find(|variant| variant.word() == text);
    if found.is_none() {
        let message = format!("unknown variant `{}`", clean::visible(text));
        reader.report(Code::T005, message, value).help = did_you_mean(text, Variant::ALL.map(Variant::word));
    }
    found
}

fn palette(value: &Value<'_>, reader: &mut Reader) -> BTreeMap<Text, At<Text>> {
    let Some(table) = reader.table(value) else { return BTreeMap::new() };
    table.entries().filter_map(|(name, value)| Some((text(name.get_ref()), text_at(value, reader)?))).collect()
}

fn text(text: &str) -> Text {
    text.to_owned().into()
}

fn text_at(value: &Value<'_>, reader: &mut Reader) -> Option<At<Text>> {
    let place = reader.place(value);
    reader.text(value).map(|value| At { value: text(value), place })
}

fn roles(value: &Value<'_>, reader: &mut Reader) -> BTreeMap<Role, RawStyle> {
    let Some(mut table) = reader.table(value) else { return BTreeMap::new() };
    let mut roles = BTreeMap::new();
    for role in Role::ALL {
        if let Some(value) = table.take(role.word()) {
            roles.insert(*role, raw_style(value, reader));
        }
    }
    table.finish(reader);
    roles
}

/// A colour alone, or a table of `fg`, `bg` and `modifiers`.
fn raw_style(value: &Value<'_>, reader: &mut Reader) -> RawStyle {
    if let DeValue::String(_) = value.get_ref() {
        return RawStyle { fg: text_at(value, reader), ..RawStyle::default() };
    }
    let Some(mut table) = reader.table(value) else { return RawStyle::default() };
    let fg = table.take("fg").and_then(|value| text_at(value, reader));
    let bg = table.take("bg").and_then(|value| text_at(value, reader));
    let emphasis = table.take("modifiers").map(|value| emphasis(value, reader)).unwrap_or_default();
    table.finish(reader);
    RawStyle { fg, bg, emphasis }
}

fn emphasis(value: &Value<'_>, reader: &mut Reader) -> Vec<Emphasis> {
    let Some(items) = reader.list(value) else { return Vec::new() };
    let mut all = Vec::new();
    for item in items {
        let Some(text) = reader.text(item) else { continue };
        if let Some(emphasis) = Emphasis::ALL.into_iter().find(|emphasis| emphasis.word() == text) {
            all.push(emphasis);
        } else {
            let message = format!("unknown modifier `{}`", clean::visible(text));
            reader.report(Code::T005, message, item).help = did_you_mean(text, Emphasis::ALL.map(Emphasis::word));
        }
    }
    all
}

/// The name of the theme in a file: the file's own name without its ending.
pub(crate) fn name_of(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    name.strip_suffix(".toml").unwrap_or(name)
}
