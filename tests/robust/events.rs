//! Anything that can happen, in any order: keys, clicks, pastes, answers of the shell, and other sizes.

use journey_advisor::app::effect::{Event, Reply};
use journey_advisor::app::key::KeyPress;
use journey_advisor::app::keymap::BINDINGS;

use crate::assert_sound;
use crate::chance::Chance;
use crate::screen::Screen;

const REASON: &str = "the disk is full";

fn happen(screen: &mut Screen, chance: &mut Chance, keys: &[KeyPress]) {
    match chance.below(100) {
        0..70 => screen.event(Event::Key(*chance.one(keys))),
        70..78 => {
            let letter = chance.text(1).chars().next().unwrap_or('x');
            screen.event(Event::Key(KeyPress { ctrl: chance.below(3) == 0, ..KeyPress::char(letter) }));
        }
        78..82 => screen.event(Event::Paste(chance.text(40))),
        82..92 => {
            let area = screen.buffer().area;
            screen.click(
                u16::try_from(chance.below(220)).unwrap().min(area.width),
                u16::try_from(chance.below(64)).unwrap(),
            );
        }
        92..96 => {
            let reply = match chance.below(8) {
                0 => Reply::Saved { revision: screen.app.plan.revision() },
                1 => Reply::NotSaved { reason: REASON.to_owned() },
                2 => Reply::Exported { path: chance.text(3) },
                3 => Reply::Exists { path: chance.text(3) },
                4 => Reply::NotExported { reason: REASON.to_owned() },
                5 => Reply::Copied,
                6 => Reply::NotCopied { reason: REASON.to_owned() },
                _ => Reply::Ground { is_light: chance.below(2) == 0 },
            };
            screen.event(Event::Reply(reply));
        }
        96..98 => screen.event(Event::Key(KeyPress::parse("esc").unwrap())),
        _ => screen.resize(u16::try_from(1 + chance.below(200)).unwrap(), u16::try_from(1 + chance.below(60)).unwrap()),
    }
}

/// `count` events in runs that each begin anew.
fn monkey(seeds: std::ops::Range<u64>, count: usize) {
    let keys: Vec<KeyPress> =
        BINDINGS.iter().flat_map(|binding| binding.keys).map(|key| KeyPress::parse(key).unwrap()).collect();
    for seed in seeds {
        let mut chance = Chance::of(seed);
        let mut screen = if seed % 4 == 0 { Screen::ascii(80, 24) } else { Screen::new(120, 40) };
        for step in 0..count {
            happen(&mut screen, &mut chance, &keys);
            let about = format!("seed {seed}, step {step}");
            assert_sound(&screen, &about);
            assert!(!screen.app.look.ascii || screen.text().is_ascii(), "{about}\n{}", screen.text());
            screen.effects.clear();
        }
    }
}

#[test]
fn nothing_that_happens_breaks_a_screen() {
    monkey(0..20, 1_000);
}

/// One run anew: `SEED=121 cargo test --test robust -- --ignored a_million`.
#[test]
#[ignore = "takes minutes"]
fn nothing_that_happens_a_million_times_breaks_a_screen() {
    match std::env::var("SEED").ok().and_then(|seed| seed.parse().ok()) {
        Some(seed) => monkey(seed..seed + 1, 10_000),
        None => monkey(100..200, 10_000),
    }
}

/// A paste is text: it runs no command, whatever the screen.
#[test]
fn pasted_keys_are_not_pressed() {
    for name in crate::scenes::names() {
        let mut screen = crate::scenes::scene(name, 80, 24, false);
        screen.effects.clear();
        let before = (screen.app.screen(), screen.app.context(), screen.app.plan.answers().clone());
        screen.event(Event::Paste("q\nq\ny\u{1b}[A".to_owned()));
        let after = (screen.app.screen(), screen.app.context(), screen.app.plan.answers().clone());
        assert_eq!(before, after, "{name}");
        assert_eq!(screen.effects, [], "{name}");
    }
}

/// What the footer offers does something: the screen changes, or the shell gets something to do.
#[test]
fn every_key_in_the_footer_does_something() {
    use journey_advisor::app::action::Action;
    let mut idle = Vec::new();
    for name in crate::scenes::names() {
        let mut done = Vec::new();
        for column in 0..120 {
            let mut screen = crate::scenes::scene(name, 120, 40, false);
            let Some(action) = screen.action(column, 39).filter(|action| !done.contains(action)) else { continue };
            done.push(action);
            screen.effects.clear();
            let before = screen.text();
            screen.event(Event::Do(action));
            let is_set = matches!(action, Action::Must | Action::Should | Action::Could);
            let is_refused = ["export without a name", "another day", "weights that cannot be"].contains(&name)
                && action == Action::Confirm;
            if !is_set && !is_refused && screen.text() == before && screen.effects.is_empty() {
                idle.push(format!("{name}: {action:?}"));
            }
        }
    }
    assert_eq!(idle, Vec::<String>::new());
}
