//! One press of a key, free of any terminal library, with its name in key tables: `ctrl-r`, `space`, `left`.

use std::fmt;

/// A key with its modifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyPress {
    /// The key.
    pub key: Key,
    /// Whether Ctrl was held.
    pub ctrl: bool,
}

/// A key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A letter, digit or sign; capital letters are letters of their own.
    Char(char),
    /// Enter.
    Enter,
    /// Esc.
    Esc,
    /// Tab.
    Tab,
    /// Shift-Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key.
    F(u8),
}

/// Keys that are written by name, and how a screen shows them.
const NAMES: [(&str, Key, &str); 16] = [
    ("space", Key::Char(' '), "space"),
    ("enter", Key::Enter, "enter"),
    ("esc", Key::Esc, "esc"),
    ("tab", Key::Tab, "tab"),
    ("shift-tab", Key::BackTab, "shift-tab"),
    ("backspace", Key::Backspace, "backspace"),
    ("delete", Key::Delete, "delete"),
    ("up", Key::Up, "↑"),
    ("down", Key::Down, "↓"),
    ("left", Key::Left, "←"),
    ("right", Key::Right, "→"),
    ("home", Key::Home, "home"),
    ("end", Key::End, "end"),
    ("pageup", Key::PageUp, "page up"),
    ("pagedown", Key::PageDown, "page down"),
    ("f1", Key::F(1), "F1"),
];

impl KeyPress {
    /// A key without modifier.
    pub(crate) const fn of(key: Key) -> Self {
        Self { key, ctrl: false }
    }

    /// A letter, digit or sign.
    pub const fn char(letter: char) -> Self {
        Self::of(Key::Char(letter))
    }

    /// A letter with Ctrl.
    pub(crate) const fn ctrl(letter: char) -> Self {
        Self { key: Key::Char(letter), ctrl: true }
    }

    /// The keys that are written by name.
    pub(crate) fn names() -> impl Iterator<Item = &'static str> + Clone {
        NAMES.iter().map(|(name, _, _)| *name)
    }

    /// Reads `ctrl-r`, `space`, `G`.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some((_, key, _)) = NAMES.iter().find(|(name, _, _)| *name == text) {
            return Some(Self::of(*key));
        }
        let (ctrl, rest) = text.strip_prefix("ctrl-").map_or((false, text), |rest| (true, rest));
        let mut letters = rest.chars();
        let letter = letters.next().filter(|letter| !letter.is_control() && *letter != ' ')?;
        letters.next().is_none().then_some(Self { key: Key::Char(letter), ctrl })
    }

    /// The letter it types, if it types one.
    pub(crate) fn typed(self) -> Option<char> {
        match self.key {
            Key::Char(letter) if !self.ctrl => Some(letter),
            _ => None,
        }
    }

    /// The name on a screen; `ascii` avoids arrows.
    pub(crate) fn label(self, ascii: bool) -> String {
        match NAMES.iter().find(|(_, key, _)| *key == self.key) {
            Some((name, _, shown)) => (if ascii { *name } else { *shown }).to_owned(),
            None => self.to_string(),
        }
    }
}

impl fmt::Display for KeyPress {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            out.write_str("ctrl-")?;
        }
        match (NAMES.iter().find(|(_, key, _)| *key == self.key), self.key) {
            (Some((name, _, _)), _) => out.write_str(name),
            (None, Key::Char(letter)) => write!(out, "{letter}"),
            (None, Key::F(number)) => write!(out, "f{number}"),
            (None, _) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, KeyPress, NAMES};

    #[test]
    fn every_key_prints_as_it_is_read() {
        for (name, key, _) in NAMES {
            assert_eq!(KeyPress::parse(name), Some(KeyPress::of(key)));
            assert_eq!(KeyPress::of(key).to_string(), name);
        }
        for text in ["a", "G", "?", "ctrl-r", "-", "ctrl--", "é"] {
            assert_eq!(KeyPress::parse(text).map(|key| key.to_string()).as_deref(), Some(text));
        }
        assert_eq!(KeyPress::parse("ctrl-r"), Some(KeyPress { key: Key::Char('r'), ctrl: true }));
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for text in ["", "ab", "ctrl-", "ctrl-ab", " ", "\u{1b}", "f99"] {
            assert_eq!(KeyPress::parse(text), None, "{text}");
        }
    }
}
