//! A colour scheme of others as a theme that can be read: [`import`] takes base16 and base24.

mod scheme;

use std::fmt::Write as _;

use crate::diagnostic::{Diagnostic, File};

use super::Variant;
use super::depth::indexed;
use crate::model::contrast::{LINES, WORDS, contrast, luminance, moved};
use scheme::Scheme;

/// The colours of the palette, and the one of the scheme that each is taken from.
const PALETTE: [(&str, u8); 14] = [
    ("ground", 0x00),
    ("surface", 0x01),
    ("text", 0x05),
    ("muted", 0x04),
    ("bright", 0x05),
    ("line", 0x03),
    ("focus", 0x02),
    ("accent", 0x0e),
    ("blue", 0x0d),
    ("orange", 0x09),
    ("teal", 0x0c),
    ("sand", 0x0a),
    ("rose", 0x08),
    ("violet", 0x0e),
];

/// A scheme made into a theme.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The theme as a file.
    pub toml: String,
    /// The colours that could not be read as they were.
    pub changes: Vec<Change>,
}

/// A colour that was moved in lightness.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Its name in the palette.
    pub name: &'static str,
    /// Its number in the scheme.
    pub number: u8,
    /// What it was.
    pub before: [u8; 3],
    /// What it is now.
    pub after: [u8; 3],
    /// The contrast it had, where it was least.
    pub contrast: f64,
    /// The contrast it needs.
    pub least: f64,
}

/// Makes a theme of a scheme and moves what could not be read; nothing if the scheme has errors.
pub fn import(file: &File) -> (Option<Imported>, Vec<Diagnostic>) {
    let (scheme, diagnostics) = scheme::read(file);
    let imported = scheme.map(|scheme| {
        let mut palette = Palette::of(&scheme);
        palette.repair();
        Imported { toml: toml(&scheme, &palette), changes: palette.changes }
    });
    (imported, diagnostics)
}

/// The palette of a theme in the making.
struct Palette {
    colours: [[u8; 3]; PALETTE.len()],
    changes: Vec<Change>,
}

impl Palette {
    fn of(scheme: &Scheme) -> Self {
        Self { colours: PALETTE.map(|(_, number)| scheme.colour(number)), changes: Vec::new() }
    }

    fn position(name: &str) -> usize {
        PALETTE.iter().position(|(known, _)| *known == name).unwrap_or(0)
    }

    fn colour(&self, name: &str) -> [u8; 3] {
        self.colours.get(Self::position(name)).copied().unwrap_or_default()
    }

    /// Moves every colour that cannot be read on the grounds it stands on. The ground itself stays unless nothing can be
    /// read on it; other grounds stay on its side of the text. Words of a hue that cannot be read are as the text.
    fn repair(&mut self) {
        // In 24 bits black or white can be read on every ground. In 256 colours a ground may be another one, so that both cannot.
        let best = |ground| (seen(black_or_white(ground), ground), WORDS);
        self.repair_one("ground", best, self.colour("ground"), |_| true);
        self.repair_words("text", &[("ground", WORDS)], black_or_white(self.colour("ground")));
        let text = self.colour("text");
        self.repair_ground("surface", &[("text", WORDS)]);
        for name in ["bright", "muted", "accent", "blue", "orange", "teal", "sand", "rose", "violet"] {
            self.repair_words(name, &[("ground", WORDS), ("surface", WORDS)], text);
        }
        self.repair_words("line", &[("ground", LINES), ("surface", LINES)], text);
        // Of what lies on the marked row, only bars keep their colour.
        self.repair_ground("focus", &[("bright", WORDS), ("blue", LINES), ("orange", LINES)]);
    }

    fn repair_words(&mut self, name: &'static str, beside: &[(&str, f64)], otherwise: [u8; 3]) {
        self.repair_one(name, self.worst(beside), otherwise, |_| true);
    }

    fn repair_ground(&mut self, name: &'static str, beside: &[(&str, f64)]) {
        let text = luminance(self.colour("text"));
        let is_dark = luminance(self.colour("ground")) < text;
        let fits = |colour| (luminance(colour) < text) == is_dark;
        self.repair_one(name, self.worst(beside), self.colour("ground"), fits);
    }

    /// The contrast of a colour to those beside it where it lacks the most, and what it needs there.
    fn worst(&self, beside: &[(&str, f64)]) -> impl Fn([u8; 3]) -> (f64, f64) + use<> {
        let others: Vec<([u8; 3], f64)> = beside.iter().map(|(other, least)| (self.colour(other), *least)).collect();
        move |colour| {
            let pairs = others.iter().map(|(other, least)| (seen(colour, *other), *least));
            pairs.min_by(|one, other| (one.0 / one.1).total_cmp(&(other.0 / other.1))).unwrap_or((LINES, LINES))
        }
    }

    /// Moves a colour until its worst contrast is what it needs there and it `fits`; where there is none, takes `otherwise`.
    fn repair_one(
        &mut self,
        name: &'static str,
        worst: impl Fn([u8; 3]) -> (f64, f64),
        otherwise: [u8; 3],
        fits: impl Fn([u8; 3]) -> bool,
    ) {
        let passes = |colour| {
            let (contrast, least) = worst(colour);
            contrast >= least && fits(colour)
        };
        let position = Self::position(name);
        let before = self.colour(name);
        let after = moved(before, passes).unwrap_or(otherwise);
        let (contrast, least) = worst(before);
        let number = PALETTE.get(position).map_or(0, |(_, number)| *number);
        if let Some(colour) = self.colours.get_mut(position).filter(|colour| **colour != after) {
            *colour = after;
            self.changes.push(Change { name, number, before, after, contrast, least });
        }
    }
}

/// Whichever of the two can be read better on a ground.
fn black_or_white(ground: [u8; 3]) -> [u8; 3] {
    let (black, white) = ([0; 3], [255; 3]);
    if seen(black, ground) < seen(white, ground) { white } else { black }
}

/// The contrast of two colours, on terminals of 24 bits and of 256 colours, whichever is less.
fn seen(one: [u8; 3], other: [u8; 3]) -> f64 {
    contrast(one, other).min(contrast(indexed(one), indexed(other)))
}

/// A colour as themes write it.
pub(crate) fn written([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// The theme as a file.
fn toml(scheme: &Scheme, palette: &Palette) -> String {
    let is_light = luminance(palette.colour("ground")) > luminance(palette.colour("text"));
    let variant = scheme.variant.unwrap_or(if is_light { Variant::Light } else { Variant::Dark });
    let mut out = String::from(
        "# Made from a colour scheme. Colours marked \"moved\" differ from it so that they can be read, in lightness where that is enough.\n",
    );
    if let Some(name) = &scheme.name {
        let _ = writeln!(out, "title = {}", quoted(name));
    }
    let _ = writeln!(out, "variant = \"{}\"\ninherits = \"default-dark\"", variant.word());
    if let Some(author) = &scheme.author {
        let _ = writeln!(out, "author = {}", quoted(author));
    }
    out.push_str("\n[palette]\n");
    for ((name, number), colour) in PALETTE.iter().zip(palette.colours) {
        let change = palette.changes.iter().find(|change| change.name == *name);
        let moved = change.map_or_else(String::new, |change| format!(", moved from {}", written(change.before)));
        let _ = writeln!(out, "{name} = \"{}\"  # base{number:02X}{moved}", written(colour));
    }
    out
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests;
