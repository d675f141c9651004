//! The settings of a plan in its file: who can build it, whether workarounds will do, until when it must run.

use std::fmt::Write as _;

use crate::diagnostic::clean::visible;
use crate::diagnostic::code::Code;
use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::toml::{Reader, Value};
use crate::diagnostic::{Diagnostic, Place};
use crate::knowledge::KnowledgeBase;
use crate::model::date::PartialDate;
use crate::model::setting::{Builders, SettingName, Settings};
use crate::model::work::Builder;

/// The table of the file that holds them.
pub(super) const TABLE: &str = "[plan]";

const DATES: &str = "write a year, a month or a day, such as `\"2027-12\"`";

/// Whether a line of that key says one of them.
pub(super) fn is_setting(key: &str) -> bool {
    SettingName::ALL.iter().any(|name| name.word() == key)
}

/// Reads `[plan]`. What is wrong is reported and left out.
pub(super) fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Settings> {
    let mut table = reader.table(value)?;
    let mut settings = Settings::default();
    if let Some(builders) = table.take("builders").and_then(|value| builders(value, reader)) {
        settings.builders = builders;
    }
    if let Some(value) = table.take("workarounds") {
        match value.get_ref().as_bool() {
            Some(will_do) => settings.refuses_workarounds = !will_do,
            None => {
                reader.wrong_kind(value, "`true` or `false`");
            }
        }
    }
    settings.runs_until = table.take("runs-until").and_then(|value| date(value, reader));
    table.finish(reader);
    Some(settings)
}

/// What two lines say together; of what is said twice the second counts.
pub(super) fn joined(first: Settings, second: Settings) -> Settings {
    Settings {
        builders: if second.builders.is_empty() { first.builders } else { second.builders },
        refuses_workarounds: first.refuses_workarounds || second.refuses_workarounds,
        runs_until: second.runs_until.or(first.runs_until),
    }
}

fn builders(value: &Value<'_>, reader: &mut Reader) -> Option<Builders> {
    let mut found: Vec<(Builder, Place)> = Vec::new();
    let mut is_empty = true;
    for item in reader.list(value)? {
        is_empty = false;
        let Some(text) = reader.text(item) else { continue };
        let Some(builder) = Builder::parse(text) else {
            let help = did_you_mean(text, Builder::WORDS);
            reader.report(Code::A030, format!("`{}` is nobody who can build", visible(text)), item).help = help;
            continue;
        };
        let place = reader.place(item);
        match found.iter().find(|(known, _)| *known == builder) {
            Some((_, first)) => {
                let message = format!("`{}` is named twice", visible(text));
                let first = first.clone();
                reader.diagnostics.push(Diagnostic::new(Code::A007, message, place).with(first, "first here"));
            }
            None => found.push((builder, place)),
        }
    }
    if is_empty {
        let help = "name who can build, or leave the line out if it does not matter";
        reader.report(Code::A030, "nobody is named who can build", value).help = Some(help.to_owned());
    }
    Some(found.into_iter().map(|(builder, _)| builder).collect())
}

fn date(value: &Value<'_>, reader: &mut Reader) -> Option<PartialDate> {
    let text = reader.text(value)?;
    let date = PartialDate::parse(text);
    if date.is_none() {
        reader.report(Code::A031, format!("`{}` is not a date", visible(text)), value).help = Some(DATES.to_owned());
    }
    date
}

/// Writes `[plan]`, with an empty line before it; nothing where nothing is said.
pub(super) fn write(settings: &Settings, base: &KnowledgeBase, out: &mut String) {
    if settings.is_silent() {
        return;
    }
    let _ = writeln!(out, "\n{TABLE}");
    if !settings.builders.is_empty() {
        let _ = writeln!(out, "builders = [{}]", named(settings.builders.iter(), base));
    }
    if settings.refuses_workarounds {
        let _ = writeln!(out, "workarounds = false");
    }
    if let Some(date) = settings.runs_until {
        let _ = writeln!(out, "runs-until = \"{date}\"");
    }
}

fn named(builders: impl Iterator<Item = Builder>, base: &KnowledgeBase) -> String {
    let named: Vec<String> = builders.map(|builder| format!("\"{}\"", builder.word(&base.nouns))).collect();
    named.join(", ")
}

/// The table as a form to fill in: everything is a comment.
pub(super) fn blank(base: &KnowledgeBase) -> String {
    let mut out = format!("# Remove the `#` before {TABLE} and before what the plan says about itself:\n# {TABLE}\n");
    for name in SettingName::ALL {
        let example = match name {
            SettingName::Builders => format!("builders = [{}]", named(Builder::ALL.into_iter(), base)),
            SettingName::Workarounds => "workarounds = false".to_owned(),
            SettingName::RunsUntil => "runs-until = \"2027-12\"".to_owned(),
        };
        let asked = base.settings.iter().find(|setting| setting.name == name);
        let asked = asked.map(|setting| format!("#   {}\n", setting.ask)).unwrap_or_default();
        let _ = writeln!(out, "{asked}# {example}");
    }
    out
}
