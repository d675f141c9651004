//! Signs, each with an ASCII twin. Only signs on whose width all terminals agree.

use ratatui::symbols::border;
use unicode_normalization::UnicodeNormalization;

use crate::model::capability::Level;
use crate::theme::Role;

use super::prose::columns;

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
    pub(super) border: border::Set<'static>,
    pub(super) thumb: &'static str,
    pub(super) dot: &'static str,
    pub(super) dash: &'static str,
    pub(super) left: &'static str,
    pub(super) right: &'static str,
    pub(super) ellipsis: &'static str,
    pub(super) event: &'static str,
    pub(super) change: &'static str,
    /// What a bar would gain.
    pub(super) gain: &'static str,
    /// What a bar would lose.
    pub(super) loss: &'static str,
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
    border: border::PLAIN,
    thumb: "█",
    dot: "·",
    dash: "–",
    left: "◄",
    right: "►",
    ellipsis: "…",
    event: "┬",
    change: "┼",
    gain: "░",
    loss: "▒",
    levels: ["●", "◐", "◇", "○", "?"],
};

const ASCII: Glyphs = Glyphs {
    focus: ">",
    done: "v",
    open: ".",
    out: "x",
    warning: "!",
    vertical: "|",
    horizontal: "-",
    border: border::Set {
        top_left: "+",
        top_right: "+",
        bottom_left: "+",
        bottom_right: "+",
        vertical_left: "|",
        vertical_right: "|",
        horizontal_top: "-",
        horizontal_bottom: "-",
    },
    thumb: "#",
    dot: "-",
    dash: "-",
    left: "<",
    right: ">",
    ellipsis: "...",
    event: "'",
    change: "+",
    gain: "+",
    loss: "x",
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

/// The sound marks of narrow kana, on whose width terminals disagree.
pub(super) const SOUND_MARKS: [char; 2] = ['\u{ff9e}', '\u{ff9f}'];

/// The letter with its narrow sound mark as a whole letter of full width.
pub(super) fn with_full_marks(symbol: &str) -> String {
    let whole: String = symbol.nfkc().collect();
    if columns(&whole) == 0 { "゛".to_owned() } else { whole }
}

/// The letter or sign of ASCII that comes nearest.
pub(super) fn ascii_twin(symbol: &str) -> char {
    match symbol.chars().next() {
        Some('“' | '”' | '„' | '«' | '»') => '"',
        Some('‘' | '’' | '‚') => '\'',
        Some('–' | '—' | '‑' | '−' | '•' | '·') => '-',
        Some('×') => 'x',
        _ => symbol.nfkd().next().filter(char::is_ascii).unwrap_or('?'),
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

#[cfg(test)]
mod tests {
    use super::{ascii_twin, with_full_marks};

    #[test]
    fn narrow_kana_with_marks_become_whole_letters() {
        for (symbol, whole) in
            [("ｶ\u{ff9e}", "ガ"), ("ﾊ\u{ff9f}", "パ"), ("\u{ff9e}", "゛"), (" \u{ff9e}", " \u{3099}")]
        {
            assert_eq!(with_full_marks(symbol), whole);
        }
    }

    #[test]
    fn letters_and_signs_have_a_twin() {
        for (symbol, twin) in [
            ("é", 'e'),
            ("e\u{301}", 'e'),
            ("Ä", 'A'),
            ("’", '\''),
            ("—", '-'),
            ("…", '.'),
            ("ｱ", '?'),
            ("½", '1'),
            ("日", '?'),
        ] {
            assert_eq!(ascii_twin(symbol), twin, "{symbol}");
        }
    }
}
