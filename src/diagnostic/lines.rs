//! Lines and columns of many places in a text.

/// Bytes between two places whose line and column are remembered.
const STEP: usize = 1024;

/// A text with the lines and columns of some places in it, so that those of any other are found at once.
#[derive(Debug)]
pub struct Lines<'t> {
    text: &'t str,
    known: Vec<Spot>,
}

/// A byte with its line and column.
#[derive(Debug, Clone, Copy)]
struct Spot {
    byte: usize,
    line: usize,
    column: usize,
}

impl Spot {
    /// Goes over a letter.
    fn pass(&mut self, letter: char) {
        self.byte += letter.len_utf8();
        if letter == '\n' {
            self.line += 1;
            self.column = 1;
        } else {
            self.column += 1;
        }
    }
}

impl<'t> Lines<'t> {
    /// The lines of a text.
    pub fn of(text: &'t str) -> Self {
        let mut spot = Spot { byte: 0, line: 1, column: 1 };
        let mut known = vec![spot];
        for letter in text.chars() {
            spot.pass(letter);
            if spot.byte >= known.len() * STEP {
                known.push(spot);
            }
        }
        Self { text, known }
    }

    /// Line and column, both from 1, of a byte; columns count letters.
    pub(crate) fn line_and_column(&self, byte: usize) -> (usize, usize) {
        let later = self.known.partition_point(|spot| spot.byte <= byte);
        let mut spot = *self.known.iter().take(later).next_back().expect("the first place is byte 0");
        for letter in self.text.split_at(spot.byte).1.chars() {
            if spot.byte + letter.len_utf8() > byte {
                break;
            }
            spot.pass(letter);
        }
        (spot.line, spot.column)
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;
    use crate::diagnostic::line_and_column;

    #[test]
    fn every_place_has_the_line_and_column_that_counting_gives() {
        for text in ["", "a", "\n\n", &"ab\r\n東京 é\n".repeat(500), &"👍é".repeat(2000)] {
            let lines = Lines::of(text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                assert_eq!(lines.line_and_column(byte), line_and_column(text, byte), "{byte}");
            }
        }
    }
}
