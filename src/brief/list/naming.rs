//! Names of journeys and of their files.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::diagnostic::clean::visible;
use crate::diagnostic::reserved::is_device;

/// The most letters of a title that is made of a text.
const TITLE: usize = 70;
/// The most letters of the name of a file.
const FILE: usize = 60;

/// Gives names that nobody else has yet.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The titles, each with the number that the next one of that name may get.
    titles: BTreeMap<String, usize>,
    /// The same for the names of files.
    files: BTreeMap<String, usize>,
}

impl Names {
    /// A title with a number behind it if it is taken, and the name of the file to it.
    pub(super) fn give(&mut self, title: &str, row: usize) -> (String, String) {
        let title = free(&mut self.titles, title, " ", str::to_lowercase);
        let file = free(&mut self.files, &file(&title, row), "-", str::to_owned);
        (title, file)
    }
}

/// The name, or the first of it with 2, 3 and so on behind it that nobody has.
fn free(taken: &mut BTreeMap<String, usize>, name: &str, joint: &str, alike: fn(&str) -> String) -> String {
    let mut number = taken.get(&alike(name)).copied().unwrap_or(1);
    let free = loop {
        let numbered = if number == 1 { name.to_owned() } else { format!("{name}{joint}{number}") };
        number += 1;
        if !taken.contains_key(&alike(&numbered)) {
            break numbered;
        }
    };
    taken.insert(alike(name), number);
    taken.entry(alike(&free)).or_insert(2);
    free
}

/// A title on one line: of a longer text its beginning.
pub(super) fn title(text: &str) -> String {
    let line = visible(text);
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.graphemes(true).count() <= TITLE {
        return line;
    }
    let begin: String = line.graphemes(true).take(TITLE).collect();
    let words = begin.rsplit_once(' ').map_or(begin.as_str(), |(words, _)| words);
    format!("{}…", words.trim_end_matches([',', ';', ':', '.']))
}

/// The name of a file for a title, in small letters that every system takes.
fn file(title: &str, row: usize) -> String {
    let mut name = String::new();
    for letter in title.nfkd().flat_map(char::to_lowercase).filter(|letter| !is_combining_mark(*letter)).nfc() {
        match letter {
            'ß' => name.push_str("ss"),
            '\'' | '’' => {}
            _ if letter.is_alphanumeric() => name.push(letter),
            _ if name.is_empty() || name.ends_with('-') => {}
            _ => name.push('-'),
        }
    }
    let name: String = name.chars().take(FILE).collect();
    let name = name.trim_matches('-');
    match name {
        "" => format!("row-{row}"),
        _ if is_device(name) => format!("plan-{name}"),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Names, file, title};

    #[test]
    fn files_have_names_that_every_system_takes() {
        for (name, wanted) in [
            ("First frost, cover your pots", "first-frost-cover-your-pots"),
            ("  Größe & Café  ", "grosse-cafe"),
            ("Haven't seen you", "havent-seen-you"),
            ("../../etc/passwd", "etc-passwd"),
            ("C:\\Windows\\x", "c-windows-x"),
            ("CON", "plan-con"),
            ("com1", "plan-com1"),
            ("東京", "東京"),
            ("???", "row-7"),
            ("<U+202E>x", "u-202e-x"),
        ] {
            assert_eq!(file(name, 7), wanted);
        }
        assert!(file(&"long ".repeat(100), 1).chars().count() <= 60);
    }

    #[test]
    fn two_of_one_name_get_numbers() {
        let mut names = Names::default();
        let mut give = |title| names.give(title, 2);
        let pair = |title: &str, file: &str| (title.to_owned(), file.to_owned());
        assert_eq!(give("Welcome"), pair("Welcome", "welcome"));
        assert_eq!(give("Welcome 2"), pair("Welcome 2", "welcome-2"));
        assert_eq!(give("WELCOME"), pair("WELCOME 3", "welcome-3"));
        assert_eq!(give("Welcome!"), pair("Welcome!", "welcome-4"));
    }

    #[test]
    fn long_texts_are_cut_between_words_and_hostile_letters_are_shown() {
        let long = title(
            "We want to write to all customers,\nwho have not bought anything since the spring of the year before last",
        );
        assert_eq!(long, "We want to write to all customers, who have not bought anything since…");
        assert_eq!(title(" a\u{202e}b \t c "), "a<U+202E>b c");
    }
}
