//! A line of text that is being typed.

use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::diagnostic::clean::{is_hostile_after, is_plain};

use super::key::{Key, KeyPress};

/// The longest text that a field takes, in characters.
const LONGEST: usize = 2000;

/// What can be typed into a field.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Typing<'t> {
    Key(KeyPress),
    /// Pasted text is only ever text.
    Pasted(&'t str),
}

/// The columns that a text takes when it is drawn: the sound marks of narrow kana count twice.
pub(crate) fn width_of(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    text.width() + text.matches(['\u{ff9e}', '\u{ff9f}']).count()
}

/// A text with a cursor.
#[derive(Debug, Clone, Default)]
pub(crate) struct Field {
    input: Input,
}

impl Field {
    /// A field with a text, the cursor at its end.
    pub(crate) fn new(text: &str) -> Self {
        Self { input: Input::new(text.to_owned()) }
    }

    pub(crate) fn text(&self) -> &str {
        self.input.value()
    }

    /// The text before the cursor and after it.
    pub(crate) fn halves(&self) -> (&str, &str) {
        let text = self.text();
        let byte = text.char_indices().nth(self.input.cursor()).map_or(text.len(), |(byte, _)| byte);
        text.split_at_checked(byte).unwrap_or((text, ""))
    }

    /// The part of the text that fits into `width` columns with the cursor in view, and the column of the cursor.
    pub(crate) fn window(&self, width: usize) -> (String, usize) {
        let (before, after) = self.halves();
        let mut start: Vec<&str> = Vec::new();
        let mut used = 0;
        for grapheme in before.graphemes(true).rev() {
            used += width_of(grapheme);
            if used >= width {
                break;
            }
            start.push(grapheme);
        }
        start.reverse();
        let mut shown = start.concat();
        let column = width_of(&shown);
        for grapheme in after.graphemes(true) {
            if width_of(&shown) + width_of(grapheme) > width {
                break;
            }
            shown.push_str(grapheme);
        }
        (shown, column)
    }

    /// Empties the field.
    pub(crate) fn clear(&mut self) {
        self.input.reset();
    }

    /// Inserts text at the cursor. Line breaks and tabs become spaces, what could drive a terminal is left out.
    pub(crate) fn insert(&mut self, text: &str) {
        let room = LONGEST.saturating_sub(self.text().chars().count());
        let mut before = self.halves().0.chars().next_back();
        let letters = text.chars().map(|letter| if matches!(letter, '\n' | '\t') { ' ' } else { letter });
        let is_welcome = |letter: &char| !is_hostile_after(before.replace(*letter), *letter);
        for letter in letters.filter(is_welcome).take(room) {
            self.input.handle(InputRequest::InsertChar(letter));
        }
    }

    /// Takes what is typed or pasted.
    pub(crate) fn take(&mut self, typed: &Typing<'_>) {
        match typed {
            Typing::Pasted(text) => self.insert(text),
            Typing::Key(key) => self.press(*key),
        }
    }

    /// Takes a key that types or edits; any other does nothing.
    fn press(&mut self, key: KeyPress) {
        if let Some(letter) = key.typed() {
            self.insert(letter.encode_utf8(&mut [0; 4]));
        } else if let Some(request) = request(key) {
            self.input.handle(request);
        }
    }
}

fn request(key: KeyPress) -> Option<InputRequest> {
    Some(match (key.key, key.ctrl) {
        (Key::Backspace, false) => InputRequest::DeletePrevChar,
        (Key::Delete, _) => InputRequest::DeleteNextChar,
        (Key::Left, false) => InputRequest::GoToPrevChar,
        (Key::Right, false) => InputRequest::GoToNextChar,
        (Key::Left, true) => InputRequest::GoToPrevWord,
        (Key::Right, true) => InputRequest::GoToNextWord,
        (Key::Home, _) | (Key::Char('a'), true) => InputRequest::GoToStart,
        (Key::End, _) | (Key::Char('e'), true) => InputRequest::GoToEnd,
        (Key::Char('w') | Key::Backspace, true) => InputRequest::DeletePrevWord,
        (Key::Char('u'), true) => InputRequest::DeleteLine,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Field, Key, KeyPress};

    #[test]
    fn the_cursor_stays_in_view_and_graphemes_stay_whole() {
        let mut field = Field::new("日本語のテキスト");
        assert_eq!(field.window(6), ("スト".to_owned(), 4));
        field.press(KeyPress::of(Key::Home));
        assert_eq!(field.window(5), ("日本".to_owned(), 0));
    }

    #[test]
    fn sound_marks_take_two_columns() {
        assert_eq!(super::width_of("ｶ\u{ff9e}ｱ日"), 6);
        assert_eq!(Field::new("ｶ\u{ff9e}").window(9).1, 3);
    }

    #[test]
    fn what_is_pasted_stays_text() {
        let mut field = Field::default();
        field.insert("a\u{1b}[31m\r\nb\tc\u{202e}");
        assert_eq!(field.text(), "a[31m b c");
    }

    #[test]
    fn an_emoji_that_is_typed_or_pasted_stays_one() {
        let mut field = Field::new("❤");
        field.press(KeyPress::of(Key::Char('\u{fe0f}')));
        field.insert(" a\u{fe0f}✈\u{fe0f}\u{fe0f}");
        assert_eq!(field.text(), "❤\u{fe0f} a✈\u{fe0f}");
        assert_eq!(field.window(9).1, 6);
    }

    #[test]
    fn letters_with_ctrl_are_not_typed() {
        let mut field = Field::new("two words");
        field.press(KeyPress::ctrl('w'));
        field.press(KeyPress::ctrl('x'));
        assert_eq!(field.text(), "two ");
    }
}
