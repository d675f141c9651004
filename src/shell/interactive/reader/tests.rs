//! What keys, clicks, pastes and answers look like in bytes, and that they are told apart wherever they are cut.

#![expect(clippy::disallowed_methods, reason = "a test runs itself as a program that reads its standard input")]

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;
use std::{env, fs, thread};

use proptest::prelude::*;
use proptest::sample::Index;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::event::{Meaning, meaning};
use super::scan::{Piece, Scanner, Unfinished};
use super::{Reader, is_pressed, listen};
use crate::app::effect::Reply;
use crate::shell::clock;
use crate::shell::interactive::backlog::Backlog;
use crate::shell::interactive::incoming::Incoming;
use crate::shell::interactive::question::Question;

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

/// Where a program that listens to its standard input is to write what it heard.
const PLACE: &str = "JOURNEY_ADVISOR_TEST_HEARD";

/// The program that listens, having asked for the ground. By itself it does nothing.
#[test]
fn a_program_that_may_listen_to_its_standard_input() {
    let Ok(place) = env::var(PLACE) else { return };
    let (sender, heard) = mpsc::channel();
    let question = Question::default();
    question.ask();
    listen(sender, question, Backlog::default()).unwrap();
    let mut said = Vec::new();
    for happened in heard {
        let is_end = matches!(happened, Incoming::End(_));
        said.push(match happened {
            Incoming::Input(Event::Key(key)) => format!("{:?} ", key.code),
            Incoming::Reply(Reply::Ground { is_light }) => format!("is light: {is_light} "),
            other => format!("{other:?} "),
        });
        fs::write(&place, said.concat()).unwrap();
        if is_end {
            return;
        }
    }
}

#[test]
fn what_comes_is_heard_and_an_escape_key_with_nothing_after_it_is_not_held_back() {
    let (_, module) = module_path!().split_once("::").unwrap();
    let that = format!("{module}::a_program_that_may_listen_to_its_standard_input");
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("heard");
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", &that]).env(PLACE, &place).stdin(Stdio::piped()).stdout(Stdio::null());
    let mut program = command.spawn().unwrap();
    let mut keyboard = program.stdin.take().unwrap();
    keyboard.write_all(b"q\x1b]11;rgb:0000/0000/0000\x07\x1b[?1;2c\x1b").unwrap();
    let heard = || fs::read_to_string(&place).unwrap_or_default();
    // A busy machine may take its time.
    for _ in 0..1000 {
        if heard().ends_with("Esc ") {
            break;
        }
        thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(heard(), "Char('q') is light: false Esc ");
    keyboard.write_all(b"\x1b[A").unwrap();
    drop(keyboard);
    assert!(program.wait().unwrap().success());
    assert_eq!(heard(), "Char('q') is light: false Esc Up End(HangUp) ");
}

/// What is unfinished and no paste goes on however late the rest comes: whether it is given up is a matter of its own patience.
#[test]
fn only_a_paste_is_left_with_a_key_that_comes_late() {
    let heard_later = |begun: &[u8]| {
        let mut reader =
            Reader { scanner: Scanner::default(), question: Question::default(), heard_at: clock::moment() };
        assert_eq!(reader.scan(begun), []);
        reader.heard_at -= Duration::from_secs(1);
        reader.scan(b"q")
    };
    let q = Piece::Letter { letter: 'q', alt: false };
    assert_eq!(heard_later(b"\x1b[200~text"), [Piece::Paste("text".to_owned()), q]);
    assert_eq!(heard_later(b"\x1b["), [Piece::Control { parameters: String::new(), last: b'q' }]);
}

#[test]
fn keys_without_letters_are_told_by_their_numbers() {
    let f = KeyCode::F;
    for (number, code) in [
        (1, KeyCode::Home),
        (2, KeyCode::Insert),
        (3, KeyCode::Delete),
        (4, KeyCode::End),
        (5, KeyCode::PageUp),
        (6, KeyCode::PageDown),
        (7, KeyCode::Home),
        (8, KeyCode::End),
    ]
    .into_iter()
    .chain((11..=15).zip((1..=5).map(f)))
    .chain((17..=21).zip((6..=10).map(f)))
    .chain((23..=26).zip((11..=14).map(f)))
    .chain((28..=29).zip((15..=16).map(f)))
    .chain((31..=34).zip((17..=20).map(f)))
    {
        assert_eq!(all(format!("\x1b[{number}~").as_bytes()), [key(code, KeyModifiers::NONE)], "{number}");
    }
    for number in [0, 9, 10, 16, 22, 27, 30, 35] {
        assert_eq!(all(format!("\x1b[{number}~").as_bytes()), [], "{number}");
    }
    for (letter, code) in [
        ('A', KeyCode::Up),
        ('B', KeyCode::Down),
        ('C', KeyCode::Right),
        ('D', KeyCode::Left),
        ('F', KeyCode::End),
        ('H', KeyCode::Home),
    ]
    .into_iter()
    .chain(('P'..='S').zip((1..=4).map(f)))
    {
        assert_eq!(all(format!("\x1bO{letter}").as_bytes()), [key(code, KeyModifiers::NONE)], "{letter}");
    }
}

/// Some other answers end as the one does that every terminal gives.
#[test]
fn only_the_kind_of_the_terminal_is_the_last_answer() {
    let meant = |parameters: &str| meaning(Piece::Control { parameters: parameters.to_owned(), last: b'c' });
    assert_eq!(meant("?62;22"), Some(Meaning::LastAnswer));
    assert_eq!((meant(">41;354;0"), meant("=0")), (None, None));
}

/// What ends a sequence, and what only looks as if it did.
#[test]
fn a_sequence_ends_where_it_ends_and_the_next_key_counts() {
    let (q, up) = (key(KeyCode::Char('q'), KeyModifiers::NONE), key(KeyCode::Up, KeyModifiers::NONE));
    for (bytes, expected) in [
        (b"\x1b[1\x18q".as_slice(), vec![q.clone()]),
        (b"\x1b[1\x1aq", vec![q.clone()]),
        (b"\x1b[1\x1b[A", vec![up]),
        (b"\x1b[1[q", vec![q.clone()]),
        (b"\x1bPa\x07q\x1b\\q", vec![q.clone()]),
        (b"\x1b]52;c;a\\q\x07q", vec![q]),
    ] {
        assert_eq!(all(bytes), expected, "{bytes:?}");
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
        (4, MouseEventKind::Down(MouseButton::Left)),
        (8, MouseEventKind::Down(MouseButton::Left)),
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
