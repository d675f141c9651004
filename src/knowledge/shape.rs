//! What entries of a knowledge file look like: one declaration gives the struct, its reading, and its JSON Schema.

use serde_json::{Value as Schema, json};
use toml::de::DeValue;

use crate::diagnostic::code::Code;
use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::toml::{At, Codes, Reader, Value};
use crate::diagnostic::{Diagnostic, clean};
use crate::model::alternative::Availability;
use crate::model::capability::{Level, Severity, TilePlace, Way};
use crate::model::date::{Day, PartialDate};
use crate::model::name::Id;
use crate::model::question::{Importance, Kind};
use crate::model::setting::SettingName;
use crate::model::work::{Builder, Effort, PrerequisiteKind};

/// The codes that knowledge files use.
pub(super) const CODES: Codes =
    Codes { syntax: Code::K001, unknown_key: Code::K002, missing_key: Code::K003, wrong_kind: Code::K004 };

/// A value that can be read from knowledge TOML.
pub(super) trait Shape: Sized {
    /// Reads it; whatever is wrong is reported, and then there is no value.
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self>;

    /// The same as a JSON Schema, for editors.
    fn schema() -> Schema;
}

/// Reads a value together with its place.
pub(super) fn read_at<T: Shape>(value: &Value<'_>, reader: &mut Reader) -> Option<At<T>> {
    let place = reader.place(value);
    T::read(value, reader).map(|value| At { value, place })
}

/// Reads a list; items that are wrong are reported and left out.
pub(super) fn read_list<T: Shape>(value: &Value<'_>, reader: &mut Reader) -> Vec<At<T>> {
    let Some(items) = reader.list(value) else { return Vec::new() };
    items.filter_map(|item| read_at(item, reader)).collect()
}

/// Text for people of at most `MAX` characters: not empty, free of hostile characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Text<const MAX: usize>(pub(super) String);

impl<const MAX: usize> Shape for Text<MAX> {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(value)?;
        if text.trim().is_empty() {
            reader.report(Code::K008, "the text is empty", value);
            return None;
        }
        if let Some(letter) = clean::first_hostile(text) {
            let message = format!("the text holds the character U+{:04X}", u32::from(letter));
            reader.report(Code::K009, message, value).help =
                Some("remove it, or write the text on one line".to_owned());
            return None;
        }
        let length = text.chars().count();
        if length > MAX {
            reader.report(Code::K010, format!("the text has {length} characters; {MAX} fit"), value);
        }
        Some(Self(text.trim().to_owned()))
    }

    fn schema() -> Schema {
        json!({ "type": "string", "minLength": 1, "maxLength": MAX })
    }
}

impl Shape for Id {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(value)?;
        let id = Self::new(text);
        if id.is_none() {
            let message = format!("`{}` is not an id", clean::visible(text));
            reader.report(Code::K006, message, value).help =
                Some("write it in kebab-case, such as `lead-scoring`".to_owned());
        }
        id
    }

    fn schema() -> Schema {
        json!({ "type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "maxLength": 64 })
    }
}

impl Shape for PartialDate {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        let written = match value.get_ref() {
            DeValue::Datetime(date) => date.to_string(),
            _ => reader.text(value)?.to_owned(),
        };
        let date = Self::parse(&written);
        if date.is_none() {
            let message = format!("`{}` is not a date", clean::visible(&written));
            reader.report(Code::K011, message, value).help = Some("write `2026`, `2026-05` or `2026-05-01`".to_owned());
        }
        date
    }

    fn schema() -> Schema {
        json!({ "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" })
    }
}

/// A date that must be known to the day.
impl Shape for Day {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        let date = PartialDate::read(value, reader)?;
        let day = date.day();
        if day.is_none() {
            let message = format!("`{date}` is no day");
            reader.report(Code::K011, message, value).help =
                Some("write the whole date, as in `2026-05-01`".to_owned());
        }
        day
    }

    fn schema() -> Schema {
        json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
    }
}

impl Shape for bool {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            reader.wrong_kind(value, "`true` or `false`");
        }
        flag
    }

    fn schema() -> Schema {
        json!({ "type": "boolean" })
    }
}

/// A whole number from 0 to 4,294,967,295, also with underscores between its digits.
impl Shape for u32 {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        let digits = value.get_ref().as_integer();
        let number = digits.and_then(|digits| Self::from_str_radix(digits.as_str(), digits.radix()).ok());
        if number.is_none() {
            reader.wrong_kind(value, "a whole number from 0 to 4294967295");
        }
        number
    }

    fn schema() -> Schema {
        json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX })
    }
}

/// A whole number from 0 to 65,535.
impl Shape for u16 {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        let number = value.get_ref().as_integer().and_then(|digits| digits.as_str().parse().ok());
        if number.is_none() {
            reader.wrong_kind(value, "a whole number from 0 to 65535");
        }
        number
    }

    fn schema() -> Schema {
        json!({ "type": "integer", "minimum": 0, "maximum": u16::MAX })
    }
}

/// Where something is written: `source` or `source#place`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reference {
    /// The id of the source.
    pub(super) source: String,
    /// The place inside it.
    pub(super) place: Option<String>,
}

