//! The terminal's answer to what colour its ground is. It comes among the keys, soon, late or never, and must never be
//! taken for them.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// How the answer begins: the number of the question.
const BEGINNING: &str = "11;";

/// The longest answer that is waited out. What comes after is taken for keys again.
const LONGEST: usize = 256;

/// Listens for the answer.
#[derive(Debug, Default)]
pub(super) struct Ground {
    asked: bool,
    held: Vec<KeyEvent>,
    text: String,
}

/// What a key was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Heard {
    /// Part of an answer.
    Nothing,
    /// The end of the answer: whether the ground is light.
    Light(bool),
    /// Keys of the person.
    Keys(Vec<KeyEvent>),
}

impl Ground {
    /// The question was asked, so that an answer may come.
    pub(super) fn expect(&mut self) {
        self.asked = true;
    }

    /// Takes a key of the person or a letter of the answer. The library reads `ESC ]` as Alt-], `ESC \` as Alt-\ and BEL
    /// as Ctrl-G.
    pub(super) fn hear(&mut self, key: KeyEvent) -> Heard {
        if !self.asked {
            return Heard::Keys(vec![key]);
        }
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        match (key.code, self.held.is_empty()) {
            (KeyCode::Char(']'), true) if alt => self.hold(key),
            (_, true) => Heard::Keys(vec![key]),
            (KeyCode::Char('\\'), false) if alt => self.end(),
            (KeyCode::Char('g'), false) if ctrl => self.end(),
            (KeyCode::Char(letter), false) if !alt && !ctrl => {
                self.text.push(letter);
                self.hold(key)
            }
            _ => self.let_go(key),
        }
    }

    fn hold(&mut self, key: KeyEvent) -> Heard {
        self.held.push(key);
        let fits = |(expected, found)| expected == found;
        if !BEGINNING.chars().zip(self.text.chars()).all(fits) {
            return Heard::Keys(self.release().held);
        }
        if self.text.len() > LONGEST {
            *self = Self::default();
        }
        Heard::Nothing
    }

    /// It was no answer: everything held back were keys, unless the answer had begun.
    fn let_go(&mut self, key: KeyEvent) -> Heard {
        let before = self.release();
        let mut keys = if before.text.starts_with(BEGINNING) { Vec::new() } else { before.held };
        keys.push(key);
        Heard::Keys(keys)
    }

    /// Holds nothing any more, but goes on expecting an answer.
    fn release(&mut self) -> Self {
        std::mem::replace(self, Self { asked: true, ..Self::default() })
    }

    fn end(&mut self) -> Heard {
        let text = std::mem::take(self).text;
        text.strip_prefix(BEGINNING).and_then(is_light).map_or(Heard::Nothing, Heard::Light)
    }
}

/// Whether `rgb:ffff/ffff/ffff`, with one to four digits for each channel, is light.
fn is_light(colour: &str) -> Option<bool> {
    let channels = colour.strip_prefix("rgb:").or_else(|| colour.strip_prefix("rgba:"))?;
    let mut channels = channels.split('/').map(channel);
    let (red, green, blue) = (channels.next()??, channels.next()??, channels.next()??);
    Some(2126 * red + 7152 * green + 722 * blue > 5000 * 1000)
}

/// A channel in thousandths.
fn channel(digits: &str) -> Option<u32> {
    let value = u32::from_str_radix(digits, 16).ok().filter(|_| (1..=4).contains(&digits.len()))?;
    let most = (1 << (4 * digits.len())) - 1;
    Some(value * 1000 / most)
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    use super::{Ground, Heard, is_light};

    fn key(letter: char, modifiers: KeyModifiers) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(letter), modifiers)
    }

    /// What is heard of an answer, with `]` first and what ends it last.
    fn hear(ground: &mut Ground, text: &str, end: KeyEvent) -> Vec<Heard> {
        let letters = text.chars().map(|letter| key(letter, KeyModifiers::NONE));
        let keys = [key(']', KeyModifiers::ALT)].into_iter().chain(letters).chain([end]);
        keys.map(|key| ground.hear(key)).filter(|heard| *heard != Heard::Nothing).collect()
    }

    fn asked() -> Ground {
        let mut ground = Ground::default();
        ground.expect();
        ground
    }

    const ST: (char, KeyModifiers) = ('\\', KeyModifiers::ALT);
    const BEL: (char, KeyModifiers) = ('g', KeyModifiers::CONTROL);

    #[test]
    fn an_answer_is_never_taken_for_keys() {
        for end in [ST, BEL] {
            let end = key(end.0, end.1);
            assert_eq!(hear(&mut asked(), "11;rgb:ffff/ffff/e0e0", end), [Heard::Light(true)]);
            assert_eq!(hear(&mut asked(), "11;rgb:1c1c/1c1c/1c1c", end), [Heard::Light(false)]);
            assert_eq!(hear(&mut asked(), "11;nonsense", end), []);
        }
    }

    #[test]
    fn an_answer_without_end_is_waited_out() {
        let end = key('q', KeyModifiers::NONE);
        let heard = hear(&mut asked(), &format!("11;{}", "f".repeat(253)), end);
        assert_eq!(heard, []);
        let mut ground = asked();
        hear(&mut ground, &format!("11;{}", "f".repeat(300)), end);
        assert_eq!(ground.hear(end), Heard::Keys(vec![end]));
    }

    #[test]
    fn keys_stay_keys() {
        let alt = key(']', KeyModifiers::ALT);
        let (one, q) = (key('1', KeyModifiers::NONE), key('q', KeyModifiers::NONE));
        assert_eq!(Ground::default().hear(alt), Heard::Keys(vec![alt]));
        let mut ground = asked();
        assert_eq!(ground.hear(q), Heard::Keys(vec![q]));
        assert_eq!((ground.hear(alt), ground.hear(one)), (Heard::Nothing, Heard::Nothing));
        assert_eq!(ground.hear(q), Heard::Keys(vec![alt, one, q]));
        let enter = KeyEvent::from(KeyCode::Enter);
        let mut ground = asked();
        assert_eq!((ground.hear(alt), ground.hear(enter)), (Heard::Nothing, Heard::Keys(vec![alt, enter])));
    }

    #[test]
    fn colours_are_read_with_any_number_of_digits() {
        for (colour, expected) in [
            ("rgb:f/f/f", Some(true)),
            ("rgb:00/00/00", Some(false)),
            ("rgba:ffff/0000/0000/ffff", Some(false)),
            ("rgb:00/ff/00", Some(true)),
            ("rgb:fffff/0/0", None),
            ("rgb:ff/ff", None),
            ("rgb:/ff/ff", None),
            ("white", None),
        ] {
            assert_eq!(is_light(colour), expected, "{colour}");
        }
    }
}
