//! From the TOML of a theme to its styles. What is wrong is said and left out: a bad line never costs the theme.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};
use toml::de::DeValue;

use crate::diagnostic::code::Code;
use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::toml::{At, Codes, Reader, Table, Value, parse};
use crate::diagnostic::{Diagnostic, File, clean};

use super::{Role, Theme, Variant, colour};

const CODES: Codes =
    Codes { syntax: Code::T001, unknown_key: Code::T002, missing_key: Code::T006, wrong_kind: Code::T005 };

const MODIFIERS: [(&str, Modifier); 5] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underlined", Modifier::UNDERLINED),
    ("reversed", Modifier::REVERSED),
];

/// A theme as written.
#[derive(Debug, Clone)]
pub(super) struct Raw {
    /// Position of its file.
    pub(super) file: usize,
    /// The theme that it inherits from.
    pub(super) inherits: Option<String>,
    name: String,
    title: Option<String>,
    variant: Option<Variant>,
    palette: BTreeMap<String, At<String>>,
    roles: BTreeMap<Role, RawStyle>,
}

#[derive(Debug, Clone, Default)]
struct RawStyle {
    fg: Option<At<String>>,
    bg: Option<At<String>>,
    modifiers: Modifier,
}

/// Reads a theme file.
pub(super) fn read(file: &File, position: usize, diagnostics: &mut Vec<Diagnostic>) -> Raw {
    let (document, mut problems) = parse(file, position, CODES);
    let mut reader = Reader::new(position, CODES);
    let mut table = Table::root(&document, position);
    let raw = Raw {
        file: position,
        inherits: table.take("inherits").and_then(|value| reader.text(value)).map(str::to_owned),
        name: super::name_of(file).to_owned(),
        title: table.take("title").and_then(|value| reader.text(value)).map(|title| clean::visible(title).into_owned()),
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

fn palette(value: &Value<'_>, reader: &mut Reader) -> BTreeMap<String, At<String>> {
    let Some(table) = reader.table(value) else { return BTreeMap::new() };
    table.entries().filter_map(|(name, value)| Some((name.get_ref().to_string(), text_at(value, reader)?))).collect()
}

fn text_at(value: &Value<'_>, reader: &mut Reader) -> Option<At<String>> {
    let place = reader.place(value);
    reader.text(value).map(|text| At { value: text.to_owned(), place })
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
    let modifiers = table.take("modifiers").map(|value| modifiers(value, reader)).unwrap_or_default();
    table.finish(reader);
    RawStyle { fg, bg, modifiers }
}

fn modifiers(value: &Value<'_>, reader: &mut Reader) -> Modifier {
    let Some(items) = reader.list(value) else { return Modifier::empty() };
    let mut all = Modifier::empty();
    for item in items {
        let Some(text) = reader.text(item) else { continue };
        if let Some((_, modifier)) = MODIFIERS.iter().find(|(name, _)| *name == text) {
            all |= *modifier;
        } else {
            let message = format!("unknown modifier `{}`", clean::visible(text));
            reader.report(Code::T005, message, item).help = did_you_mean(text, MODIFIERS.map(|(name, _)| name));
        }
    }
    all
}

/// The styles of a theme, from itself and those it inherits from, the nearest first. A role that an ancestor sets uses
/// the palette of the descendant, so a theme can inherit all roles and change only the colours.
pub(super) fn resolve(chain: &[Raw], diagnostics: &mut Vec<Diagnostic>) -> Option<Theme> {
    let own = chain.first()?;
    let mut styles = [Style::default(); Role::COUNT];
    for (role, style) in Role::ALL.iter().zip(styles.iter_mut()) {
        let Some(raw) = chain.iter().find_map(|raw| raw.roles.get(role)) else { continue };
        let mut colour = |name: Option<&At<String>>| name.and_then(|name| find(name, chain, diagnostics));
        let (fg, bg) = (colour(raw.fg.as_ref()), colour(raw.bg.as_ref()));
        *style = Style { fg, bg, ..Style::default() }.add_modifier(raw.modifiers);
    }
    Some(Theme {
        name: own.name.clone(),
        title: chain.iter().find_map(|raw| raw.title.clone()).unwrap_or_else(|| own.name.clone()),
        variant: chain.iter().find_map(|raw| raw.variant).unwrap_or(Variant::Any),
        styles,
    })
}

fn find(name: &At<String>, chain: &[Raw], diagnostics: &mut Vec<Diagnostic>) -> Option<Color> {
    let written = chain.iter().find_map(|raw| raw.palette.get(&name.value)).unwrap_or(name);
    let found = colour::parse(&written.value);
    if found.is_none() {
        let message = format!("`{}` is not a colour", clean::visible(&written.value));
        let mut diagnostic = Diagnostic::new(Code::T003, message, written.place.clone());
        let mut names: Vec<&str> = chain.iter().flat_map(|raw| raw.palette.keys().map(String::as_str)).collect();
        names.extend(colour::names().map(|name| -> &str { name }));
        diagnostic.help = did_you_mean(&written.value, names.iter().copied())
            .or_else(|| Some("write `#rrggbb`, a name from the palette, or `default`".to_owned()));
        if !diagnostics.contains(&diagnostic) {
            diagnostics.push(diagnostic);
        }
    }
    found
}