impl Shape for Reference {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        let Text::<160>(text) = Text::read(value, reader)?;
        Some(match text.split_once('#') {
            Some((source, place)) if !place.is_empty() => {
                Self { source: source.to_owned(), place: Some(place.to_owned()) }
            }
            _ => Self { source: text.trim_end_matches('#').to_owned(), place: None },
        })
    }

    fn schema() -> Schema {
        json!({ "type": "string", "pattern": "^[a-z][a-z0-9-]*(#.+)?$" })
    }
}

/// One of a few words.
fn word<T: Copy>(value: &Value<'_>, reader: &mut Reader, all: &[T], spell: fn(T) -> &'static str) -> Option<T> {
    let text = reader.text(value)?;
    let found = all.iter().copied().find(|candidate| spell(*candidate) == text);
    if found.is_none() {
        let place = reader.place(value);
        let mut diagnostic = Diagnostic::new(Code::K005, format!("unknown word `{}`", clean::visible(text)), place);
        diagnostic.help = did_you_mean(text, all.iter().map(|candidate| spell(*candidate)));
        reader.diagnostics.push(diagnostic);
    }
    found
}

macro_rules! words {
    ($($word:ident),*) => {$(
        impl Shape for $word {
            fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
                word(value, reader, &Self::ALL, Self::word)
            }

            fn schema() -> Schema {
                json!({ "enum": Self::ALL.map(Self::word) })
            }
        }
    )*};
}

words!(Level, Severity, TilePlace, Way, Kind, Importance, Availability, Stage, Effort, PrerequisiteKind, SettingName);

impl Shape for Builder {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        word(value, reader, &Self::WORDS, |word| word).and_then(Self::parse)
    }

    fn schema() -> Schema {
        json!({ "enum": Self::WORDS })
    }
}

/// Whether a feature is only a preview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Not generally available yet.
    Preview,
}

impl Stage {
    const ALL: [Self; 1] = [Self::Preview];

    fn word(self) -> &'static str {
        match self {
            Self::Preview => "preview",
        }
    }
}

/// The schema of an entry from its fields: key, whether it is required, description, schema.
pub(super) fn object(description: &str, fields: Vec<(&str, bool, &str, Schema)>) -> Schema {
    let required: Vec<&str> = fields.iter().filter(|(_, required, ..)| *required).map(|(key, ..)| *key).collect();
    let mut properties = serde_json::Map::new();
    for (key, _, description, mut schema) in fields {
        if let Some(schema) = schema.as_object_mut() {
            schema.insert("description".to_owned(), description.trim().into());
        }
        properties.insert(key.to_owned(), schema);
    }
    json!({
        "type": "object",
        "description": description.trim(),
        "additionalProperties": false,
        "required": required,
        "properties": properties,
    })
}

/// Declares an entry: its fields are `required`, `optional` or `list`. What is wrong or missing is reported and left out,
/// so that the rest can still be checked.
macro_rules! entry {
    ($(#[doc = $doc:literal])* $name:ident { $($(#[doc = $field_doc:literal])* $field:ident $key:literal $presence:ident $kind:ty,)* }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone)]
        pub(in crate::knowledge) struct $name {
            $($(#[doc = $field_doc])* pub(in crate::knowledge) $field: entry!(@field $presence $kind),)*
        }

        impl $crate::knowledge::shape::Shape for $name {
            fn read(value: &crate::diagnostic::toml::Value<'_>, reader: &mut crate::diagnostic::toml::Reader) -> Option<Self> {
                let table = reader.table(value)?;
                Some(Self::from_table(table, reader))
            }

            fn schema() -> serde_json::Value {
                $crate::knowledge::shape::object(
                    &[$($doc),*].concat(),
                    vec![$(($key, entry!(@required $presence), &[$($field_doc),*].concat(), entry!(@schema $presence $kind)),)*],
                )
            }
        }

        impl $name {
            /// Reads the entry from a table.
            pub(in crate::knowledge) fn from_table(mut table: crate::diagnostic::toml::Table<'_, '_>, reader: &mut crate::diagnostic::toml::Reader) -> Self {
                let entry = Self {
                    $($field: entry!(@read $presence table reader $key),)*
                };
                table.finish(reader);
                entry
            }
        }
    };
    (@schema list $kind:ty) => {
        serde_json::json!({ "type": "array", "items": <$kind as $crate::knowledge::shape::Shape>::schema() })
    };
    (@schema $presence:ident $kind:ty) => { <$kind as $crate::knowledge::shape::Shape>::schema() };
    (@required required) => { true };
    (@required $presence:ident) => { false };
    (@field list $kind:ty) => { Vec<crate::diagnostic::toml::At<$kind>> };
    (@field $presence:ident $kind:ty) => { Option<crate::diagnostic::toml::At<$kind>> };
    (@read required $table:ident $reader:ident $key:literal) => {
        $table.require($key, $reader).and_then(|value| $crate::knowledge::shape::read_at(value, $reader))
    };
    (@read optional $table:ident $reader:ident $key:literal) => {
        $table.take($key).and_then(|value| $crate::knowledge::shape::read_at(value, $reader))
    };
    (@read list $table:ident $reader:ident $key:literal) => {
        $table.take($key).map(|value| $crate::knowledge::shape::read_list(value, $reader)).unwrap_or_default()
    };
}
pub(super) use entry;
