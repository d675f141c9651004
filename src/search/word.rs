//! Words of texts, with their places.

use std::ops::Range;

/// A word of a text, with its place. `real-time` is one word of two pieces, so that `real time`, `realtime` and
/// `real-time` all find each other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Word {
    /// The folded word without what joins its pieces: `realtime`.
    pub(crate) text: String,
    /// The folded pieces, at least one.
    pub(crate) pieces: Vec<Piece>,
}

/// A piece of a word, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) text: String,
    /// The bytes of the text it comes from.
    pub(crate) place: Range<usize>,
}

impl Word {
    /// Adds letters, to the last piece unless a joint stands before them.
    pub(crate) fn extend(&mut self, folded: String, place: Range<usize>, is_joined: bool) {
        self.text.push_str(&folded);
        match self.pieces.last_mut() {
            Some(piece) if !is_joined => {
                piece.text.push_str(&folded);
                piece.place.end = place.end;
            }
            _ => self.pieces.push(Piece { text: folded, place }),
        }
    }

    /// The bytes of the text from the first piece to the last.
    pub(crate) fn place(&self) -> Range<usize> {
        let start = self.pieces.first().map_or(0, |piece| piece.place.start);
        start..self.pieces.last().map_or(start, |piece| piece.place.end)
    }
}
