//! What keys, clicks, pastes and answers look like in bytes, and that they are told apart wherever they are cut.

use std::time::Duration;

use proptest::prelude::*;
use proptest::sample::Index;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::event::{Meaning, meaning};
use super::is_pressed;
use super::scan::{Piece, Scanner, Unfinished};

/// Answers that terminals give, asked or not.
const ANSWERS: [&[u8]; 18] = [
    b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
    b"\x1b]11;rgb:0000/0000/0000\x07",
    b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
    b"\x1b]4;1;rgb:ffff/0000/0000\x1b\\",
    b"\x1b]52;c;cXVpdA==\x07",
    b"\x1b[?62;22;52c",
    b"\x1b[>41;354;0c",
    b"\x1b[24;80R",
    b"\x1b[0;0R",
    b"\x1b[?997;1n",
    b"\x1b[0n",
    b"\x1b[?2026;2$y",
    b"\x1b[?1u",
    b"\x1b[8;24;80t",
    b"\x1bP>|XTerm(390)\x1b\\",
    b"\x1bP!|00000000\x1b\\",
    b"\x1b_Gi=31;OK\x1b\\",
    b"\x1b^quit\x1b\\",
];

/// Keys with what they send.
const KEYS: [(&[u8], KeyCode); 12] = [
    (b"q", KeyCode::Char('q')),
    (b"]", KeyCode::Char(']')),
    (b"\\", KeyCode::Char('\\')),
    ("é".as_bytes(), KeyCode::Char('é')),
    ("🗺".as_bytes(), KeyCode::Char('🗺')),
    (b"\r", KeyCode::Enter),
    (b"\t", KeyCode::Tab),
    (b"\x7f", KeyCode::Backspace),
    (b"\x1b[A", KeyCode::Up),
    (b"\x1bOF", KeyCode::End),
    (b"\x1b[3~", KeyCode::Delete),
    (b"\x1b[15~", KeyCode::F(5)),
];

/// What is heard of pieces.
fn heard(pieces: Vec<Piece>) -> Vec<Event> {
    pieces
        .into_iter()
        .filter_map(meaning)
        .filter_map(|meaning| match meaning {
            Meaning::Input(event) => Some(event),
            Meaning::Ground { .. } | Meaning::LastAnswer => None,
        })
        .collect()
}

/// What is heard of bytes that come at once and are the last for a while.
fn all(bytes: &[u8]) -> Vec<Event> {
    let mut scanner = Scanner::default();
    let mut pieces = scanner.feed(bytes);
    pieces.extend(scanner.give_up());
    heard(pieces)
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn an_answer_is_no_key_and_costs_none_however_it_is_cut(
        parts in proptest::collection::vec(0..ANSWERS.len() + KEYS.len(), 1..8),
        cuts in proptest::collection::vec(any::<Index>(), 0..12),
    ) {
        let mut bytes = Vec::new();
        let mut expected = Vec::new();
        for part in parts {
            if let Some((sent, code)) = KEYS.get(part) {
                bytes.extend(*sent);
                expected.push(key(*code, KeyModifiers::NONE));
            } else {
                bytes.extend(ANSWERS[part - KEYS.len()]);
            }
        }
        let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.index(bytes.len())).collect();
        cuts.sort_unstable();
        let mut scanner = Scanner::default();
        let mut pieces = Vec::new();
        let mut from = 0;
        for to in cuts.into_iter().chain([bytes.len()]) {
            pieces.extend(scanner.feed(&bytes[from..to]));
            from = to;
        }
        prop_assert_eq!(scanner.unfinished(), None);
        prop_assert_eq!(heard(pieces), expected);
    }

    #[test]
    fn nothing_that_comes_breaks_it_or_is_kept_without_bound(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let mut scanner = Scanner::default();
        for part in bytes.chunks(7) {
            heard(scanner.feed(part));
        }
        heard(scanner.give_up());
        prop_assert_eq!(scanner.unfinished(), None);
        prop_assert_eq!(heard(scanner.feed(b"q")), [key(KeyCode::Char('q'), KeyModifiers::NONE)]);
    }

    #[test]
    fn what_is_within_an_answer_is_no_key(opener in "[]PX^_]", inside in proptest::collection::vec(any::<u8>(), 1..500)) {
        let ends_it = |byte: &u8| [0x07, 0x18, 0x1a, b'\\'].contains(byte);
        let inside: Vec<u8> = inside.into_iter().filter(|byte| !ends_it(byte)).collect();
        let answer = [b"\x1b", opener.as_bytes(), &inside, b"\x1b\\"].concat();
        prop_assert_eq!(all(&answer), []);
        let endless = [b"\x1b", opener.as_bytes(), b"1", &inside].concat();
        prop_assert_eq!(all(&endless), []);
    }
}

