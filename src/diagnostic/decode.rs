//! From the bytes of a file to its text: UTF-8 with or without a mark at its beginning, and UTF-16 with one. Files that were
//! joined have such marks further down as well; at the beginning of a line they are no part of the text.

use std::char::{REPLACEMENT_CHARACTER, decode_utf16};

/// The mark, as a letter.
const MARK: char = '\u{feff}';

/// What it is in UTF-16 and UTF-32. That of UTF-32 begins like that of UTF-16.
const UTF16_LITTLE: &[u8] = b"\xFF\xFE";
const UTF16_BIG: &[u8] = b"\xFE\xFF";
const UTF32: [&[u8]; 2] = [b"\xFF\xFE\0\0", b"\0\0\xFE\xFF"];

/// How files that are no text begin.
const OTHERS: [(&[u8], &str); 7] = [
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\xD0\xCF\x11\xE0", "an Office document"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1F\x8B", "a compressed file"),
];

/// So many bytes at the beginning show whether every other one is empty.
const HEAD: usize = 64;

const SAVE_IT: &str =
    "save it as UTF-8: in Notepad with \"Save as\", in PowerShell with `| Out-File -Encoding utf8 FILE`";
const OLDER: &str = "text in an older encoding, such as Windows-1252";
const CHECK_IT: &str = "check that it is the right file";

/// Why bytes are no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoText {
    /// The first byte of what was read that is wrong.
    pub at: usize,
    looks_like: &'static str,
    help: &'static str,
}

impl NoText {
    /// What it looks like, to be said after "this is not UTF-8 text".
    pub fn looks_like(self) -> &'static str {
        self.looks_like
    }

    /// Whether it looks like text whose encoding is older than Unicode.
    pub(crate) fn is_of_an_older_encoding(self) -> bool {
        self.looks_like == OLDER
    }

    /// What to do about it.
    pub(crate) fn help(self) -> &'static str {
        self.help
    }
}

/// The text of bytes, without a mark at the beginning of a line. What cannot be read is U+FFFD, and why is said.
pub(crate) fn decode(bytes: Vec<u8>) -> (String, Option<NoText>) {
    let (text, wrong) = with_marks(bytes);
    if !text.contains(MARK) {
        return (text, wrong);
    }
    let moved = |wrong: NoText| NoText { at: unmarked(text.split_at(wrong.at).0).len(), ..wrong };
    (unmarked(&text), wrong.map(moved))
}

/// A text without the marks at the beginning of its lines.
pub(crate) fn unmarked(text: &str) -> String {
    text.split_inclusive('\n').map(|line| line.trim_start_matches(MARK)).collect()
}

fn with_marks(bytes: Vec<u8>) -> (String, Option<NoText>) {
    if UTF32.iter().any(|mark| bytes.starts_with(mark)) {
        return lossy(&bytes, "UTF-32", SAVE_IT);
    }
    if let Some(units) = bytes.strip_prefix(UTF16_LITTLE) {
        return utf16(units, u16::from_le_bytes);
    }
    if let Some(units) = bytes.strip_prefix(UTF16_BIG) {
        return utf16(units, u16::from_be_bytes);
    }
    if let Some((_, kind)) = OTHERS.iter().find(|(begin, _)| bytes.starts_with(begin)) {
        return lossy(&bytes, kind, CHECK_IT);
    }
    if is_bare_utf16(&bytes) {
        return lossy(&bytes, "UTF-16 without the mark at its beginning", SAVE_IT);
    }
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) if error.as_bytes().contains(&0) => lossy(error.as_bytes(), "no text at all", CHECK_IT),
        Err(error) => lossy(error.as_bytes(), OLDER, SAVE_IT),
    }
}

