//! Titles and notes in any script stay in their columns.

use journey_advisor::app::action::Action;
use journey_advisor::app::effect::Event;
use journey_advisor::model::answers::Response;

use super::assert_sound;
use crate::support::chance::Chance;
use crate::support::scenes::scene;
use crate::support::screen::Screen;

/// Gives the plan a title and the question on the screen a note.
fn write(screen: &mut Screen, title: &str, note: &str) {
    screen.app.cx.plan.rename(title);
    let question = screen.app.screens.interview.question;
    let response = Response { note: note.to_owned(), ..screen.app.cx.plan.response(question) };
    screen.app.cx.plan.respond(question, response);
    screen.event(Event::Do(Action::Redraw));
    screen.effects.clear();
}

/// What lies beside the title and the note: the end of the first row, the pane to the right, and the footer.
fn neighbours(screen: &Screen) -> Vec<String> {
    let buffer = screen.buffer();
    let (width, height) = (buffer.area.width, buffer.area.height);
    let bar = (0..width).find(|x| buffer[(*x, 4)].symbol() == "│").unwrap_or(0);
    let from = |y: u16| match y {
        0 => width - 9,
        _ if (3..height - 2).contains(&y) => bar,
        _ => 0,
    };
    let row = |y: u16| (from(y)..width).map(move |x| buffer[(x, y)].symbol()).collect();
    (0..height).map(row).collect()
}

#[test]
fn no_title_or_note_breaks_a_column_or_overwrites_a_neighbour() {
    let mut chance = Chance::of(7);
    let mut screen = scene("interview-note", 110, 24, false);
    write(&mut screen, "a", "b");
    let before = neighbours(&screen);
    assert!(before[0].contains("saved ✓") && before[5].starts_with('│'), "{before:#?}");
    for _ in 0..5_000 {
        let (title, note) = (chance.text(12), chance.text(12));
        write(&mut screen, &title, &note);
        let about = format!("{title:?}, {note:?}");
        assert_sound(&screen, &about);
        assert_eq!(neighbours(&screen), before, "{about}");
    }
}

#[test]
fn every_screen_stays_whole_with_any_title_or_note() {
    let mut chance = Chance::of(11);
    for name in crate::support::scenes::names() {
        for ascii in [false, true] {
            let mut screen = scene(name, 80, 24, ascii);
            for _ in 0..20 {
                let (title, note) = (chance.text(12), chance.text(12));
                write(&mut screen, &title, &note);
                let about = format!("{name}: {title:?}, {note:?}");
                assert_sound(&screen, &about);
                assert!(!ascii || screen.text().is_ascii(), "{about}\n{}", screen.text());
            }
        }
    }
}

#[test]
fn a_box_over_wide_letters_leaves_no_half_of_one() {
    for title in ["日本語の計画と長い名前", "a日本語の計画と長い名前", "क्ष👍🏽क्षक्ष", "ｶﾞﾊﾟｶﾞﾊﾟ"]
    {
        for keys in ["esc", ":", "T", "R", "?"] {
            let mut screen = scene("review", 80, 24, false);
            write(&mut screen, title, &title.repeat(20));
            screen.press(&format!("i {keys}"));
            assert_sound(&screen, keys);
        }
    }
}

#[test]
fn an_emoji_is_drawn_as_its_sign_in_columns_that_all_terminals_agree_on() {
    let mut screen = scene("interview-note", 80, 24, false);
    write(&mut screen, "✈\u{fe0f} Summer ❤\u{fe0f} 1\u{fe0f}\u{20e3}", "a ☎\u{fe0e} ⌚\u{fe0e} b");
    assert_sound(&screen, "emoji");
    let text = screen.text();
    assert!(text.contains("✈  Summer ❤  1\u{20e3}"), "{text}");
    assert!(text.contains("a ☎ ⌚"), "{text}");
    assert!(!text.contains("U+FE0") && !text.contains(['\u{fe0e}', '\u{fe0f}']), "{text}");
}
