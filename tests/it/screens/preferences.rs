//! What is set for every plan, as screens keep it and go by it.

use journey_advisor::app::effect::{Effect, Event, Reply};
use journey_advisor::app::preference::{PreferenceName, Preferences};

use crate::support::screen::Screen;

fn kept(screen: &Screen) -> Vec<(PreferenceName, &str)> {
    let kept = screen.effects.iter().filter_map(|effect| match effect {
        Effect::Prefer(name, Some(value)) => Some((*name, value.as_str())),
        _ => None,
    });
    kept.collect()
}

#[test]
fn colours_that_are_kept_are_set_for_every_plan() {
    let mut screen = Screen::new(80, 24);
    screen.press("T down enter");
    let [(PreferenceName::Theme, name)] = kept(&screen)[..] else { panic!("{:?}", screen.effects) };
    assert_ne!(name, "default-dark");
    screen.app.handle(Event::Reply(Reply::Preferred { path: "/home/me/config.toml".to_owned() }));
    screen.draw();
    assert!(screen.text().contains("Kept for every plan in /home/me/config.toml"), "{}", screen.text());
    let reason = "\"/home/me/config.toml\" cannot be written: Permission denied".to_owned();
    screen.app.handle(Event::Reply(Reply::NotPreferred { reason }));
    screen.draw();
    assert!(screen.text().contains("It stays for this session only: "), "{}", screen.text());
}

#[test]
fn where_light_and_dark_are_apart_only_the_one_that_is_shown_changes() {
    let mut preferences = Preferences::default();
    preferences.set(PreferenceName::LightTheme, "solarized-light").unwrap();
    let mut screen = Screen::new(80, 24);
    screen.app.cx.preferences = preferences;
    screen.press("T enter");
    assert_eq!(kept(&screen), [(PreferenceName::DarkTheme, "default-dark")]);
    screen.app.handle(Event::Reply(Reply::Ground { is_light: true }));
    assert_eq!(screen.app.cx.look.theme.title, "Solarized, light");
}
