//! What is written to the terminal: a frame goes out in one piece.

use std::io::{self, Write, stdout};

/// How a synchronized update begins.
const BEGIN: &[u8] = b"\x1b[?2026h";

/// How a synchronized update ends.
const END: &[u8] = b"\x1b[?2026l";

/// Gathers what is written. A flush hands it to the terminal, but not in the middle of a synchronized update: a frame
/// arrives whole.
#[derive(Debug, Default)]
pub(super) struct Output {
    bytes: Vec<u8>,
}

impl Output {
    fn is_complete(&self) -> bool {
        !self.bytes.starts_with(BEGIN) || self.bytes.ends_with(END)
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if !self.is_complete() {
            return Ok(());
        }
        let bytes = std::mem::take(&mut self.bytes);
        let mut out = stdout().lock();
        out.write_all(&bytes)?;
        out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::{BEGIN, END, Output};

    #[test]
    fn a_frame_is_held_back_until_it_ends() {
        let of = |parts: &[&[u8]]| Output { bytes: parts.concat() }.is_complete();
        assert!(of(&[]) && of(&[b"text"]) && of(&[BEGIN, b"text", END]));
        assert!(!of(&[BEGIN]) && !of(&[BEGIN, b"text"]));
    }
}
