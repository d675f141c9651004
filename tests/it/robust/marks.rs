//! Whatever is pressed before, Enter on an open question chooses only a row that was marked since it is open.

use journey_advisor::app::action::Action;
use journey_advisor::app::context::Context;
use journey_advisor::app::effect::Event;
use journey_advisor::app::key::KeyPress;

use crate::support::chance::Chance;
use crate::support::screen::Screen;

/// The keys of a person who is lost on the questions; some of them come more often.
const KEYS: [&str; 34] = [
    "enter",
    "enter",
    "enter",
    "enter",
    "space",
    "space",
    "up",
    "down",
    "G",
    "1",
    "2",
    "9",
    "0",
    "d",
    "x",
    "backspace",
    "m",
    "s",
    "c",
    "u",
    "u",
    "r",
    "left",
    "right",
    "tab",
    "o",
    "f",
    "[",
    "]",
    "i",
    "v",
    "a",
    "t",
    "esc",
];

#[test]
fn enter_never_chooses_what_nobody_marked() {
    let (mut left_open, mut chosen) = (0, 0);
    for seed in 0..60 {
        let mut chance = Chance::of(seed);
        let mut screen = Screen::new(80, 24);
        screen.press("enter");
        let (mut marked, mut on) = (false, screen.app.screens.interview.question);
        for step in 0..600 {
            let name: &str = chance.one::<&str>(&KEYS);
            let is_asked = screen.app.context() == Context::Interview;
            let key = KeyPress::parse(name).unwrap();
            let action = screen.app.cx.keymap.action(screen.app.context(), key);
            let before = screen.app.cx.plan.answers().clone();
            screen.handle(Event::Key(key));
            let (question, after) = (screen.app.screens.interview.question, screen.app.cx.plan.answers());
            if is_asked && action == Some(Action::Confirm) && before.answer(on).is_none() {
                let is_chosen = after.answer(on).is_some();
                assert!(marked || !is_chosen, "seed {seed}, step {step}");
                left_open += usize::from(!is_chosen);
                chosen += usize::from(is_chosen);
            }
            let marks = [Action::Up, Action::Down, Action::First, Action::Last];
            if is_asked && action.is_some_and(|action| marks.contains(&action) || matches!(action, Action::Number(_))) {
                marked = true;
            }
            // Another question, or one that has just lost its answer, has no mark.
            if question != on || (before.answer(question).is_some() && after.answer(question).is_none()) {
                (marked, on) = (false, question);
            }
            let is_open = after.answer(question).is_none();
            assert!(!is_open || marked || !screen.app.screens.interview.is_marked, "seed {seed}, step {step}: {name}");
        }
    }
    assert!(left_open > 100 && chosen > 50, "{left_open} left open, {chosen} chosen");
}
