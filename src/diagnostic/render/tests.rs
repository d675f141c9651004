//! What is written about a text, however hostile the text is.

use proptest::prelude::*;

use super::render;
use crate::diagnostic::clean::{is_hostile, judged};
use crate::diagnostic::code::Code;
use crate::diagnostic::{Diagnostic, File, Place, line_and_column};

fn file(text: &str) -> File {
    File { path: "plan.toml".to_owned(), text: text.to_owned() }
}

fn at(begin: usize, end: usize) -> Diagnostic {
    Diagnostic::new(Code::A002, "unknown key", Place::new(0, begin..end))
}

/// Whether nothing hostile is left but line ends.
fn is_clean(text: &str) -> bool {
    judged(text).all(|(_, letter, is_hostile)| !is_hostile || letter == '\n')
}

#[test]
fn no_hostile_letter_of_a_line_is_written_and_the_caret_stays() {
    for code in 0..=0x10_FFFF {
        let Some(letter) = char::from_u32(code).filter(|letter| is_hostile(*letter)) else { continue };
        if matches!(letter, '\n' | '\t') {
            continue;
        }
        let text = format!("before\na{letter}b = 1\nafter\n");
        let begin = text.find('b').unwrap() + "before\na".len() + letter.len_utf8();
        let shown = render(&[at(begin, begin + 1)], &[file(&text)], false);
        assert!(is_clean(&shown), "U+{code:04X}: {shown:?}");
        assert!(shown.contains("--> plan.toml:2:3\n"), "U+{code:04X}: {shown}");
        assert!(shown.contains("\n2 | a") && shown.ends_with("|   ^\n\n"), "U+{code:04X}: {shown}");
    }
}

#[test]
fn whatever_is_said_about_a_text_is_clean_too() {
    let problem = at(0, 1).saying("\u{9b}2J").with(Place::new(0, 2..3), "\u{9d}2;x").help("\u{202e}help");
    let problem = Diagnostic { message: "\u{85}message".to_owned(), ..problem };
    let shown = render(&[problem], &[File { path: "a\u{9b}.toml".to_owned(), text: "abcdef".to_owned() }], false);
    assert!(is_clean(&shown), "{shown:?}");
}

#[test]
fn of_many_of_a_kind_the_first_twenty_are_shown_and_the_rest_counted() {
    let text = "k = 1\n".repeat(50_000);
    let mut problems: Vec<Diagnostic> = (0..50_000).map(|line| at(line * 6, line * 6 + 1)).collect();
    problems.push(Diagnostic::without_place(Code::A016, "one of another kind"));
    let shown = render(&problems, &[file(&text)], false);
    assert_eq!(shown.matches("error[A002]: unknown key\n").count(), 20, "{shown}");
    assert!(shown.contains("--> plan.toml:20:1\n") && !shown.contains("plan.toml:21:1"), "{shown}");
    assert!(shown.contains("error[A002]: and 49,980 more of this kind: unknown key\n"), "{shown}");
    assert!(shown.contains("warning[A016]: one of another kind\n"), "{shown}");
    assert_eq!(super::summary(&problems), "50,000 errors and 1 warning");
    assert!(!render(&problems[..20], &[file(&text)], false).contains("more of this kind"));
}

#[test]
fn lines_far_down_keep_their_numbers() {
    let text = format!("{}first = 1\r\nsecond = 2\r\n", "\n".repeat(41_000));
    let begin = text.find("second").unwrap();
    let problem = at(begin, begin + 6).with(Place::new(0, begin - 11..begin - 6), "here first");
    let shown = render(&[problem], &[file(&text)], false);
    assert_eq!(
        shown,
        "error[A002]: unknown key\n     --> plan.toml:41002:1\n      |\n41001 | first = 1\n      | ----- here first\n\
         41002 | second = 2\n      | ^^^^^^\n\n"
    );
    let end = render(&[at(text.len(), text.len())], &[file(&text)], false);
    assert!(end.contains("--> plan.toml:41002:12\n"), "{end}");
}

proptest! {
    #[test]
    fn no_text_and_no_place_in_it_make_it_panic_or_let_a_hostile_letter_through(
        text in "(a|=|\"| |\n|\r|\r\n|\t|é|東|👍|❤|\u{fe0f}|\u{200d}|\u{feff}|\u{9b}|\u{202e}|\u{2028}|\u{e0041}|\\PC|\\p{C}){0,60}",
        begin in 0_usize..200,
        length in 0_usize..200,
        other in 0_usize..200,
    ) {
        let problem = at(begin, begin + length).saying(text.clone()).with(Place::new(0, other..other), "other").help(text.clone());
        let problem = Diagnostic { message: text.clone(), ..problem };
        let shown = render(&[problem], &[file(&text)], false);
        prop_assert!(is_clean(&shown), "{:?}", shown);
    }

    #[test]
    fn the_place_that_is_named_is_that_of_the_text(text in "(a|é|東|\u{9b}|\u{e0041}|\n){1,60}", at_letter in 0_usize..60) {
        let Some((byte, letter)) = text.char_indices().nth(at_letter).filter(|(_, letter)| *letter != '\n') else { return Ok(()) };
        let (line, column) = line_and_column(&text, byte);
        let shown = render(&[at(byte, byte + letter.len_utf8())], &[file(&text)], false);
        let place = format!("--> plan.toml:{line}:{column}\n");
        prop_assert!(shown.contains(&place), "{} {}", place, shown);
    }
}
