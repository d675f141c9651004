//! The entries of `sources.toml`.

use serde_json::{Value as Schema, json};
use toml::de::DeValue;

use crate::diagnostic::toml::{At, Reader, Value};
use crate::knowledge::shape::{Shape, Text, entry};
use crate::model::date::{Day, PartialDate};
use crate::model::name::Id;

entry! {
    /// `sources.toml`.
    Sources {
        /// The sources.
        sources "source" list Source,
    }
}

entry! {
    /// A published text.
    Source {
        /// The id that citations use.
        id "id" required Id,
        /// Who published it.
        publisher "publisher" required Text<60>,
        /// Its title.
        title "title" required Text<160>,
        /// Its public address.
        url "url" required Text<300>,
        /// The date of the text.
        date "date" required PartialDate,
        /// The day somebody last read it at its address.
        verified "verified" optional PartialDate,
        /// The day somebody last read it in a stored copy, instead of `verified`.
        read "read" optional PartialDate,
        /// The day on which the page was withdrawn.
        archived "archived" optional Archived,
        /// The day since which the address shows a later text.
        replaced "replaced" optional Day,
        /// The page in the repository of the documentation.
        page "page" optional Text<160>,
        /// The commit of the text that was read.
        commit "commit" optional CommitName,
        /// What a reader must know about it.
        note "note" optional Text<300>,
    }
}

impl Source {
    /// The day of its last reading, wherever it was read.
    pub(in crate::knowledge) fn reading(&self) -> Option<&At<PartialDate>> {
        self.verified.as_ref().or(self.read.as_ref())
    }
}

/// When a page was withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::knowledge) enum Archived {
    On(Day),
    /// `true`: on a day that nobody has noted.
    SomeDay,
    /// `false`: not at all.
    Not,
}

impl Shape for Archived {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        match value.get_ref() {
            DeValue::Boolean(withdrawn) => Some(if *withdrawn { Self::SomeDay } else { Self::Not }),
            _ => Day::read(value, reader).map(Self::On),
        }
    }

    fn schema() -> Schema {
        json!({ "anyOf": [Day::schema(), bool::schema()] })
    }
}

/// The full name of a commit: 40 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::knowledge) struct CommitName(pub(in crate::knowledge) String);

impl Shape for CommitName {
    fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(value)?;
        let is_full = text.len() == 40 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if !is_full {
            reader.wrong_kind(value, "the 40 hexadecimal digits of a commit");
        }
        is_full.then(|| Self(text.to_owned()))
    }

    fn schema() -> Schema {
        json!({ "type": "string", "pattern": "^[0-9a-f]{40}$" })
    }
}
