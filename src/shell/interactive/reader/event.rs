//! What a piece of what the terminal sent means.

use ratatui::crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use crate::shell::interactive::ground;

use super::scan::Piece;

/// What a piece means to the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// A key, a click, the wheel or a paste.
    Input(Event),
    /// What the ground of the terminal is.
    Ground {
        /// Whether it is light.
        is_light: bool,
    },
    /// What kind of terminal it is. Every terminal says so, and this was asked last: no other answer comes after it.
    LastAnswer,
}

/// What a piece means; nothing if it is an answer that nobody asked for, or unknown.
pub fn meaning(piece: Piece) -> Option<Meaning> {
    let event = match piece {
        Piece::Letter { letter, alt } => Event::Key(key_of(letter, alt)),
        Piece::Function(last) => pressed(function(last)?),
        Piece::Control { parameters, last: b'c' } if parameters.starts_with('?') => return Some(Meaning::LastAnswer),
        Piece::Control { parameters, last } => control(&parameters, last)?,
        Piece::Mouse([button, column, row]) => {
            let number = |byte: u8| Some(u16::from(byte.checked_sub(b' ')?));
            mouse([number(button)?, number(column)?, number(row)?], true)?
        }
        Piece::System(text) => return ground::is_light(&text).map(|is_light| Meaning::Ground { is_light }),
        Piece::Paste(text) => Event::Paste(text),
    };
    Some(Meaning::Input(event))
}

fn pressed(code: KeyCode) -> Event {
    Event::Key(KeyEvent::from(code))
}

fn key_of(letter: char, alt: bool) -> KeyEvent {
    let ctrl = |letter: u8| (KeyCode::Char(char::from(letter)), KeyModifiers::CONTROL);
    let byte = u8::try_from(letter).unwrap_or(u8::MAX);
    let (code, modifiers) = match byte {
        b'\r' | b'\t' | 0x1b | 0x7f => (named(letter), KeyModifiers::NONE),
        0 => ctrl(b' '),
        1..=26 => ctrl(byte - 1 + b'a'),
        28..=31 => ctrl(byte - 28 + b'4'),
        _ => (KeyCode::Char(letter), KeyModifiers::NONE),
    };
    KeyEvent::new(code, if alt { modifiers.union(KeyModifiers::ALT) } else { modifiers })
}

/// The key with a letter, or with a name.
fn named(letter: char) -> KeyCode {
    match letter {
        '\r' => KeyCode::Enter,
        '\t' => KeyCode::Tab,
        '\u{1b}' => KeyCode::Esc,
        '\u{7f}' => KeyCode::Backspace,
        _ => KeyCode::Char(letter),
    }
}

fn function(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'M' => KeyCode::Enter,
        b'P'..=b'S' => KeyCode::F(last - b'P' + 1),
        _ => return None,
    })
}

fn control(parameters: &str, last: u8) -> Option<Event> {
    if let Some(place) = parameters.strip_prefix('<') {
        return mouse(three(place)?, last == b'M');
    }
    let mut parts = parameters.split(';');
    let first = parts.next().unwrap_or_default();
    let (modifiers, kind) = how(parts.next())?;
    let third = parts.next();
    let code = match (first, last) {
        ("[", b'A'..=b'E') => KeyCode::F(last - b'A' + 1),
        ("" | "1", b'A'..=b'D' | b'F' | b'H' | b'P' | b'Q' | b'S') => function(last)?,
        ("" | "1", b'Z') => KeyCode::BackTab,
        ("27", b'~') => letter(third?, modifiers)?,
        (_, b'~') => numbered(first.parse().ok()?)?,
        (_, b'u') => letter(first.split(':').next()?, modifiers)?,
        (_, b'M') => {
            let [button, column, row] = three(parameters)?;
            return mouse([button.checked_sub(32)?, column, row], true);
        }
        _ => return None,
    };
    Some(Event::Key(KeyEvent::new_with_kind(code, modifiers, kind)))
}

/// What was held down with a key, one more than the sum of its bits, and whether the key was pressed or let go.
fn how(part: Option<&str>) -> Option<(KeyModifiers, KeyEventKind)> {
    let Some(part) = part.filter(|part| !part.is_empty()) else {
        return Some((KeyModifiers::NONE, KeyEventKind::Press));
    };
    let (bits, kind) = part.split_once(':').unwrap_or((part, "1"));
    let bits = bits.parse::<u16>().ok()?.checked_sub(1)?;
    let all = [
        KeyModifiers::SHIFT,
        KeyModifiers::ALT,
        KeyModifiers::CONTROL,
        KeyModifiers::SUPER,
        KeyModifiers::HYPER,
        KeyModifiers::META,
    ];
    let held = (0..).zip(all).filter(|(place, _)| bits >> place & 1 == 1).map(|(_, modifier)| modifier);
    let kind = if kind == "3" { KeyEventKind::Release } else { KeyEventKind::Press };
    Some((held.collect(), kind))
}

/// A key by the number of its letter.
fn letter(number: &str, modifiers: KeyModifiers) -> Option<KeyCode> {
    let letter = char::from_u32(number.parse().ok()?)?;
    let is_upper = modifiers.contains(KeyModifiers::SHIFT);
    Some(named(if is_upper { letter.to_ascii_uppercase() } else { letter }))
}

fn numbered(number: u8) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(number - 10),
        17..=21 => KeyCode::F(number - 11),
        23..=26 => KeyCode::F(number - 12),
        28..=29 => KeyCode::F(number - 13),
        31..=34 => KeyCode::F(number - 14),
        _ => return None,
    })
}

fn three(parameters: &str) -> Option<[u16; 3]> {
    let numbers: Option<Vec<u16>> = parameters.split(';').map(|part| part.parse().ok()).collect();
    numbers?.try_into().ok()
}

/// The bits of a button that say what was held down with it: Shift, Alt, Control.
const HELD: u16 = 0b1_1100;

/// A click or the wheel, with what was held down with it left out. Places count from one.
fn mouse([button, column, row]: [u16; 3], is_down: bool) -> Option<Event> {
    let kind = match (button & !HELD, is_down) {
        (0, true) => MouseEventKind::Down(MouseButton::Left),
        (64, true) => MouseEventKind::ScrollUp,
        (65, true) => MouseEventKind::ScrollDown,
        _ => return None,
    };
    let (column, row) = (column.checked_sub(1)?, row.checked_sub(1)?);
    Some(Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }))
}
