//! From the bytes of a list to text, as spreadsheets write it.

use std::borrow::Cow;

use crate::diagnostic::clean::visible;
use crate::diagnostic::decode::decode;

use super::NoList;

/// What the bytes from 0x80 to 0x9F stand for in Windows-1252; five stand for nothing.
const WINDOWS_1252: [Option<char>; 32] = [
    Some('€'),
    None,
    Some('‚'),
    Some('ƒ'),
    Some('„'),
    Some('…'),
    Some('†'),
    Some('‡'),
    Some('ˆ'),
    Some('‰'),
    Some('Š'),
    Some('‹'),
    Some('Œ'),
    None,
    Some('Ž'),
    None,
    None,
    Some('‘'),
    Some('’'),
    Some('“'),
    Some('”'),
    Some('•'),
    Some('–'),
    Some('—'),
    Some('˜'),
    Some('™'),
    Some('š'),
    Some('›'),
    Some('œ'),
    None,
    Some('ž'),
    Some('Ÿ'),
];

/// How workbooks before 2007, and those with a password, begin.
const OLD_OFFICE: &[u8] = b"\xD0\xCF\x11\xE0";
const BOOK: &str = "a workbook of an old kind (.xls), or one with a password";
const SAVE_BOOK: &str = "open it in Excel and save it as \"Excel Workbook (.xlsx)\" without a password, or as CSV";
const SAVE_TEXT: &str = "in Excel save it as \"CSV UTF-8\" or as \"Excel Workbook (.xlsx)\"";

/// The text, and what is to be said about how it was read. Where a text is in UTF-8 for the most part, what is not stays as it is.
pub(super) fn text(bytes: &[u8]) -> Result<(Cow<'_, [u8]>, Option<String>), NoList> {
    if bytes.starts_with(OLD_OFFICE) {
        return Err(NoList::Other { kind: BOOK, help: SAVE_BOOK });
    }
    let (text, wrong) = decode(bytes.to_vec());
    match wrong {
        None if text.contains('\0') => {
            Err(NoList::Other { kind: "no text at all", help: "check that it is the right file" })
        }
        None => Ok((Cow::Owned(text.into_bytes()), None)),
        Some(wrong) if wrong.is_of_an_older_encoding() => {
            if is_mostly_utf8(bytes) {
                return Ok((Cow::Borrowed(bytes), None));
            }
            let no_text = NoList::Other { kind: wrong.looks_like(), help: SAVE_TEXT };
            let text = windows_1252(bytes).ok_or(no_text)?;
            let remark = remark(&text);
            Ok((Cow::Owned(text.into_bytes()), Some(remark)))
        }
        Some(wrong) => Err(NoList::Other { kind: wrong.looks_like(), help: wrong.help() }),
    }
}

/// Whether letters beyond ASCII are in UTF-8 anywhere.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii())
}

/// The text of bytes in Windows-1252; `None` if they cannot be that.
fn windows_1252(bytes: &[u8]) -> Option<String> {
    let letter = |byte: &u8| match byte.checked_sub(0x80) {
        Some(high) if high < 0x20 => WINDOWS_1252.get(usize::from(high)).copied().flatten(),
        _ => Some(char::from(*byte)),
    };
    bytes.iter().map(letter).collect()
}

/// Says that it was a guess, with a word to check it by.
fn remark(text: &str) -> String {
    let lines = text.lines().zip(1..);
    let found = lines.flat_map(|(text, line)| text.split([' ', ',', ';', '\t', '"']).map(move |word| (word, line)));
    let word = found.into_iter().find(|(word, _)| !word.is_ascii());
    let check = word.map(|(word, line)| format!(" Check words such as `{}` in line {line}.", visible(word)));
    format!("The list is not UTF-8 and was read as Windows-1252.{}", check.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{NoList, text};

    fn read(bytes: &[u8]) -> (String, Option<String>) {
        let (text, remark) = text(bytes).unwrap();
        (String::from_utf8_lossy(&text).into_owned(), remark)
    }

    #[test]
    fn what_excel_writes_on_windows_is_read_and_said() {
        let told = "The list is not UTF-8 and was read as Windows-1252. Check words such as `Größe` in line 2.";
        assert_eq!(
            read(b"Title;Text\r\nGr\xF6\xDFe;10 \x80"),
            ("Title;Text\r\nGröße;10 €".to_owned(), Some(told.to_owned()))
        );
        assert_eq!(read(b"Title\n\xFC\xA0\x9F\xFF").0, "Title\nü\u{a0}Ÿÿ");
        assert_eq!(read("Title\nGröße".as_bytes()), ("Title\nGröße".to_owned(), None));
        let units: Vec<u8> = "\u{feff}Title\nGröße".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(&units), ("Title\nGröße".to_owned(), None));
    }

    #[test]
    fn where_encodings_are_mixed_nothing_is_guessed() {
        let mixed = [b"Gr\xF6\xDFe\n".as_slice(), "Größe".as_bytes()].concat();
        assert_eq!(text(&mixed).map(|(text, remark)| (text.into_owned(), remark)), Ok((mixed.clone(), None)));
    }

    #[test]
    fn what_is_no_text_is_said() {
        for (bytes, looks_like) in [
            (
                b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(),
                "a workbook of an old kind (.xls), or one with a password",
            ),
            (b"%PDF-1.7", "a PDF document"),
            (b"a\0\0b\0\0\0", "no text at all"),
            (b"\x81\x8D\x8F", "text in an older encoding, such as Windows-1252"),
            (b"T\0i\0t\0l\0e\0", "UTF-16 without the mark at its beginning"),
        ] {
            let wrong = text(bytes).map(|_| ());
            assert!(matches!(&wrong, Err(NoList::Other { kind, .. }) if *kind == looks_like), "{wrong:?} {looks_like}");
        }
    }
}
