//! What a terminal sends means the same however it was cut up on its way.

use std::collections::VecDeque;

use journey_advisor::shell::meaning;
use journey_advisor::shell::scan::{Piece, Scanner};

use super::bytes::Bytes;

/// The most letters of what a sequence says.
const LONGEST: usize = 64;

/// The first byte says how many of the next ones are lengths of reads.
pub(super) fn terminal(data: &[u8]) {
    let mut bytes = Bytes(data);
    let reads: VecDeque<usize> = (0..bytes.below(32)).map(|_| 1 + bytes.below(40)).collect();
    let (mut whole, mut cut) = (Scanner::default(), Scanner::default());
    let at_once = whole.feed(bytes.0);
    let in_parts = fed(&mut cut, bytes.0, reads);
    assert_eq!(in_parts, at_once);
    assert_eq!(cut.unfinished(), whole.unfinished());
    let (given_up, other) = (cut.give_up(), whole.give_up());
    assert_eq!(given_up, other);
    assert_eq!(cut.unfinished(), None);
    let pieces: Vec<Piece> = at_once.into_iter().chain(given_up).collect();
    are_bounded(&pieces, bytes.0.len());
    for piece in pieces {
        let _ = meaning(piece);
    }
    assert_eq!(cut.feed(b"q"), [Piece::Letter { letter: 'q', alt: false }], "a key after a pause is one");
}

/// The pieces of bytes that come with these reads. An ESC at the end of a read counts for itself, so none is cut there.
fn fed(scanner: &mut Scanner, bytes: &[u8], mut reads: VecDeque<usize>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let mut length = reads.pop_front().unwrap_or(rest.len()).min(rest.len());
        while length < rest.len() && rest[length - 1] == 0x1b {
            length += 1;
        }
        let (read, later) = rest.split_at(length);
        pieces.extend(scanner.feed(read));
        rest = later;
    }
    pieces
}

/// Nothing is made of nothing, and no sequence is kept that never ends.
fn are_bounded(pieces: &[Piece], bytes: usize) {
    assert!(pieces.len() <= bytes, "{} pieces of {bytes} bytes", pieces.len());
    for piece in pieces {
        match piece {
            Piece::Control { parameters: text, .. } | Piece::System(text) => {
                assert!(text.chars().count() <= LONGEST, "{text:?}");
            }
            Piece::Paste(text) => assert!(text.chars().count() <= bytes, "{} letters of {bytes} bytes", text.len()),
            Piece::Letter { .. } | Piece::Function(_) | Piece::Mouse(_) => {}
        }
    }
}