/// A terminal may answer in the 8-bit form, as bytes or in UTF-8.
#[test]
fn an_answer_in_the_8_bit_form_is_an_answer() {
    let ground = |text: &str| Piece::System(text.to_owned());
    for (begin, end) in [("\u{9d}", "\u{9c}"), ("\u{9d}", "\u{7}"), ("\u{9d}", "\u{1b}\\")] {
        let utf8 = format!("a{begin}11;rgb:0/0/0{end}\u{9b}?1c\u{8f}P\u{90}1$r0m\u{9c}\u{85}b").into_bytes();
        let bytes: Vec<u8> = utf8.iter().copied().filter(|byte| *byte != 0xc2).collect();
        for sent in [utf8, bytes] {
            for cut in 0..sent.len() {
                let mut scanner = Scanner::default();
                let (first, second) = sent.split_at(cut);
                let mut pieces = scanner.feed(first);
                pieces.extend(scanner.feed(second));
                let device = Piece::Control { parameters: "?1".to_owned(), last: b'c' };
                let letter = |letter| Piece::Letter { letter, alt: false };
                let expected = [letter('a'), ground("11;rgb:0/0/0"), device, Piece::Function(b'P'), letter('b')];
                assert_eq!(pieces, expected, "{sent:?} cut at {cut}");
            }
        }
    }
    for unfinished in [b"\x9d".as_slice(), b"\x9b", b"\x8f", b"\x9b?1", b"\xc2\x9d11;"] {
        assert_eq!(all(unfinished), [], "{unfinished:?}");
    }
}

#[test]
fn a_key_that_comes_alone_after_a_pause_ends_a_paste_without_end() {
    let (soon, later) = (Duration::from_millis(5), Duration::from_millis(400));
    for key in [b"\x03".as_slice(), b"q", b"\x1b"] {
        assert!(is_pressed(key, later) && !is_pressed(key, soon), "{key:?}");
    }
    assert!(is_pressed(b"\x03", Duration::from_millis(60)));
    for text in [b"a".as_slice(), b"qq", b"\x1b[201~", b"\r", b""] {
        assert!(!is_pressed(text, later), "{text:?}");
    }
}

#[test]
fn every_key_means_what_it_says() {
    for (bytes, code) in KEYS {
        assert_eq!(all(bytes), [key(code, KeyModifiers::NONE)], "{bytes:?}");
    }
    let ctrl = KeyModifiers::CONTROL;
    for (bytes, code, modifiers) in [
        (b"\x03".as_slice(), KeyCode::Char('c'), ctrl),
        (b"\x00", KeyCode::Char(' '), ctrl),
        (b"\x1d", KeyCode::Char('5'), ctrl),
        (b"Q", KeyCode::Char('Q'), KeyModifiers::NONE),
        (b"\x1bq", KeyCode::Char('q'), KeyModifiers::ALT),
        ("\u{1b}é".as_bytes(), KeyCode::Char('é'), KeyModifiers::ALT),
        (b"\x1b[1;5C", KeyCode::Right, ctrl),
        (b"\x1b[1;3A", KeyCode::Up, KeyModifiers::ALT),
        (b"\x1b[1;2P", KeyCode::F(1), KeyModifiers::SHIFT),
        (b"\x1bOP", KeyCode::F(1), KeyModifiers::NONE),
        (b"\x1bOM", KeyCode::Enter, KeyModifiers::NONE),
        (b"\x1b[[C", KeyCode::F(3), KeyModifiers::NONE),
        (b"\x1b[24~", KeyCode::F(12), KeyModifiers::NONE),
        (b"\x1b[5;5~", KeyCode::PageUp, ctrl),
        (b"\x1b[Z", KeyCode::BackTab, KeyModifiers::NONE),
        (b"\x1b[27;5;99~", KeyCode::Char('c'), ctrl),
        (b"\x1b[97;2u", KeyCode::Char('A'), KeyModifiers::SHIFT),
        (b"\x1b[27u", KeyCode::Esc, KeyModifiers::NONE),
    ] {
        assert_eq!(all(bytes), [key(code, modifiers)], "{bytes:?}");
    }
}