/// Whether every other byte is empty at the beginning, as ASCII is in UTF-16.
fn is_bare_utf16(bytes: &[u8]) -> bool {
    let (head, _) = bytes.split_at(HEAD.min(bytes.len()));
    let pairs = head.as_chunks::<2>().0;
    let empty = |half: fn(&[u8; 2]) -> bool| pairs.iter().filter(|pair| half(pair)).count() * 2 > pairs.len();
    empty(|[low, high]| *low != 0 && *high == 0) || empty(|[high, low]| *high == 0 && *low != 0)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, Option<NoText>) {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    let mut wrong = None;
    for letter in decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        if letter.is_err() {
            wrong.get_or_insert(text.len());
        }
        text.push(letter.unwrap_or(REPLACEMENT_CHARACTER));
    }
    if !rest.is_empty() {
        wrong.get_or_insert(text.len());
        text.push(REPLACEMENT_CHARACTER);
    }
    (text, wrong.map(|at| NoText { at, looks_like: "UTF-16 that is damaged", help: SAVE_IT }))
}

fn lossy(bytes: &[u8], looks_like: &'static str, help: &'static str) -> (String, Option<NoText>) {
    let at = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), |_| 0);
    (String::from_utf8_lossy(bytes).into_owned(), Some(NoText { at, looks_like, help }))
}

#[cfg(test)]
mod tests {
    use super::decode;

    const TEXT: &str = "title = \"Größe 東京 👍\"\r\n";

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes).collect()
    }

    #[test]
    fn a_mark_says_how_to_read_the_rest_and_is_no_part_of_it() {
        let marked = [b"\xEF\xBB\xBF", TEXT.as_bytes()].concat();
        for bytes in [TEXT.into(), marked, utf16(TEXT, u16::to_le_bytes), utf16(TEXT, u16::to_be_bytes)] {
            assert_eq!(decode(bytes), (TEXT.to_owned(), None));
        }
        assert_eq!(decode(b"\xFF\xFE".to_vec()), (String::new(), None));
        assert_eq!(decode(b"\xEF\xBB\xBF".to_vec()), (String::new(), None));
        assert_eq!(decode(Vec::new()), (String::new(), None));
    }

    #[test]
    fn the_marks_of_joined_files_are_no_part_of_the_text() {
        let joined = "\u{feff}\u{feff}a = 1\r\n\u{feff}b = 2\n\r\n\u{feff}\u{feff}c = \"x\u{feff}\"\n";
        let text = "a = 1\r\nb = 2\n\r\nc = \"x\u{feff}\"\n";
        assert_eq!(decode(joined.into()), (text.to_owned(), None));
        assert_eq!(decode(utf16(joined, u16::to_be_bytes)), (text.to_owned(), None));
        let (text, wrong) = decode([joined.as_bytes(), b"d\xe9 = 1"].concat());
        assert!(text.starts_with("a = 1") && text.split_at(wrong.unwrap().at).1 == "\u{fffd} = 1", "{text:?}");
        let (text, wrong) = decode(b"\xEF\xBB\xBF\xe9".to_vec());
        assert_eq!((text.as_str(), wrong.unwrap().at), ("\u{fffd}", 0));
    }

    #[test]
    fn what_is_no_text_is_said_with_what_it_looks_like() {
        let bare = |bytes: Vec<u8>| bytes.get(2..).unwrap_or_default().to_vec();
        let mut cut = utf16(TEXT, u16::to_le_bytes);
        cut.pop();
        for (bytes, looks_like) in [
            (bare(utf16(TEXT, u16::to_le_bytes)), "UTF-16 without the mark at its beginning"),
            (bare(utf16(TEXT, u16::to_be_bytes)), "UTF-16 without the mark at its beginning"),
            (cut, "UTF-16 that is damaged"),
            (b"\xFF\xFEa\0\0\xD8b\0".to_vec(), "UTF-16 that is damaged"),
            (b"\xFF\xFE\0\0a\0\0\0".to_vec(), "UTF-32"),
            (b"title = \"caf\xe9\"".to_vec(), "text in an older encoding, such as Windows-1252"),
            (b"%PDF-1.7\n".to_vec(), "a PDF document"),
            (b"\x89PNG\r\n\x1a\n".to_vec(), "a picture"),
            (b"\x7fELF\x02\x01\x01\0\0\xff".to_vec(), "no text at all"),
        ] {
            let (text, wrong) = decode(bytes);
            let wrong = wrong.unwrap();
            assert_eq!(wrong.looks_like(), looks_like);
            assert!(text.is_char_boundary(wrong.at), "{looks_like}: {text:?}");
        }
    }
}
