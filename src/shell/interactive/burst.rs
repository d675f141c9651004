//! Tells a paste from typing where the terminal does not: a console of Windows types what is pasted, faster than anybody can.

use std::io;
use std::time::Duration;

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::input::LONGEST_PASTE;

/// What comes within such a time of a letter comes with it.
const PAUSE: Duration = Duration::from_millis(5);

/// So many letters at once are a paste. Two keys may be pressed at the same moment.
const FEWEST: usize = 3;

/// What the console sends.
pub(super) trait Source {
    /// Waits for the next event.
    fn read(&mut self) -> io::Result<Event>;

    /// Whether another one comes within a time.
    fn comes(&mut self, within: Duration) -> io::Result<bool>;
}

/// Waits for what happens next, and takes in what comes with it: letters and ends of lines become one paste.
pub(super) fn next(source: &mut impl Source) -> io::Result<Vec<Event>> {
    let (mut keys, mut text) = (Vec::new(), String::new());
    loop {
        let event = source.read()?;
        match typed(&event) {
            Some(letter) => {
                // No more is taken than one paste may be, but the rest is none of keys either.
                if text.len() < LONGEST_PASTE {
                    text.push(letter);
                }
                if keys.len() < FEWEST {
                    keys.push(event);
                }
            }
            None if is_let_go(&event) && !keys.is_empty() => {}
            None => {
                let mut happened = taken(keys, text);
                happened.push(event);
                return Ok(happened);
            }
        }
        if !source.comes(PAUSE)? {
            return Ok(taken(keys, text));
        }
    }
}

/// What letters are that came at once.
fn taken(keys: Vec<Event>, text: String) -> Vec<Event> {
    if keys.len() < FEWEST { keys } else { vec![Event::Paste(text)] }
}

/// The letter, or the end of a line, that a key types.
fn typed(event: &Event) -> Option<char> {
    let Event::Key(KeyEvent { code, modifiers, kind, .. }) = event else { return None };
    if *kind == KeyEventKind::Release || !(*modifiers - KeyModifiers::SHIFT).is_empty() {
        return None;
    }
    match code {
        KeyCode::Char(letter) => Some(*letter),
        KeyCode::Enter => Some('\n'),
        KeyCode::Tab => Some('\t'),
        _ => None,
    }
}

fn is_let_go(event: &Event) -> bool {
    matches!(event, Event::Key(KeyEvent { kind: KeyEventKind::Release, .. }))
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;
    use std::io;
    use std::time::Duration;

    use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

    use super::{LONGEST_PASTE, PAUSE, Source, next};

    /// Events, each with the pause before it.
    struct Sent(VecDeque<(Duration, Event)>);

    impl Source for Sent {
        fn read(&mut self) -> io::Result<Event> {
            self.0.pop_front().map(|(_, event)| event).ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
        }

        fn comes(&mut self, within: Duration) -> io::Result<bool> {
            Ok(self.0.front().is_some_and(|(pause, _)| *pause <= within))
        }
    }

    fn key(code: KeyCode) -> Event {
        Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
    }

    /// Each letter pressed and let go; a newline is the key Enter.
    fn keys(text: &str) -> Vec<Event> {
        let code = |letter| if letter == '\n' { KeyCode::Enter } else { KeyCode::Char(letter) };
        let each = |letter| {
            let let_go = KeyEvent::new_with_kind(code(letter), KeyModifiers::NONE, KeyEventKind::Release);
            [key(code(letter)), Event::Key(let_go)]
        };
        text.chars().flat_map(each).collect()
    }

    /// What is heard of events that come with such pauses, but for keys that are let go.
    fn heard(pause: Duration, events: Vec<Event>) -> Vec<Event> {
        let mut sent = Sent(events.into_iter().map(|event| (pause, event)).collect());
        let mut heard = Vec::new();
        while !sent.0.is_empty() {
            heard.extend(next(&mut sent).unwrap());
        }
        heard.retain(|event| !super::is_let_go(event));
        heard
    }

    const AT_ONCE: Duration = Duration::ZERO;
    const TYPED: Duration = Duration::from_millis(20);

    #[test]
    fn what_comes_at_once_is_a_paste_and_its_ends_of_lines_are_no_enter() {
        let paste = |text: &str| vec![Event::Paste(text.to_owned())];
        assert_eq!(heard(AT_ONCE, keys("A welcome e-mail.\nq\n")), paste("A welcome e-mail.\nq\n"));
        assert_eq!(heard(PAUSE, keys("äb\n")), paste("äb\n"));
        let shifted = Event::Key(KeyEvent::new(KeyCode::Char('A'), KeyModifiers::SHIFT));
        assert_eq!(heard(AT_ONCE, vec![shifted, key(KeyCode::Tab), key(KeyCode::Enter)]), paste("A\t\n"));
    }

    #[test]
    fn what_is_typed_stays_keys() {
        let pressed = |text: &str| keys(text).into_iter().step_by(2).collect::<Vec<_>>();
        assert_eq!(heard(TYPED, keys("quick\n")), pressed("quick\n"));
        assert_eq!(heard(AT_ONCE, keys("x\n")), pressed("x\n"), "two keys at the same moment");
        let arrows = vec![key(KeyCode::Down); 5];
        assert_eq!(heard(AT_ONCE, arrows.clone()), arrows);
        let quit = Event::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL));
        assert_eq!(heard(AT_ONCE, vec![quit.clone(); 3]), vec![quit; 3]);
    }

    #[test]
    fn what_is_no_letter_ends_a_paste() {
        let mut events = keys("text");
        events.push(Event::Resize(80, 24));
        events.extend(keys("more"));
        let paste = |text: &str| Event::Paste(text.to_owned());
        assert_eq!(heard(AT_ONCE, events), [paste("text"), Event::Resize(80, 24), paste("more")]);
    }

    #[test]
    fn the_rest_of_a_paste_that_is_too_long_is_not_taken_for_keys() {
        let long = "q".repeat(LONGEST_PASTE + 100);
        assert_eq!(heard(AT_ONCE, keys(&long)), [Event::Paste("q".repeat(LONGEST_PASTE))]);
    }

    #[test]
    fn a_console_that_is_gone_is_an_error() {
        assert!(next(&mut Sent(VecDeque::new())).is_err());
    }
}
