//! Bytes that choose: the first ones among a few things, the rest is text.

/// Bytes that are not used up yet.
#[derive(Clone, Copy)]
pub(super) struct Bytes<'b>(pub(super) &'b [u8]);

impl Bytes<'_> {
    /// The next byte; 0 once there is none.
    pub(super) fn next(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    /// A number below `end`.
    pub(super) fn below(&mut self, end: usize) -> usize {
        usize::from(self.next()) % end.max(1)
    }

    /// A number below `end`, however large that is.
    pub(super) fn far_below(&mut self, end: usize) -> usize {
        let number = u32::from_be_bytes([0, self.next(), self.next(), self.next()]);
        usize::try_from(number).unwrap() % end.max(1)
    }

    pub(super) fn is_used_up(&self) -> bool {
        self.0.is_empty()
    }

    /// The rest as text; what is none is U+FFFD.
    pub(super) fn text(self) -> String {
        String::from_utf8_lossy(self.0).into_owned()
    }

    /// The rest as texts with a byte between them that stands in no text.
    pub(super) fn texts(self) -> Vec<String> {
        self.0.split(|byte| *byte == 0xff).map(|part| Bytes(part).text()).collect()
    }
}
