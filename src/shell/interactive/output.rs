//! What is written to the terminal: a frame goes out in one piece.

use std::io::{self, Write, stdout};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// How a synchronized update begins.
const BEGIN: &[u8] = b"\x1b[?2026h";

/// How a synchronized update ends.
const END: &[u8] = b"\x1b[?2026l";

/// Gathers what is written. A flush hands it to the terminal, but not in the middle of a synchronized update: a frame
/// arrives whole. While the terminal is not ours, what is written is lost.
#[derive(Debug)]
pub(super) struct Output {
    bytes: Vec<u8>,
    is_ours: Arc<AtomicBool>,
}

impl Output {
    /// Writes while `is_ours`. Whoever changes that to false must hold the lock of the standard output.
    pub(super) fn new(is_ours: Arc<AtomicBool>) -> Self {
        Self { bytes: Vec::new(), is_ours }
    }

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
        if !self.is_ours.load(Ordering::SeqCst) {
            return Ok(());
        }
        out.write_all(&bytes)?;
        out.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{BEGIN, END, Output};

    #[test]
    fn a_frame_is_held_back_until_it_ends() {
        let of = |parts: &[&[u8]]| Output { bytes: parts.concat(), is_ours: Arc::default() }.is_complete();
        assert!(of(&[]) && of(&[b"text"]) && of(&[BEGIN, b"text", END]));
        assert!(!of(&[BEGIN]) && !of(&[BEGIN, b"text"]));
    }
}