#[test]
fn a_click_and_the_wheel_come_in_three_forms() {
    let at = |kind| Event::Mouse(MouseEvent { kind, column: 19, row: 4, modifiers: KeyModifiers::NONE });
    for (button, kind) in [
        (0, MouseEventKind::Down(MouseButton::Left)),
        (64, MouseEventKind::ScrollUp),
        (65, MouseEventKind::ScrollDown),
        (65 + 4 + 16, MouseEventKind::ScrollDown),
    ] {
        assert_eq!(all(format!("\x1b[<{button};20;5M").as_bytes()), [at(kind)]);
        assert_eq!(all(format!("\x1b[{};20;5M", 32 + button).as_bytes()), [at(kind)]);
        assert_eq!(all(&[0x1b, b'[', b'M', 32 + button, 32 + 20, 32 + 5]), [at(kind)]);
    }
    for nothing in ["\x1b[<0;20;5m", "\x1b[<2;20;5M", "\x1b[<32;20;5M", "\x1b[<0;0;5M", "\x1b[<0;20M", "\x1b[M   "] {
        assert_eq!(all(nothing.as_bytes()), [], "{nothing}");
    }
}

#[test]
fn a_paste_is_text_whatever_is_in_it() {
    let of = |text: &[u8]| all(&[b"\x1b[200~", text, b"\x1b[201~q"].concat());
    let q = key(KeyCode::Char('q'), KeyModifiers::NONE);
    for text in ["plain", "", "\u{1b}[31m\u{1b}\u{1b}[20", "\u{1b}]11;?\u{7}\r\u{3}"] {
        assert_eq!(of(text.as_bytes()), [Event::Paste(text.to_owned()), q.clone()]);
    }
    let Some(Event::Paste(long)) = of(&vec![b'x'; 2_000_000]).into_iter().next() else { panic!("no paste") };
    assert!(long.len() < 1_100_000);
    assert_eq!(all(b"\x1b[200~broken off"), [Event::Paste("broken off".to_owned())]);
}

/// An ESC of a person is one, and so is what is typed after it; with Alt both come at once.
#[test]
fn an_escape_key_acts_and_takes_no_other_with_it() {
    let of = |reads: &[&[u8]]| {
        let mut scanner = Scanner::default();
        let mut pieces: Vec<Piece> = reads.iter().flat_map(|read| scanner.feed(read)).collect();
        pieces.extend(scanner.give_up());
        heard(pieces)
    };
    let plain = |code| key(code, KeyModifiers::NONE);
    let (esc, q) = (plain(KeyCode::Esc), plain(KeyCode::Char('q')));
    assert_eq!(of(&[b"\x1b"]), std::slice::from_ref(&esc));
    assert_eq!(of(&[b"\x1b\x1b"]), [esc.clone(), esc.clone()]);
    assert_eq!(of(&[b"\x1b", b"q"]), [esc.clone(), q.clone()]);
    assert_eq!(of(&[b"\x1b", b"\x1b[A"]), [esc.clone(), plain(KeyCode::Up)]);
    assert_eq!(of(&[b"\x1b", b"]"]), [esc.clone(), plain(KeyCode::Char(']'))]);
    assert_eq!(of(&[b"\x1b", b"["]), [esc.clone(), plain(KeyCode::Char('['))]);
    assert_eq!(of(&[b"\x1b", b"O"]), [esc, plain(KeyCode::Char('O'))]);
    assert_eq!(of(&[b"\x1b]"]), [key(KeyCode::Char(']'), KeyModifiers::ALT)]);
    assert_eq!(of(&[b"\xc3", b"q"]), [q]);
}

#[test]
fn only_what_may_be_a_key_is_given_up_soon() {
    for (bytes, unfinished) in [
        (b"".as_slice(), None),
        (b"q", None),
        (b"\x1b", Some(Unfinished::Escape)),
        (b"\x1b]", Some(Unfinished::Escape)),
        (b"\x1b[", Some(Unfinished::Escape)),
        (b"\x1bO", Some(Unfinished::Escape)),
        (b"\x1b]1", Some(Unfinished::Answer)),
        (b"\x1b[?6", Some(Unfinished::Answer)),
        (b"\x1bP>|x\x1b", Some(Unfinished::Answer)),
        (b"\x1b[M!", Some(Unfinished::Answer)),
        (b"\x1b[200~x", Some(Unfinished::Paste)),
    ] {
        let mut scanner = Scanner::default();
        scanner.feed(bytes);
        assert_eq!(scanner.unfinished(), unfinished, "{bytes:?}");
    }
}

#[test]
fn the_two_answers_that_were_asked_for_are_heard() {
    let of = |bytes: &[u8]| Scanner::default().feed(bytes).into_iter().filter_map(meaning).collect::<Vec<_>>();
    assert_eq!(
        of(b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;22c"),
        [Meaning::Ground { is_light: true }, Meaning::LastAnswer]
    );
    assert_eq!(of(b"\x1b]11;rgb:0/0/0\x07"), [Meaning::Ground { is_light: false }]);
    assert_eq!(of(format!("\x1b]11;rgb:ffff/ffff/ffff{}\x07", "/ffff".repeat(50)).as_bytes()), []);
    assert_eq!(of(format!("\x1b[{}A", "1".repeat(100)).as_bytes()), []);
}
