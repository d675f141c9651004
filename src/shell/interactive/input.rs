//! From what the terminal sends to what the app understands.

use ratatui::crossterm::event::{
    self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use crate::app::action::Action;
use crate::app::effect::Event;
use crate::app::key::{Key, KeyPress};
use crate::diagnostic::clean::harmless;
use crate::model::kept_brief::LARGEST;
use crate::ui::Drawn;

/// The longest paste that is taken, in bytes: a client's text that is longer is seen to be too long.
pub(super) const LONGEST_PASTE: usize = LARGEST + 4;

/// What an event means for the app; nothing for many. `drawn` is what the person saw.
pub(super) fn translate(event: event::Event, drawn: &Drawn) -> Option<Event> {
    match event {
        event::Event::Key(key) if key.kind == KeyEventKind::Release => None,
        event::Event::Key(key) => pressed(key).map(Event::Key),
        event::Event::Paste(text) => Some(Event::Paste(cleaned(&text))),
        event::Event::Mouse(mouse) => done_by(mouse, drawn).map(Event::Do),
        event::Event::Resize(..) | event::Event::FocusGained | event::Event::FocusLost => None,
    }
}

/// The key that was pressed. Keys with Alt mean nothing here; taking them for the bare key would surprise.
fn pressed(event: KeyEvent) -> Option<KeyPress> {
    let others = KeyModifiers::ALT | KeyModifiers::SUPER | KeyModifiers::HYPER | KeyModifiers::META;
    if event.modifiers.intersects(others) {
        return None;
    }
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let key = match event.code {
        // What old terminals send for backspace and for enter.
        KeyCode::Char('h') if ctrl => return Some(KeyPress::of(Key::Backspace)),
        KeyCode::Char('j') if ctrl => return Some(KeyPress::of(Key::Enter)),
        KeyCode::Char(letter) if ctrl => return Some(KeyPress::ctrl(letter.to_ascii_lowercase())),
        KeyCode::Char(letter) => Key::Char(letter),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::F(number) => Key::F(number),
        _ => return None,
    };
    Some(KeyPress::of(key))
}

/// A click does what was drawn at its place; the wheel moves as the arrow keys do.
fn done_by(mouse: MouseEvent, drawn: &Drawn) -> Option<Action> {
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => drawn.action(mouse.column, mouse.row),
        MouseEventKind::ScrollUp => Some(Action::Up),
        MouseEventKind::ScrollDown => Some(Action::Down),
        _ => None,
    }
}

/// Pasted text without anything that could drive a terminal, and not without bound. Lines end with `\n` alone.
fn cleaned(text: &str) -> String {
    let (text, _) = text.split_at(text.floor_char_boundary(LONGEST_PASTE));
    harmless(text)
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::{
        Event as Sent, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseEvent, MouseEventKind,
    };

    use super::{LONGEST_PASTE, cleaned, pressed};
    use crate::app::action::Action;
    use crate::app::effect::Event;
    use crate::app::key::{Key, KeyPress};
    use crate::ui::Drawn;

    fn translate(event: Sent) -> Option<Event> {
        super::translate(event, &Drawn::default())
    }

    #[test]
    fn a_key_counts_when_pressed_and_repeated_but_not_when_released() {
        let key = |kind| Sent::Key(KeyEvent::new_with_kind(KeyCode::Char('q'), KeyModifiers::NONE, kind));
        let expected = Some(Event::Key(KeyPress::char('q')));
        assert_eq!(translate(key(KeyEventKind::Press)), expected);
        assert_eq!(translate(key(KeyEventKind::Repeat)), expected);
        assert_eq!(translate(key(KeyEventKind::Release)), None);
    }

    #[test]
    fn modifiers_are_told_apart() {
        let of = |code, modifiers| pressed(KeyEvent::new(code, modifiers));
        assert_eq!(of(KeyCode::Char('R'), KeyModifiers::CONTROL), Some(KeyPress::ctrl('r')));
        assert_eq!(of(KeyCode::Char('R'), KeyModifiers::SHIFT), Some(KeyPress::char('R')));
        assert_eq!(of(KeyCode::Char('q'), KeyModifiers::ALT), None);
        assert_eq!(of(KeyCode::Char('h'), KeyModifiers::CONTROL), Some(KeyPress::of(Key::Backspace)));
        assert_eq!(of(KeyCode::Char('j'), KeyModifiers::CONTROL), Some(KeyPress::of(Key::Enter)));
        assert_eq!(of(KeyCode::CapsLock, KeyModifiers::NONE), None);
    }

    #[test]
    fn the_wheel_moves_and_a_click_beside_everything_does_nothing() {
        let mouse =
            |kind| translate(Sent::Mouse(MouseEvent { kind, column: 5, row: 5, modifiers: KeyModifiers::NONE }));
        assert_eq!(mouse(MouseEventKind::ScrollDown), Some(Event::Do(Action::Down)));
        assert_eq!(mouse(MouseEventKind::ScrollUp), Some(Event::Do(Action::Up)));
        assert_eq!(mouse(MouseEventKind::Down(super::MouseButton::Left)), None);
        assert_eq!(mouse(MouseEventKind::Moved), None);
    }

    #[test]
    fn a_paste_is_clean_and_bounded() {
        assert_eq!(cleaned("two\r\nlines\tand\u{1b}[31m \u{202e}more\u{7f}\n"), "two\nlines and[31m more\n");
        assert_eq!(cleaned(&"é".repeat(LONGEST_PASTE)).len(), LONGEST_PASTE);
        assert_eq!(cleaned(&format!("a{}", "é".repeat(LONGEST_PASTE))).len(), LONGEST_PASTE - 1);
    }
}
