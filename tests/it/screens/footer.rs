//! What one needs next is in the footer, however narrow the terminal is.

use journey_advisor::app::context::Context;

use crate::support::scenes::{self, scene};
use crate::support::screen::Screen;

/// The keys that never drop from the footer where one is.
fn never_dropping(screen: &Screen) -> &'static [&'static str] {
    match screen.app.context() {
        Context::Interview | Context::Answers => &["v advice", "? keys"],
        Context::Advice => &["e document", "? keys"],
        Context::Start | Context::Results | Context::Export | Context::Plans | Context::Compare => &["? keys"],
        _ => &[],
    }
}

#[test]
fn the_way_on_never_drops_from_the_footer() {
    let (mut seen, mut missing) = (0, Vec::new());
    for name in scenes::names() {
        for ascii in [false, true] {
            let mut screen = scene(name, 60, 20, ascii);
            for width in 60..=200 {
                screen.resize(width, 24);
                let text = screen.text();
                let footer = text.lines().last().unwrap_or_default();
                let dropped = never_dropping(&screen).iter().filter(|hint| !footer.contains(**hint));
                missing.extend(dropped.map(|hint| format!("{name}, {width}: {hint} in {footer:?}")));
                seen += never_dropping(&screen).len();
            }
        }
    }
    assert!(seen > 10_000, "{seen}");
    assert_eq!(missing, [""; 0]);
}

/// What a hint says is done where it stands.
#[test]
fn each_hint_is_a_place_to_click() {
    for (keys, hint) in [("enter", "v advice"), ("enter 1 w w", "m s c importance"), ("enter 1 v", "e document")] {
        let mut screen = Screen::new(80, 24);
        screen.press(keys);
        let text = screen.text();
        let footer = text.lines().last().unwrap_or_default();
        let (before, _) = footer.split_once(hint).unwrap_or_else(|| panic!("{hint} is not in {footer:?}"));
        let column = u16::try_from(before.chars().count()).unwrap();
        assert!(screen.action(column, 23).is_some(), "{footer}");
    }
}

/// How much something matters can be said once something is chosen.
#[test]
fn the_importance_is_offered_once_there_is_a_choice() {
    for width in 60..=200 {
        let mut screen = Screen::new(width, 24);
        screen.press("enter");
        assert!(!screen.text().contains("importance"), "{}", screen.text());
        assert!(screen.text().contains("↓ mark  enter next"), "{}", screen.text());
        screen.press("down");
        assert!(screen.text().contains("enter choose"), "{}", screen.text());
        screen.press("space w w");
        assert!(screen.text().contains("enter next  m s c importance"), "{}", screen.text());
    }
}
