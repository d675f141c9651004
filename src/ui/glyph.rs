//! Signs, each with an ASCII twin. Only signs on whose width all terminals agree.

use crate::model::capability::Level;
use crate::theme::Role;

/// The signs of one character set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Glyphs {
    pub(super) focus: &'static str,
    pub(super) done: &'static str,
    pub(super) open: &'static str,
    pub(super) out: &'static str,
    pub(super) warning: &'static str,
    pub(super) vertical: &'static str,
    pub(super) horizontal: &'static str,
    pub(super) corners: [&'static str; 4],
    pub(super) thumb: &'static str,
    pub(super) dot: &'static str,
    pub(super) dash: &'static str,
    pub(super) left: &'static str,
    pub(super) right: &'static str,
    pub(super) ellipsis: &'static str,
    levels: [&'static str; 5],
}

const UNICODE: Glyphs = Glyphs {
    focus: "▌",
    done: "✓",
    open: "·",
    out: "✗",
    warning: "!",
    vertical: "│",
    horizontal: "─",
    corners: ["┌", "┐", "└", "┘"],
    thumb: "█",
    dot: "·",
    dash: "–",
    left: "◄",
    right: "►",
    ellipsis: "…",
    levels: ["●", "◐", "◔", "○", "?"],
};

const ASCII: Glyphs = Glyphs {
    focus: ">",
    done: "v",
    open: ".",
    out: "x",
    warning: "!",
    vertical: "|",
    horizontal: "-",
    corners: ["+", "+", "+", "+"],
    thumb: "#",
    dot: "-",
    dash: "-",
    left: "<",
    right: ">",
    ellipsis: "...",
    levels: ["#", "+", "~", "-", "?"],
};

/// The signs to draw with.
pub(super) fn glyphs(ascii: bool) -> &'static Glyphs {
    if ascii { &ASCII } else { &UNICODE }
}

impl Glyphs {
    /// The sign of a level.
    pub(super) fn level(&self, level: Level) -> &'static str {
        let position = Level::ALL.iter().position(|known| *known == level).unwrap_or(4);
        self.levels.get(position).copied().unwrap_or("?")
    }
}

/// The role of a level.
pub(super) fn role_of(level: Level) -> Role {
    match level {
        Level::Native => Role::Native,
        Level::Partial => Role::Partial,
        Level::Workaround => Role::Workaround,
        Level::None => Role::None,
        Level::Unknown => Role::Unknown,
    }
}
