//! Reads a base16 or base24 colour scheme: the part of YAML that such schemes use, and nothing more of it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::diagnostic::clean::visible;
use crate::diagnostic::code::Code;
use crate::diagnostic::suggest::{did_you_mean, enumerate};
use crate::diagnostic::{Diagnostic, File, Place};
use crate::theme::Variant;

/// Keys beside the colours. The legacy form says `scheme` for `name`.
const KEYS: [&str; 8] = ["system", "name", "scheme", "slug", "author", "variant", "description", "palette"];

/// A colour scheme as written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Scheme {
    /// The name for people.
    pub(super) name: Option<String>,
    /// Who made it.
    pub(super) author: Option<String>,
    /// The ground it is made for.
    pub(super) variant: Option<Variant>,
    colours: BTreeMap<u8, [u8; 3]>,
}

impl Scheme {
    /// The colour `base00` to `base17`; black if there is none, which reading does not let happen for the first 16.
    pub(super) fn colour(&self, number: u8) -> [u8; 3] {
        self.colours.get(&number).copied().unwrap_or_default()
    }
}

/// Reads a scheme; nothing if it has errors.
pub(super) fn read(file: &File) -> (Option<Scheme>, Vec<Diagnostic>) {
    let mut reading = Reading::default();
    let mut start = 0;
    for line in file.text.split_inclusive('\n') {
        reading.line(line.trim_end_matches(['\n', '\r']), start);
        start += line.len();
    }
    reading.finish()
}

#[derive(Default)]
struct Reading {
    scheme: Scheme,
    is_base24: bool,
    in_palette: bool,
    seen: BTreeSet<String>,
    last_colour: Range<usize>,
    diagnostics: Vec<Diagnostic>,
}

impl Reading {
    fn report(&mut self, code: Code, message: String, span: Range<usize>) -> &mut Option<String> {
        self.diagnostics.push(Diagnostic::new(code, message, Place::new(0, span)));
        let last = self.diagnostics.len() - 1;
        #[expect(clippy::indexing_slicing, reason = "just pushed")]
        &mut self.diagnostics[last].help
    }

    /// Takes in one line, which begins at byte `start`.
    fn line(&mut self, line: &str, start: usize) {
        let unmarked = line.trim_start_matches('\u{feff}');
        let (line, start) = (unmarked, start + line.len() - unmarked.len());
        let text = line.trim();
        if text.is_empty() || text.starts_with('#') || ["---", "..."].contains(&text) {
            return;
        }
        let at = start + line.len() - line.trim_start().len();
        let place = at..at + text.len();
        let is_indented = line.starts_with([' ', '\t']);
        let Some((key, value)) = text.split_once(':') else {
            let message = format!("`{}` is not a line of a colour scheme", visible(text));
            let help = self.report(Code::T007, message, place);
            *help = Some("a line is `key: value`, such as `base00: \"1e1e2e\"`".to_owned());
            return;
        };
        let key = visible(unquoted(key.trim())).into_owned();
        let number = number(&key);
        if is_indented && !self.in_palette {
            let message = format!("`{key}` is indented, but belongs to nothing");
            *self.report(Code::T007, message, place) = Some("colours stand below `palette:`".to_owned());
        } else if self.seen.contains(&key.to_lowercase()) {
            self.report(Code::T009, format!("`{key}` stands here a second time"), place);
        } else if let Some(number) = number {
            self.last_colour = place.clone();
            self.colour(number, &key, value, place);
        } else {
            self.other(&key, value.trim(), place);
        }
        self.seen.insert(key.to_lowercase());
    }

    fn colour(&mut self, number: u8, key: &str, value: &str, place: Range<usize>) {
        if let Some(colour) = hexadecimal(value) {
            self.scheme.colours.insert(number, colour);
        } else {
            let message = format!("`{}` is not a colour", visible(unquoted(value.trim())));
            *self.report(Code::T003, message, place) = Some(format!("write six digits: `{key}: \"1e1e2e\"`"));
        }
    }

    fn other(&mut self, key: &str, value: &str, place: Range<usize>) {
        let text = visible(unquoted(uncommented(value))).into_owned();
        self.in_palette = key == "palette";
        match key {
            "name" | "scheme" => self.scheme.name = Some(text),
            "author" => self.scheme.author = Some(text),
            "system" => self.is_base24 = text == "base24",
            "variant" => self.variant(&text, place),
            "slug" | "description" | "palette" => {}
            _ => {
                let help = did_you_mean(key, KEYS);
                *self.report(Code::T002, format!("unknown key `{key}`"), place) = help;
            }
        }
    }

    fn variant(&mut self, text: &str, place: Range<usize>) {
        self.scheme.variant = [Variant::Dark, Variant::Light].into_iter().find(|known| known.word() == text);
        if self.scheme.variant.is_none() {
            let help = did_you_mean(text, ["dark", "light"]);
            *self.report(Code::T005, format!("unknown variant `{text}`"), place) = help;
        }
    }

    fn finish(mut self) -> (Option<Scheme>, Vec<Diagnostic>) {
        let wanted = 0..=if self.is_base24 { 0x17 } else { 0x0f };
        let is_missing = |number: &u8| !self.seen.contains(&format!("base{number:02x}"));
        let missing: Vec<String> = wanted.filter(is_missing).map(|number| format!("`base{number:02X}`")).collect();
        if !missing.is_empty() {
            let verb = if missing.len() == 1 { "is" } else { "are" };
            let message = format!("{} {verb} missing", enumerate(&missing, "and"));
            let place = self.last_colour.clone();
            *self.report(Code::T008, message, place) = Some("add them below this line".to_owned());
        }
        let is_sound = self.diagnostics.iter().all(|problem| problem.code == Code::T002);
        (is_sound.then_some(self.scheme), self.diagnostics)
    }
}

/// The number of a colour key: 10 for `base0A`.
fn number(key: &str) -> Option<u8> {
    let digits = key.strip_prefix("base").filter(|digits| digits.len() == 2 && !digits.starts_with('+'))?;
    u8::from_str_radix(digits, 16).ok().filter(|number| *number <= 0x17)
}

/// A value with or without quotes and `#`, and what may follow it as a comment.
fn hexadecimal(value: &str) -> Option<[u8; 3]> {
    let value = value.trim();
    let text = if value.starts_with('#') { value.split_whitespace().next()? } else { unquoted(uncommented(value)) };
    let digits = text.strip_prefix('#').unwrap_or(text);
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| digits.len() == 6 && !digits.starts_with('+'))?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some([red, green, blue])
}

/// The value without the comment behind it.
fn uncommented(value: &str) -> &str {
    let quote = value.chars().next().filter(|letter| ['"', '\''].contains(letter));
    let inside = quote.and_then(|quote| value.get(1..)?.find(quote).map(|end| end + 2));
    let from = inside.unwrap_or(0);
    let comment = value.get(from..).and_then(|rest| rest.find(" #").or_else(|| rest.find("\t#")));
    value.get(..comment.map_or(value.len(), |comment| from + comment)).unwrap_or(value).trim_end()
}

/// The text between quotes, if it has any.
fn unquoted(text: &str) -> &str {
    let between = |quote: char| text.strip_prefix(quote)?.strip_suffix(quote);
    between('"').or_else(|| between('\'')).unwrap_or(text)
}
