//! The line of time: what is looked at follows at once, and nothing is kept before Enter.

use journey_advisor::app::effect::Effect;
use journey_advisor::app::popup::Popup;
use journey_advisor::model::verdict::AsOf;

use crate::support::screen::{ANSWERS, Screen};

/// The day that the line of time looks at.
fn looked_at(screen: &Screen) -> AsOf {
    match &screen.app.popup {
        Some(Popup::Slider(slider)) => slider.at,
        other => panic!("no line of time: {other:?}"),
    }
}

fn saves(screen: &Screen) -> usize {
    screen.effects.iter().filter(|effect| matches!(effect, Effect::Save { .. })).count()
}

#[test]
fn the_advice_follows_the_day_that_is_looked_at_and_esc_returns() {
    let mut screen = Screen::new(120, 40);
    screen.press(ANSWERS);
    screen.press("v");
    let (before, kept) = (screen.text(), saves(&screen));
    screen.press("t home");
    assert!(screen.text().contains("the article, December 2022"), "{}", screen.text());
    let advice = |screen: &Screen| screen.app.screens.advice.report.clone().expect("a report");
    let by_article = advice(&screen);
    assert_eq!(screen.app.cx.plan.answers().as_of, None);
    screen.press("esc");
    assert_eq!(screen.text(), before);
    assert_eq!(saves(&screen), kept, "nothing is kept by looking");
    screen.press("t home enter");
    assert_eq!(screen.app.cx.plan.answers().as_of.as_deref(), Some("article"));
    assert_eq!(advice(&screen), by_article, "what was seen is what is planned for");
    assert_eq!(saves(&screen), kept + 1);
    screen.press("u");
    assert_eq!(screen.app.cx.plan.answers().as_of, None);
}

#[test]
fn keys_go_by_months_and_by_what_happened() {
    let mut screen = Screen::new(80, 24);
    screen.press(ANSWERS);
    screen.press("v t");
    let day = |screen: &Screen| looked_at(screen).day.to_string();
    assert_eq!(day(&screen), "2026-11-24");
    for (key, to) in [
        ("left", "2026-11-01"),
        ("left", "2026-10-01"),
        ("right", "2026-11-01"),
        ("right", "2026-11-24"),
        ("right", "2026-11-24"),
        ("home", "2022-12-01"),
        ("right", "2023-01-01"),
        ("end", "2026-11-24"),
    ] {
        screen.press(key);
        assert_eq!(day(&screen), to, "{key}");
    }
    let mut back = Vec::new();
    loop {
        let before = looked_at(&screen).day;
        screen.press("[");
        if looked_at(&screen).day == before {
            break;
        }
        assert!(looked_at(&screen).day < before);
        back.push(looked_at(&screen).day);
    }
    assert!(back.len() > 2, "{back:?}");
    assert!(screen.text().contains("Time"), "{}", screen.text());
    for earlier in back.iter().rev().skip(1) {
        screen.press("]");
        assert_eq!(looked_at(&screen).day, *earlier);
    }
}

#[test]
fn a_click_looks_at_its_month_and_one_outside_returns() {
    let mut screen = Screen::new(120, 40);
    screen.press(ANSWERS);
    screen.press("v t");
    // The line lies above the years, a rule and the footer.
    let row = 40 - 4;
    let action = screen.action(1, row).expect("a click does something");
    screen.event(journey_advisor::app::effect::Event::Do(action));
    assert_eq!(looked_at(&screen).day, screen.app.cx.plan.base.facts_from.first_day());
    let outside = screen.action(5, 10).expect("a click does something");
    screen.event(journey_advisor::app::effect::Event::Do(outside));
    assert!(screen.app.popup.is_none());
}

/// A day after today that the plan is for is the end of the line.
#[test]
fn the_line_reaches_to_a_planned_day_after_today() {
    let mut screen = Screen::new(80, 24);
    screen.press("home down down enter");
    screen.press("2 0 2 7 - 0 3 enter v t");
    assert_eq!(looked_at(&screen).day.to_string(), "2027-03-01");
    screen.press("end");
    assert_eq!(looked_at(&screen).day.to_string(), "2026-11-24");
    screen.press("right right right right right right");
    assert_eq!(looked_at(&screen).day.to_string(), "2027-03-01");
}
