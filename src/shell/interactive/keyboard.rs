//! Letters that a console of Windows reports in its own way: with what was held down to type them, or as let go.

use std::collections::BTreeSet;
use std::io;
use std::time::Duration;

use ratatui::crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::burst::Source;

/// What is typed, as any other terminal would report it.
#[derive(Debug, Default)]
pub(super) struct Keyboard {
    held: BTreeSet<char>,
}

impl Source for Keyboard {
    fn read(&mut self) -> io::Result<Event> {
        event::read().map(|event| self.hear(event))
    }

    fn comes(&mut self, within: Duration) -> io::Result<bool> {
        event::poll(within)
    }
}

impl Keyboard {
    /// What happened, with letters as letters.
    fn hear(&mut self, event: Event) -> Event {
        match event {
            Event::Key(key) => Event::Key(self.key(key)),
            other => other,
        }
    }

    fn key(&mut self, key: KeyEvent) -> KeyEvent {
        let KeyCode::Char(letter) = key.code else { return key };
        let text = KeyEvent::new(key.code, KeyModifiers::NONE);
        if key.kind == KeyEventKind::Release {
            return if self.let_go(letter) && is_alt_code(key.modifiers, letter) { text } else { key };
        }
        self.held.insert(letter);
        if is_alt_gr(key.modifiers, letter) { text } else { key }
    }

    /// Notes that the key of a letter was let go. Says whether none was held down.
    fn let_go(&mut self, letter: char) -> bool {
        if self.held.is_empty() {
            return true;
        }
        if !self.held.remove(&letter) {
            // Its key gave another letter when it was pressed, with Shift or AltGr.
            self.held.pop_first();
        }
        false
    }
}

/// Whether a letter was typed with `AltGr`, which the console calls Ctrl and Alt. No keyboard has the letters of English
/// and digits there: these are reported for a key that means nothing together with `AltGr`.
fn is_alt_gr(modifiers: KeyModifiers, letter: char) -> bool {
    modifiers.contains(KeyModifiers::CONTROL | KeyModifiers::ALT)
        && !letter.is_ascii_alphanumeric()
        && !letter.is_control()
}

/// Whether a letter that is let go, though no key was held down, was typed by its number, with Alt. A console pastes in
/// the same way what its keyboard lacks. What the keyboard has may be a key held down before the program began.
fn is_alt_code(modifiers: KeyModifiers, letter: char) -> bool {
    (modifiers - KeyModifiers::ALT).is_empty() && !letter.is_ascii() && !letter.is_control()
}

#[cfg(test)]
mod tests {
    use super::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, Keyboard};

    const ALT_GR: KeyModifiers = KeyModifiers::CONTROL.union(KeyModifiers::ALT);
    const NONE: KeyModifiers = KeyModifiers::NONE;

    fn event(code: KeyCode, modifiers: KeyModifiers, kind: KeyEventKind) -> Event {
        Event::Key(KeyEvent::new_with_kind(code, modifiers, kind))
    }

    fn down(letter: char, modifiers: KeyModifiers) -> Event {
        event(KeyCode::Char(letter), modifiers, KeyEventKind::Press)
    }

    fn up(letter: char, modifiers: KeyModifiers) -> Event {
        event(KeyCode::Char(letter), modifiers, KeyEventKind::Release)
    }

    /// The letters that are heard as typed, with nothing held down.
    fn typed(events: &[Event]) -> String {
        let mut keyboard = Keyboard::default();
        let letter = |event: &Event| match keyboard.hear(event.clone()) {
            Event::Key(KeyEvent {
                code: KeyCode::Char(letter), modifiers: NONE, kind: KeyEventKind::Press, ..
            }) => Some(letter),
            _ => None,
        };
        events.iter().filter_map(letter).collect()
    }

    #[test]
    fn letters_typed_with_alt_gr_are_text() {
        for letter in "@[]{}\\|~€µ²³ąłśćżñ#^` ".chars() {
            assert_eq!(typed(&[down(letter, ALT_GR), up(letter, ALT_GR)]), letter.to_string());
            assert_eq!(typed(&[down(letter, ALT_GR | KeyModifiers::SHIFT)]), letter.to_string());
        }
    }

    #[test]
    fn ctrl_alone_alt_alone_and_both_with_a_bare_key_are_no_text() {
        for (letter, modifiers) in [
            ('q', ALT_GR),
            ('Q', ALT_GR | KeyModifiers::SHIFT),
            ('1', ALT_GR),
            ('\u{1b}', ALT_GR),
            ('c', KeyModifiers::CONTROL),
            ('@', KeyModifiers::CONTROL),
            ('€', KeyModifiers::ALT),
        ] {
            let pressed = down(letter, modifiers);
            assert_eq!(Keyboard::default().hear(pressed.clone()), pressed);
        }
        let enter = event(KeyCode::Enter, ALT_GR, KeyEventKind::Press);
        assert_eq!(Keyboard::default().hear(enter.clone()), enter);
    }

    #[test]
    fn a_letter_typed_by_its_number_counts_when_alt_is_let_go() {
        assert_eq!(typed(&[up('–', NONE)]), "–");
        assert_eq!(typed(&[up('€', KeyModifiers::ALT)]), "€");
        assert_eq!(typed(&[down('a', NONE), up('a', NONE), up('–', NONE), down('b', NONE), up('b', NONE)]), "a–b");
    }

    #[test]
    fn a_key_that_is_let_go_types_nothing() {
        assert_eq!(typed(&[down('ö', NONE), down('ö', NONE), up('ö', NONE)]), "öö");
        assert_eq!(typed(&[down('?', KeyModifiers::SHIFT), up('ß', NONE)]), "");
        assert_eq!(typed(&[down('e', NONE), up('€', ALT_GR)]), "e");
        assert_eq!(typed(&[down('@', ALT_GR), up('q', NONE)]), "@");
        assert_eq!(typed(&[up('q', NONE), up('€', ALT_GR)]), "");
    }
}
