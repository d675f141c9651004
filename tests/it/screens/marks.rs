//! Enter never chooses what nobody marked, and a key that does nothing says why.

use journey_advisor::app::action::Action;
use journey_advisor::app::effect::Event;
use journey_advisor::app::{App, Message, Tone};
use journey_advisor::model::answers::Answer;

use crate::support::screen::Screen;

/// What was said last, and how it was meant.
fn said(screen: &Screen) -> Option<(&str, Tone)> {
    screen.app.cx.message.as_ref().map(|Message { text, tone }| (text.as_str(), *tone))
}

fn answer<'a>(app: &'a App<'_>) -> Option<&'a Answer> {
    app.cx.plan.answers().answer(app.screens.interview.question)
}

/// The position of the question on the screen.
fn asked(screen: &Screen) -> usize {
    let here = screen.app.screens.interview.question;
    screen.app.cx.plan.base.questions.keys().position(|question| question == here).unwrap()
}

/// A question on the screen, keys pressed from the start.
fn after(keys: &str) -> Screen {
    let mut screen = Screen::new(80, 24);
    screen.press(keys);
    screen
}

/// To the question that takes many.
const MANY: &str = "enter 1 enter 1 right";

#[test]
fn enter_alone_answers_nothing() {
    let mut screen = after(&"enter ".repeat(60));
    assert!(screen.app.cx.plan.answers().is_empty(), "{}", screen.text());
    screen = after("enter enter");
    assert_eq!(said(&screen), Some(("Left open. ↓ or a number marks a row.", Tone::Neutral)));
    assert!(asked(&screen) > 0, "{}", screen.text());
}

#[test]
fn enter_chooses_what_an_arrow_a_number_or_a_click_has_marked() {
    for (keys, chosen) in [("down enter", "0"), ("up enter", "0"), ("down down enter", "1"), ("G up up enter", "last")]
    {
        let mut screen = after("enter");
        let question = screen.app.screens.interview.question;
        screen.press(keys);
        let picks = screen.app.cx.plan.response(question).picks().to_vec();
        let last = screen.app.cx.plan.base.questions[question].choices.len() - 1;
        let position = picks.first().unwrap().choice.position();
        assert_eq!(position, chosen.parse().unwrap_or(last), "{keys}");
        assert!(asked(&screen) > 0, "{keys}");
    }
    let mut screen = after("enter");
    screen.event(Event::Do(Action::Row(1)));
    assert!(answer(&screen.app).is_some());
}

#[test]
fn where_many_can_be_chosen_space_ticks_and_enter_goes_on() {
    for (keys, ticked, told) in [
        ("enter", 0, Some("Left open. ↓ or a number marks a row.")),
        ("down enter", 0, Some("Left open. space ticks the marked row.")),
        ("down space down enter", 1, None),
        ("1 2 enter", 2, None),
    ] {
        let mut screen = after(MANY);
        let before = asked(&screen);
        let question = screen.app.screens.interview.question;
        screen.press(keys);
        assert_eq!(screen.app.cx.plan.response(question).picks().len(), ticked, "{keys}");
        assert!(asked(&screen) > before, "{keys}");
        assert_eq!(said(&screen).map(|(text, _)| text), told, "{keys}");
    }
}

/// Whatever is marked and however narrow it is, the answers that choose nothing are there.
#[test]
fn the_answers_that_choose_nothing_are_always_there() {
    for (width, height) in [(60, 20), (80, 24), (100, 24), (120, 40), (160, 40), (200, 60)] {
        for keys in ["", "down", "G", "down down", "1", "d", "="] {
            let mut screen = Screen::new(width, height);
            screen.press(&format!("{MANY} {keys}"));
            let text = screen.text();
            for out in ["0 none of these", "d not sure yet", "x not relevant"] {
                let (key, word) = out.split_once(' ').unwrap();
                let is_there = text.contains(out) || text.contains(&format!("{key} (x) {word}"));
                assert!(is_there, "{width}x{height} {keys}: {out}\n{text}");
            }
        }
    }
}

/// What was taken back is open, and stays so.
#[test]
fn enter_does_not_choose_what_was_just_taken_back() {
    for keys in [
        "enter 1 1 enter",
        "enter down space space enter",
        "enter 1 backspace enter",
        "enter 1 u enter",
        "enter d d d u u enter",
    ] {
        assert!(after(keys).app.cx.plan.answers().is_empty(), "{keys}");
    }
    for keys in ["1 1 enter", "down space space enter", "1 2 backspace enter", "1 u enter"] {
        let mut screen = after(MANY);
        let question = screen.app.screens.interview.question;
        screen.press(keys);
        assert_eq!(screen.app.cx.plan.response(question).answer, None, "{keys}");
    }
}

#[test]
fn a_question_that_is_answered_shows_what_was_chosen_as_marked() {
    let mut screen = after("enter 2 right left");
    assert!(screen.app.screens.interview.is_marked);
    let before = screen.app.cx.plan.answers().clone();
    screen.press("enter");
    assert_eq!(screen.app.cx.plan.answers(), &before);
}

#[test]
fn while_no_row_is_marked_the_pane_says_why_it_is_asked() {
    let mut screen = after("enter");
    screen.resize(100, 24);
    let text = screen.text();
    assert!(!text.contains('▌') && text.contains("Why we ask") && text.contains("Mark a row"), "{text}");
}

#[test]
fn a_key_that_does_nothing_says_why() {
    for (keys, expected) in [
        ("enter m", "Mark a row first, with ↓ or a number."),
        ("enter s", "Mark a row first, with ↓ or a number."),
        ("enter c", "Mark a row first, with ↓ or a number."),
        ("enter space", "Mark a row first, with ↓ or a number."),
        ("enter 9", "There are 2 choices here."),
        ("enter 0", "\"None of these\" is for questions that take several choices."),
        ("enter backspace", "There is no answer here to forget."),
        ("enter x m", "This answer has no importance."),
        ("enter [", "This is the first topic."),
        ("enter left", "This is the first question."),
        ("u", "There is nothing to take back."),
        ("enter z", "z does nothing here. ? shows the keys."),
        ("enter i", "You are there already: questions."),
        ("T z", "z does nothing here."),
    ] {
        assert_eq!(said(&after(keys)), Some((expected, Tone::Neutral)), "{keys}");
    }
    assert!(after("u").text().contains("· There is nothing to take back."), "{}", after("u").text());
}

#[test]
fn what_takes_choices_back_says_so_and_how_they_come_again() {
    let two = "2 choices taken back, 1 question gone; u undoes it.";
    for keys in ["1 2 d", "1 2 x", "1 2 0", "1 2 backspace", "1 2 G space", "1 2 G enter", "1 2 G up m"] {
        let mut screen = after(&format!("{MANY} {keys}"));
        assert_eq!(said(&screen), Some((two, Tone::Done)), "{keys}");
        screen.press("u");
        assert_eq!(screen.app.cx.plan.response(screen.app.screens.interview.question).picks().len(), 2, "{keys}");
    }
    let with_a_question = "1 choice taken back, 1 question gone; u undoes it.";
    for (keys, one) in [
        ("1 d", with_a_question),
        ("1 x", with_a_question),
        ("1 G up space", with_a_question),
        ("2 backspace", "1 choice taken back; u brings it back."),
    ] {
        let screen = after(&format!("enter {keys}"));
        assert_eq!(said(&screen), Some((one, Tone::Done)), "{keys}");
    }
    // Another choice instead of one says nothing, nor does a tick that its own key takes back.
    for keys in ["enter 1 2", "enter 1 1"] {
        assert_eq!(said(&after(keys)), None, "{keys}");
    }
}
